// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/isolationworld.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::tests {
namespace {

QByteArray settingsFor(const sandbox::Sandbox &sandbox)
{
    const QJsonObject settings{{u"notionApiUrl"_s, sandbox.notionUrl()},
                               {u"failedSignInsPerMinute"_s, 100000}};
    return QJsonDocument(settings).toJson();
}

std::unique_ptr<sandbox::Sandbox> started()
{
    auto made = std::make_unique<sandbox::Sandbox>();
    if (!made->start())
        qFatal("The sandbox cannot start.");
    return made;
}

/** Without what changes by itself: how connections are just now, and what is left of leases. */
QJsonValue lasting(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray kept;
        const QJsonArray all = value.toArray();
        for (const auto &each : all)
            kept.append(lasting(each));
        return kept;
    }
    if (!value.isObject())
        return value;
    QJsonObject kept;
    const QJsonObject all = value.toObject();
    const QStringList passing{u"state"_s,
                              u"last_error"_s,
                              u"last_used_at"_s,
                              u"sign_in_command"_s,
                              u"expires_in"_s,
                              u"upstream"_s};
    for (auto each = all.begin(); each != all.end(); ++each) {
        if (!passing.contains(each.key()))
            kept.insert(each.key(), lasting(each.value()));
    }
    return kept;
}

} // namespace

IsolationWorld::IsolationWorld()
    : m_sandbox(started())
    , m_instance(settingsFor(*m_sandbox))
    , m_ada(user(u"Ada Isolde"_s))
    , m_ben(user(u"Ben"_s))
    , m_adaToken(token(m_ada))
    , m_benToken(token(m_ben))
    , m_benKey(m_instance.newKey(m_ben).secret.reveal())
{
    m_ids.insert("ada"_ba, m_ada.toLatin1());
    connectServices();
    addServer();
    makeKeyAndSession();
    makeOrganization();
    changeSomething();
    waitForAnAnswer();
}

QString IsolationWorld::user(const QString &name)
{
    const QJsonObject wanted{{u"name"_s, name}};
    const QByteArray body = QJsonDocument(wanted).toJson();
    const auto made = m_instance.ask("POST"_ba, "/api/users"_ba, body);
    return QJsonDocument::fromJson(made.body)[u"id"_s].toString();
}

QByteArray IsolationWorld::token(const QString &userId) const
{
    const QJsonObject wanted{{u"user"_s, userId}};
    const QByteArray body = QJsonDocument(wanted).toJson();
    const auto made = m_instance.ask("POST"_ba, "/api/tokens"_ba, body);
    return QJsonDocument::fromJson(made.body)[u"token"_s].toString().toLatin1();
}

QJsonObject IsolationWorld::asAda(const QByteArray &method,
                                  const QByteArray &path,
                                  const QByteArray &json) const
{
    const auto answer = m_instance.ask(method, filledIn(path), filledIn(json), m_adaToken);
    if (answer.status < 200 || answer.status > 204)
        qFatal("%s %s: %d %s", method.data(), path.data(), answer.status, answer.body.data());
    return QJsonDocument::fromJson(answer.body).object();
}

void IsolationWorld::connectServices()
{
    const QByteArray import = "/api/pm/providers/import-projects"_ba;
    const QByteArray jira = R"({"provider_type": "jira", "base_url": ")"
        + m_sandbox->url().toLatin1()
        + R"(", "username": "ada@northwind.example", "api_token": "sandbox-api-token-ada"})";
    m_ids.insert("jira"_ba, asAda("POST"_ba, import, jira)[u"id"_s].toString().toLatin1());
    const QByteArray notion =
        R"({"provider_type": "notion", "api_token": "ntn_sandbox_pat_ada"})"_ba;
    m_ids.insert("notion"_ba, asAda("POST"_ba, import, notion)[u"id"_s].toString().toLatin1());
    asAda("PUT"_ba, "/api/credentials/isolated"_ba, R"({"value": "sk-canary-of-ada"})"_ba);
}

