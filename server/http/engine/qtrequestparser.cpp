// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/qtrequestparser.h"

#include "server/http/engine/guardserver.h"
#include "server/http/engine/replaysocket.h"
#include "server/http/engine/requestguard.h"

#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QUrl>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpServerResponder>
#endif

namespace fairlead::http::engine {
namespace {

// Since 6.8 it reads no further request before it has answered the one before.
constexpr bool readsSeveral = QT_VERSION < QT_VERSION_CHECK(6, 8, 0);
// QtHttpServer keeps the body of a request until the next one.
constexpr qsizetype largestKept = 64LL * 1024;
// Strangers name paths, too: a few are remembered, and none that is long.
constexpr qsizetype mostAgreed = 64;
constexpr qsizetype longestAgreed = 256;

} // namespace

void QtRequestParser::attach(GuardServer *server)
{
    bind(server);
    m_server = server;
}

bool QtRequestParser::agreesWith(const RequestGuard &guard)
{
    const RequestHead &head = guard.head();
    const QByteArray asked = head.method + ' ' + head.path + ' ' + head.field("host");
    if (m_agreed.contains(asked))
        return true;
    const auto parsed = parse(guard.canonicalRequest());
    if (!parsed || parsed->method != head.method || parsed->path != head.path
        || parsed->body != guard.body())
        return false;
    if (m_agreed.size() >= mostAgreed)
        m_agreed.clear();
    if (asked.size() <= longestAgreed)
        m_agreed.insert(asked);
    return true;
}

std::optional<Request> QtRequestParser::parse(QByteArray request)
{
    m_parsed.reset();
    if (!m_server)
        return {};
    if (!m_socket) {
        // QtHttpServer becomes its owner in handOver().
        m_socket = new ReplaySocket(this);
        m_server->handOver(m_socket);
    }
    const bool isLarge = request.size() > largestKept;
    const bool isRead = m_socket->play(std::move(request));
    // What is left of one request must not become a part of the next.
    if (!readsSeveral || isLarge || !m_parsed || !isRead)
        leaveSocket();
    return std::exchange(m_parsed, std::nullopt);
}

void QtRequestParser::leaveSocket()
{
    m_socket->retire();
    m_socket = nullptr;
}

void QtRequestParser::take(const QHttpServerRequest &request)
{
    const char *method = QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(
        static_cast<int>(request.method()));
    Request parsed;
    parsed.method = QByteArray(method).toUpper();
    parsed.path = request.url().path(QUrl::FullyEncoded).toUtf8();
    parsed.body = request.body();
    m_parsed = std::move(parsed);
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

bool QtRequestParser::handleRequest(const QHttpServerRequest &request,
                                    QHttpServerResponder &responder)
{
    Q_UNUSED(responder)
    take(request);
    return true;
}

void QtRequestParser::missingHandler(const QHttpServerRequest &request,
                                     QHttpServerResponder &responder)
{
    Q_UNUSED(request)
    Q_UNUSED(responder)
}

#else

bool QtRequestParser::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    Q_UNUSED(socket)
    take(request);
    return true;
}

void QtRequestParser::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    Q_UNUSED(request)
    Q_UNUSED(socket)
}

#endif

} // namespace fairlead::http::engine
