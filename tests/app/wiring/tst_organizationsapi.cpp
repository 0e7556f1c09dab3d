// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

const QByteArray organizations = "/api/organizations"_ba;
const QByteArray leasePlace = "/api/mcp/credentials/lease"_ba;

} // namespace

/** Organizations on a whole server: Ada makes one and shares with Ben, who loses it when he goes.
 */
class TestOrganizationsApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_instance = std::make_unique<tests::TestInstance>();
        m_ada = user("Ada"_ba);
        m_ben = user("Ben"_ba);
        m_place = organizations + '/'
            + object(ask(m_ada, "POST"_ba, organizations, R"({"name": "Acme"})"_ba), 201)[u"id"_s]
                  .toString()
                  .toLatin1();
        join();
    }

    void tellsMembersOfEachOther()
    {
        const QJsonArray mine =
            object(ask(m_ben, "GET"_ba, organizations))[u"organizations"_s].toArray();
        QCOMPARE(mine.size(), 1);
        QCOMPARE(mine[0][u"name"_s], u"Acme"_s);
        QCOMPARE(mine[0][u"role"_s], u"member"_s);
        const QJsonArray all =
            object(ask(m_ben, "GET"_ba, m_place + "/members"))[u"members"_s].toArray();
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0][u"role"_s], u"owner"_s);
        QCOMPARE(all[1][u"user_id"_s], m_ben.id);
    }

    void refusesByRole()
    {
        const QByteArray ada = m_place + "/members/" + m_ada.id.toLatin1();
        QCOMPARE(ask(m_ben, "PATCH"_ba, m_place, R"({"name": "Mine"})"_ba).status, 403);
        QCOMPARE(ask(m_ben, "DELETE"_ba, m_place).status, 403);
        QCOMPARE(ask(m_ben, "PATCH"_ba, ada, R"({"role": "member"})"_ba).status, 403);
        QCOMPARE(ask(m_ben, "DELETE"_ba, ada).status, 403);
        QCOMPARE(ask(m_ben, "POST"_ba, m_place + "/invitations", R"({"user": "Ada"})"_ba).status,
                 403);
        QCOMPARE(ask(m_ada, "PATCH"_ba, ada, R"({"role": "member"})"_ba).status, 409);
        QCOMPARE(ask(m_ada, "PATCH"_ba, ada, R"({"role": "king"})"_ba).status, 400);
        QCOMPARE(ask(m_ada, "PATCH"_ba, m_place, R"({"name": ""})"_ba).status, 400);
        const QByteArray huge = "{\"name\": \"" + QByteArray(1000, 'x') + "\"}";
        QCOMPARE(ask(m_ada, "POST"_ba, organizations, huge).status, 400);
        QCOMPARE(ask(m_ada, "DELETE"_ba, ada).status, 409);
    }

    void lendsMembersWhatIsShared()
    {
        const QString jira = connect(m_ada, u"jira"_s, u"acme.atlassian.net"_s);
        share(jira, R"({"shared_with": "all_members"})"_ba);
        connect(m_ben, u"notion"_s, u"notion.so"_s);
        const QByteArray key = leaseKey(m_ben);
        const QJsonObject me = object(m_instance->ask("GET"_ba, "/api/mcp/me"_ba, {}, key));
        QCOMPARE(me[u"organizations"_s][0][u"name"_s], u"Acme"_s);
        QCOMPARE(me[u"organizations"_s][0][u"role"_s], u"member"_s);
        QCOMPARE(me[u"available_services"_s].toArray(), (QJsonArray{u"jira"_s, u"notion"_s}));
        const QJsonObject organization = take(key, R"(["jira"])"_ba);
        QCOMPARE(organization[u"credential_scope"_s], u"organization"_s);
        const QJsonObject shared = organization[u"included_org_credentials"_s][0].toObject();
        QCOMPARE(shared[u"service"_s], u"jira"_s);
        QCOMPARE(shared[u"connection_id"_s], jira);
        QCOMPARE(shared[u"organization_name"_s], u"Acme"_s);
        const QJsonObject mixed = take(key, R"(["jira", "notion"])"_ba);
        QCOMPARE(mixed[u"credential_scope"_s], u"mixed"_s);
        QCOMPARE(mixed[u"included_org_credentials"_s].toArray().size(), 1);
        // Ben's own comes first.
        const QString own = connect(m_ben, u"jira"_s, u"ben.atlassian.net"_s);
        const QJsonObject personal = take(key, R"(["jira"])"_ba);
        QCOMPARE(personal[u"credential_scope"_s], u"personal"_s);
        QCOMPARE(personal[u"credentials"_s][u"jira"_s][u"connection_id"_s], own);
    }

    void keepsWhatIsForAdmins()
    {
        const QString jira = connect(m_ada, u"jira"_s, u"acme.atlassian.net"_s);
        share(jira, R"({"shared_with": "admins_only"})"_ba);
        const QByteArray key = leaseKey(m_ben);
        QVERIFY(take(key, R"(["jira"])"_ba)[u"credentials"_s].toObject().isEmpty());
        QCOMPARE(ask(m_ben, "GET"_ba, "/api/pm/providers/" + jira.toLatin1()).status, 404);
        share(jira, "{\"shared_with\": [\""_ba + m_ben.id.toLatin1() + "\"]}");
        QVERIFY(!take(key, R"(["jira"])"_ba)[u"credentials"_s].toObject().isEmpty());
        const QJsonObject listed = object(ask(m_ada, "GET"_ba, m_place + "/connections"));
        QCOMPARE(listed[u"connections"_s][0][u"shared_with"_s].toArray(), QJsonArray{m_ben.id});
        for (const QByteArray &wrong :
             {"\"everybody\""_ba, "\"users\""_ba, R"(["usr_x"])"_ba, "1"_ba})
            QCOMPARE(ask(m_ada, "PUT"_ba, connectionPlace(jira), "{\"shared_with\": " + wrong + '}')
                         .status,
                     400);
    }

    void letsMembersUseAndNotManage()
    {
        const QString jira = connect(m_ada, u"jira"_s, u"acme.atlassian.net"_s);
        share(jira, R"({"shared_with": "all_members"})"_ba);
        const QByteArray place = "/api/pm/providers/" + jira.toLatin1();
        const QJsonObject seen = object(ask(m_ben, "GET"_ba, place));
        QCOMPARE(seen[u"organization"_s][u"name"_s], u"Acme"_s);
        QCOMPARE(ask(m_ben, "DELETE"_ba, place).status, 403);
        QCOMPARE(ask(m_ben, "PUT"_ba, connectionPlace(jira), R"({"shared_with": "admins_only"})"_ba)
                     .status,
                 403);
        const auto token = ask(m_ben, "GET"_ba, "/api/integrations/jira/token"_ba);
        QCOMPARE(token.status, 403);
        QVERIFY(!token.body.contains("token-of-jira"));
        QCOMPARE(ask(m_ada, "GET"_ba, "/api/integrations/jira/token"_ba).status, 200);
        QVERIFY(ask(m_ada, "DELETE"_ba, m_place).body.contains("acme.atlassian.net"));
        QCOMPARE(ask(m_ada, "DELETE"_ba, place).status, 204);
        QCOMPARE(ask(m_ada, "DELETE"_ba, m_place).status, 204);
    }

    void takesEverythingFromWhoGoes_data()
    {
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("removed") << "removed"_ba;
        QTest::newRow("left") << "left"_ba;
        QTest::newRow("shared with others") << "shared"_ba;
    }

    void takesEverythingFromWhoGoes()
    {
        QFETCH(const QByteArray, how);
        const QString jira = connect(m_ada, u"jira"_s, u"acme.atlassian.net"_s);
        share(jira, R"({"shared_with": "all_members"})"_ba);
        const QByteArray key = leaseKey(m_ben);
        const QByteArray lease =
            leasePlace + '/' + take(key, R"(["jira"])"_ba)[u"lease_id"_s].toString().toLatin1();
        const QByteArray session = newSession(key);
        const QByteArray adasSession = newSession(leaseKey(m_ada));
        const QByteArray ben = m_place + "/members/" + m_ben.id.toLatin1();
        if (how == "shared")
            share(jira, R"({"shared_with": "admins_only"})"_ba);
        else
            QCOMPARE(ask(how == "left" ? m_ben : m_ada, "DELETE"_ba, ben).status, 204);
        const auto over = m_instance->ask("GET"_ba, lease, {}, key);
        QCOMPARE(over.status, 404);
        QVERIFY2(over.body.contains("shared with its user no more"), over.body.constData());
        QCOMPARE(listTools(key, session).status, 404);
        QVERIFY(take(key, R"(["jira"])"_ba)[u"credentials"_s].toObject().isEmpty());
        QCOMPARE(ask(m_ben, "GET"_ba, "/api/pm/providers/" + jira.toLatin1()).status, 404);
        // Who stays keeps working.
        QVERIFY(m_instance->server().connections().findUsable(m_ada.id, jira));
        QVERIFY(!adasSession.isEmpty());
        QCOMPARE(ask(m_ada, "GET"_ba, "/api/pm/providers/" + jira.toLatin1()).status, 200);
    }

    void takesALeaseFromWhoSharesWithOthersOnly()
    {
        const QString jira = connect(m_ada, u"jira"_s, u"acme.atlassian.net"_s);
        const QByteArray key = leaseKey(m_ada);
        const QByteArray lease =
            leasePlace + '/' + take(key, R"(["jira"])"_ba)[u"lease_id"_s].toString().toLatin1();
        QCOMPARE(m_instance->ask("GET"_ba, lease, {}, key).status, 200);
        const QByteArray ben = m_ben.id.toLatin1();
        share(jira, R"({"shared_with": [")" + ben + R"("]})");
        const auto over = m_instance->ask("GET"_ba, lease, {}, key);
        QCOMPARE(over.status, 404);
        QVERIFY2(!over.body.contains("token-of-jira"), over.body.constData());
    }

    void isInTheLog()
    {
        const QString jira = connect(m_ada, u"jira"_s, u"acme.atlassian.net"_s);
        share(jira, R"({"shared_with": "all_members"})"_ba);
        const QByteArray ben = m_place + "/members/" + m_ben.id.toLatin1();
        QCOMPARE(ask(m_ada, "PATCH"_ba, ben, R"({"role": "admin"})"_ba).status, 200);
        QCOMPARE(ask(m_ada, "PATCH"_ba, m_place, R"({"name": "Acme 2"})"_ba).status, 200);
        QCOMPARE(ask(m_ada, "DELETE"_ba, ben).status, 204);
        const QByteArray adas = ask(m_ada, "GET"_ba, "/api/activity"_ba).body;
        for (const char *event : {"organization_created",
                                  "member_invited",
                                  "connection_shared",
                                  "member_role_changed",
                                  "organization_renamed",
                                  "member_removed"})
            QVERIFY2(adas.contains(event), event);
        const QByteArray bens = ask(m_ben, "GET"_ba, "/api/activity"_ba).body;
        for (const char *event :
             {"member_invited", "member_joined", "member_role_changed", "member_removed"})
            QVERIFY2(bens.contains(event), event);
        QVERIFY(!bens.contains("connection_shared"));
    }

    void keepsAKeyLimited()
    {
        const QString jira = connect(m_ada, u"jira"_s, u"acme.atlassian.net"_s);
        share(jira, R"({"shared_with": "all_members"})"_ba);
        connect(m_ben, u"jira"_s, u"ben.atlassian.net"_s);
        const QByteArray body = "{\"name\": \"n\", \"rights\": [\"lease\"], \"connections\": [\""
            + jira.toLatin1() + "\"]}";
        const QJsonObject made =
            object(ask(m_ben, "POST"_ba, "/api/users/me/mcp-keys"_ba, body), 201);
        const QByteArray key = made[u"key"_s].toString().toLatin1();
        QCOMPARE(take(key, R"(["jira"])"_ba)[u"credential_scope"_s], u"organization"_s);
        QCOMPARE(ask(m_ben, "DELETE"_ba, m_place + "/members/" + m_ben.id.toLatin1()).status, 204);
        // It does not fall back to what Ben never meant for it.
        QVERIFY(take(key, R"(["jira"])"_ba)[u"credentials"_s].toObject().isEmpty());
    }

