// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notiontester.h"

#include <QTest>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

/** Who may ask Notion for what, how it refuses, and how people, databases and search answer. */
class TestSandboxNotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void refusesInNotionsForm_data();
    void refusesInNotionsForm();
    void wordsTheVersionErrors();
    void shapesEveryError();
    void hidesWhatIsNotShared_data();
    void hidesWhatIsNotShared();
    void keepsAReaderFromWriting();
    void limitsEachConnectionPerMinute();
    void tellsWhoIsCalling();
    void listsPeopleInPages();
    void searchesTitles_data();
    void searchesTitles();
    void findsTheTrashOnlyWhenAsked();
    void findsNewPagesAfterTheLag();
    void pagesThroughASearch();
    void showsADatabaseAndItsDataSource();

private:
    std::unique_ptr<NotionTester> m_tester;
};

void TestSandboxNotion::init()
{
    m_tester = std::make_unique<NotionTester>();
}

void TestSandboxNotion::refusesInNotionsForm_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");

    const QByteArray good = "ntn_sandbox_internal";
    const QByteArray now = "2026-03-11";
    const QByteArray none;
    QTest::newRow("no token") << "GET"_ba
                              << "/v1/users/me"_ba << none << now << none << u"401 unauthorized"_s;
    QTest::newRow("wrong token") << "GET"_ba
                                 << "/v1/users/me"_ba
                                 << "ntn_other"_ba << now << none << u"401 unauthorized"_s;
    QTest::newRow("no version") << "GET"_ba
                                << "/v1/users/me"_ba << good << none << none
                                << u"400 missing_version"_s;
    QTest::newRow("old version") << "GET"_ba
                                 << "/v1/users/me"_ba << good << "2022-06-28"_ba << none
                                 << u"400 validation_error"_s;
    QTest::newRow("unknown path") << "GET"_ba
                                  << "/v1/nothing"_ba << good << now << none
                                  << u"400 invalid_request_url"_s;
    QTest::newRow("unknown method")
        << "PUT"_ba
        << "/v1/search"_ba << good << now << none << u"400 invalid_request_url"_s;
    QTest::newRow("not served") << "GET"_ba
                                << "/v1/custom_emojis"_ba << good << now << none
                                << u"501 sandbox_not_served"_s;
    QTest::newRow("no JSON") << "POST"_ba
                             << "/v1/search"_ba << good << now << "{\"query\":"_ba
                             << u"400 invalid_json"_s;
    QTest::newRow("no uuid") << "GET"_ba
                             << "/v1/pages/home"_ba << good << now << none
                             << u"400 validation_error"_s;
    QTest::newRow("unknown member")
        << "POST"_ba
        << "/v1/search"_ba << good << now << "{\"limit\":3}"_ba << u"400 validation_error"_s;
    QTest::newRow("unknown parameter")
        << "GET"_ba
        << "/v1/users?limit=3"_ba << good << now << none << u"400 validation_error"_s;
    QTest::newRow("too big") << "POST"_ba
                             << "/v1/search"_ba << good << now
                             << "{\"query\":\"" + QByteArray(513'000, 'x') + "\"}"
                             << u"400 validation_error"_s;
}

void TestSandboxNotion::refusesInNotionsForm()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, body);
    QFETCH(QString, outcome);

    Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    if (!token.isEmpty())
        request.headers.append(HeaderField{"authorization", "Bearer " + token});
    if (!version.isEmpty())
        request.headers.append(HeaderField{"notion-version", version});
    QCOMPARE(NotionTester::outcome(m_tester->send(request)), outcome);
}

void TestSandboxNotion::wordsTheVersionErrors()
{
    Request request;
    request.method = "GET";
    request.target = "/v1/users/me";
    request.headers = {{"Authorization", "Bearer ntn_sandbox_internal"}};
    QCOMPARE(NotionTester::message(m_tester->send(request)),
             u"Notion-Version header failed validation: Notion-Version header should be defined, "
             "instead was `undefined`."_s);
    request.headers.append(HeaderField{"Notion-Version", "2022-06-28"});
    QVERIFY(NotionTester::message(m_tester->send(request)).contains(u"`\"2022-06-28\"`"_s));
}

