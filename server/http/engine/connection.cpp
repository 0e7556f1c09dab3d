// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/connection.h"

#include "server/http/engine/connectionexchange.h"
#include "server/http/engine/halfclose.h"
#include "server/http/engine/qtrequestparser.h"
#include "server/http/engine/querytext.h"
#include "server/http/engine/responsehead.h"
#include "server/http/engine/socketeventstream.h"
#include "server/http/engine/streamregistry.h"
#include "server/http/logging.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {
namespace {

constexpr qint64 readBuffer = 64LL * 1024;
constexpr qsizetype readAtOnce = 4096; // what is more goes to the heap
// A connection may wait for a minute; what it keeps of its last request meanwhile shall be little.
constexpr qsizetype mostKept = 16LL * 1024;

Response problemOf(const Refusal &refusal)
{
    return Response::problem(refusal.status, refusal.code, refusal.detail);
}

} // namespace

Connection::Connection(qintptr descriptor, const Shared &shared, QObject *parent)
    : QObject(parent)
    , m_shared(shared)
    , m_wire(shared.outbox)
    , m_deadline(shared.deadlines)
    , m_guard(shared.limits)
{
    connect(&m_deadline, &Deadline::passed, this, &Connection::handleTimeout);
    connect(&m_wire, &QTcpSocket::readyRead, this, &Connection::readWire);
    connect(&m_wire, &QTcpSocket::bytesWritten, this, &Connection::noteWritten);
    // Queued: a write can notice the disconnect, and its caller must not be deleted under its feet.
    connect(&m_wire,
            &QTcpSocket::disconnected,
            this,
            &Connection::handleDisconnect,
            Qt::QueuedConnection);
    m_wire.setReadBufferSize(readBuffer);
    if (!m_wire.setSocketDescriptor(descriptor)) {
        QMetaObject::invokeMethod(this, &Connection::handleDisconnect, Qt::QueuedConnection);
        return;
    }
    m_wire.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_deadline.set(shared.limits.headTime);
}

Connection::~Connection() = default;

bool Connection::isConnected() const
{
    return m_wire.state() == QAbstractSocket::ConnectedState;
}

bool Connection::isIdle() const
{
    return m_phase == Phase::Waiting && isConnected() && m_wire.unsentBytes() == 0
        && m_wire.bytesAvailable() == 0;
}

void Connection::abort()
{
    m_wire.abort();
}

void Connection::turnAway()
{
    if (isConnected())
        refuse({.status = 503,
                .code = u"too_many_connections"_s,
                .detail = u"Too many connections are open. Try again later."_s});
}

void Connection::shutDown()
{
    const Refusal refusal{
        .status = 503, .code = u"shutting_down"_s, .detail = u"The server is shutting down."_s};
    switch (m_phase) {
    case Phase::InFlight:
        m_head.closes = true;
        if (m_exchange)
            m_exchange->abandon(problemOf(refusal));
        break;
    case Phase::Streaming:
        m_head.closes = true;
        if (m_stream)
            m_stream->close();
        break;
    case Phase::Reading:
        if (m_guard.hasBegun()) {
            refuse(refusal);
            break;
        }
        [[fallthrough]];
    case Phase::Waiting:
        m_wire.disconnectFromHost();
        break;
    case Phase::Leaving:
        break;
    }
}

void Connection::readWire()
{
    switch (m_phase) {
    case Phase::Waiting:
    case Phase::Reading:
        readRequest();
        return;
    case Phase::InFlight:
    case Phase::Streaming:
        qCInfo(lcHttp, "A client sent more while its request was being answered: disconnected.");
        m_wire.abort();
        return;
    case Phase::Leaving:
        m_thrownAway += m_wire.readAll().size();
        if (m_thrownAway > m_shared.limits.lingerBytes)
            m_wire.abort();
        return;
    }
}

