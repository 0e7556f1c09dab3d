// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"
#include "tests/fakes/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** What a person can do through the REST API, on a whole server. */
class TestServerInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_instance = std::make_unique<tests::TestInstance>(); }
    void cleanup() { m_instance.reset(); }

    void saysHowItIs()
    {
        const auto health = m_instance->request("GET"_ba, "/health"_ba, {});
        QCOMPARE(health.status, 200);
        const QJsonObject answer = QJsonDocument::fromJson(health.body).object();
        QCOMPARE(answer.value(u"status"_s).toString(), u"ok"_s);
        QCOMPARE(answer.value(u"secrets"_s).toString(), u"ready"_s);
        const QJsonObject status = call("GET"_ba, "/api/status"_ba, 200);
        QCOMPARE(status.value(u"url"_s).toString().toLatin1(), m_instance->server().facts().url);
    }

    // Every client pays for this list in every conversation.
    void listsItsToolsInFewBytes()
    {
        const auto key = m_instance->newKey(m_instance->server().defaultUser().id);
        const auto first = listTools(key.secret, "/mcp"_ba);
        QCOMPARE(first.status, 200);
        QVERIFY(namesIn(first).contains(u"find_tools"_s));
        QVERIFY2(first.body.size() < 12'000, QByteArray::number(first.body.size()).constData());
        QVERIFY(!first.body.contains("$defs"));
        QCOMPARE(listTools(key.secret, "/mcp"_ba).body, first.body);
    }

    void listsWhatTheKeyOrTheAddressSwitchesOn()
    {
        const QJsonObject created =
            call("POST"_ba,
                 "/api/users/me/mcp-keys"_ba,
                 201,
                 {{u"name"_s, u"Cursor"_s}, {u"toolsets"_s, QJsonArray{u"jira_agile"_s}}});
        const Secret key(created.value(u"key"_s).toString().toLatin1());
        const QString sprints = u"jira_list_sprints"_s;
        QVERIFY(namesIn(listTools(key, "/mcp"_ba)).contains(sprints));
        QVERIFY(!namesIn(listTools(key, "/mcp?toolsets="_ba)).contains(sprints));
        QVERIFY(
            namesIn(listTools(key, "/mcp?toolsets=notion_views,jira_agile"_ba)).contains(sprints));

        const QByteArray path =
            "/api/users/me/mcp-keys/" + created.value(u"id"_s).toString().toLatin1();
        const QJsonObject changed =
            call("PATCH"_ba, path, 200, {{u"toolsets"_s, QJsonArray{u"jira_links"_s}}});
        QCOMPARE(changed.value(u"toolsets"_s).toArray(), QJsonArray{u"jira_links"_s});
        QCOMPARE(changed.value(u"name"_s).toString(), u"Cursor"_s);
        QVERIFY(!namesIn(listTools(key, "/mcp"_ba)).contains(sprints));
        QVERIFY(namesIn(listTools(key, "/mcp?toolsets=all"_ba)).contains(sprints));
    }

    void refusesToolsetsThatThereAreNot()
    {
        const auto key = m_instance->newKey(m_instance->server().defaultUser().id);
        const auto answer = listTools(key.secret, "/mcp?toolsets=jira_zebra"_ba);
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("jira_agile"));
        const QByteArray path = "/api/users/me/mcp-keys/" + key.key.id.toLatin1();
        (void)call("PATCH"_ba, path, 400, {{u"toolsets"_s, QJsonArray{u"jira_zebra"_s}}});
        (void)call("PATCH"_ba, path, 400, {{u"toolsets"_s, u"all"_s}});
        (void)call("PATCH"_ba, path, 400, {{u"toolsets"_s, QJsonArray{7}}});
        (void)call("PATCH"_ba, path, 400, QJsonObject());
    }

    void keepsItsFilesToItsOwner()
    {
        (void)call("POST"_ba, "/api/users/me/mcp-keys"_ba, 201, {{u"name"_s, u"Cursor"_s}});
        const QFileInfoList files =
            QDir(m_instance->folder()).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
        QVERIFY(files.size() >= 3);
        const auto foreign =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QFileInfo &file : files)
            QVERIFY2(!(file.permissions() & foreign), qPrintable(file.fileName()));
    }

    void managesKeys()
    {
        const QJsonObject created =
            call("POST"_ba,
                 "/api/users/me/mcp-keys"_ba,
                 201,
                 {{u"name"_s, u"Cursor"_s}, {u"access"_s, u"read"_s}, {u"expires_in"_s, 3600}});
        const QByteArray path =
            "/api/users/me/mcp-keys/" + created.value(u"id"_s).toString().toLatin1();
        const QByteArray secret = created.value(u"key"_s).toString().toLatin1();
        QVERIFY(secret.startsWith("mcp_") && secret.size() == 68);
        QVERIFY(created.value(u"expires_at"_s).isString());

        const QJsonObject renamed = call("PATCH"_ba, path, 200, {{u"name"_s, u"Editor"_s}});
        QCOMPARE(renamed.value(u"name"_s).toString(), u"Editor"_s);
        const QJsonObject rotated = call("POST"_ba, path + "/rotate", 200);
        QVERIFY(rotated.value(u"key"_s).toString().toLatin1() != secret);
        (void)call("DELETE"_ba, path, 204);

        const QJsonArray keys =
            call("GET"_ba, "/api/users/me/mcp-keys"_ba, 200).value(u"keys"_s).toArray();
        QCOMPARE(keys.size(), 1);
        QVERIFY(keys[0][u"revoked_at"_s].isString());
        QVERIFY(keys[0][u"key"_s].isUndefined());
    }

    void refusesAKeyThatMakesNoSense_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no name") << QJsonObject() << 400;
        QTest::newRow("name is a number") << QJsonObject{{u"name"_s, 7}} << 400;
        QTest::newRow("long name") << QJsonObject{{u"name"_s, QString(101, u'x')}} << 400;
        QTest::newRow("access") << QJsonObject{{u"name"_s, u"a"_s}, {u"access"_s, u"root"_s}}
                                << 400;
        QTest::newRow("already over")
            << QJsonObject{{u"name"_s, u"a"_s}, {u"expires_in"_s, 0}} << 400;
        QTest::newRow("unknown connection")
            << QJsonObject{{u"name"_s, u"a"_s}, {u"connections"_s, QJsonArray{u"con_1"_s}}} << 404;
        QTest::newRow("no connection at all")
            << QJsonObject{{u"name"_s, u"a"_s}, {u"connections"_s, QJsonArray()}} << 400;
        QTest::newRow("misspelt member")
            << QJsonObject{{u"name"_s, u"a"_s}, {u"acess"_s, u"read"_s}} << 400;
        QTest::newRow("hidden characters") << QJsonObject{{u"name"_s, u"a\u202Eb"_s}} << 400;
        QTest::newRow("connections no list")
            << QJsonObject{{u"name"_s, u"a"_s}, {u"connections"_s, u"con_1"_s}} << 400;
    }
    void refusesAKeyThatMakesNoSense()
    {
        QFETCH(QJsonObject, body);
        QFETCH(int, status);
        const QJsonObject problem = call("POST"_ba, "/api/users/me/mcp-keys"_ba, status, body);
        QVERIFY(!problem.value(u"detail"_s).toString().isEmpty());
        QVERIFY(m_instance->server().keys().list(m_instance->server().defaultUser().id)->isEmpty());
    }

    void refusesAMemberThatIsGivenTwice()
    {
        const auto answer =
            m_instance->request("POST"_ba,
                                "/api/users/me/mcp-keys"_ba,
                                "Authorization: Bearer " + m_instance->controlToken()
                                    + "\r\nContent-Type: application/json\r\n",
                                R"({"name":"a","access":"read","access":"full"})"_ba);
        QCOMPARE(answer.status, 400);
        QVERIFY(m_instance->server().keys().list(m_instance->server().defaultUser().id)->isEmpty());
    }

    void forgetsAKeyOnRequest()
    {
        const QJsonObject created =
            call("POST"_ba, "/api/users/me/mcp-keys"_ba, 201, {{u"name"_s, u"Once"_s}});
        const QByteArray path =
            "/api/users/me/mcp-keys/" + created.value(u"id"_s).toString().toLatin1();
        (void)call("DELETE"_ba, path + "?forget=true", 204);
        QVERIFY(
            call("GET"_ba, "/api/users/me/mcp-keys"_ba, 200).value(u"keys"_s).toArray().isEmpty());
        const auto refused =
            m_instance->server().keys().authenticate(created.value(u"key"_s).toString().toLatin1());
        QVERIFY(!refused);
    }

    void keepsUsersApart()
    {
        const QJsonObject user = call("POST"_ba, "/api/users"_ba, 201, {{u"name"_s, u"Second"_s}});
        const QJsonObject token =
            call("POST"_ba, "/api/tokens"_ba, 201, {{u"user"_s, u"Second"_s}});
        QCOMPARE(token.value(u"user_id"_s), user.value(u"id"_s));
        const QJsonObject mine =
            call("POST"_ba, "/api/users/me/mcp-keys"_ba, 201, {{u"name"_s, u"Mine"_s}});
        const QByteArray myKey =
            "/api/users/me/mcp-keys/" + mine.value(u"id"_s).toString().toLatin1();

        const QByteArray second = token.value(u"token"_s).toString().toLatin1();
        QVERIFY(callAs(second, "GET"_ba, "/api/users/me/mcp-keys"_ba, 200)
                    .value(u"keys"_s)
                    .toArray()
                    .isEmpty());
        (void)callAs(second, "DELETE"_ba, myKey, 404);
        (void)callAs(second, "PATCH"_ba, myKey, 404, {{u"name"_s, u"Theirs"_s}});
        (void)callAs(second, "POST"_ba, myKey + "/rotate", 404);
        (void)callAs(second, "GET"_ba, "/api/users"_ba, 403);
        (void)callAs(second, "POST"_ba, "/api/users"_ba, 403, {{u"name"_s, u"Third"_s}});
        (void)callAs(second,
                     "POST"_ba,
                     "/api/tokens"_ba,
                     403,
                     {{u"user"_s, m_instance->server().defaultUser().id}});
        (void)callAs(second, "POST"_ba, "/api/tokens"_ba, 403);
    }

    void namesAnUnknownProvider()
    {
        const QJsonObject problem = call("POST"_ba,
                                         "/api/pm/providers/import-projects"_ba,
                                         400,
                                         {{u"provider_type"_s, u"trello"_s},
                                          {u"base_url"_s, u"https://x"_s},
                                          {u"api_token"_s, u"t"_s}});
        QVERIFY(problem.value(u"detail"_s).toString().contains(u"jira"_s));
    }

    void leavesItToTheProviderWhetherASiteIsNeeded()
    {
        const QJsonObject problem =
            call("POST"_ba,
                 "/api/pm/providers/import-projects"_ba,
                 400,
                 {{u"provider_type"_s, u"jira"_s}, {u"api_token"_s, u"t"_s}});
        QVERIFY(!problem.value(u"detail"_s).toString().contains(u"base_url"_s));
        QVERIFY(problem.value(u"detail"_s).toString().contains(u"atlassian.net"_s));
    }

    void saysWhichPortIsInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        QTemporaryDir home;
        const auto folder = settings::DataFolder::open(home.filePath(u"data"_s));
        auto server =
            wiring::ServerInstance::create({.dataFolder = *folder,
                                            .port = other.serverPort(),
                                            .database = fakes::testDatabase(folder->path()),
                                            .fallback = secrets::FallbackPolicy::Never});
        QVERIFY(server);
        const auto serving = (*server)->serve();
        QVERIFY(!serving);
        QVERIFY(serving.error().message.contains(QString::number(other.serverPort())));
        QVERIFY(serving.error().message.contains(u"--port"_s));
        QVERIFY(!QFile::exists(folder->endpoint()));
    }

    void closesStreamsInOrderWhenItStops()
    {
        const auto key = m_instance->newKey(m_instance->server().defaultUser().id);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, m_instance->port());
        client.write("GET /sse HTTP/1.1\r\nHost: 127.0.0.1:"
                     + QByteArray::number(m_instance->port()) + "\r\nAuthorization: Bearer "
                     + key.secret.reveal() + "\r\nAccept: text/event-stream\r\n\r\n");
        QByteArray received;
        const auto receive = [&] { return (received += client.readAll()).contains("endpoint"); };
        QTRY_VERIFY(receive());
        QSignalSpy stopped(&m_instance->server(), &wiring::ServerInstance::stopped);
        m_instance->server().shutDown();
        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 2000);
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        received += client.readAll();
        // The last chunk: the client learns that the stream has ended and was not cut off.
        QVERIFY2(received.endsWith("0\r\n\r\n"), received.constData());
    }

    void leavesNoTraceOfWhereItServedWhenItStops()
    {
        QVERIFY(QFile::exists(m_instance->folder() + u"/endpoint.json"_s));
        QSignalSpy stopped(&m_instance->server(), &wiring::ServerInstance::stopped);
        m_instance->server().shutDown();
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY(!QFile::exists(m_instance->folder() + u"/endpoint.json"_s));
        QVERIFY(!QFile::exists(m_instance->folder() + u"/control.token"_s));
    }

