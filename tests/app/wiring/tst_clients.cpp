// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** /api/clients on a whole server, which writes into the home folder of the test. */
class TestClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_instance = std::make_unique<tests::TestInstance>();
        m_file = QDir::homePath() + u"/.cursor/mcp.json"_s;
        QVERIFY(QDir(QDir::homePath() + u"/.cursor"_s).removeRecursively());
    }

    void addsShowsAndTakesBack()
    {
        QVERIFY(stateOf(u"cursor"_s).startsWith(u"not_"_s));
        const auto preview = ask("GET"_ba, "/cursor/preview"_ba);
        QCOMPARE(preview.status, 200);
        const QJsonObject shown = QJsonDocument::fromJson(preview.body).object();
        QVERIFY(shown[u"diff"_s].toString().contains(u"+     \"fairlead\": {"_s));
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"fingerprint"_s, shown[u"fingerprint"_s]}})
                .toJson(QJsonDocument::Compact);
        const auto added = ask("POST"_ba, "/cursor"_ba, body);
        QCOMPARE(added.status, 201);
        QVERIFY(!added.body.contains("mcp_"));
        QCOMPARE(stateOf(u"cursor"_s), u"connected"_s);
        QVERIFY(read().contains(m_instance->server().facts().url + "/mcp"));
        QCOMPARE(ask("POST"_ba, "/cursor"_ba, body).status, 409);
        QCOMPARE(ask("POST"_ba, "/cursor/undo"_ba).status, 200);
        QVERIFY(!QFile::exists(m_file));
        QCOMPARE(ask("POST"_ba, "/cursor/undo"_ba).status, 409);
        QCOMPARE(ask("POST"_ba, "/cursor"_ba).status, 201);
        QCOMPARE(ask("DELETE"_ba, "/cursor"_ba).status, 200);
        QCOMPARE(ask("DELETE"_ba, "/cursor"_ba).status, 404);
        QVERIFY(!read().contains("fairlead"));
    }

    void servesWhoeverHasTheKeyThatItWrote()
    {
        QCOMPARE(ask("POST"_ba, "/cursor"_ba).status, 201);
        const QString header =
            QJsonDocument::fromJson(
                read())[u"mcpServers"_s][u"fairlead"_s][u"headers"_s][u"Authorization"_s]
                .toString();
        const auto key = m_instance->server().keys().authenticate(
            header.sliced(QStringView(u"Bearer ").size()).toLatin1());
        QVERIFY(key);
        QCOMPARE(key->userId, m_instance->server().defaultUser().id);
        QCOMPARE(key->name, u"Cursor"_s);
    }

    void makesALinkWithoutASecret()
    {
        const auto made = ask("POST"_ba, "/cursor/link"_ba);
        QCOMPARE(made.status, 201);
        const QByteArray link = QJsonDocument::fromJson(made.body)[u"link"_s].toString().toLatin1();
        QVERIFY(link.startsWith("cursor://anysphere.cursor-deeplink/mcp/install?"));
        QFile file(m_instance->folder() + u"/client-cursor.key"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray secret = file.readAll();
        QVERIFY(m_instance->server().keys().authenticate(secret));
        QVERIFY(!made.body.contains(secret));
        QVERIFY(!made.body.contains(secret.toBase64(QByteArray::OmitTrailingEquals)));
        QCOMPARE(ask("POST"_ba, "/goose/link"_ba).status, 404);
        QCOMPARE(ask("POST"_ba, "/cursor"_ba).status, 201);
        QCOMPARE(ask("POST"_ba, "/cursor/link"_ba).status, 409);
    }

    void refusesWhatItDoesNotKnow()
    {
        QCOMPARE(ask("POST"_ba, "/none/link"_ba).status, 404);
        QCOMPARE(ask("POST"_ba, "/none"_ba).status, 404);
        QCOMPARE(ask("GET"_ba, "/none/preview"_ba).status, 404);
        QCOMPARE(ask("POST"_ba, "/jetbrains"_ba).status, 409);
        QCOMPARE(ask("POST"_ba, "/cursor"_ba, R"({"other": 1})"_ba).status, 400);
        QCOMPARE(ask("POST"_ba, "/cursor"_ba, R"({"fingerprint": 1})"_ba).status, 400);
        QVERIFY(!QFile::exists(m_file));
    }

    void isForTheOwnerOnly()
    {
        const auto made =
            m_instance->request("POST"_ba,
                                "/api/tokens"_ba,
                                "Content-Type: application/json\r\nAuthorization: Bearer "
                                    + m_instance->controlToken() + "\r\n",
                                "{}"_ba);
        const QByteArray token =
            QJsonDocument::fromJson(made.body)[u"token"_s].toString().toLatin1();
        QVERIFY(!token.isEmpty());
        const QByteArray key =
            m_instance->newKey(m_instance->server().defaultUser().id).secret.reveal();
        for (const QByteArray &credential : {token, key}) {
            QCOMPARE(ask("GET"_ba, {}, {}, credential).status, 403);
            QCOMPARE(ask("GET"_ba, "/cursor/preview"_ba, {}, credential).status, 403);
            QCOMPARE(ask("POST"_ba, "/cursor"_ba, {}, credential).status, 403);
            QCOMPARE(ask("DELETE"_ba, "/cursor"_ba, {}, credential).status, 403);
            QCOMPARE(ask("POST"_ba, "/cursor/undo"_ba, {}, credential).status, 403);
            QCOMPARE(ask("POST"_ba, "/cursor/link"_ba, {}, credential).status, 403);
        }
        QVERIFY(!QFile::exists(m_file));
    }

private:
    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &method,
                                                  const QByteArray &path = {},
                                                  const QByteArray &content = {},
                                                  const QByteArray &credential = {}) const
    {
        QByteArray headers = "Authorization: Bearer "
            + (credential.isEmpty() ? m_instance->controlToken() : credential) + "\r\n";
        if (!content.isEmpty())
            headers += "Content-Type: application/json\r\n";
        return m_instance->request(method, "/api/clients" + path, headers, content);
    }
    [[nodiscard]] QString stateOf(const QString &id) const
    {
        const QJsonArray all = QJsonDocument::fromJson(ask("GET"_ba).body)[u"clients"_s].toArray();
        for (const auto &client : all) {
            if (client[u"id"_s] == id)
                return client[u"state"_s].toString();
        }
        return {};
    }
    [[nodiscard]] QByteArray read() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<tests::TestInstance> m_instance;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestClients)
#include "tst_clients.moc"
