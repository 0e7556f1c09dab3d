// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/rawclient.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

constexpr int patience = 10'000;

/** The decoded body when all chunks are there. */
std::optional<QByteArray> takeChunks(QByteArray &bytes)
{
    QByteArray body;
    qsizetype at = 0;
    while (true) {
        const qsizetype end = bytes.indexOf("\r\n", at);
        if (end < 0)
            return {};
        const qsizetype size = bytes.sliced(at, end - at).toLongLong(nullptr, 16);
        if (bytes.size() < end + 2 + size + 2)
            return {};
        body += bytes.sliced(end + 2, size);
        at = end + 2 + size + 2;
        if (size == 0)
            break;
    }
    bytes.remove(0, at);
    return body;
}

} // namespace

QByteArray RawResponse::field(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port, const QHostAddress &address)
    : m_host("127.0.0.1:" + QByteArray::number(port))
{
    m_socket.connectToHost(address, port);
    if (!m_socket.waitForConnected(patience))
        qWarning("The test client cannot connect.");
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::get(const QByteArray &path, const QByteArray &lines)
{
    send("GET " + path + " HTTP/1.1\r\nHost: " + m_host + "\r\n" + lines + "\r\n");
}

void RawClient::post(const QByteArray &path, const QByteArray &body, const QByteArray &lines)
{
    send("POST " + path + " HTTP/1.1\r\nHost: " + m_host + "\r\nContent-Length: "
         + QByteArray::number(body.size()) + "\r\n" + lines + "\r\n" + body);
}

bool RawClient::readMore()
{
    if (m_socket.bytesAvailable() == 0 && m_socket.state() == QAbstractSocket::ConnectedState) {
        QSignalSpy read(&m_socket, &QTcpSocket::readyRead);
        QSignalSpy left(&m_socket, &QTcpSocket::disconnected);
        [[maybe_unused]] const bool came =
            QTest::qWaitFor([&] { return !read.isEmpty() || !left.isEmpty(); }, patience);
    }
    const QByteArray more = m_socket.readAll();
    m_unread += more;
    return !more.isEmpty();
}

std::optional<RawResponse> RawClient::response(bool headOnly)
{
    qsizetype end = -1;
    while ((end = m_unread.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return {};
    }
    RawResponse response;
    response.head = m_unread.first(end + 2);
    m_unread.remove(0, end + 4);
    response.status = response.head.mid(sizeof("HTTP/1.1"), 3).toInt();
    if (headOnly)
        return response;
    if (response.field("Transfer-Encoding"_ba) == "chunked") {
        std::optional<QByteArray> body;
        while (!(body = takeChunks(m_unread))) {
            if (!readMore())
                return {};
        }
        response.body = *body;
        return response;
    }
    const qsizetype length = response.field("Content-Length"_ba).toLongLong();
    while (m_unread.size() < length) {
        if (!readMore())
            return {};
    }
    response.body = m_unread.first(length);
    m_unread.remove(0, length);
    return response;
}

QByteArray RawClient::readUntil(const QByteArray &text)
{
    const QDeadlineTimer deadline(patience);
    while (!m_unread.contains(text) && !deadline.hasExpired()) {
        if (!readMore())
            break;
    }
    return rest();
}

bool RawClient::waitForEnd()
{
    return QTest::qWaitFor(
        [this] {
            m_unread += m_socket.readAll();
            return m_socket.state() == QAbstractSocket::UnconnectedState;
        },
        patience);
}

QByteArray RawClient::rest()
{
    return std::exchange(m_unread, {});
}

} // namespace fairlead::http
