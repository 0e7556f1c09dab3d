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

constexpr int tooMany = 429;
constexpr int unavailable = 503;
constexpr int overloaded = 529; // said by services that keep 503 for being down
// Quotas are counted by the hour; whatever says more than that is mistaken.
constexpr std::chrono::seconds longestPause = std::chrono::hours(1);

bool isPassing(int status)
{
    return status == tooMany || status == 502 || status == unavailable || status == 504
        || status == overloaded;
}

/** What a quota of Jira's by the hour refuses, it refuses again in a few seconds. */
bool isQuotaSpent(const Response &response)
{
    return response.status == tooMany && response.header("RateLimit-Reason").contains("-quota-");
}

/** Jira's limit of writes to one issue says nothing of the others. */
bool isOfOneIssue(const Response &response)
{
    return response.header("RateLimit-Reason").trimmed() == "jira-per-issue-on-write";
}

std::optional<std::chrono::seconds> rateLimitReset(const Response &response, const QDateTime &now)
{
    if (response.status != tooMany)
        return std::nullopt;
    const auto reset = QDateTime::fromString(
        QString::fromLatin1(response.header("X-RateLimit-Reset").trimmed()), Qt::ISODate);
    if (!reset.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(reset)));
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
        return rateLimitReset(response, now);
    date.setTimeSpec(Qt::UTC);
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(date)));
}

std::optional<std::chrono::seconds> askedPause(const Response &response, const QDateTime &now)
{
    const int status = response.status;
    if ((status != tooMany && status != overloaded && status != unavailable)
        || isOfOneIssue(response))
        return std::nullopt;
    const auto named = retryAfter(response, now);
    if (!named && status == unavailable)
        return std::nullopt;
    return std::min(named.value_or(std::chrono::seconds(0)), longestPause);
}

std::optional<std::chrono::milliseconds> retryDelay(const RetryPolicy &policy,
                                                    const Result<Response> &outcome,
                                                    int tried)
{
    if (tried >= policy.tries)
        return std::nullopt;
    // Without an answer there is nothing to gain: libcurl has already tried a broken
    // connection again, and an unknown name or a refused port will not change within seconds.
    if (!outcome || !isPassing(outcome->status) || isQuotaSpent(*outcome))
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
