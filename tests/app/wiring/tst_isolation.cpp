// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/toolregistry.h"
#include "tests/app/wiring/isolationworld.h"
#include "tests/fakes/golden.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

/** What Ben gets who asks a route for what is Ada's. */
struct Case
{
    QByteArray route; ///< as in the route table
    QByteArray target; ///< with Ada's ids; empty: the route itself
    QByteArray body = {};
    QList<int> statuses = {404};
};

const QList<int> ownList{200};
const QList<int> ownerOnly{403};

/** Every route, or the suite fails. */
const QList<Case> cases{
    // Nothing of anybody's in it, and ids without names.
    {"GET /health", "", {}, {}},
    // Public keys.
    {"GET /api/tokens/jwks", "", {}, {200}},
    // Each opens something of the caller's own, and proves itself by an id that is not to be had.
    {"GET /sse", "", {}, {}},
    {"POST /messages", "/messages?sessionId={session}", "{}"},
    {"GET /mcp", "{session}"},
    {"POST /mcp", "{session}", R"({"jsonrpc":"2.0","id":1,"method":"tools/list"})"},
    {"DELETE /mcp", "{session}"},
    {"GET /api/auth/{service}/callback", "/api/auth/jira/callback?state=x&code=x", {}, {400}},
    // The data folder's owner's.
    {"GET /api/users", "", {}, ownerOnly},
    {"POST /api/users", "", R"({"name": "x"})", ownerOnly},
    {"POST /api/tokens", "", R"({"user": "{ada}"})", ownerOnly},
    {"GET /api/tokens", "", {}, ownerOnly},
    {"DELETE /api/tokens/{id}", "/api/tokens/{ada}", {}, ownerOnly},
    {"PUT /api/auth/{service}/client", "/api/auth/jira/client", "{}", ownerOnly},
    {"DELETE /api/auth/{service}/client", "/api/auth/jira/client", {}, ownerOnly},
    {"GET /api/clients", "", {}, ownerOnly},
    {"GET /api/clients/{id}/preview", "/api/clients/cursor/preview", {}, ownerOnly},
    {"POST /api/clients/{id}", "/api/clients/cursor", "{}", ownerOnly},
    {"DELETE /api/clients/{id}", "/api/clients/cursor", {}, ownerOnly},
    {"POST /api/clients/{id}/undo", "/api/clients/cursor/undo", "{}", ownerOnly},
    {"POST /api/clients/{id}/link", "/api/clients/cursor/link", "{}", ownerOnly},
    {"POST /api/backup", "", "{}", ownerOnly},
    {"POST /api/backup/look", "", "{}", ownerOnly},
    {"POST /api/backup/restore", "", "{}", ownerOnly},
    {"POST /api/development-seed", "", "{}", ownerOnly},
    {"GET /api/folders", "", {}, ownerOnly},
    {"POST /api/folders", "", "{}", ownerOnly},
    {"DELETE /api/folders", "", {}, ownerOnly},
    {"PUT /api/pause", "", "{}", ownerOnly},
    {"GET /api/publications", "", {}, ownerOnly},
    {"POST /api/publications", "", "{}", ownerOnly},
    {"POST /api/publications/export", "", "{}", ownerOnly},
    {"DELETE /api/publications/{id}", "/api/publications/{publication}", {}, ownerOnly},
    // Lists.
    {"GET /api/status", "", {}, ownList},
    {"GET /api/doctor", "", {}, ownList},
    {"GET /api/users/me/mcp-keys", "", {}, ownList},
    {"GET /api/pm/providers", "", {}, ownList},
    {"GET /api/mcp/me", "", {}, ownList},
    {"GET /api/leases", "", {}, ownList},
    {"GET /api/credentials", "", {}, ownList},
    {"GET /api/approvals", "", {}, ownList},
    {"GET /api/activity", "/api/activity?limit=500", {}, ownList},
    {"GET /api/activity/verify", "", {}, ownList},
    {"GET /api/health/upstreams", "", {}, ownList},
    {"GET /api/upstreams/catalogue", "", {}, ownList},
    {"GET /api/auth/{service}/client", "/api/auth/jira/client", {}, ownList},
    {"GET /api/organizations", "", {}, ownList},
    {"GET /api/invitations", "", {}, ownList},
    // What makes something of the caller's own, by ids of another.
    {"POST /api/users/me/mcp-keys", "", R"({"name": "x", "connections": ["{jira}"]})"},
    {"POST /api/pm/providers/import-projects",
     "",
     R"({"provider_type": "notion", "api_token": "x", "organization": "{organization}"})"},
    {"POST /api/organizations", "", R"({"name": "x"})", {201}},
    {"PUT /api/credentials/{name}", "/api/credentials/other", R"({"value": "x"})", {200}},
    {"POST /api/mcp/credentials/lease",
     "",
     R"({"services": ["jira", "mine"], "connections": {"jira": "{jira}"}})",
     {201}},
    // What is Ada's.
    {"PATCH /api/users/me/mcp-keys/{id}", "/api/users/me/mcp-keys/{key}", R"({"name": "x"})"},
    {"PUT /api/users/me/mcp-keys/{id}/approval",
     "/api/users/me/mcp-keys/{key}/approval",
     R"({"asks": "never"})"},
    {"POST /api/users/me/mcp-keys/{id}/rotate", "/api/users/me/mcp-keys/{key}/rotate"},
    {"DELETE /api/users/me/mcp-keys/{id}", "/api/users/me/mcp-keys/{key}?forget=true"},
    {"GET /api/pm/providers/{id}", "/api/pm/providers/{jira}"},
    {"POST /api/pm/providers/{id}/test", "/api/pm/providers/{jira}/test"},
    {"DELETE /api/pm/providers/{id}", "/api/pm/providers/{jira}"},
    {"GET /api/pm/providers/{id}", "/api/pm/providers/{notion}"},
    {"POST /api/pm/providers/{id}/test", "/api/pm/providers/{notion}/test"},
    {"DELETE /api/pm/providers/{id}", "/api/pm/providers/{notion}"},
    {"GET /api/auth/{service}/url", "/api/auth/jira/url?connection={jira}"},
    {"GET /api/auth/{service}/url", "/api/auth/jira/url?organization={organization}"},
    {"GET /api/auth/sign-ins/{id}", "/api/auth/sign-ins/{signin}"},
    {"POST /api/auth/sign-ins/{id}/sites",
     "/api/auth/sign-ins/{signin}/sites",
     R"({"sites":["x"]})"},
    {"DELETE /api/auth/sign-ins/{id}", "/api/auth/sign-ins/{signin}"},
    {"POST /api/jira/proxy",
     "",
     R"({"method": "GET", "path": "/rest/api/3/myself", "connection": "{jira}"})"},
    {"POST /api/notion/proxy",
     "",
     R"({"method": "GET", "path": "/v1/users/me", "connection": "{notion}"})"},
    {"GET /api/integrations/{service}/token", "/api/integrations/jira/token?connection={jira}"},
    {"POST /api/mcp/credentials/lease/{id}/renew", "/api/mcp/credentials/lease/{lease}/renew"},
    {"GET /api/mcp/credentials/lease/{id}", "/api/mcp/credentials/lease/{lease}"},
    {"DELETE /api/mcp/credentials/lease/{id}", "/api/mcp/credentials/lease/{lease}"},
    {"DELETE /api/leases/{id}", "/api/leases/{lease}"},
    {"DELETE /api/credentials/{name}", "/api/credentials/isolated"},
    {"POST /api/approvals/{id}", "/api/approvals/{approval}", R"({"answer": "once"})"},
    {"GET /api/activity/{id}/undo", "/api/activity/{entry}/undo"},
    {"POST /api/activity/{id}/undo", "/api/activity/{entry}/undo", R"({"force": true})"},
    {"GET /api/upstreams/{id}/tools", "/api/upstreams/{server}/tools"},
    {"POST /api/upstreams/{id}/tools/approve",
     "/api/upstreams/{server}/tools/approve",
     R"({"name": "tool", "fingerprint": "x"})"},
    {"POST /api/upstreams/{id}/tools/change",
     "/api/upstreams/{server}/tools/change",
     R"({"name": "tool", "on": false})"},
    {"GET /api/organizations/{id}", "/api/organizations/{organization}"},
    {"PATCH /api/organizations/{id}", "/api/organizations/{organization}", R"({"name": "x"})"},
    {"DELETE /api/organizations/{id}", "/api/organizations/{organization}"},
    {"GET /api/organizations/{id}/members", "/api/organizations/{organization}/members"},
    {"PATCH /api/organizations/{id}/members/{user}",
     "/api/organizations/{organization}/members/{ada}",
     R"({"role": "member"})"},
    {"DELETE /api/organizations/{id}/members/{user}",
     "/api/organizations/{organization}/members/{ada}"},
    {"GET /api/organizations/{id}/invitations", "/api/organizations/{organization}/invitations"},
    {"POST /api/organizations/{id}/invitations",
     "/api/organizations/{organization}/invitations",
     R"({"user": "Ben"})"},
    {"DELETE /api/organizations/{id}/invitations/{invitation}",
     "/api/organizations/{organization}/invitations/{invitation}"},
    {"GET /api/organizations/{id}/connections", "/api/organizations/{organization}/connections"},
    {"PUT /api/organizations/{id}/connections/{connection}",
     "/api/organizations/{organization}/connections/{jira}",
     R"({"shared_with": "all_members"})"},
    {"POST /api/invitations/{id}/accept", "/api/invitations/{invitation}/accept"},
    {"DELETE /api/invitations/{id}", "/api/invitations/{invitation}"},
};

