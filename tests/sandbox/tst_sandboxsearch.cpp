// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jiratester.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** JQL and the pages of its results. */
class TestSandboxSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsByJql_data();
    void findsByJql();
    void refusesJqlInJirasWords_data();
    void refusesJqlInJirasWords();
    void refusesUnboundedQueries_data();
    void refusesUnboundedQueries();
    void sortsBySeveralFields();
    void pagesThroughEverythingOnce();
    void countsWhatThePagesHold();
    void refusesAPageTokenThatIsNotItsOwn();
    void forgetsPageTokensAfterAWeek();
    void keepsMaxResultsWithinItsLimits();
    void givesIdsOnlyUnlessFieldsAreAskedFor();
    void choosesFieldsByName();
    void readsTheSameFromQueryAndBody();
    void hidesProjectsFromThoseWhoMayNotSeeThem();
    void saysThatTheOldSearchIsGone();
    void seesChangesOnlyAfterTheLag();

private:
    [[nodiscard]] Response search(const QString &jql, QJsonObject more = {});
    [[nodiscard]] QStringList keys(const QString &jql);

    std::unique_ptr<JiraTester> m_jira;
};

void TestSandboxSearch::init()
{
    m_jira = std::make_unique<JiraTester>();
}

Response TestSandboxSearch::search(const QString &jql, QJsonObject more)
{
    more.insert(u"jql"_s, jql);
    return m_jira->send("POST", "/rest/api/3/search/jql", more);
}

QStringList TestSandboxSearch::keys(const QString &jql)
{
    const Response response =
        search(jql, {{u"maxResults"_s, 500}, {u"fields"_s, QJsonArray{u"summary"_s}}});
    if (response.status != 200)
        return {JiraTester::error(response)};
    QStringList result;
    for (const auto &issue : JiraTester::object(response)["issues"_L1].toArray())
        result.append(issue["key"_L1].toString());
    return result;
}

void TestSandboxSearch::findsByJql_data()
{
    QTest::addColumn<QString>("jql");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *jql, const char *expected) {
        QTest::newRow(jql) << QString::fromLatin1(jql) << QString::fromLatin1(expected);
    };
    add("key = WEB-4", "WEB-4");
    add("issuekey in (WEB-4, \"MOB-5\") order by key", "MOB-5 WEB-4");
    add("parent = WEB-4 order by key asc", "WEB-14 WEB-15 WEB-16");
    add("project = tide OR key = PAY-6",
        "The value 'tide' does not exist for the field 'project'.");
    add("project = OPS AND type = Bug AND statusCategory != Done ORDER BY key",
        "OPS-5 OPS-9 OPS-17 OPS-19");
    add("project in (OPS, PAY) and labels = incident order by key", "OPS-4 OPS-5 OPS-11 PAY-6");
    add("labels in (crash, compliance) and status = Done order by key", "MOB-15 PAY-2");
    add("assignee = currentUser() and project = PPL order by key", "PPL-3 PPL-4 PPL-9");
    add("assignee = \"farah@northwind.example\" and project = PAY order by key", "PAY-14 PAY-17");
    add("project = DATA and assignee is EMPTY and priority in (Low, Lowest) order by key",
        "DATA-10 DATA-20");
    add("project = WEB and assignee is not empty and type = story and status = \"In Review\"",
        "WEB-5");
    add("project = WEB and NOT (status = Done or status = \"To Do\") and type = Bug order by key",
        "WEB-4 WEB-17");
    add("text ~ \"gift card\" and type = Bug", "WEB-12 WEB-4");
    add("summary ~ \"crash*\"", "MOB-5");
    add("summary ~ \"\\\"error 500\\\"\"", "WEB-4");
    add("key >= PPL-13 and key < PPL-15 order by key", "PPL-13 PPL-14");
    add("project = WEB and resolution = Unresolved and type = Epic order by key", "WEB-1 WEB-2");
    add("created > now()", "");
    add("project = PPL and created >= -90d and key = PPL-1", "PPL-1");
    add("created <= \"2026-08-01\"", "");
    add("project != WEB and key in (WEB-1, MOB-1)", "MOB-1");
    add("priority != Highest and key in (WEB-4, WEB-5)", "WEB-5");
}

void TestSandboxSearch::findsByJql()
{
    QFETCH(QString, jql);
    QFETCH(QString, expected);
    QCOMPARE(keys(jql).join(u' '), expected);
}

