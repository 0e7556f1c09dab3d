// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/text.h"
#include "server/providers/proxyrules.h"

#include <QDate>
#include <QJsonDocument>
#include <QJsonObject>

namespace fairlead::providers::notion {

/** Notion counts by the minute and says no numbers; this is what it has always let through. */
inline constexpr net::CallRate callRate{.perMinute = 180, .burst = 30};

/** The dates by which Notion names the versions of its API. */
[[nodiscard]] inline bool isVersion(QByteArrayView value)
{
    const QDate first(2021, 5, 13);
    const QDate date = QDate::fromString(QString::fromLatin1(value), u"yyyy-MM-dd");
    return value.size() == 10 && date.isValid() && date >= first;
}

[[nodiscard]] inline bool isProxyRefusal(const net::Response &response)
{
    return response.status == 401;
}

/** What Notion says of a call that it refused. */
[[nodiscard]] inline ServiceProblem proxyProblem(const net::Response &response)
{
    constexpr qsizetype longestText = 500;
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    return {.message = cleanedLine(body[QLatin1StringView("message")].toString(), longestText),
            .code = cleanedLine(body[QLatin1StringView("code")].toString(), longestText)};
}

/** Everything below /v1/ but what gives tokens out and takes them back. */
[[nodiscard]] inline ProxyRules proxyRules()
{
    return {.prefixes = {QStringLiteral("/v1/")},
            .excluded = {QStringLiteral("/v1/oauth/")},
            .readingPosts = {QStringLiteral("/v1/search"),
                             QStringLiteral("/v1/data_sources/{}/query"),
                             QStringLiteral("/v1/databases/{}/query"),
                             QStringLiteral("/v1/blocks/meeting_notes/query")},
            .headers = {{.name = QByteArrayLiteral("Notion-Version"),
                         .value = QByteArrayLiteral("2026-03-11"),
                         .isAcceptable = isVersion}},
            .rate = callRate,
            .isRefusal = isProxyRefusal,
            .problemOf = proxyProblem};
}

} // namespace fairlead::providers::notion
