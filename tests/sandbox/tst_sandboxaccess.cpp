// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jiratester.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** Who is let in, and what each person may see and do. */
class TestSandboxAccess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answers401OnlyWhereAPersonIsNeeded();
    void treatsAScopedTokenOnTheSiteAsAnonymous();
    void enforcesScopesOnTheGateway();
    void tellsTheCloudIdToAnybody();
    void pagesAndFiltersProjects();
    void hidesAPrivateProjectAs404();
    void refusesWritesOfAReadOnlyPerson_data();
    void refusesWritesOfAReadOnlyPerson();
    void tellsPermissionsPerProject();
    void hidesEmailsOfThoseWhoWishIt();
    void findsUsersByTheBeginningOfAName();

private:
    [[nodiscard]] Response gateway(const QByteArray &path,
                                   const QString &email,
                                   const char *secret);

    std::unique_ptr<JiraTester> m_jira;
};

void TestSandboxAccess::init()
{
    m_jira = std::make_unique<JiraTester>();
}

Response TestSandboxAccess::gateway(const QByteArray &path,
                                    const QString &email,
                                    const char *secret)
{
    Request request;
    request.method = "GET";
    request.target = "/ex/jira/" + m_jira->site().state().cloudId().toLatin1() + path;
    request.headers.append(JiraTester::basic(email, secret));
    return m_jira->send(request);
}

void TestSandboxAccess::answers401OnlyWhereAPersonIsNeeded()
{
    Request request;
    request.method = "GET";
    request.target = "/rest/api/3/myself";
    request.headers.append(JiraTester::basic(u"ada@northwind.example"_s, "wrong"));
    const Response myself = m_jira->send(request);
    QCOMPARE(myself.status, 401);
    QCOMPARE(myself.body, "Client must be authenticated to access this resource."_ba);
    QCOMPARE(myself.header("content-type"), "text/html;charset=UTF-8"_ba);
    QVERIFY(myself.header("www-authenticate").startsWith("OAuth realm="));
    QCOMPARE(myself.header("x-seraph-loginreason"), "AUTHENTICATED_FAILED"_ba);
    request.target = "/rest/api/3/project/search";
    const Response projects = m_jira->send(request);
    QCOMPARE(projects.status, 200);
    QCOMPARE(JiraTester::object(projects)["total"_L1].toInt(), 0);
    QCOMPARE(projects.header("x-seraph-loginreason"), "AUTHENTICATED_FAILED"_ba);
    request.target = "/rest/api/3/issue/WEB-1";
    QCOMPARE(m_jira->send(request).status, 404);
}

void TestSandboxAccess::treatsAScopedTokenOnTheSiteAsAnonymous()
{
    Request request;
    request.method = "GET";
    request.target = "/rest/api/3/myself";
    request.headers.append(
        JiraTester::basic(u"ada@northwind.example"_s, "sandbox-scoped-token-ada"));
    QCOMPARE(m_jira->send(request).status, 401);
}

void TestSandboxAccess::enforcesScopesOnTheGateway()
{
    const QString ada = u"ada@northwind.example"_s;
    const QString chloe = u"chloe@northwind.example"_s;
    const Response myself = gateway("/rest/api/3/myself", ada, "sandbox-scoped-token-ada");
    QCOMPARE(myself.status, 200);
    QVERIFY(JiraTester::object(myself)["self"_L1].toString().startsWith(
        "http://127.0.0.1:1/ex/jira/"_L1));
    const Response unscoped = gateway("/rest/api/3/myself", chloe, "sandbox-scoped-token-chloe");
    QCOMPARE(unscoped.status, 401);
    QCOMPARE(unscoped.body, "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}"_ba);
    QCOMPARE(gateway("/rest/api/3/project/search", chloe, "sandbox-scoped-token-chloe").status,
             200);
    const Response classic = gateway("/rest/api/3/myself", ada, "sandbox-api-token-ada");
    QCOMPARE(classic.status, 401);
    QCOMPARE(classic.body, "{\"code\":401,\"message\":\"Unauthorized\"}"_ba);
}

void TestSandboxAccess::tellsTheCloudIdToAnybody()
{
    m_jira->signOut();
    QCOMPARE(JiraTester::object(m_jira->get("/_edge/tenant_info"))["cloudId"_L1].toString(),
             m_jira->site().state().cloudId());
    QCOMPARE(m_jira->get("/rest/api/3/serverInfo").status, 200);
}

void TestSandboxAccess::pagesAndFiltersProjects()
{
    const QJsonObject first =
        JiraTester::object(m_jira->get("/rest/api/3/project/search?maxResults=4&orderBy=-name"));
    QCOMPARE(first["total"_L1].toInt(), 6);
    QVERIFY(!first["isLast"_L1].toBool());
    QCOMPARE(first["values"_L1].toArray().size(), 4);
    QCOMPARE(first["values"_L1][0]["key"_L1].toString(), u"WEB"_s);
    const QJsonObject second = JiraTester::object(
        m_jira->get("/rest/api/3/project/search?startAt=4&maxResults=4&orderBy=-name"));
    QVERIFY(second["isLast"_L1].toBool());
    QCOMPARE(second["values"_L1].toArray().size(), 2);
    const QJsonObject found =
        JiraTester::object(m_jira->get("/rest/api/3/project/search?query=data"));
    QCOMPARE(found["total"_L1].toInt(), 1);
}

