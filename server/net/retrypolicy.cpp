// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/retrypolicy.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

bool isPassing(int status)
{
    // 529: overloaded, said by services that keep 503 for being down.
    return status == 429 || status == 502 || status == 503 || status == 504 || status == 529;
}

} // namespace

std::optional<std::chrono::seconds> retryAfter(const Response &response, const QDateTime &now)
{
    const QByteArray value = response.header("Retry-After").trimmed();
    bool isNumber = false;
    const int seconds = value.toInt(&isNumber);
    if (isNumber)
        return seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(value), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(date)));
}

std::optional<std::chrono::milliseconds> retryDelay(const RetryPolicy &policy,
                                                    const Result<Response> &outcome,
                                                    int tried)
{
    if (tried >= policy.tries)
        return std::nullopt;
    // Without an answer there is nothing to gain: libcurl has already tried a broken
    // connection again, and an unknown name or a refused port will not change within seconds.
    if (!outcome || !isPassing(outcome->status))
        return std::nullopt;
    if (const auto asked = retryAfter(*outcome, QDateTime::currentDateTimeUtc())) {
        if (*asked > policy.longestWait)
            return std::nullopt;
        return *asked;
    }
    const double jitter = 0.7 + 0.6 * QRandomGenerator::global()->generateDouble();
    const double wait = static_cast<double>(policy.base.count() << (tried - 1)) * jitter;
    return std::chrono::milliseconds(static_cast<qint64>(wait));
}

} // namespace fairlead::net
