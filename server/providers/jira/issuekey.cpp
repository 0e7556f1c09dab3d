// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/issuekey.h"

#include "server/base/text.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <optional>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

// "/browse/ABC-1", "/projects/ABC/issues/ABC-1", or the board's "?selectedIssue=ABC-1".
QString keyIn(const QUrl &url)
{
    const QUrlQuery query(url);
    for (const QString &name : {u"selectedIssue"_s, u"issueKey"_s}) {
        if (const QString selected = query.queryItemValue(name); !selected.isEmpty())
            return selected;
    }
    const QString path = url.path();
    return path.section(u'/', -1, -1, QString::SectionSkipEmpty);
}

/** The text as a URL, when it is meant as one: also "company.atlassian.net/browse/ABC-1". */
std::optional<QUrl> meantUrl(const QString &text)
{
    if (text.contains("://"_L1))
        return QUrl(text, QUrl::StrictMode);
    static const QRegularExpression hostFirst(
        u"\\A[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?/"_s);
    if (hostFirst.match(text).hasMatch())
        return QUrl(u"https://"_s + text, QUrl::StrictMode);
    return std::nullopt;
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

bool isNumericId(const QString &text)
{
    static const QRegularExpression grammar(u"\\A[0-9]{1,20}\\z"_s);
    return grammar.match(text).hasMatch();
}

QString projectOf(const QString &issueKey)
{
    return issueKey.section(u'-', 0, 0);
}

Result<IssueAddress> issueAddress(const QString &text, QLatin1StringView argument)
{
    IssueAddress address{text.trimmed().toUpper(), {}};
    if (const auto url = meantUrl(text.trimmed())) {
        static const QRegularExpression gateway(u"\\A/ex/jira/([A-Za-z0-9-]{8,64})/"_s);
        address.key = keyIn(*url).toUpper();
        address.host = url->port() < 0 ? url->host() : u"%1:%2"_s.arg(url->host()).arg(url->port());
        address.cloudId = gateway.match(url->path()).captured(1);
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
