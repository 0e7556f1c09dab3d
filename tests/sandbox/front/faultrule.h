// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/front/message.h"

#include <QJsonObject>

namespace fairlead::sandbox {

/** One switch: which requests it strikes, how often, and what happens to them. */
struct FaultRule
{
    enum class Kind {
        Latency, ///< the answer waits latencyMs plus up to jitterMs
        Status, ///< `status` instead of an answer; the service is not asked
        Html, ///< a proxy's HTML page with status 200; the service is not asked
        Garbage, ///< broken JSON with status 200; the service is not asked
        Huge, ///< a JSON body of `bytes` bytes; the service is not asked
        Redirect, ///< 302 to `location`; the service is not asked
        Hang, ///< the service did its work, and no answer comes
        Drip, ///< the answer comes one byte per `dripMs`
        Cut, ///< the connection ends in the middle of the answer's body
        WrongLength, ///< Content-Length promises more than comes
    };

    Kind kind = Kind::Status;
    QByteArray method; ///< empty: any
    QString path; ///< with * as wildcard; empty: any
    QByteArray contains; ///< in the body: which tool is called, say; empty: any
    int count = -1; ///< how many more requests it strikes; -1: no end
    double probability = 1.0;
    int status = 500;
    int retryAfter = -1; ///< seconds, for status 429 and 503; -1: no header
    QString reason; ///< RateLimit-Reason of a 429
    int latencyMs = 0;
    int jitterMs = 0;
    int dripMs = 100;
    qsizetype bytes = 20 * 1024 * 1024;
    QString location;

    /** True when the rule is about this request; the count and the dice are not its business. */
    [[nodiscard]] bool matches(const Request &request) const;

    /** Refuses unknown names and values, so that a mistyped switch does not pass for a fault. */
    [[nodiscard]] static Result<FaultRule> fromJson(const QJsonObject &object);

    /** The command line's form, either JSON or "kind=status,status=429,count=2". */
    [[nodiscard]] static Result<FaultRule> fromText(const QString &text);

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace fairlead::sandbox
