// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace fairlead::fakes {

/**
 * A server on a free loopback port whose answers are raw bytes written by the test, faults
 * included: it can drip, cut, lie about lengths or never answer.
 */
class LocalHttpServer final : public QObject
{
    Q_OBJECT

public:
    struct Received
    {
        QByteArray head; ///< request line and headers
        QByteArray body;
    };
    using Answer = std::function<void(QTcpSocket &, const Received &)>;

    enum class Transport { Plain, Tls };

    explicit LocalHttpServer(Answer answer, Transport transport = Transport::Plain);
    /** Over TLS, with this certificate of tests/data/net. */
    LocalHttpServer(Answer answer, const QString &certificate);
    ~LocalHttpServer() override;

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] const QList<Received> &received() const { return m_received; }
    [[nodiscard]] int connectionCount() const { return m_connections; }

    /** A whole answer with its length, as bytes. */
    [[nodiscard]] static QByteArray answer(const QByteArray &statusLine,
                                           const QByteArray &body,
                                           const QByteArray &headers = {});

Q_SIGNALS:
    void requestReceived();

private:
    LocalHttpServer(Answer answer, Transport transport, std::unique_ptr<QTcpServer> server);
    void accept(QTcpSocket *socket);
    void read(QTcpSocket *socket);

    Answer m_answer;
    Transport m_transport;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Received> m_received;
    int m_connections = 0;
    std::unique_ptr<QTcpServer> m_server; // last: its sockets report their end to the others
};

} // namespace fairlead::fakes