void IsolationWorld::addServer()
{
    auto &server = m_instance.server();
    connections::Connection connection;
    connection.userId = m_ada;
    connection.provider = u"mcp"_s;
    connection.name = u"Isolated server"_s;
    connection.site = QUrl(u"http://127.0.0.1:1/mcp"_s); // where nothing answers
    connection.apiBase = connection.site;
    connection.method = connections::SignInMethod::IntegrationToken;
    const QString id = server.connections().save(connection, Secret("canary"_ba)).value().id;
    const auto tool = gateway::offeredTool(
        {{u"name"_s, u"tool"_s}, {u"inputSchema"_s, QJsonObject{{u"type"_s, u"object"_s}}}});
    const auto pinned = server.pinnedTools().addServer(id, u"isolated"_s).and_then([&] {
        return server.pinnedTools().noteOffer(
            id, {tool.value()}, gateway::PinnedTools::Approval::Given);
    });
    if (!pinned)
        qFatal("The remote server cannot be added.");
    server.upstreams().renew(id);
    m_ids.insert("server"_ba, id.toLatin1());
}

void IsolationWorld::makeKeyAndSession()
{
    const QJsonObject key = asAda("POST"_ba,
                                  "/api/users/me/mcp-keys"_ba,
                                  R"({"name": "Isolated key", "rights": ["lease", "proxy"]})"_ba);
    m_ids.insert("key"_ba, key[u"id"_s].toString().toLatin1());
    m_adaKey = key[u"key"_s].toString().toLatin1();
    const QByteArray hello =
        R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}})"_ba;
    const auto begun = m_instance.request("POST"_ba,
                                          "/mcp"_ba,
                                          "Authorization: Bearer " + m_adaKey
                                              + "\r\nContent-Type: application/json\r\n"
                                                "Accept: application/json, text/event-stream\r\n",
                                          hello);
    const qsizetype at = begun.head.toLower().indexOf("mcp-session-id: ") + 16;
    m_ids.insert("session"_ba, begun.head.mid(at, begun.head.indexOf('\r', at) - at));
    const QJsonObject lease = QJsonDocument::fromJson(m_instance
                                                          .ask("POST"_ba,
                                                               "/api/mcp/credentials/lease"_ba,
                                                               R"({"services": ["jira"]})"_ba,
                                                               m_adaKey)
                                                          .body)
                                  .object();
    m_ids.insert("lease"_ba, lease[u"lease_id"_s].toString().toLatin1());
    auto &server = m_instance.server();
    if (!server.clients().use(u"jira"_s, {.id = u"app"_s, .secret = Secret("secret"_ba)}))
        qFatal("The app cannot be kept.");
    const auto signIn = server.signIns().begin(m_ada, u"jira"_s);
    m_ids.insert("signin"_ba, signIn.value().signIn.id.toLatin1());
}

void IsolationWorld::makeOrganization()
{
    const QString cleo = user(u"Cleo Isolde"_s);
    m_ids.insert("cleo"_ba, cleo.toLatin1());
    const auto id = [](const QJsonObject &json) { return json[u"id"_s].toString().toLatin1(); };
    m_ids.insert("organization"_ba,
                 id(asAda("POST"_ba, "/api/organizations"_ba, R"({"name": "Isolated"})"_ba)));
    m_ids.insert("invitation"_ba,
                 id(asAda("POST"_ba,
                          "/api/organizations/{organization}/invitations"_ba,
                          R"({"user": "Cleo Isolde"})"_ba)));
    asAda("PUT"_ba,
          "/api/organizations/{organization}/connections/{notion}"_ba,
          R"({"shared_with": "all_members"})"_ba);
}

