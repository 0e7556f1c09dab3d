// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/openproject/openprojectlookup.h"

namespace fairlead::providers::openproject {

/** Where the names in a call's arguments are looked up. */
struct FieldPlaces
{
    QString types; ///< path of the collection of types that there are
    QString assignees; ///< path of the collection of people who may be assigned
};

/** The local fields of a work package that a call sets: subject, description, dates, effort. */
[[nodiscard]] Result<QJsonObject> localFields(const tools::ToolCall &call);
/** The same for its links: type, status, priority, assignee, parent, by their names. */
[[nodiscard]] QCoro::Task<Result<QJsonObject>> linkedFields(RestSession session,
                                                            tools::ToolCall call,
                                                            FieldPlaces places);
/** "PT2H30M" of 2.5. */
[[nodiscard]] QString isoSpan(double hours);

/** The properties of the schema that these arguments have, to be followed by a comma and others. */
inline constexpr char fieldProperties[] = R"(
    "description":{"type":"string","maxLength":100000,"description":"Markdown"},
    "type":{"type":"string","maxLength":200},
    "status":{"type":"string","maxLength":200},
    "priority":{"type":"string","maxLength":200},
    "assignee":{"type":"string","maxLength":200,"description":"me, a name or number"},
    "parent":{"type":"string","maxLength":2048,"description":"Number of a work package"},
    "start_date":{"type":"string","maxLength":10,"description":"YYYY-MM-DD"},
    "due_date":{"type":"string","maxLength":10},
    "estimated_hours":{"type":"number","minimum":0,"maximum":100000})";

} // namespace fairlead::providers::openproject