void Connection::readRequest()
{
    if (m_phase == Phase::Waiting) {
        enter(Phase::Reading);
        m_deadline.set(m_shared.limits.headTime);
    }
    // Into memory of its own: a QByteArray would take the socket's buffer with it, which then has
    // to be made anew, 32 KiB of it, for every request.
    QVarLengthArray<char, readAtOnce> bytes(m_wire.bytesAvailable());
    const qint64 size = m_wire.read(bytes.data(), bytes.size());
    m_guard.feed(QByteArrayView(bytes.constData(), std::max<qint64>(size, 0)));
    if (m_guard.state() == RequestGuard::State::Refused) {
        refuse(m_guard.refusal());
        return;
    }
    if (m_guard.state() == RequestGuard::State::NeedHead)
        return;
    if (!m_headJudged) {
        m_headJudged = true;
        if (const auto refusal = m_shared.policy.check(m_guard.head())) {
            refuse(*refusal);
            return;
        }
        m_deadline.set(m_shared.limits.bodyTime);
        if (m_guard.head().expectsContinue && m_guard.state() == RequestGuard::State::NeedBody)
            m_wire.write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    if (m_guard.state() == RequestGuard::State::Complete)
        deliver();
}

void Connection::deliver()
{
    if (!m_shared.parser.agreesWith(m_guard)) {
        qCWarning(lcHttp, "QtHttpServer read a request in another way than the guard.");
        refuse(badRequest(u"The request could not be understood."_s));
        return;
    }
    m_head = m_guard.head();
    Request request{.method = m_head.method,
                    .path = m_head.path,
                    .query = decodedQuery(m_head.query),
                    .headers = m_head.fields,
                    .pathParameters = {},
                    .body = m_guard.body()};
    m_guard.reset();
    m_headJudged = false;
    enter(Phase::InFlight);
    m_deadline.clear();
    m_exchange = std::make_unique<ConnectionExchange>(*this, std::move(request));
    m_shared.handler(m_exchange.get());
}

void Connection::refuse(const Refusal &refusal)
{
    qCInfo(lcHttp, "Refused a request: %d %ls", refusal.status, qUtf16Printable(refusal.code));
    const Response response = problemOf(refusal);
    const auto head = writeResponseHead(response, Framing::Length, Persistence::Close);
    m_wire.write(*head + response.body);
    enter(Phase::Leaving);
    m_wire.flush();
    noteWritten();
    m_deadline.set(m_shared.limits.lingerTime);
}

void Connection::sendResponse(const Response &response)
{
    if (!isConnected())
        return;
    const auto persistence = m_head.closes ? Persistence::Close : Persistence::KeepAlive;
    auto head = writeResponseHead(response, Framing::Length, persistence);
    if (!head) {
        qCWarning(lcHttp, "A handler's answer held a header field that must not be sent.");
        sendResponse(
            Response::problem(500, u"internal"_s, u"The server could not write its answer."_s));
        return;
    }
    if (!headOnly() && mayHaveBody(response.status))
        head->append(response.body);
    m_wire.send(*head);
    if (m_exchange && m_exchange->request().body.size() > mostKept)
        freeExchange();
    nextRequest();
}

/** Not at once: the answer may come from within it. */
void Connection::freeExchange()
{
    if (m_exchange)
        m_exchange.release()->deleteLater();
}

bool Connection::hasRoomForStream(const QString &ownerId) const
{
    return m_shared.streams.hasRoomFor(ownerId);
}

EventStream *Connection::startStream(const QString &ownerId, const QList<Header> &headers)
{
    if (!hasRoomForStream(ownerId)) {
        Response full =
            Response::problem(429,
                              u"too_many_streams"_s,
                              u"Too many event streams are open. Close one, or try again later."_s);
        full.headers.append({"Retry-After"_ba, "10"_ba});
        sendResponse(full);
        return nullptr;
    }
    Response opening;
    opening.headers = headers;
    opening.headers.append({"Content-Type"_ba, "text/event-stream"_ba});
    const auto persistence = m_head.closes ? Persistence::Close : Persistence::KeepAlive;
    const auto head = writeResponseHead(opening, Framing::Chunked, persistence);
    if (!head || headOnly()) {
        sendResponse(opening);
        return nullptr;
    }
    m_wire.send(*head);
    enter(Phase::Streaming);
    // Streams stay open for hours, and their clients say no more on them.
    m_wire.freeBuffers();
    m_head.fields = {};
    freeExchange();
    m_stream = new SocketEventStream(*this, m_shared, ownerId);
    return m_stream;
}

bool Connection::sendStreamPart(QByteArrayView part)
{
    if (m_phase != Phase::Streaming || !isConnected())
        return false;
    if (m_wire.unsentBytes() > m_shared.limits.unsentBytes)
        m_wire.flush();
    if (m_wire.unsentBytes() > m_shared.limits.unsentBytes) {
        qCInfo(lcHttp, "The reader of an event stream does not keep up: disconnected.");
        m_wire.abort();
        return false;
    }
    constexpr qsizetype roomForLength = 32;
    QByteArray chunk;
    chunk.reserve(part.size() + roomForLength);
    chunk.append(QByteArray::number(part.size(), 16)).append("\r\n").append(part).append("\r\n");
    m_wire.send(chunk);
    m_wire.freeWriteBuffer();
    return true;
}

void Connection::finishStream()
{
    if (m_phase != Phase::Streaming)
        return;
    m_wire.send("0\r\n\r\n");
    nextRequest();
}

void Connection::nextRequest()
{
    if (m_head.closes) {
        leave();
        return;
    }
    enter(Phase::Waiting);
    setDeadline();
}

/** Closes once everything is written; the request was read whole, so nothing is lost. */
void Connection::leave()
{
    enter(Phase::Leaving);
    m_deadline.set(m_shared.limits.bodyTime);
    m_wire.disconnectFromHost();
}

void Connection::enter(Phase phase)
{
    m_phase = phase;
}

void Connection::setDeadline()
{
    m_deadline.set(m_wire.bytesToWrite() > 0 ? m_shared.limits.bodyTime : m_shared.limits.idleTime);
}

void Connection::noteWritten()
{
    if (m_phase == Phase::Waiting)
        setDeadline();
    else if (m_phase == Phase::Leaving && m_wire.bytesToWrite() > 0)
        m_deadline.set(m_shared.limits.bodyTime);
    else if (m_phase == Phase::Leaving && isConnected())
        stopSending(m_wire.socketDescriptor());
}

void Connection::handleTimeout()
{
    const bool unfinished = m_phase == Phase::Reading && m_guard.hasBegun();
    if (!unfinished) {
        m_wire.abort();
        return;
    }
    refuse({.status = 408,
            .code = u"request_timeout"_s,
            .detail = u"The request did not arrive in time."_s});
}

void Connection::handleDisconnect()
{
    m_deadline.clear();
    enter(Phase::Leaving);
    if (m_exchange)
        m_exchange->noteClientLeft();
    if (m_stream)
        m_stream->end();
    Q_EMIT gone();
    deleteLater();
}

} // namespace fairlead::http::engine
