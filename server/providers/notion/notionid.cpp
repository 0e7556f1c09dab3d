// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionid.h"

#include "server/base/text.h"
#include "server/providers/notion/notionaddress.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

bool isNotionHost(const QString &host)
{
    constexpr std::array domains{"notion.so"_L1, "notion.com"_L1, "notion.site"_L1};
    return std::any_of(domains.begin(), domains.end(), [&host](QLatin1StringView domain) {
        return host == domain || host.endsWith(u'.' + QString(domain));
    });
}

// "/Title-of-the-page-1a2b…", "/workspace/1a2b…": the last part of the path ends in the id.
QString idInPath(const QString &path)
{
    static const QRegularExpression slug(u"[/-]([0-9A-Fa-f]{32})/?\\z"_s);
    static const QRegularExpression uuid(
        u"/([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})/?\\z"_s);
    const QRegularExpressionMatch match = uuid.match(path);
    return canonicalId(match.hasMatch() ? match.captured(1) : slug.match(path).captured(1));
}

QString idInUrl(const QString &text)
{
    if (const auto address = NotionAddress::fromUri(text))
        return address->id;
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == "https"_L1 || url.scheme() == "http"_L1 || url.scheme() == "notion"_L1;
    if (!url.isValid() || !isWeb || !url.userInfo().isEmpty() || !isNotionHost(url.host()))
        return {};
    const QString open = QUrlQuery(url).queryItemValue(u"p"_s);
    return open.isEmpty() ? idInPath(url.path(QUrl::FullyEncoded)) : canonicalId(open);
}

} // namespace

QString canonicalId(QStringView text)
{
    static const QRegularExpression grammar(
        u"\\A(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\\z"_s);
    if (!grammar.match(text.toString()).hasMatch())
        return {};
    QString id = text.toString().toLower().remove(u'-');
    for (const qsizetype position : {20, 16, 12, 8})
        id.insert(position, u'-');
    return id;
}

QString bareId(const QString &id)
{
    return QString(id).remove(u'-');
}

Result<QString> notionId(const QString &text, QLatin1StringView argument)
{
    const QString trimmed = text.trimmed();
    QString id = canonicalId(trimmed);
    if (id.isEmpty() && trimmed.contains(u'/'))
        id = idInUrl(trimmed.contains("://"_L1) ? trimmed : u"https://"_s + trimmed);
    if (!id.isEmpty())
        return id;
    return failure(ErrorCode::InvalidInput,
                   u"Argument \"%1\" is \"%2\", but must be a Notion id (32 hexadecimal digits) or "
                   "the URL of a Notion page or database."_s.arg(argument, cleanedLine(text, 100)));
}

} // namespace fairlead::providers::notion