void TestSandboxNotion::shapesEveryError()
{
    const Response response = m_tester->send("POST", "/v1/search", {{u"page_size"_s, 101}});
    const QJsonObject error = NotionTester::object(response);
    QCOMPARE(response.status, 400);
    QCOMPARE(error["object"_L1].toString(), u"error"_s);
    QCOMPARE(error["status"_L1].toInt(), 400);
    QCOMPARE(error["message"_L1].toString(),
             u"body failed validation: body.page_size should be ≤ `100`, instead was `101`."_s);
    QCOMPARE(error["request_id"_L1].toString().size(), 36);
}

void TestSandboxNotion::hidesWhatIsNotShared_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("outcome");

    const QByteArray internal = "ntn_sandbox_internal";
    const QByteArray ada = "ntn_sandbox_pat_ada";
    QTest::newRow("shared") << internal << u"Northwind Home"_s << u"200"_s;
    QTest::newRow("below what is shared") << internal << u"Security policy"_s << u"200"_s;
    QTest::newRow("not shared") << internal << u"Data lab 実験室"_s << u"404 object_not_found"_s;
    QTest::newRow("kept from it below what is shared")
        << internal << u"Payroll 2026"_s << u"404 object_not_found"_s;
    QTest::newRow("private") << internal << u"Ada's notebook"_s << u"404 object_not_found"_s;
    QTest::newRow("in the trash") << internal << u"The old office"_s << u"200"_s;
    QTest::newRow("Ada's own") << ada << u"Ideas"_s << u"200"_s;
    QTest::newRow("for few, Ada among them") << ada << u"Payroll 2026"_s << u"200"_s;
    QTest::newRow("for all people") << ada << u"Data lab 実験室"_s << u"200"_s;
    QTest::newRow("Ben's") << ada << u"Ben's notebook"_s << u"404 object_not_found"_s;
}

void TestSandboxNotion::hidesWhatIsNotShared()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, title);
    QFETCH(QString, outcome);

    m_tester->useToken(token);
    const QByteArray id = m_tester->page(title);
    const Response response = m_tester->get("/v1/pages/" + id);
    QCOMPARE(NotionTester::outcome(response), outcome);
    QCOMPARE(NotionTester::outcome(m_tester->get("/v1/pages/" + id + "/markdown")), outcome);
    const QString name = token == "ntn_sandbox_internal" ? u"Fairlead sandbox"_s : u"Ada's token"_s;
    if (response.status == 404)
        QCOMPARE(NotionTester::message(response),
                 u"Could not find page with ID: %1. Make sure the relevant pages and databases are "
                 "shared with your integration \"%2\"."_s.arg(QString::fromLatin1(id), name));
}

void TestSandboxNotion::keepsAReaderFromWriting()
{
    m_tester->useToken("ntn_sandbox_readonly");
    const QByteArray id = m_tester->page(u"Roadmap 2027"_s);
    QCOMPARE(m_tester->get("/v1/pages/" + id).status, 200);
    QCOMPARE(m_tester->get("/v1/comments?block_id=" + id).status, 200);
    const QString restricted = u"403 restricted_resource"_s;
    QCOMPARE(NotionTester::outcome(m_tester->send("POST", "/v1/pages")), restricted);
    QCOMPARE(NotionTester::outcome(m_tester->send("PATCH", "/v1/pages/" + id)), restricted);
    QCOMPARE(NotionTester::outcome(m_tester->send("PATCH", "/v1/pages/" + id + "/markdown")),
             restricted);
    QCOMPARE(NotionTester::outcome(m_tester->send("POST", "/v1/comments")), restricted);
    QCOMPARE(NotionTester::outcome(m_tester->get("/v1/users")), restricted);
}

