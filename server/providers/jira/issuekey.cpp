// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/issuekey.h"

#include "server/base/text.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

// "/browse/ABC-1", or the board's "?selectedIssue=ABC-1".
QString keyIn(const QUrl &url)
{
    const QString selected = QUrlQuery(url).queryItemValue(u"selectedIssue"_s);
    if (!selected.isEmpty())
        return selected;
    static const QRegularExpression path(u"/(?:browse|issues)/([^/]+)/?$"_s);
    return path.match(url.path()).captured(1);
}

} // namespace

bool isIssueKey(const QString &text)
{
    static const QRegularExpression grammar(u"\\A[A-Z][A-Z0-9_]{1,9}-[0-9]{1,9}\\z"_s);
    return grammar.match(text).hasMatch();
}

bool isProjectKey(const QString &text)
{
    static const QRegularExpression grammar(u"\\A[A-Z][A-Z0-9_]{1,9}\\z"_s);
    return grammar.match(text).hasMatch();
}

Result<IssueAddress> issueAddress(const QString &text, QLatin1StringView argument)
{
    IssueAddress address{text.trimmed().toUpper(), {}};
    if (text.contains("://"_L1)) {
        const QUrl url(text.trimmed(), QUrl::StrictMode);
        address.key = keyIn(url).toUpper();
        address.host = url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
        if (address.host.isEmpty())
            address.key.clear();
    }
    if (isIssueKey(address.key))
        return address;
    return failure(
        ErrorCode::InvalidInput,
        u"Argument \"%1\" is \"%2\", but must be an issue key such as ABC-123 or the URL "
        "of an issue."_s.arg(argument, cleanedLine(text, 100)));
}

Result<QString> projectKey(const QString &text, QLatin1StringView argument)
{
    const QString key = text.trimmed().toUpper();
    if (isProjectKey(key))
        return key;
    return failure(ErrorCode::InvalidInput,
                   u"Argument \"%1\" is \"%2\", but must be a project key such as ABC; "
                   "list_projects shows them."_s.arg(argument, cleanedLine(text, 100)));
}

} // namespace fairlead::providers::jira
