// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "tests/fakes/testdatabase.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace fairlead::tests {
namespace {

constexpr std::chrono::seconds patience{20};

} // namespace

TestInstance::TestInstance(const QByteArray &settingsText)
{
    const QString keyFile = m_home.filePath(u"key"_s);
    if (!durableWrite(keyFile, randomBytes(32)))
        qFatal("The key file cannot be written.");
    qputenv("FAIRLEAD_MASTER_KEY_FILE", keyFile.toUtf8());
    const auto dataFolder = settings::DataFolder::open(m_home.filePath(u"data"_s));
    if (!durableWrite(dataFolder.value().settings(), settingsText))
        qFatal("The settings cannot be written.");
    auto server =
        wiring::ServerInstance::create({.dataFolder = dataFolder.value(),
                                        .port = 0,
                                        .database = fakes::testDatabase(dataFolder->path()),
                                        .fallback = secrets::FallbackPolicy::Never});
    if (!server || !(*server)->serve())
        qFatal("The server cannot start.");
    m_server = std::move(*server);
}

TestInstance::~TestInstance() = default;

quint16 TestInstance::port() const
{
    return static_cast<quint16>(QUrl(QString::fromLatin1(m_server->facts().url)).port());
}

QString TestInstance::folder() const
{
    return m_home.filePath(u"data"_s);
}

QByteArray TestInstance::controlToken() const
{
    QFile file(m_home.filePath(u"data/control.token"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

accounts::CreatedMcpKey TestInstance::newKey(const QString &userId, tools::KeyAccess access)
{
    return m_server->keys()
        .create({.userId = userId,
                 .name = u"Test"_s,
                 .access = access,
                 .connectionIds = {},
                 .expiresAt = {},
                 .asks = tools::KeyAsking::Never})
        .value();
}

TestInstance::Answer TestInstance::send(const QByteArray &bytes) const
{
    QTcpSocket socket;
    QByteArray received;
    QObject::connect(
        &socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    // QTest::qWaitFor() looks every 10 ms only, and there are thousands of requests.
    QEventLoop untilClosed;
    QObject::connect(
        &socket, &QTcpSocket::disconnected, &untilClosed, [&] { untilClosed.exit(0); });
    QTimer::singleShot(patience, &untilClosed, [&] { untilClosed.exit(1); });
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
    socket.connectToHost(QHostAddress::LocalHost, port());
    const bool closed = untilClosed.exec() == 0;
    received += socket.readAll();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (!closed || end < 0)
        return {};
    return {.status = received.mid(9, 3).toInt(),
            .head = received.first(end + 2),
            .body = received.sliced(end + 4)};
}

TestInstance::Answer TestInstance::request(const QByteArray &method,
                                           const QByteArray &target,
                                           const QByteArray &headers,
                                           const QByteArray &body) const
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\n" + headers;
    if (!("\r\n" + headers.toLower()).contains("\r\nhost:"))
        bytes += "Host: 127.0.0.1:" + QByteArray::number(port()) + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return send(bytes + "\r\n" + body);
}

TestInstance::Answer TestInstance::ask(const QByteArray &method,
                                       const QByteArray &target,
                                       const QByteArray &json,
                                       const QByteArray &credential) const
{
    QByteArray headers =
        "Authorization: Bearer " + (credential.isEmpty() ? controlToken() : credential) + "\r\n";
    if (!json.isEmpty())
        headers += "Content-Type: application/json\r\n";
    return request(method, target, headers, json);
}

QByteArray TestInstance::managementToken() const
{
    const Answer made = ask("POST"_ba, "/api/tokens"_ba, "{}"_ba);
    return QJsonDocument::fromJson(made.body)[u"token"_s].toString().toLatin1();
}

} // namespace fairlead::tests
