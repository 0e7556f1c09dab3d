// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The floor of the benchmark: QHttpServer and QNetworkAccessManager with nothing around them. Every
// POST to /mcp is taken for a tool call and answered with what the upstream says; no key, no
// limits, no sessions, no protocol. It shows what the toolkit itself costs.
#include <QCoreApplication>
#include <QHttpServer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTcpSocket>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QByteArray answerTo(const QJsonValue &id, const QByteArray &text)
{
    const QJsonObject part{{u"type"_s, u"text"_s}, {u"text"_s, QString::fromUtf8(text)}};
    const QJsonObject message{{u"jsonrpc"_s, u"2.0"_s},
                              {u"id"_s, id},
                              {u"result"_s, QJsonObject{{u"content"_s, QJsonArray{part}}}}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

class Floor final : public QAbstractHttpServer
{
public:
    explicit Floor(const QUrl &upstream)
        : m_upstream(upstream)
    {}

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        const QJsonValue id = QJsonDocument::fromJson(request.body()).object()["id"_L1];
        QNetworkReply *reply = m_network.get(QNetworkRequest(m_upstream));
        const QPointer<QTcpSocket> client(socket);
        connect(reply, &QNetworkReply::finished, this, [reply, client, id] {
            reply->deleteLater();
            if (!client)
                return;
            const QByteArray body = answerTo(id, reply->readAll());
            client->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                          + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *socket) override
    {
        socket->close();
    }

private:
    QUrl m_upstream;
    QNetworkAccessManager m_network;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    Floor floor(QUrl(arguments.value(1)));
    const quint16 port = floor.listen(QHostAddress::LocalHost);
    if (arguments.size() != 2 || port == 0) {
        std::fputs("Usage: fairlead-floor URL-OF-THE-UPSTREAM\n", stderr);
        return 2;
    }
    std::printf("{\"url\":\"http://127.0.0.1:%d\"}\n", int(port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
