// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace fairlead::providers::jira {

/**
 * The address of a Jira resource: jira://company.atlassian.net for a site with its projects,
 * jira://company.atlassian.net/project/ABC, jira://company.atlassian.net/issue/ABC-1.
 *
 * It names the site as people know it and not the connection: so it can be typed and read, stays
 * right when somebody connects the site anew, and means the same issue for everybody whom it is
 * sent to.
 */
struct JiraAddress
{
    enum class Kind { Site, Project, Issue };
    Kind kind = Kind::Site;
    QString site; ///< "company.atlassian.net", with the port where there is one; lower case
    QString key; ///< of the project or issue, upper case

    bool operator==(const JiraAddress &) const = default;

    /** Nothing for a text that is no such address. Upper and lower case do not matter. */
    [[nodiscard]] static std::optional<JiraAddress> fromUri(const QString &uri);
    [[nodiscard]] QString toUri() const;

    static constexpr QLatin1StringView issueTemplate{"jira://{site}/issue/{key}"};
    static constexpr QLatin1StringView projectTemplate{"jira://{site}/project/{key}"};
};

} // namespace fairlead::providers::jira
