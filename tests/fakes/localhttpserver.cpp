// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/localhttpserver.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fairlead::fakes {
namespace {

std::unique_ptr<QTcpServer> tlsServer(const QString &certificate)
{
    const QString folder = QStringLiteral(FAIRLEAD_TEST_DATA "/net/");
    QFile keyFile(folder + u"localhost.key"_s);
    if (!keyFile.open(QIODevice::ReadOnly))
        qFatal("The test's key is missing");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(folder + certificate));
    tls.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    return server;
}

qsizetype contentLength(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype start = lower.indexOf("content-length:");
    return start < 0 ? 0 : lower.mid(start + 15).split('\r').first().trimmed().toLongLong();
}

} // namespace

LocalHttpServer::LocalHttpServer(Answer answer, Transport transport)
    : LocalHttpServer(std::move(answer),
                      transport,
                      transport == Transport::Tls ? tlsServer(u"localhost.pem"_s)
                                                  : std::make_unique<QTcpServer>())
{}

LocalHttpServer::LocalHttpServer(Answer answer, const QString &certificate)
    : LocalHttpServer(std::move(answer), Transport::Tls, tlsServer(certificate))
{}

LocalHttpServer::LocalHttpServer(Answer answer,
                                 Transport transport,
                                 std::unique_ptr<QTcpServer> server)
    : m_answer(std::move(answer))
    , m_transport(transport)
    , m_server(std::move(server))
{
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            accept(socket);
    });
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("The test's server cannot listen");
}

LocalHttpServer::~LocalHttpServer() = default;

QUrl LocalHttpServer::url(const QString &path) const
{
    const bool tls = m_transport == Transport::Tls;
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(tls ? u"https"_s : u"http"_s)
                    .arg(m_server->serverPort())
                    .arg(path));
}

QByteArray LocalHttpServer::answer(const QByteArray &statusLine,
                                   const QByteArray &body,
                                   const QByteArray &headers)
{
    return "HTTP/1.1 "_ba + statusLine + "\r\nContent-Length: "_ba + QByteArray::number(body.size())
        + "\r\n"_ba + headers + "\r\n"_ba + body;
}

void LocalHttpServer::accept(QTcpSocket *socket)
{
    ++m_connections;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_buffers.remove(socket);
        socket->deleteLater();
    });
}

void LocalHttpServer::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = buffer.first(headEnd);
    const qsizetype length = contentLength(head);
    if (buffer.size() < headEnd + 4 + length)
        return;
    const Received received{head, buffer.mid(headEnd + 4, length)};
    buffer.remove(0, headEnd + 4 + length);
    m_received.append(received);
    m_answer(*socket, received);
    Q_EMIT requestReceived();
}

} // namespace fairlead::fakes
