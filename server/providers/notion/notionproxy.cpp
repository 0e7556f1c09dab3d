// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionproxy.h"

#include "server/providers/notion/notionclient.h"
#include "server/providers/notion/notionerrors.h"
#include "server/providers/notion/notionparser.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

/** The dates by which Notion names the versions of its API. */
bool isVersion(QByteArrayView value)
{
    constexpr qsizetype length = 10;
    const QDate first(2021, 5, 13);
    const QDate date = QDate::fromString(QString::fromLatin1(value), u"yyyy-MM-dd"_s);
    return value.size() == length && date.isValid() && date >= first;
}

ServiceProblem problemOf(const net::Response &response)
{
    const Problem problem = parser::problem(response.body);
    return {.message = problem.message, .code = problem.code};
}

} // namespace

ProxyRules proxyRules()
{
    return {.prefixes = {u"/v1/"_s},
            .excluded = {u"/v1/oauth/"_s},
            .readingPosts = {u"/v1/search"_s,
                             u"/v1/data_sources/{}/query"_s,
                             u"/v1/databases/{}/query"_s,
                             u"/v1/blocks/meeting_notes/query"_s},
            .headers = {{.name = "Notion-Version"_ba,
                         .value = apiVersion.toByteArray(),
                         .isAcceptable = isVersion}},
            .rate = callRate,
            .isRefusal = isRefusal,
            .problemOf = problemOf};
}

} // namespace fairlead::providers::notion