QByteArray nameOf(const http::Route &route)
{
    return route.method + ' ' + route.path;
}

/** A value that a schema takes. */
QJsonValue anyOf(const QJsonObject &schema)
{
    if (const QJsonArray values = schema["enum"_L1].toArray(); !values.isEmpty())
        return values.first();
    const QString type = schema["type"_L1].toString();
    if (type == "integer"_L1 || type == "number"_L1)
        return schema["minimum"_L1].toInt(1);
    if (type == "boolean"_L1)
        return true;
    if (type == "array"_L1)
        return QJsonArray{anyOf(schema["items"_L1].toObject())};
    if (type != "object"_L1)
        return u"WEB-1"_s;
    QJsonObject object;
    const QJsonArray required = schema["required"_L1].toArray();
    for (const auto &name : required)
        object.insert(name.toString(), anyOf(schema["properties"_L1][name.toString()].toObject()));
    return object;
}

} // namespace

/**
 * Ben asks every route and every tool for what is Ada's, by her ids. He gets none of it, and none
 * of it changes. The rows come from the route table and the catalogue: a new route needs its line
 * above, or this fails.
 */
class TestIsolation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<tests::IsolationWorld>();
        m_inputs = QJsonDocument::fromJson(fakes::testData(u"tools/inputs.json"_s)).object();
        m_before = m_world->possessions();
        for (const QByteArray &word : m_world->words())
            QVERIFY(!word.isEmpty());
    }

    void adaHasSomethingEverywhere()
    {
        for (const QByteArray &possession : m_before)
            QVERIFY2(!possession.endsWith("[]}"), possession.constData());
        QCOMPARE(m_before.last(), "1 1"_ba);
    }

    void everyRouteHasItsCase()
    {
        QByteArrayList known;
        for (const Case &each : cases)
            known.append(each.route);
        QByteArrayList missing;
        QByteArrayList routes;
        for (const http::Route &route : m_world->instance().server().router().routes()) {
            routes.append(nameOf(route));
            if (!known.contains(nameOf(route)))
                missing.append(nameOf(route));
        }
        QCOMPARE(missing, QByteArrayList());
        for (const QByteArray &route : known)
            QVERIFY2(routes.contains(route), route.constData());
    }

    void keepsRoutesApart_data()
    {
        QTest::addColumn<qsizetype>("number");
        for (qsizetype number = 0; number < cases.size(); ++number)
            QTest::newRow((cases[number].route + ' ' + cases[number].target).constData()) << number;
    }

    void keepsRoutesApart()
    {
        QFETCH(const qsizetype, number);
        const Case &each = cases[number];
        if (each.statuses.isEmpty())
            return;
        const auto answer = askAsBen(each);
        QVERIFY2(each.statuses.contains(answer.status),
                 (QByteArray::number(answer.status) + ' ' + answer.body).constData());
        const QByteArray asked = m_world->filledIn(each.target + each.body);
        for (const QByteArray &word : m_world->words()) {
            // What Ben said himself may be said back to him.
            QVERIFY2(asked.contains(word) || !answer.body.contains(word),
                     (word + " is in " + answer.body).constData());
        }
        nothingHasChanged();
    }

    void keepsToolsApart_data()
    {
        QTest::addColumn<QString>("tool");
        for (const tools::ToolDefinition &tool :
             m_world->instance().server().toolRegistry().list({}))
            QTest::newRow(qPrintable(tool.name)) << tool.name;
        QTest::newRow("of a remote server") << u"isolated_tool"_s;
    }

    void keepsToolsApart()
    {
        QFETCH(const QString, tool);
        const tools::ToolDefinition *definition =
            m_world->instance().server().toolRegistry().find(tool);
        const QJsonObject schema = definition ? definition->inputSchema : QJsonObject();
        QJsonArray inputs = m_inputs.value(tool).toArray();
        if (inputs.isEmpty())
            inputs.append(anyOf(schema));
        m_world->sandbox().journal().clear();
        for (const auto &input : std::as_const(inputs)) {
            QJsonObject arguments = input.toObject();
            for (const QString &own : {u"$tool"_s, u"$keep"_s})
                arguments.remove(own);
            callAsBen(tool, arguments);
            for (const QByteArray &id : {"{jira}"_ba, "{notion}"_ba, "northwind"_ba}) {
                if (!schema["properties"_L1].toObject().contains("connection"_L1))
                    break;
                arguments.insert(u"connection"_s, QString::fromLatin1(m_world->filledIn(id)));
                callAsBen(tool, arguments);
            }
        }
        QVERIFY2(m_world->sandbox().journal().entries().isEmpty(), "A service of Ada's was asked.");
        nothingHasChanged();
    }

    void listsNoToolOfAda()
    {
        const auto &upstreams = m_world->instance().server().upstreams();
        QVERIFY(!upstreams.hasTool(ben(), u"isolated_tool"_s));
        QVERIFY(upstreams.tools(ben()).isEmpty());
    }