void TestSandboxAccess::hidesAPrivateProjectAs404()
{
    QCOMPARE(m_jira->get("/rest/api/3/project/PPL").status, 200);
    m_jira->signIn(u"ben"_s);
    const Response response = m_jira->get("/rest/api/3/project/PPL");
    QCOMPARE(response.status, 404);
    QCOMPARE(JiraTester::error(response), u"No project could be found with key 'PPL'."_s);
    QCOMPARE(JiraTester::error(m_jira->get("/rest/api/3/issue/PPL-1")),
             u"Issue does not exist or you do not have permission to see it."_s);
    m_jira->signIn(u"henrik"_s);
    QCOMPARE(JiraTester::object(m_jira->get("/rest/api/3/project/search"))["total"_L1].toInt(), 1);
}

void TestSandboxAccess::refusesWritesOfAReadOnlyPerson_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QJsonObject>("body");
    const QJsonObject fields{{u"summary"_s, u"New"_s},
                             {u"project"_s, QJsonObject{{u"key"_s, u"WEB"_s}}},
                             {u"issuetype"_s, QJsonObject{{u"name"_s, u"Task"_s}}}};
    QTest::newRow("create") << "POST"_ba
                            << "/rest/api/3/issue"_ba << QJsonObject{{u"fields"_s, fields}};
    QTest::newRow("edit") << "PUT"_ba
                          << "/rest/api/3/issue/WEB-4"_ba
                          << QJsonObject{{u"fields"_s, QJsonObject{{u"summary"_s, u"Changed"_s}}}};
    QTest::newRow("comment") << "POST"_ba
                             << "/rest/api/3/issue/WEB-4/comment"_ba
                             << QJsonObject{{u"body"_s, JiraTester::document(u"Hello"_s)}};
    QTest::newRow("assign") << "PUT"_ba
                            << "/rest/api/3/issue/WEB-4/assignee"_ba
                            << QJsonObject{{u"accountId"_s, QJsonValue::Null}};
    QTest::newRow("delete") << "DELETE"_ba
                            << "/rest/api/3/issue/WEB-4"_ba << QJsonObject();
}

void TestSandboxAccess::refusesWritesOfAReadOnlyPerson()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QJsonObject, body);
    m_jira->signIn(u"grace"_s);
    const QByteArray before = m_jira->get("/rest/api/3/issue/WEB-4").body;
    QVERIFY(!before.isEmpty());
    const Response response = m_jira->send(method, target, body);
    QCOMPARE(response.status, 403);
    QVERIFY(JiraTester::error(response).contains("permission"_L1));
    QCOMPARE(m_jira->get("/rest/api/3/issue/WEB-4").body, before);
}

void TestSandboxAccess::tellsPermissionsPerProject()
{
    const auto has = [this](const QByteArray &query, const char *key) {
        const Response response = m_jira->get("/rest/api/3/mypermissions?" + query);
        return JiraTester::object(
                   response)["permissions"_L1][QLatin1StringView(key)]["havePermission"_L1]
            .toBool();
    };
    m_jira->signIn(u"grace"_s);
    QVERIFY(has("permissions=BROWSE_PROJECTS&projectKey=WEB", "BROWSE_PROJECTS"));
    QVERIFY(!has("permissions=EDIT_ISSUES&issueKey=WEB-1", "EDIT_ISSUES"));
    m_jira->signIn(u"ada"_s);
    QVERIFY(has("permissions=EDIT_ISSUES,DELETE_ISSUES&projectKey=WEB", "DELETE_ISSUES"));
    QVERIFY(!has("permissions=DELETE_ISSUES&projectKey=MOB", "DELETE_ISSUES"));
    QCOMPARE(m_jira->get("/rest/api/3/mypermissions").status, 400);
    QCOMPARE(m_jira->get("/rest/api/3/mypermissions?permissions=FLY").status, 400);
}

void TestSandboxAccess::hidesEmailsOfThoseWhoWishIt()
{
    const auto userNamed = [this](const QByteArray &name) {
        return JiraTester::array(m_jira->get("/rest/api/3/user/search?query=" + name))[0]
            .toObject();
    };
    QCOMPARE(userNamed("ben")["emailAddress"_L1].toString(), u"ben@northwind.example"_s);
    QVERIFY(!userNamed("emil").contains("emailAddress"_L1));
    m_jira->signIn(u"emil"_s);
    QVERIFY(userNamed("emil").contains("emailAddress"_L1));
}

void TestSandboxAccess::findsUsersByTheBeginningOfAName()
{
    QCOMPARE(JiraTester::array(m_jira->get("/rest/api/3/user/search?query=")).size(), 8);
    QCOMPARE(JiraTester::array(m_jira->get("/rest/api/3/user/search?query=haddad")).size(), 1);
    QCOMPARE(m_jira->get("/rest/api/3/user/search").status, 400);
    const QJsonArray assignable =
        JiraTester::array(m_jira->get("/rest/api/3/user/assignable/search?project=PPL"));
    QCOMPARE(assignable.size(), 2);
    m_jira->signOut();
    QCOMPARE(JiraTester::array(m_jira->get("/rest/api/3/user/search?query=ben")).size(), 0);
}

QTEST_GUILESS_MAIN(TestSandboxAccess)
#include "tst_sandboxaccess.moc"
