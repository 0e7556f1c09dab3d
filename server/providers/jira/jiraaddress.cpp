// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraaddress.h"

#include "server/providers/jira/issuekey.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr auto scheme = "jira://"_L1;

} // namespace

std::optional<JiraAddress> JiraAddress::fromUri(const QString &uri)
{
    if (!uri.startsWith(scheme))
        return std::nullopt;
    const QStringList parts = uri.sliced(scheme.size()).split(u'/');
    JiraAddress address;
    // A client that fills in the template writes the colon before a port as %3A.
    address.site = QUrl::fromPercentEncoding(parts.first().toUtf8()).toLower();
    if (address.site.isEmpty())
        return std::nullopt;
    if (parts.size() == 1)
        return address;
    if (parts.size() != 3)
        return std::nullopt;
    address.key = parts[2].toUpper();
    if (parts[1] == "issue"_L1 && isIssueKey(address.key))
        address.kind = Kind::Issue;
    else if (parts[1] == "project"_L1 && isProjectKey(address.key))
        address.kind = Kind::Project;
    else
        return std::nullopt;
    return address;
}

QString JiraAddress::toUri() const
{
    switch (kind) {
    case Kind::Site:
        return scheme + site;
    case Kind::Project:
        return u"%1%2/project/%3"_s.arg(scheme, site, key);
    case Kind::Issue:
        break;
    }
    return u"%1%2/issue/%3"_s.arg(scheme, site, key);
}

} // namespace fairlead::providers::jira