void TestSandboxNotion::limitsEachConnectionPerMinute()
{
    NotionTester tester({.site = {.requestsPerMinute = 2}});
    QCOMPARE(tester.get("/v1/users/me").status, 200);
    tester.clock().advance(std::chrono::seconds(20));
    QCOMPARE(tester.get("/v1/users/me").status, 200);
    const Response limited = tester.get("/v1/users/me");
    QCOMPARE(NotionTester::outcome(limited), u"429 rate_limited"_s);
    QCOMPARE(limited.header("retry-after"), "40"_ba);
    QCOMPARE(NotionTester::object(limited)["additional_data"_L1]["rate_limit_reason"_L1].toString(),
             u"connection_limit"_s);

    tester.useToken("ntn_sandbox_pat_ada");
    QCOMPARE(tester.get("/v1/users/me").status, 200);
    tester.useToken("ntn_sandbox_internal");
    tester.clock().advance(std::chrono::seconds(40));
    QCOMPARE(tester.get("/v1/users/me").status, 200);
}

void TestSandboxNotion::tellsWhoIsCalling()
{
    const QJsonObject bot = m_tester->read("/v1/users/me");
    QCOMPARE(bot["type"_L1].toString(), u"bot"_s);
    QCOMPARE(bot["name"_L1].toString(), u"Fairlead sandbox"_s);
    QCOMPARE(bot["bot"_L1]["owner"_L1]["type"_L1].toString(), u"workspace"_s);
    QCOMPARE(bot["bot"_L1]["workspace_name"_L1].toString(), u"Northwind"_s);

    m_tester->useToken("ntn_sandbox_pat_ada");
    const QJsonValue owner = m_tester->read("/v1/users/me")["bot"_L1]["owner"_L1];
    QCOMPARE(owner["type"_L1].toString(), u"user"_s);
    QCOMPARE(owner["user"_L1]["person"_L1]["email"_L1].toString(), u"ada@northwind.example"_s);
}

void TestSandboxNotion::listsPeopleInPages()
{
    const QJsonObject first = m_tester->read("/v1/users?page_size=5");
    QCOMPARE(first["results"_L1].toArray().size(), 5);
    QCOMPARE(first["has_more"_L1].toBool(), true);
    const QByteArray next = first["next_cursor"_L1].toString().toLatin1();
    const QJsonObject rest = m_tester->read("/v1/users?page_size=5&start_cursor=" + next);
    QCOMPARE(rest["results"_L1].toArray().size(), 3);
    QVERIFY(rest["next_cursor"_L1].isNull());
    const QByteArray id = rest["results"_L1][0]["id"_L1].toString().toLatin1();
    QCOMPARE(m_tester->read("/v1/users/" + id)["name"_L1].toString(), u"Farah Haddad"_s);
    QCOMPARE(NotionTester::outcome(m_tester->get("/v1/users/00000000-0000-0000-0000-000000000000")),
             u"404 object_not_found"_s);
}

void TestSandboxNotion::searchesTitles_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("titles");

    QTest::newRow("words of a title")
        << "{\"query\":\"runbook payments\"}"_ba << u"Runbook: payments are failing"_s;
    QTest::newRow("not the content") << "{\"query\":\"perihelion\"}"_ba << QString();
    QTest::newRow("unicode") << "{\"query\":\"zu viele\"}"_ba
                             << u"Interviews: checkout — „zu viele Felder“"_s;
    QTest::newRow("data sources")
        << "{\"filter\":{\"property\":\"object\",\"value\":\"data_source\"},\"query\":\"team\"}"_ba
        << u"Team tasks ✅"_s;
    QTest::newRow("pages only")
        << "{\"filter\":{\"property\":\"object\",\"value\":\"page\"},\"query\":\"team tasks\"}"_ba
        << QString();
    QTest::newRow("not what is not shared") << "{\"query\":\"data lab\"}"_ba << QString();
    QTest::newRow("sorted by time")
        << "{\"query\":\"decision\",\"sort\":{\"timestamp\":\"last_edited_time\",\"direction\":\"descending\"}}"_ba
        << u"Decision 12: one queue for everything; Decision 17: search in the database"_s;
    QTest::newRow("the other way round")
        << "{\"query\":\"decision\",\"sort\":{\"timestamp\":\"last_edited_time\",\"direction\":\"ascending\"}}"_ba
        << u"Decision 17: search in the database; Decision 12: one queue for everything"_s;
}