void IsolationWorld::changeSomething()
{
    auto &server = m_instance.server();
    undo::UndoStep step;
    step.callId = u"cal_isolated"_s;
    step.userId = m_ada;
    step.connectionId = QString::fromLatin1(m_ids.value("jira"_ba));
    step.connectionName = u"northwind"_s;
    step.tool = u"jira_update_issue"_s;
    step.target = u"WEB-1"_s;
    const auto kept = server.undo().store().add(
        step, {.kind = u"PUT /rest/api/3/issue/{issueIdOrKey}"_s, .path = u"/x"_s});
    publishing::Publication publication;
    publication.id = u"pub_isolated"_s;
    publication.userId = m_ada;
    publication.connectionId = step.connectionId;
    publication.site = u"northwind"_s;
    publication.project = u"WEB"_s;
    publication.issueKey = u"WEB-1"_s;
    publication.contentHash = QByteArray(64, '0');
    publication.summary = u"Plan"_s;
    publication.path = u"/isolated.md"_s;
    publication.workspace = u"/"_s;
    publication.startedAt = server.clock().now();
    publication.publishedAt = server.clock().now();
    if (!kept || !server.publications().add(publication))
        qFatal("What was changed cannot be kept.");
    m_ids.insert("publication"_ba, "pub_isolated"_ba);
    // Far more than Ben's log will have: the numbers of its lines are each user's own.
    constexpr int lines = 300;
    for (int line = 0; line < lines; ++line) {
        audit::ActivityEntry entry;
        entry.userId = m_ada;
        entry.at = server.clock().now();
        entry.event = audit::event::toolCalled;
        entry.outcome = audit::outcome::good;
        entry.tool = u"jira_update_issue"_s;
        entry.undoCall = step.callId;
        server.activity().record(std::move(entry));
    }
    m_ids.insert("entry"_ba, QByteArray::number(lines));
}

void IsolationWorld::waitForAnAnswer()
{
    auto &server = m_instance.server();
    m_presence.emplace(server.approvals(), m_ada);
    tools::ToolCall call;
    call.tool = u"jira_delete_issue"_s;
    call.arguments = {{u"key"_s, u"WEB-1"_s}};
    call.caller.userId = m_ada;
    call.caller.keyId = QString::fromLatin1(m_ids.value("key"_ba));
    const tools::ToolDefinition *tool = server.toolRegistry().find(call.tool);
    static_cast<void>(server.approvals().put(*tool, call));
    m_ids.insert("approval"_ba, server.approvals().pending(m_ada).value(0).id.toLatin1());
}

QByteArray IsolationWorld::filledIn(const QByteArray &text) const
{
    QByteArray filled = text;
    for (auto id = m_ids.begin(); id != m_ids.end(); ++id)
        filled.replace('{' + id.key() + '}', id.value());
    return filled;
}

QList<QByteArray> IsolationWorld::words() const
{
    QList<QByteArray> words = m_ids.values();
    words.removeAll(m_ids.value("entry"_ba));
    words << m_adaKey << "Isolde"_ba
          << "Isolated"_ba
          << "isolated"_ba
          << "northwind"_ba
          << "sandbox-api-token-ada"_ba
          << "ntn_sandbox_pat_ada"_ba
          << "sk-canary-of-ada"_ba;
    return words;
}

QByteArrayList IsolationWorld::possessions()
{
    QByteArrayList all;
    for (const QByteArray &path : {"/api/users/me/mcp-keys"_ba,
                                   "/api/pm/providers"_ba,
                                   "/api/leases"_ba,
                                   "/api/credentials"_ba,
                                   "/api/approvals"_ba,
                                   "/api/activity?limit=500"_ba,
                                   "/api/auth/sign-ins/{signin}"_ba,
                                   "/api/upstreams/{server}/tools"_ba,
                                   "/api/organizations"_ba,
                                   "/api/organizations/{organization}/members"_ba,
                                   "/api/organizations/{organization}/invitations"_ba,
                                   "/api/organizations/{organization}/connections"_ba}) {
        const QJsonObject answer = lasting(asAda("GET"_ba, path)).toObject();
        all.append(path + ": " + QJsonDocument(answer).toJson(QJsonDocument::Compact));
    }
    const auto steps = m_instance.server().undo().store().steps(m_ada, u"cal_isolated"_s);
    const auto published = m_instance.server().publications().list(m_ada);
    all.append(QByteArray::number(steps ? steps->size() : -1) + ' '
               + QByteArray::number(published ? published->size() : -1));
    return all;
}

} // namespace fairlead::tests
