// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/answerjson.h"
#include "server/tools/tool.h"

/** What the tools of the small services share in reading answers and writing texts. */
namespace fairlead::providers::rest {

/** The top-level list of an answer. The parser owns what it points to. */
[[nodiscard]] Result<simdjson::dom::array> items(simdjson::dom::parser &parser,
                                                 const QByteArray &body);
/** The member as text with its lines, cleaned and bounded; empty when absent or no string. */
[[nodiscard]] QString text(const json::Element &element, std::string_view key);
/** The member as a line, whether it is a string or a number: some services write ids both ways. */
[[nodiscard]] QString id(const json::Element &element, std::string_view key);

/** "2026-11-21 10:00" of an ISO time, "2026-11-21" of a date; what is neither, as it is. */
[[nodiscard]] QString dated(const QString &isoText);
/** The text's beginning, with a mark where the rest was cut. */
[[nodiscard]] QString shortened(const QString &text, qsizetype limit);

[[nodiscard]] QString argument(const tools::ToolCall &call, QLatin1StringView name);
/** InvalidInput that names the argument: `Argument "task": …`. */
[[nodiscard]] tl::unexpected<Error> wrongArgument(QLatin1StringView name, const QString &sentence);

/** Refuses what is no date in the form 2026-12-31; an empty text passes. */
[[nodiscard]] Result<> checkDate(const tools::ToolCall &call, QLatin1StringView name);

} // namespace fairlead::providers::rest