void TestSandboxNotion::searchesTitles()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, titles);

    const QJsonObject wanted = QJsonDocument::fromJson(body).object();
    const Response response = m_tester->send("POST", "/v1/search", wanted);
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    QCOMPARE(NotionTester::titles(NotionTester::object(response)), titles);
}

void TestSandboxNotion::findsTheTrashOnlyWhenAsked()
{
    QJsonObject body{{u"query"_s, u"old office"_s}};
    QCOMPARE(NotionTester::titles(NotionTester::object(m_tester->send("POST", "/v1/search", body))),
             QString());
    body.insert(u"filter"_s, QJsonObject{{u"in_trash"_s, true}});
    QCOMPARE(NotionTester::titles(NotionTester::object(m_tester->send("POST", "/v1/search", body))),
             u"The old office"_s);
}

void TestSandboxNotion::findsNewPagesAfterTheLag()
{
    NotionTester tester({.site = {.searchLag = std::chrono::seconds(5)}});
    const QJsonObject parent{{u"page_id"_s, QString::fromLatin1(tester.page(u"Product"_s))}};
    const QJsonObject page{{u"parent"_s, parent}, {u"markdown"_s, u"# Brand new"_s}};
    QCOMPARE(tester.send("POST", "/v1/pages", page).status, 200);
    const QJsonObject query{{u"query"_s, u"brand new"_s}};
    QCOMPARE(NotionTester::titles(NotionTester::object(tester.send("POST", "/v1/search", query))),
             QString());
    tester.clock().advance(std::chrono::seconds(5));
    QCOMPARE(NotionTester::titles(NotionTester::object(tester.send("POST", "/v1/search", query))),
             u"Brand new"_s);
}

void TestSandboxNotion::pagesThroughASearch()
{
    QJsonObject body{{u"page_size"_s, 20}};
    QSet<QString> seen;
    int requests = 0;
    QJsonObject list;
    do {
        list = NotionTester::object(m_tester->send("POST", "/v1/search", body));
        for (const auto &item : list["results"_L1].toArray())
            seen.insert(item["id"_L1].toString());
        body.insert(u"start_cursor"_s, list["next_cursor"_L1]);
        ++requests;
    } while (list["has_more"_L1].toBool() && requests < 10);
    QCOMPARE(requests, 3);
    QCOMPARE(seen.size(), 54);
    body.insert(u"start_cursor"_s, u"00000000-0000-0000-0000-000000000000"_s);
    QCOMPARE(NotionTester::message(m_tester->send("POST", "/v1/search", body)),
             u"The start_cursor provided is invalid: 00000000-0000-0000-0000-000000000000"_s);
}

void TestSandboxNotion::showsADatabaseAndItsDataSource()
{
    const QByteArray sourceId = m_tester->dataSource(u"Product specs 📐"_s);
    const QJsonObject source = m_tester->read("/v1/data_sources/" + sourceId);
    QCOMPARE(source["object"_L1].toString(), u"data_source"_s);
    QCOMPARE(source["properties"_L1]["Stage"_L1]["select"_L1]["options"_L1].toArray().size(), 4);
    const QByteArray databaseId = source["parent"_L1]["database_id"_L1].toString().toLatin1();
    const QJsonObject database = m_tester->read("/v1/databases/" + databaseId);
    QCOMPARE(database["object"_L1].toString(), u"database"_s);
    QCOMPARE(database["data_sources"_L1][0]["id"_L1].toString().toLatin1(), sourceId);
    QCOMPARE(NotionTester::outcome(m_tester->get("/v1/databases/" + sourceId)),
             u"404 object_not_found"_s);
}

} // namespace fairlead::sandbox

QTEST_GUILESS_MAIN(fairlead::sandbox::TestSandboxNotion)
#include "tst_sandboxnotion.moc"
