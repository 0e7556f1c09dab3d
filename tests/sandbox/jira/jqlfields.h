// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/site.h"

namespace fairlead::sandbox {

/** A field that JQL knows: what kind of values it has and where an issue keeps them. */
struct JqlField
{
    enum class Kind {
        Item, ///< names with ids: project, status, issuetype, priority, statusCategory
        Person,
        Issue, ///< key, parent
        Label,
        Text, ///< ~ and !~ only
        Date,
        Number,
    };

    QString name; ///< the canonical one
    Kind kind = Kind::Item;
    bool isOrdered = true; ///< may stand in ORDER BY
};

/** By any of its names, in any case; nothing when JQL does not know it. */
[[nodiscard]] std::optional<JqlField> jqlField(const QString &name);

/** What a clause may be compared with, in lower case: id, key and name of an item and so on. */
[[nodiscard]] QStringList jqlValuesOf(const JqlField &field,
                                      const JiraIssue &issue,
                                      const Site &site);

/** The same for everything that exists on the site, to refuse values that do not. */
[[nodiscard]] bool jqlValueExists(const JqlField &field,
                                  const QString &value,
                                  const Site &site,
                                  const JiraUser *caller);

/** Date or number fields: the value as milliseconds or as itself. */
[[nodiscard]] std::optional<double> jqlNumberOf(const JqlField &field, const JiraIssue &issue);

/** What ORDER BY compares, as text that sorts rightly. */
[[nodiscard]] QString jqlSortKey(const JqlField &field, const JiraIssue &issue, const Site &site);

/** The words that `text ~` or `summary ~` looks through. */
[[nodiscard]] QString jqlTextOf(const JqlField &field, const JiraIssue &issue);

} // namespace fairlead::sandbox
