// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/eventstreamreader.h"

#include "server/net/curlloop.h"
#include "server/net/curlrequest.h"
#include "server/net/requestcheck.h"
#include "server/net/wait.h"

#include <QCoroSignal>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

constexpr qsizetype eventLimit = 16 * 1024 * 1024;
// A healthy server sends at least a comment now and then.
constexpr auto longestSilence = std::chrono::minutes(2);

Error refusal(int status, const QString &host)
{
    if (status == 401)
        return {.code = ErrorCode::Unauthorized,
                .message = u"%1 refused the credential (401)."_s.arg(host)};
    if (status == 403)
        return {.code = ErrorCode::Forbidden,
                .message = u"%1 does not allow this (403)."_s.arg(host)};
    return {.code = ErrorCode::InvalidData,
            .message = u"%1 answered %2 instead of an event stream."_s.arg(host).arg(status)};
}

} // namespace

EventStreamReader::EventStreamReader(const Request &request, QObject *parent)
    : QObject(parent)
    , m_host(request.url.host())
{
    if (const auto checked = checkedRequest(request); !checked) {
        m_end = checked.error();
        return;
    }
    const auto loop = CurlLoop::ensure(m_loop);
    if (!loop) {
        m_end = loop.error();
        return;
    }
    m_request = std::make_unique<CurlRequest>(**loop, request, QByteArray());
    connect(m_request.get(), &CurlRequest::received, this, &EventStreamReader::read);
    connect(m_request.get(), &CurlRequest::ended, this, &EventStreamReader::finish);
    connect(m_request.get(), &CurlRequest::progressed, this, [this] {
        m_silence.start(longestSilence);
    });
    m_silence.setSingleShot(true);
    m_silence.callOnTimeout(this, &EventStreamReader::finish);
    m_silence.start(longestSilence);
    m_request->start();
}

EventStreamReader::~EventStreamReader()
{
    if (m_waiting)
        m_waiting->grant();
}

QCoro::Task<Result<StreamEvent>> EventStreamReader::next(std::chrono::milliseconds timeout)
{
    const QPointer<EventStreamReader> self(this);
    if (m_events.isEmpty() && !m_end) {
        // An object that signals once: QCoro 0.8 resumes a coroutine twice when a signal comes
        // twice.
        const std::unique_ptr<Wait, DeleteLater> wait(new Wait(timeout, {}));
        m_waiting = wait.get();
        co_await qCoro(wait.get(), &Wait::finished);
        if (!self)
            co_return failure(ErrorCode::Cancelled, u"The event stream was closed."_s);
    }
    if (!m_events.isEmpty())
        co_return m_events.takeFirst();
    if (m_end)
        co_return failure(*m_end);
    co_return failure(ErrorCode::Timeout, u"No event came from %1 in time."_s.arg(m_host));
}

void EventStreamReader::read(QByteArrayView bytes)
{
    const auto &headers = m_request->headers();
    const Response head{.status = m_request->status(), .headers = headers};
    if (head.status != 200 || !head.header("Content-Type").startsWith("text/event-stream")) {
        end(refusal(head.status, m_host));
        return;
    }
    m_events += m_parser.feed(bytes);
    if (m_parser.pendingBytes() > eventLimit) {
        end({.code = ErrorCode::InvalidData,
             .message = u"An event of %1 is too large."_s.arg(m_host)});
        return;
    }
    announceSoon();
}

void EventStreamReader::finish()
{
    const int status = m_request->status();
    if (status != 0 && status != 200)
        end(refusal(status, m_host));
    else
        end({.code = ErrorCode::Network, .message = u"%1 closed the event stream."_s.arg(m_host)});
}

void EventStreamReader::end(const Error &error)
{
    if (m_end)
        return;
    m_end = error;
    m_silence.stop();
    m_request->refuseTheRest();
    announceSoon();
}

void EventStreamReader::announceSoon()
{
    // Whoever waits may destroy this object or start a request, which libcurl does not allow from
    // within its callbacks.
    QMetaObject::invokeMethod(this, &EventStreamReader::announce, Qt::QueuedConnection);
}

void EventStreamReader::announce()
{
    if (m_end)
        m_request.reset();
    if (m_waiting && (m_end || !m_events.isEmpty()))
        m_waiting->grant();
}

} // namespace fairlead::net
