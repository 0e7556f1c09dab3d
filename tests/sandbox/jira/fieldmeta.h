// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/site.h"

namespace fairlead::sandbox {

inline constexpr QLatin1StringView severityField{"customfield_10050"};
inline constexpr QLatin1StringView storyPointsField{"customfield_10016"};
inline constexpr QLatin1StringView sprintField{"customfield_10020"};

/** A field of the site, as GET /field lists it. */
struct FieldInfo
{
    QString id;
    QString name;
    QJsonObject schema;
    bool isNavigable = true; ///< part of *navigable
    bool isOnScreen = false; ///< can be set when an issue is made or edited
};

[[nodiscard]] const QList<FieldInfo> &allFields();
[[nodiscard]] const FieldInfo *fieldInfo(const QString &id);

/** The values that "Severity" may have. */
[[nodiscard]] const QList<NamedItem> &severities();

/** True when the field stands on the screen of that type in that project. */
[[nodiscard]] bool isFieldOnScreen(const FieldInfo &field,
                                   const JiraProject &project,
                                   const NamedItem &type);

/** True when an issue of that type cannot be made without it. */
[[nodiscard]] bool isFieldRequired(const FieldInfo &field,
                                   const JiraProject &project,
                                   const NamedItem &type);

/** Which fields a request asks for: names, *all, *navigable and -name. */
class FieldSelection
{
public:
    FieldSelection(const QStringList &wanted, const QStringList &otherwise);

    [[nodiscard]] bool contains(const QString &fieldId) const { return m_ids.contains(fieldId); }
    /** True for the default of search/jql: ids and nothing else. */
    [[nodiscard]] bool isIdOnly() const { return m_isIdOnly; }
    /** True when at most id and key are wanted, so that pages may be long. */
    [[nodiscard]] bool isSmall() const { return m_ids.isEmpty(); }

private:
    QStringList m_ids;
    bool m_isIdOnly = false;
};

/** What `expand=names` adds: the selected fields' names by their ids. */
[[nodiscard]] QJsonObject fieldNames(const FieldSelection &selection);

} // namespace fairlead::sandbox
