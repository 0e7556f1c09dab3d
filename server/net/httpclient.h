// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "server/net/ratebudget.h"
#include "server/net/reach.h"

#include <QByteArray>
#include <QCoroTask>
#include <QList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

namespace fairlead::net {

using Header = std::pair<QByteArray, QByteArray>;

/** Whether the same request may be sent again after a failure that leaves its outcome open. */
enum class Repeatable {
    No, ///< a write: an unknown outcome is reported, never repeated
    Yes, ///< a read, or a write that is idempotent by its contract
};

/** One request to the outside world. */
struct Request
{
    QByteArray method = "GET";
    QUrl url = {}; ///< https, or http on a loopback host; anything else is refused
    QList<Header> headers = {}; ///< names and values without control characters, or refused
    QByteArray body = {};
    std::chrono::milliseconds deadline{30'000}; ///< for everything, retries included
    qint64 maxResponseBytes = 16 * 1024 * 1024;
    Repeatable repeatable = Repeatable::No;
    CancellationToken cancellation = {};
    Reach reach = Reach::Anywhere; ///< else it goes over a connection of its own
    QString owner = {}; ///< whose it is: one owner never takes every place at a host
    std::optional<RateBudget> budget = {}; ///< of the connection that it goes over; none: no limit
};

struct Response
{
    int status = 0;
    QList<Header> headers = {}; ///< as received; look up with header()
    QByteArray body = {};

    /** The first header of that name, compared without regard to case; empty when absent. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/**
 * The only door to the outside world. Redirects are never followed, cookies never kept, HTTP/2 is
 * off. Every HTTP status is a value; an Error means that there was no usable answer.
 * The request was not carried out: Network (name, connection), Tls (certificate, handshake),
 * InvalidInput (URL, header or address refused before sending), RateLimited (its turn within its
 * budget would come after the deadline; retryAfter says when). It may have been: Timeout (no whole
 * answer within the deadline), InvalidData (the connection broke after the request had left, or the
 * answer is too large or broken), Cancelled. Error messages name the host, never a header or a
 * query.
 */
class HttpClient
{
public:
    HttpClient() = default;
    virtual ~HttpClient() = default;
    Q_DISABLE_COPY_MOVE(HttpClient)

    [[nodiscard]] virtual QCoro::Task<Result<Response>> send(Request request) = 0;
};

} // namespace fairlead::net