private:
    struct Somebody
    {
        QString id;
        QByteArray token;
    };

    [[nodiscard]] Somebody user(const QByteArray &name) const
    {
        const auto made =
            m_instance->ask("POST"_ba, "/api/users"_ba, "{\"name\": \"" + name + "\"}");
        const auto token =
            m_instance->ask("POST"_ba, "/api/tokens"_ba, "{\"user\": \"" + name + "\"}");
        return {object(made, 201)[u"id"_s].toString(),
                object(token, 201)[u"token"_s].toString().toLatin1()};
    }

    void join() const
    {
        const QJsonObject sent =
            object(ask(m_ada, "POST"_ba, m_place + "/invitations", R"({"user": "Ben"})"_ba), 201);
        const QByteArray place = "/api/invitations/" + sent[u"id"_s].toString().toLatin1();
        QCOMPARE(ask(m_ben, "POST"_ba, place + "/accept").status, 200);
    }

    QString connect(const Somebody &who, const QString &service, const QString &host) const
    {
        connections::Connection connection;
        connection.userId = who.id;
        connection.provider = service;
        connection.name = host;
        connection.site = QUrl(u"https://"_s + host);
        connection.apiBase = connection.site;
        connection.account = u"ada@acme.example"_s;
        return m_instance->server()
            .connections()
            .save(connection, Secret("token-of-" + service.toLatin1()))
            .value()
            .id;
    }

    [[nodiscard]] QByteArray connectionPlace(const QString &id) const
    {
        return m_place + "/connections/" + id.toLatin1();
    }

    void share(const QString &id, const QByteArray &body) const
    {
        const auto answer = ask(m_ada, "PUT"_ba, connectionPlace(id), body);
        QVERIFY2(answer.status == 200, answer.body.constData());
    }

    [[nodiscard]] QByteArray leaseKey(const Somebody &who) const
    {
        return m_instance->server()
            .keys()
            .create({.userId = who.id,
                     .name = u"Script"_s,
                     .connectionIds = {},
                     .expiresAt = {},
                     .rights = tools::KeyRight::Lease})
            .value()
            .secret.reveal();
    }

    [[nodiscard]] QJsonObject take(const QByteArray &key, const QByteArray &services) const
    {
        return object(
            m_instance->ask("POST"_ba, leasePlace, "{\"services\": " + services + '}', key), 201);
    }

    [[nodiscard]] tests::TestInstance::Answer mcp(const QByteArray &key,
                                                  const QByteArray &headers,
                                                  const QByteArray &body) const
    {
        return m_instance->request("POST"_ba,
                                   "/mcp"_ba,
                                   "Authorization: Bearer " + key
                                       + "\r\nContent-Type: application/json\r\n"
                                         "Accept: application/json, text/event-stream\r\n"
                                       + headers,
                                   body);
    }

    [[nodiscard]] QByteArray newSession(const QByteArray &key) const
    {
        const auto begun = mcp(
            key,
            {},
            R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}})"_ba);
        const qsizetype at = begun.head.toLower().indexOf("mcp-session-id: ") + 16;
        const QByteArray session = begun.head.mid(at, begun.head.indexOf('\r', at) - at);
        const auto first = listTools(key, session);
        return first.status == 200 ? session : QByteArray();
    }

    [[nodiscard]] tests::TestInstance::Answer listTools(const QByteArray &key,
                                                        const QByteArray &session) const
    {
        return mcp(key,
                   "Mcp-Session-Id: " + session + "\r\n",
                   R"({"jsonrpc":"2.0","id":2,"method":"tools/list"})"_ba);
    }

    [[nodiscard]] tests::TestInstance::Answer ask(const Somebody &who,
                                                  const QByteArray &method,
                                                  const QByteArray &target,
                                                  const QByteArray &json = {}) const
    {
        return m_instance->ask(method, target, json, who.token);
    }

    [[nodiscard]] static QJsonObject object(const tests::TestInstance::Answer &answer,
                                            int status = 200)
    {
        if (answer.status != status)
            qWarning("%d %s", answer.status, answer.body.constData());
        return answer.status == status ? QJsonDocument::fromJson(answer.body).object()
                                       : QJsonObject();
    }

    std::unique_ptr<tests::TestInstance> m_instance;
    Somebody m_ada;
    Somebody m_ben;
    QByteArray m_place; ///< of the organization
};

QTEST_GUILESS_MAIN(TestOrganizationsApi)
#include "tst_organizationsapi.moc"