private:
    tests::TestInstance::Answer listTools(const Secret &key, const QByteArray &path)
    {
        const QByteArray headers = "Authorization: Bearer " + key.reveal()
            + "\r\nContent-Type: application/json\r\nAccept: application/json\r\n"
              "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/list\r\n";
        const QByteArray body =
            R"({"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{)"
            R"("io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
            R"("io.modelcontextprotocol/clientCapabilities":{}}}})";
        return m_instance->request("POST"_ba, path, headers, body);
    }

    static QStringList namesIn(const tests::TestInstance::Answer &answer)
    {
        QStringList names;
        const QJsonArray tools =
            QJsonDocument::fromJson(answer.body)["result"_L1]["tools"_L1].toArray();
        for (const auto &tool : tools)
            names.append(tool["name"_L1].toString());
        return names;
    }

    [[nodiscard]] QJsonObject callAs(const QByteArray &credential,
                                     const QByteArray &method,
                                     const QByteArray &path,
                                     int status,
                                     const QJsonObject &body = {}) const
    {
        const bool hasBody = method == "POST" || method == "PATCH";
        const auto answer = m_instance->request(
            method,
            path,
            "Authorization: Bearer " + credential + "\r\n"
                + (hasBody ? "Content-Type: application/json\r\n" : ""),
            hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray());
        if (answer.status != status)
            QTest::qFail(QByteArray(method + ' ' + path + ": " + QByteArray::number(answer.status)
                                    + ' ' + answer.body)
                             .constData(),
                         __FILE__,
                         __LINE__);
        return QJsonDocument::fromJson(answer.body).object();
    }

    [[nodiscard]] QJsonObject call(const QByteArray &method,
                                   const QByteArray &path,
                                   int status,
                                   const QJsonObject &body = {}) const
    {
        return callAs(m_instance->controlToken(), method, path, status, body);
    }

    std::unique_ptr<tests::TestInstance> m_instance;
};

QTEST_GUILESS_MAIN(TestServerInstance)
#include "tst_serverinstance.moc"