void TestSandboxSearch::refusesJqlInJirasWords_data()
{
    QTest::addColumn<QString>("jql");
    QTest::addColumn<QString>("message");
    const auto add = [](const char *jql, const char *message) {
        QTest::newRow(jql) << QString::fromLatin1(jql) << QString::fromLatin1(message);
    };
    add("project = WEB AND",
        "Error in the JQL Query: Expecting a field name before the end of the query.");
    add("project", "Error in the JQL Query: Expecting operator before the end of the query.");
    add("project =",
        "Error in the JQL Query: Expecting either a value, list or function before the end of the "
        "query.");
    add("project = WEB status = Done",
        "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, "
        "character 15)");
    add("(project = WEB", "Error in the JQL Query: Expecting ')' before the end of the query.");
    add("summary ~ \"open",
        "Error in the JQL Query: The quoted string 'open' has not been completed. (line 1, "
        "character 11)");
    add("project = @web",
        "Error in the JQL Query: The character '@' is a reserved JQL character. You must enclose "
        "it in a string or use the escape '\\u0040' instead. (line 1, character 11)");
    add("sprint in openSprints()",
        "Error in the JQL Query: Expecting '(' but got 'openSprints'. "
        "(line 1, character 11)");
    add("sprint = 5", "Field 'sprint' does not exist or you do not have permission to view it.");
    add("status = Doing", "The value 'Doing' does not exist for the field 'status'.");
    add("project ~ WEB", "The operator '~' is not supported by the 'project' field.");
    add("summary = x", "The operator '=' is not supported by the 'summary' field.");
    add("assignee is ada", "The operator 'is' can only be used with EMPTY or NULL.");
    add("key = WEB-9999", "An issue with key 'WEB-9999' does not exist for field 'key'.");
    add("assignee = membersOf(x)", "Unable to find JQL function 'membersOf(x)'.");
    add("project = WEB order by sprint",
        "Field 'sprint' does not exist or you do not have permission to view it.");
}

void TestSandboxSearch::refusesJqlInJirasWords()
{
    QFETCH(QString, jql);
    QFETCH(QString, message);
    const Response response = search(jql);
    QCOMPARE(response.status, 400);
    QCOMPARE(JiraTester::error(response), message);
}

void TestSandboxSearch::refusesUnboundedQueries_data()
{
    QTest::addColumn<QString>("jql");
    QTest::newRow("empty") << QString();
    QTest::newRow("order alone") << u"ORDER BY created DESC"_s;
}

void TestSandboxSearch::refusesUnboundedQueries()
{
    QFETCH(QString, jql);
    const QString message = u"Unbounded JQL queries are not allowed here. Please add a search "
                            "restriction to your query."_s;
    QCOMPARE(JiraTester::error(search(jql)), message);
    const Response count =
        m_jira->send("POST", "/rest/api/3/search/approximate-count", {{u"jql"_s, jql}});
    QCOMPARE(count.status, 400);
    QCOMPARE(JiraTester::error(count), message);
}

void TestSandboxSearch::sortsBySeveralFields()
{
    const QStringList found = keys(u"key in (WEB-4, WEB-8, WEB-6, WEB-5, WEB-1) "
                                   "order by priority desc, key asc"_s);
    QCOMPARE(found.join(u' '), u"WEB-4 WEB-1 WEB-6 WEB-8 WEB-5"_s);
}

void TestSandboxSearch::pagesThroughEverythingOnce()
{
    QJsonObject more{{u"maxResults"_s, 7}};
    QSet<QString> ids;
    int pages = 0;
    for (;; ++pages) {
        const QJsonObject page = JiraTester::object(search(u"project = WEB"_s, more));
        const QJsonArray issues = page["issues"_L1].toArray();
        QVERIFY(!page.contains("total"_L1));
        for (const auto &issue : issues)
            ids.insert(issue["id"_L1].toString());
        QCOMPARE(page["isLast"_L1].toBool(), !page.contains("nextPageToken"_L1));
        if (page["isLast"_L1].toBool())
            break;
        QCOMPARE(issues.size(), 7);
        more.insert(u"nextPageToken"_s, page["nextPageToken"_L1]);
    }
    QCOMPARE(pages, 3);
    QCOMPARE(ids.size(), 25);
}

void TestSandboxSearch::countsWhatThePagesHold()
{
    const QString jql = u"statusCategory != Done"_s;
    const Response count =
        m_jira->send("POST", "/rest/api/3/search/approximate-count", {{u"jql"_s, jql}});
    QCOMPARE(JiraTester::object(count)["count"_L1].toInt(), keys(jql).size());
}

void TestSandboxSearch::refusesAPageTokenThatIsNotItsOwn()
{
    const QJsonObject page = JiraTester::object(search(u"project = WEB"_s, {{u"maxResults"_s, 2}}));
    const QJsonObject more{{u"nextPageToken"_s, page["nextPageToken"_L1]}};
    QCOMPARE(search(u"project = MOB"_s, more).status, 400);
    QCOMPARE(search(u"project = WEB"_s, {{u"nextPageToken"_s, u"BOGUS"_s}}).status, 400);
    m_jira->signIn(u"ben"_s);
    QCOMPARE(search(u"project = WEB"_s, more).status, 400);
    m_jira->signIn(u"ada"_s);
    QCOMPARE(search(u"project = WEB"_s, more).status, 200);
}

void TestSandboxSearch::forgetsPageTokensAfterAWeek()
{
    const QJsonObject page = JiraTester::object(search(u"project = WEB"_s, {{u"maxResults"_s, 2}}));
    const QJsonObject more{{u"nextPageToken"_s, page["nextPageToken"_L1]}};
    m_jira->clock().advance(std::chrono::hours(24 * 8));
    QCOMPARE(search(u"project = WEB"_s, more).status, 400);
}

