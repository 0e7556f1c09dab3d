// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"

#include <QRegularExpression>
#include <QTest>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

RawClient::RawClient(const QString &origin)
{
    const QUrl url(origin);
    m_socket.connectToHost(url.host(), quint16(url.port()));
    QObject::connect(
        &m_socket, &QTcpSocket::readyRead, &m_socket, [this] { m_received += m_socket.readAll(); });
    [[maybe_unused]] const bool isOpen = QTest::qWaitFor([this] { return isConnected(); });
}

QByteArray RawClient::answer(int timeoutMs)
{
    qsizetype size = -1;
    const auto isWhole = [this, &size] {
        static const QRegularExpression length(u"content-length: (\\d+)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        const qsizetype headEnd = m_received.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
            const auto match = length.match(QString::fromLatin1(m_received.left(headEnd)));
            size = headEnd + 4 + match.captured(1).toLongLong();
        }
        return (size >= 0 && m_received.size() >= size) || !isConnected();
    };
    if (!QTest::qWaitFor(isWhole, timeoutMs))
        return {};
    const QByteArray result = m_received.left(qMax(qsizetype(0), size));
    m_received.remove(0, result.size());
    return result;
}

QByteArray RawClient::everything(int timeoutMs)
{
    if (!QTest::qWaitFor([this] { return !isConnected(); }, timeoutMs))
        return {};
    return m_received;
}

QByteArray RawClient::request(const QByteArray &method,
                              const QByteArray &target,
                              const QByteArray &body)
{
    const QByteArray token = QByteArray("ada@northwind.example:sandbox-api-token-ada").toBase64();
    QByteArray result = method + ' ' + target
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + token + "\r\n";
    if (!body.isEmpty())
        result += "Content-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n";
    return result + "\r\n" + body;
}

int RawClient::statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

QByteArray RawClient::bodyOf(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace fairlead::sandbox
