// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** /api/activity on a whole server: what is entered by itself, and who sees it. */
class TestActivityApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_instance = std::make_unique<tests::TestInstance>();
        m_owner = m_instance->server().defaultUser().id;
        const auto made = m_instance->newKey(m_owner, tools::KeyAccess::Read);
        m_prefix = made.key.prefix;
        m_key = made.secret.reveal();
        QCOMPARE(call(m_key, "list_projects"_ba).status, 200);
        QCOMPARE(call(m_key, "jira_create_issue"_ba).status, 200);
        QCOMPARE(call("mcp_" + QByteArray(64, '0'), "list_projects"_ba).status, 401);
        QCOMPARE(call("mcp_" + QByteArray(64, '0'), "list_projects"_ba).status, 401);
        QCOMPARE(call({}, "list_projects"_ba).status, 401);
    }

    void listsWhatClientsDid()
    {
        const QJsonArray all = list();
        QCOMPARE(all.size(), 6);
        QCOMPARE(all.at(5)[u"event"_s], u"key_created"_s);
        QCOMPARE(all.at(4)[u"event"_s], u"mcp_auth_success"_s);
        QCOMPARE(all.at(4)[u"key_prefix"_s], m_prefix);
        const QJsonObject call = all.at(3).toObject();
        QCOMPARE(call[u"event"_s], u"tool_called"_s);
        QCOMPARE(call[u"tool"_s], u"list_projects"_s);
        QCOMPARE(call[u"outcome"_s], u"not_found"_s);
        QCOMPARE(call[u"key_prefix"_s], m_prefix);
        QVERIFY(call[u"bytes"_s].toInteger() > 0);
        QVERIFY(QDateTime::fromString(call[u"time"_s].toString(), Qt::ISODateWithMs).isValid());
        QVERIFY(!call.contains(u"user_id"_s));
    }

    void tellsRefusalsFromFailures()
    {
        const QJsonArray refused = list("?outcome=refused&tool=create");
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first()[u"event"_s], u"tool_refused"_s);
    }

    void namesTheClientWithAWrongKeyOnceAMinute()
    {
        const QJsonArray wrong = list("?text=mcp_auth_failed");
        QCOMPARE(wrong.size(), 2);
        QCOMPARE(wrong.last()[u"client"_s], u"Claude Code 2.1.197"_s);
        QCOMPARE(wrong.last()[u"key_prefix"_s], u"mcp_00000000"_s);
        QVERIFY(wrong.last()[u"detail"_s].toString().contains(u"is not known here"_s));
        QCOMPARE(wrong.first()[u"key_prefix"_s], QString());
        QVERIFY(wrong.first()[u"detail"_s].toString().contains(u"missing"_s));
    }

    void turnsThePages()
    {
        const auto first = ask("?limit=4");
        QCOMPARE(QJsonDocument::fromJson(first.body)[u"activity"_s].toArray().size(), 4);
        const QByteArray cursor =
            QJsonDocument::fromJson(first.body)[u"next_cursor"_s].toString().toLatin1();
        const auto second = ask("?limit=4&cursor=" + cursor);
        QCOMPARE(QJsonDocument::fromJson(second.body)[u"activity"_s].toArray().size(), 2);
        QVERIFY(QJsonDocument::fromJson(second.body)[u"next_cursor"_s].isNull());
    }

    void writesJsonLinesPageByPage()
    {
        const auto first = ask("?format=jsonl&limit=4&from=2001-02-03T04:05:06%2B02:00");
        QVERIFY2(first.head.contains("Content-Type: application/jsonl\r\n"),
                 first.head.constData());
        QCOMPARE(first.body.count('\n'), 4);
        const qsizetype start = first.head.indexOf("Link: </api/activity?") + 7;
        const qsizetype end = first.head.indexOf(">; rel=\"next\"\r\n", start);
        QVERIFY2(start > 7 && end > start, first.head.constData());
        const auto second = m_instance->ask("GET"_ba, first.head.sliced(start, end - start));
        QCOMPARE(second.body.count('\n'), 2);
        QVERIFY(!second.head.contains("Link:"));
        const auto last = QJsonDocument::fromJson(second.body.split('\n').at(1));
        QCOMPARE(last[u"event"_s], u"key_created"_s);
    }

    void writesATable()
    {
        const auto page = ask("?format=csv&tool=list_projects");
        QVERIFY2(page.head.contains("Content-Type: text/csv; charset=utf-8\r\n"),
                 page.head.constData());
        QCOMPARE(page.body.count('\n'), 2);
        QVERIFY(page.body.startsWith("id,time,event,client,"));
        QCOMPARE(ask("?format=csv&tool=list_projects&cursor=1000").body.count('\n'), 1);
    }

    void tellsWhatAnyClientDidToAnIssue()
    {
        tests::TestInstance instance;
        const QString owner = instance.server().defaultUser().id;
        const QByteArray key = instance.newKey(owner).secret.reveal();
        const auto bearer = [](const QByteArray &secret) {
            return "Content-Type: application/json\r\nAuthorization: Bearer " + secret + "\r\n";
        };
        const auto kept = [&] {
            return instance.server().settings().change(
                [](settings::Settings &values) { values.activityArguments = u"full"_s; });
        };
        const QByteArray call =
            R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"jira_get_issue",)"
            R"("arguments":{"key":"abc-12"},"_meta":{"io.modelcontextprotocol/protocolVersion":)"
            R"("2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"x","version":"2"},)"
            R"("io.modelcontextprotocol/clientCapabilities":{}}}})";
        const QByteArray headers = bearer(key)
            + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\nMcp-Name: "
              "jira_get_issue\r\nAccept: application/json, text/event-stream\r\n";
        QCOMPARE(instance.request("POST"_ba, "/mcp"_ba, headers, call).status, 200);
        QVERIFY(kept());
        QCOMPARE(instance.request("POST"_ba, "/mcp"_ba, headers, call).status, 200);
        const auto answer = instance.request(
            "GET"_ba, "/api/activity?target=ABC-12"_ba, bearer(instance.controlToken()));
        const QJsonArray found = QJsonDocument::fromJson(answer.body)[u"activity"_s].toArray();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first()[u"target"_s], u"ABC-12"_s);
        QCOMPARE(found.first()[u"arguments"_s], u"{\"key\":\"abc-12\"}"_s);
        QCOMPARE(found.last()[u"arguments"_s], QString());
        QCOMPARE(
            instance
                .request("GET"_ba, "/api/activity?target=ABC-1"_ba, bearer(instance.controlToken()))
                .body.count("ABC-12"),
            0);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const QByteArray &query : {"?outcom=ok"_ba,
                                        "?outcome=good"_ba,
                                        "?limit=0"_ba,
                                        "?limit=1001"_ba,
                                        "?limit=x"_ba,
                                        "?cursor=-1"_ba,
                                        "?from=yesterday"_ba,
                                        "?to="_ba,
                                        "?user=x"_ba,
                                        "?format=xml"_ba,
                                        "?text="_ba + QByteArray(201, 'x')})
            QTest::addRow("%s", query.left(20).constData()) << query;
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(const QByteArray, query);
        QCOMPARE(ask(query).status, 400);
    }

    void saysThatNothingWasChanged()
    {
        const QJsonDocument report = QJsonDocument::fromJson(ask("/verify").body);
        QCOMPARE(report[u"intact"_s], true);
        QCOMPARE(report[u"rows"_s].toInt(), 6);
        QVERIFY(report[u"broken_row"_s].isNull());
    }

    void undoesNothingThatChangedNothing()
    {
        const QJsonObject call = list("?tool=list_projects").first().toObject();
        QVERIFY(call[u"undo"_s].isNull());
        const QByteArray path =
            "/api/activity/" + QByteArray::number(call[u"id"_s].toInteger()) + "/undo";
        QCOMPARE(m_instance->ask("GET"_ba, path).status, 409);
        const auto refused = m_instance->ask("POST"_ba, path, "{}"_ba);
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.body.contains("cannot be undone"));
        for (const QByteArray &id : {"9999"_ba, "0"_ba, "-1"_ba, "x"_ba, "9223372036854775807"_ba})
            QCOMPARE(m_instance->ask("POST"_ba, "/api/activity/" + id + "/undo", "{}"_ba).status,
                     404);
        for (const QByteArray &body : {R"({"force":"yes"})"_ba, R"({"forced":true})"_ba, "[]"_ba})
            QCOMPARE(m_instance->ask("POST"_ba, path, body).status, 400);
    }

    void showsAnotherUserNothing()
    {
        const QByteArray json = "Content-Type: application/json\r\n"_ba;
        const QByteArray owner = "Authorization: Bearer " + m_instance->controlToken() + "\r\n";
        const auto user =
            m_instance->request("POST"_ba, "/api/users"_ba, json + owner, R"({"name":"Ben"})"_ba);
        const QString id = QJsonDocument::fromJson(user.body)[u"id"_s].toString();
        QVERIFY(!id.isEmpty());
        const auto made = m_instance->request(
            "POST"_ba, "/api/tokens"_ba, json + owner, R"({"user":")" + id.toLatin1() + R"("})");
        const QByteArray token =
            QJsonDocument::fromJson(made.body)[u"token"_s].toString().toLatin1();
        QVERIFY(!token.isEmpty());
        QVERIFY(list({}, token).isEmpty());
        QCOMPARE(QJsonDocument::fromJson(ask("/verify", token).body)[u"rows"_s].toInt(), 0);
        // A key that was his once is told to him.
        const auto his = m_instance->newKey(id);
        QVERIFY(m_instance->server().keys().revoke(id, his.key.id));
        QCOMPARE(call(his.secret.reveal(), "list_projects"_ba).status, 401);
        QCOMPARE(list("?text=mcp_auth_failed", token).size(), 1);
        QCOMPARE(list("?text=key_revoked", token).size(), 1);
        QCOMPARE(list().size(), 6);
    }