void TestSandboxSearch::keepsMaxResultsWithinItsLimits()
{
    for (const int wrong : {0, -1, 5001})
        QCOMPARE(search(u"project = WEB"_s, {{u"maxResults"_s, wrong}}).status, 400);
    const QJsonObject ids =
        JiraTester::object(search(u"created > -1000d"_s, {{u"maxResults"_s, 5000}}));
    QCOMPARE(ids["issues"_L1].toArray().size(), 120);
    const QJsonObject full = JiraTester::object(search(
        u"created > -1000d"_s, {{u"maxResults"_s, 5000}, {u"fields"_s, QJsonArray{u"*all"_s}}}));
    QCOMPARE(full["issues"_L1].toArray().size(), 100);
    QVERIFY(!full["isLast"_L1].toBool());
}

void TestSandboxSearch::givesIdsOnlyUnlessFieldsAreAskedFor()
{
    const QJsonObject page = JiraTester::object(search(u"key = WEB-1"_s));
    QCOMPARE(page["issues"_L1][0].toObject().keys(), QStringList{u"id"_s});
}

void TestSandboxSearch::choosesFieldsByName()
{
    const auto fieldsFor = [this](const QJsonArray &wanted) {
        const Response response = search(u"key = WEB-4"_s, {{u"fields"_s, wanted}});
        return JiraTester::object(response)["issues"_L1][0]["fields"_L1].toObject().keys();
    };
    QCOMPARE(fieldsFor({u"summary"_s, u"status"_s}), QStringList({u"status"_s, u"summary"_s}));
    QVERIFY(fieldsFor({u"*all"_s}).contains(u"comment"_s));
    QVERIFY(!fieldsFor({u"*navigable"_s}).contains(u"comment"_s));
    QVERIFY(!fieldsFor({u"*all"_s, u"-description"_s}).contains(u"description"_s));
    QCOMPARE(fieldsFor({u"key"_s}), QStringList());
}

void TestSandboxSearch::readsTheSameFromQueryAndBody()
{
    const Response byQuery = m_jira->get(
        "/rest/api/3/search/jql?jql=project%20%3D%20WEB%20order%20by%20key&maxResults=100&fields="
        "summary,status");
    const Response byBody =
        search(u"project = WEB order by key"_s,
               {{u"maxResults"_s, 100}, {u"fields"_s, QJsonArray{u"summary"_s, u"status"_s}}});
    QCOMPARE(byQuery.status, 200);
    QCOMPARE(byQuery.body, byBody.body);
}

void TestSandboxSearch::hidesProjectsFromThoseWhoMayNotSeeThem()
{
    QCOMPARE(keys(u"created > -1000d and type in (Task, Sub-task) and project = PPL"_s).size(), 15);
    m_jira->signIn(u"ben"_s);
    QCOMPARE(keys(u"project = PPL"_s).first(),
             u"The value 'PPL' does not exist for the field 'project'."_s);
    QCOMPARE(keys(u"key = PPL-1"_s).first(),
             u"An issue with key 'PPL-1' does not exist for field 'key'."_s);
    for (const QString &key : keys(u"created > -1000d"_s))
        QVERIFY2(!key.startsWith("PPL"_L1), qPrintable(key));
    m_jira->signOut();
    QCOMPARE(keys(u"created > -1000d"_s), QStringList());
}

void TestSandboxSearch::saysThatTheOldSearchIsGone()
{
    const Response response = m_jira->get("/rest/api/3/search?jql=project%3DWEB");
    QCOMPARE(response.status, 410);
    QVERIFY(JiraTester::error(response).contains("/rest/api/3/search/jql"_L1));
    QCOMPARE(m_jira->send("POST", "/rest/api/3/search", {{u"jql"_s, u"project=WEB"_s}}).status,
             410);
}

void TestSandboxSearch::seesChangesOnlyAfterTheLag()
{
    m_jira = std::make_unique<JiraTester>(std::chrono::seconds(5));
    const QString id =
        JiraTester::object(m_jira->get("/rest/api/3/issue/WEB-4"))["id"_L1].toString();
    const QString jql = u"labels = urgent and project = WEB"_s;
    QCOMPARE(m_jira
                 ->send("PUT",
                        "/rest/api/3/issue/WEB-4",
                        {{u"fields"_s, QJsonObject{{u"labels"_s, QJsonArray{u"urgent"_s}}}}})
                 .status,
             204);
    QCOMPARE(keys(jql), QStringList());
    const Response reconciled = search(jql, {{u"reconcileIssues"_s, QJsonArray{id.toLongLong()}}});
    QCOMPARE(JiraTester::object(reconciled)["issues"_L1].toArray().size(), 1);
    m_jira->clock().advance(std::chrono::seconds(6));
    QCOMPARE(keys(jql), QStringList{u"WEB-4"_s});
}

QTEST_GUILESS_MAIN(TestSandboxSearch)
#include "tst_sandboxsearch.moc"
