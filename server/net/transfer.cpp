// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/transfer.h"

#include "server/net/curlloop.h"
#include "server/net/transfererror.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::net {

Transfer::Transfer(CurlLoop &loop, Request request, QByteArray trustedCertificates, Limits limits)
    : m_limits(limits)
    , m_maxBytes(request.maxResponseBytes)
    , m_deadline(limits.time)
    , m_silence(limits.silence)
    , m_nextLook(loop.deadlines())
{
    const CancellationToken cancellation = request.cancellation;
    if (cancellation.isCancelled()) {
        endSoon(failure(ErrorCode::Cancelled, u"The request was cancelled."_s));
        return;
    }
    m_request.emplace(loop, std::move(request), std::move(trustedCertificates));
    connect(&*m_request, &CurlRequest::progressed, this, [this] {
        m_silence.setRemainingTime(m_limits.silence);
    });
    connect(&*m_request, &CurlRequest::received, this, &Transfer::collect);
    connect(&*m_request, &CurlRequest::ended, this, &Transfer::complete);
    connect(&m_nextLook, &Deadline::passed, this, &Transfer::watchTheTime);
    watchTheTime();
    if (m_finished) // the time was up before anything could be sent
        return;
    cancellation.onCancelled(
        this, [this] { endSoon(failure(ErrorCode::Cancelled, u"The request was cancelled."_s)); });
    m_request->start();
}

/** The length that the answer says it has, as far as that is believed; 0 where it says none. */
qsizetype Transfer::announcedSize() const
{
    const QList<Header> &headers = m_request->headers();
    const auto found = std::find_if(headers.begin(), headers.end(), [](const Header &header) {
        return header.first.compare("content-length", Qt::CaseInsensitive) == 0;
    });
    constexpr qint64 mostBelieved = 1024 * 1024;
    return found == headers.end()
        ? 0
        : std::clamp<qint64>(found->second.toLongLong(), 0, std::min(m_maxBytes, mostBelieved));
}

void Transfer::collect(QByteArrayView bytes)
{
    // At once: growing with every part copies what is there. With some room behind it, where a
    // parser may look that reads many bytes at a time.
    constexpr qsizetype roomBehind = 64;
    if (m_body.isNull())
        m_body.reserve(std::max(announcedSize(), bytes.size()) + roomBehind);
    m_tooLarge = m_body.size() + bytes.size() > m_maxBytes;
    if (m_tooLarge)
        m_request->refuseTheRest();
    else
        m_body.append(bytes);
}

/** Straight from the event loop: see CurlLoop::announceEnds(). */
void Transfer::complete(CURLcode code)
{
    if (m_finished)
        return;
    if (m_tooLarge) {
        end(failure(tooLargeError(m_request->request())));
    } else if (code != CURLE_OK) {
        end(failure(transferError(*m_request, code)));
    } else {
        Response response{
            .status = m_request->status(), .headers = m_request->headers(), .body = {}};
        response.body = std::move(m_body);
        end(std::move(response));
    }
    wake();
}

void Transfer::watchTheTime()
{
    // One look at both, moved on only when it is due: bytes come more often than it is.
    if (m_deadline.hasExpired()) {
        endSoon(failure(timeoutError(*m_request, m_limits.named)));
    } else if (m_silence.hasExpired()) {
        endSoon(failure(timeoutError(*m_request, std::min(m_limits.silence, m_limits.named))));
    } else {
        const qint64 left = std::min(m_deadline.remainingTime(), m_silence.remainingTime());
        m_nextLook.set(std::chrono::milliseconds(left));
    }
}

void Transfer::end(Result<Response> outcome)
{
    m_finished = true;
    m_outcome = std::move(outcome);
    m_nextLook.clear();
    if (m_request)
        m_request->stop();
}

/** From wherever its end comes: whoever waits goes on with the event loop's next turn. */
void Transfer::endSoon(Result<Response> outcome)
{
    if (m_finished)
        return;
    end(std::move(outcome));
    QMetaObject::invokeMethod(this, &Transfer::wake, Qt::QueuedConnection);
}

void Transfer::wake()
{
    if (m_waiting)
        std::exchange(m_waiting, nullptr).resume(); // and this may be gone
}

} // namespace fairlead::net
