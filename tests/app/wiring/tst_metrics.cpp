// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

const QByteArray switchedOn = "{\"metrics\": true}"_ba;

} // namespace

/** GET /metrics on a whole server; tst_routes tries wrong keys, hosts and origins on it. */
class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOffUnlessItIsSet()
    {
        const tests::TestInstance instance;
        QCOMPARE(instance.ask("GET"_ba, "/metrics"_ba).status, 404);
    }

    void isForTheOwnerAlone()
    {
        tests::TestInstance instance(switchedOn);
        QCOMPARE(instance.ask("GET"_ba, "/metrics"_ba).status, 200);
        // It tells of all users, so that no user's token opens it.
        QCOMPARE(instance.ask("GET"_ba, "/metrics"_ba, {}, instance.managementToken()).status, 403);
        const QString user = instance.server().defaultUser().id;
        QCOMPARE(
            instance.ask("GET"_ba, "/metrics"_ba, {}, instance.newKey(user).secret.reveal()).status,
            403);
        QCOMPARE(instance.ask("POST"_ba, "/metrics"_ba, "{}"_ba).status, 405);
    }

    void countsWhatClientsDo()
    {
        tests::TestInstance instance(switchedOn);
        const QString user = instance.server().defaultUser().id;
        const QByteArray key = instance.newKey(user).secret.reveal();
        call(instance, key, "list_projects"_ba);
        call(instance, key, "made_up_by_a_client"_ba);
        call(instance, key, "made_up by_a_client"_ba);
        call(instance, "mcp_" + QByteArray(64, '0'), "list_projects"_ba);
        const auto answer = instance.ask("GET"_ba, "/metrics"_ba);
        QVERIFY(answer.head.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"));
        for (const char *line :
             {"fairlead_tool_calls_total{tool=\"list_projects\",service=\"jira\",outcome=",
              "fairlead_tool_calls_total{tool=\"unknown\",service=\"unknown\",outcome=",
              "fairlead_tool_call_duration_seconds_count{service=\"unknown\"} 2\n",
              "fairlead_refused_keys_total 1\n",
              "fairlead_mcp_sessions{transport=\"sse\"} 0\n",
              "fairlead_http_connections 1\n",
              "fairlead_leases 0\n",
              "fairlead_rate_limit_waits_total 0\n",
              "fairlead_connections_held_back 0\n"})
            QVERIFY2(answer.body.contains(line), answer.body.constData());
        QVERIFY(!answer.body.contains("made_up"));
        QVERIFY(answer.body.endsWith('\n'));
        QVERIFY(!answer.body.contains(user.toLatin1()));
    }

private:
    static void call(const tests::TestInstance &instance,
                     const QByteArray &key,
                     const QByteArray &tool)
    {
        const QJsonObject meta{{u"io.modelcontextprotocol/protocolVersion"_s, u"2026-07-28"_s},
                               {u"io.modelcontextprotocol/clientCapabilities"_s, QJsonObject()}};
        const QJsonObject params{{u"name"_s, QString::fromLatin1(tool)},
                                 {u"arguments"_s, QJsonObject()},
                                 {u"_meta"_s, meta}};
        const QJsonObject message{{u"jsonrpc"_s, u"2.0"_s},
                                  {u"id"_s, 1},
                                  {u"method"_s, u"tools/call"_s},
                                  {u"params"_s, params}};
        (void)instance.request("POST"_ba,
                               "/mcp"_ba,
                               "Content-Type: application/json\r\nAccept: application/json, "
                               "text/event-stream\r\nMCP-Protocol-Version: 2026-07-28\r\n"
                               "Mcp-Method: tools/call\r\nMcp-Name: "
                                   + tool + "\r\nAuthorization: Bearer " + key + "\r\n",
                               QJsonDocument(message).toJson());
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