private:
    [[nodiscard]] tests::TestInstance::Answer askAsBen(const Case &each)
    {
        const QByteArray method = each.route.first(each.route.indexOf(' '));
        QByteArray target = m_world->filledIn(each.target);
        const QByteArray route = each.route.sliced(method.size() + 1);
        const bool isMcp = route == "/mcp" || route == "/messages";
        QByteArray headers =
            "Authorization: Bearer " + (isMcp ? m_world->benKey() : m_world->benToken()) + "\r\n";
        if (route == "/mcp")
            headers +=
                "Accept: application/json, text/event-stream\r\nMcp-Session-Id: " + target + "\r\n";
        if (target.isEmpty() || route == "/mcp")
            target = route;
        const QByteArray body = m_world->filledIn(each.body);
        if (!body.isEmpty())
            headers += "Content-Type: application/json\r\n";
        return m_world->instance().request(method, target, headers, body);
    }

    [[nodiscard]] tools::Caller ben() const
    {
        tools::Caller caller;
        caller.userId = m_world->benId();
        caller.access = tools::KeyAccess::Full;
        caller.toolsets = {u"all"_s};
        return caller;
    }

    void callAsBen(const QString &tool, const QJsonObject &arguments)
    {
        tools::ToolCall call;
        call.tool = tool;
        call.arguments = arguments;
        call.caller = ben();
        auto &front = m_world->instance().server().tools();
        const auto result = QCoro::waitFor(front.invoke(std::move(call)));
        const auto answer = result ? *result : tools::ToolResult::fromError(result.error());
        QByteArray text;
        for (const tools::Content &content : answer.content)
            text += content.text.toUtf8();
        const QByteArray asked = QJsonDocument(arguments).toJson() + tool.toUtf8();
        for (const QByteArray &word : m_world->words())
            QVERIFY2(asked.contains(word) || !text.contains(word),
                     (word + " is in " + text).constData());
    }

    void nothingHasChanged() { QCOMPARE(m_world->possessions(), m_before); }

    std::unique_ptr<tests::IsolationWorld> m_world;
    QJsonObject m_inputs;
    QByteArrayList m_before;
};

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"
