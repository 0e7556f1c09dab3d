// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/eventstreamreader.h"

#include "server/net/networkrequest.h"
#include "server/net/requestcheck.h"
#include "server/net/systemproxies.h"
#include "server/net/wait.h"

#include <QCoroSignal>
#include <QNetworkAccessManager>
#include <QNetworkReply>

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
    m_manager = new QNetworkAccessManager(this);
    m_manager->setProxyFactory(new SystemProxies); // the manager owns it
    m_reply = m_manager->get(
        networkRequest(request, QSslConfiguration::defaultConfiguration(), longestSilence));
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStreamReader::readAvailable);
    connect(m_reply, &QNetworkReply::finished, this, &EventStreamReader::finish);
}

EventStreamReader::~EventStreamReader()
{
    if (m_reply) {
        m_reply->disconnect(this);
        // The coroutine that destroys us may run within a signal of the reply.
        m_reply->setParent(nullptr);
        m_reply->deleteLater();
    }
    if (m_manager) {
        m_manager->setParent(nullptr);
        m_manager->deleteLater();
    }
    if (m_waiting)
        m_waiting->grant(0);
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

void EventStreamReader::readAvailable()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray type = m_reply->rawHeader("Content-Type"_ba);
    if (status != 200 || !type.startsWith("text/event-stream")) {
        end(refusal(status, m_host));
        return;
    }
    m_events += m_parser.feed(m_reply->readAll());
    if (m_parser.pendingBytes() > eventLimit) {
        end({.code = ErrorCode::InvalidData,
             .message = u"An event of %1 is too large."_s.arg(m_host)});
        return;
    }
    announce();
}

void EventStreamReader::finish()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
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
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply
            ->deleteLater(); // which closes the connection, but not within the reply's own signal
        m_reply = nullptr;
    }
    announce();
}

void EventStreamReader::announce()
{
    if (m_waiting && (m_end || !m_events.isEmpty()))
        m_waiting->grant(0);
}

} // namespace fairlead::net