private:
    [[nodiscard]] tests::TestInstance::Answer call(const QByteArray &key,
                                                   const QByteArray &tool) const
    {
        QByteArray headers =
            "Content-Type: application/json\r\nUser-Agent: claude-code/2.1.197 "
            "(cli)\r\nMCP-Protocol-Version: 2026-07-28\r\nMcp-Method: tools/call\r\n"
            "Accept: application/json, text/event-stream\r\nMcp-Name: "
            + tool + "\r\n";
        if (!key.isEmpty())
            headers += "Authorization: Bearer " + key + "\r\n";
        return m_instance->request(
            "POST"_ba,
            "/mcp"_ba,
            headers,
            R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":")" + tool
                + R"(","arguments":{},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
                  R"("io.modelcontextprotocol/clientInfo":{"name":"claude-code","version":"2"},)"
                  R"("io.modelcontextprotocol/clientCapabilities":{}}}})");
    }

    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &query,
                                                  const QByteArray &token = {}) const
    {
        return m_instance->request("GET"_ba,
                                   "/api/activity" + query,
                                   "Authorization: Bearer "
                                       + (token.isEmpty() ? m_instance->controlToken() : token)
                                       + "\r\n");
    }

    [[nodiscard]] QJsonArray list(const QByteArray &query = {}, const QByteArray &token = {}) const
    {
        return QJsonDocument::fromJson(ask(query, token).body)[u"activity"_s].toArray();
    }

    std::unique_ptr<tests::TestInstance> m_instance;
    QString m_owner;
    QString m_prefix;
    QByteArray m_key;
};

QTEST_GUILESS_MAIN(TestActivityApi)
#include "tst_activityapi.moc"
