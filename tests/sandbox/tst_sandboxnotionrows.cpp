// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notiontester.h"

#include <QTest>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

/** Queries of data sources, and comments, in the pretended Notion. */
class TestSandboxNotionRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void filtersRows_data();
    void filtersRows();
    void sortsRows_data();
    void sortsRows();
    void refusesAQuery_data();
    void refusesAQuery();
    void pagesThroughRows();
    void showsOnlyTheWantedProperties();
    void listsComments();
    void addsComments();
    void refusesAComment_data();
    void refusesAComment();

private:
    [[nodiscard]] Response query(const QString &source, const QByteArray &body);

    std::unique_ptr<NotionTester> m_tester;
};

void TestSandboxNotionRows::init()
{
    m_tester = std::make_unique<NotionTester>();
}

Response TestSandboxNotionRows::query(const QString &source, const QByteArray &body)
{
    return m_tester->send("POST",
                          "/v1/data_sources/" + m_tester->dataSource(source) + "/query",
                          QJsonDocument::fromJson(body).object());
}

void TestSandboxNotionRows::filtersRows_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QString>("titles");

    const QString tasks = u"Team tasks ✅"_s;
    const QString notes = u"Meeting notes 🗒️"_s;
    const QString specs = u"Product specs 📐"_s;
    QTest::newRow("status") << tasks
                            << "{\"property\":\"Status\",\"status\":{\"equals\":\"Blocked\"}}"_ba
                            << u"Alert when the queue is slow"_s;
    QTest::newRow("number and tag")
        << tasks
        << "{\"and\":[{\"property\":\"Estimate\",\"number\":{\"greater_than\":4}},"
           "{\"property\":\"Tags\",\"multi_select\":{\"contains\":\"payments\"}}]}"_ba
        << u"Refund button for support; Second payment provider, test contract"_s;
    QTest::newRow("one or the other")
        << tasks
        << "{\"or\":[{\"property\":\"Task\",\"title\":{\"starts_with\":\"write\"}},"
           "{\"property\":\"Status\",\"status\":{\"equals\":\"Blocked\"}}]}"_ba
        << u"Alert when the queue is slow; Write down who owns what"_s;
    QTest::newRow("overdue and open")
        << tasks
        << "{\"and\":[{\"property\":\"Due\",\"date\":{\"before\":\"2026-11-20\"}},"
           "{\"property\":\"Status\",\"status\":{\"does_not_equal\":\"Done\"}}]}"_ba
        << QString();
    QTest::newRow("next week") << tasks << "{\"property\":\"Due\",\"date\":{\"next_week\":{}}}"_ba
                               << u"Fix the address form on small screens; Alert when the queue is "
                                  "slow"_s;
    QTest::newRow("nobody") << tasks
                            << "{\"property\":\"Assignee\",\"people\":{\"is_empty\":true}}"_ba
                            << u"Clean up old feature flags"_s;
    QTest::newRow("a checkbox and an option")
        << notes
        << "{\"and\":[{\"property\":\"Decided\",\"checkbox\":{\"equals\":true}},"
           "{\"property\":\"Type\",\"select\":{\"equals\":\"Retro\"}}]}"_ba
        << u"Retro: the long Friday"_s;
    QTest::newRow("text")
        << notes << "{\"property\":\"Summary\",\"rich_text\":{\"contains\":\"DASHBOARD\"}}"_ba
        << u"Stand-up, Tuesday"_s;
    QTest::newRow("e-mail")
        << specs << "{\"property\":\"Contact\",\"email\":{\"ends_with\":\".example\"}}"_ba
        << u"One-page checkout; Refunds without a ticket; Czech shop"_s;
}

void TestSandboxNotionRows::filtersRows()
{
    QFETCH(QString, source);
    QFETCH(QByteArray, filter);
    QFETCH(QString, titles);

    const Response response = query(source, "{\"filter\":" + filter + '}');
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    QCOMPARE(NotionTester::titles(NotionTester::object(response)), titles);
}

void TestSandboxNotionRows::sortsRows_data()
{
    QTest::addColumn<QByteArray>("sorts");
    QTest::addColumn<QString>("first");

    QTest::newRow("title") << "[{\"property\":\"Spec\",\"direction\":\"ascending\"}]"_ba
                           << u"Czech shop"_s;
    QTest::newRow("number, falling")
        << "[{\"property\":\"Effort\",\"direction\":\"descending\"}]"_ba << u"Offline catalogue"_s;
    QTest::newRow("option, then title") << "[{\"property\":\"Stage\",\"direction\":\"descending\"},"
                                           "{\"property\":\"Spec\",\"direction\":\"ascending\"}]"_ba
                                        << u"Dark mode"_s;
    QTest::newRow("time") << "[{\"timestamp\":\"created_time\",\"direction\":\"descending\"}]"_ba
                          << u"Dark mode"_s;
}

void TestSandboxNotionRows::sortsRows()
{
    QFETCH(QByteArray, sorts);
    QFETCH(QString, first);

    const Response response = query(u"Product specs 📐"_s, "{\"sorts\":" + sorts + '}');
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    QCOMPARE(NotionTester::titles(NotionTester::object(response)).section(u"; "_s, 0, 0), first);
}

void TestSandboxNotionRows::refusesAQuery_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");

    QTest::newRow("unknown property")
        << "{\"filter\":{\"property\":\"Mood\",\"select\":{\"equals\":\"x\"}}}"_ba
        << u"Could not find property with name or id: Mood"_s;
    QTest::newRow("wrong type")
        << "{\"filter\":{\"property\":\"Status\",\"select\":{\"equals\":\"x\"}}}"_ba
        << u"database property status does not match filter"_s;
    QTest::newRow("wrong condition")
        << "{\"filter\":{\"property\":\"Status\",\"status\":{\"contains\":\"x\"}}}"_ba
        << u"body.filter.status.contains should be not present"_s;
    QTest::newRow("wrong operand")
        << "{\"filter\":{\"property\":\"Due\",\"date\":{\"after\":\"soon\"}}}"_ba
        << u"body.filter.date.after should be a valid ISO 8601 date string"_s;
    QTest::newRow("too deep") << "{\"filter\":{\"and\":[{\"or\":[{\"and\":[]}]}]}}"_ba
                              << u"body.filter.and[0].or[0].and should be not present"_s;
    QTest::newRow("unknown sort")
        << "{\"sorts\":[{\"property\":\"Mood\",\"direction\":\"ascending\"}]}"_ba
        << u"Could not find sort property with name or id: Mood"_s;
    QTest::newRow("no direction") << "{\"sorts\":[{\"property\":\"Task\"}]}"_ba
                                  << u"body.sorts[0].direction should be"_s;
    QTest::newRow("bad cursor") << "{\"start_cursor\":\"next\"}"_ba
                                << u"body.start_cursor should be a valid uuid"_s;
    QTest::newRow("query member in the body") << "{\"filter_properties\":[\"ID\"]}"_ba
                                              << u"body.filter_properties should be not present"_s;
}

void TestSandboxNotionRows::refusesAQuery()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);

    const Response response = query(u"Team tasks ✅"_s, body);
    QCOMPARE(NotionTester::outcome(response), u"400 validation_error"_s);
    QVERIFY2(NotionTester::message(response).contains(message),
             qUtf8Printable(NotionTester::message(response)));
}

void TestSandboxNotionRows::pagesThroughRows()
{
    const QJsonObject first = NotionTester::object(query(u"Team tasks ✅"_s, "{\"page_size\":7}"));
    QCOMPARE(first["results"_L1].toArray().size(), 7);
    QCOMPARE(first["has_more"_L1].toBool(), true);
    const QByteArray next = first["next_cursor"_L1].toString().toLatin1();
    const QJsonObject second = NotionTester::object(
        query(u"Team tasks ✅"_s, "{\"page_size\":7,\"start_cursor\":\"" + next + "\"}"));
    QCOMPARE(second["results"_L1].toArray().size(), 4);
    QCOMPARE(second["results"_L1][0]["id"_L1].toString().toLatin1(), next);
    QVERIFY(second["next_cursor"_L1].isNull());
}

void TestSandboxNotionRows::showsOnlyTheWantedProperties()
{
    const QByteArray target = "/v1/data_sources/" + m_tester->dataSource(u"Team tasks ✅"_s)
        + "/query?filter_properties=title&filter_properties=Due";
    const QJsonObject list = NotionTester::object(m_tester->send("POST", target));
    QCOMPARE(list["results"_L1][0]["properties"_L1].toObject().keys(),
             (QStringList{u"Due"_s, u"Task"_s}));
}

void TestSandboxNotionRows::listsComments()
{
    const QByteArray id = m_tester->page(u"Roadmap 2027"_s);
    const QJsonArray comments =
        m_tester->read("/v1/comments?block_id=" + id)["results"_L1].toArray();
    QCOMPARE(comments.size(), 3);
    QCOMPARE(comments[0]["discussion_id"_L1], comments[1]["discussion_id"_L1]);
    QVERIFY(comments[0]["discussion_id"_L1] != comments[2]["discussion_id"_L1]);
    QCOMPARE(comments[0]["rich_text"_L1][1]["plain_text"_L1].toString(), u"really"_s);
    QCOMPARE(comments[0]["rich_text"_L1][1]["annotations"_L1]["bold"_L1].toBool(), true);
    QCOMPARE(comments[0]["display_name"_L1]["resolved_name"_L1].toString(), u"Ben Okafor"_s);
    const QByteArray first = comments[0]["id"_L1].toString().toLatin1();
    QCOMPARE(m_tester->get("/v1/comments/" + first).status, 200);
}

void TestSandboxNotionRows::addsComments()
{
    const QString page = QString::fromLatin1(m_tester->page(u"Security policy"_s));
    const QJsonObject started = NotionTester::object(
        m_tester->send("POST",
                       "/v1/comments",
                       {{u"parent"_s, QJsonObject{{u"page_id"_s, page}}},
                        {u"markdown"_s, u"See [this](https://northwind.example/x)"_s}}));
    QCOMPARE(started["object"_L1].toString(), u"comment"_s);
    QCOMPARE(started["rich_text"_L1][1]["href"_L1].toString(), u"https://northwind.example/x"_s);
    QCOMPARE(started["display_name"_L1]["type"_L1].toString(), u"integration"_s);

    m_tester->useToken("ntn_sandbox_pat_ada");
    const QJsonObject answered = NotionTester::object(
        m_tester->send("POST",
                       "/v1/comments",
                       {{u"discussion_id"_s, started["discussion_id"_L1]},
                        {u"rich_text"_s, NotionTester::richText(u"Done."_s)}}));
    QCOMPARE(answered["parent"_L1]["page_id"_L1].toString(), page);
    QCOMPARE(answered["display_name"_L1]["resolved_name"_L1].toString(), u"Ada Lindqvist"_s);
    const QJsonObject list = m_tester->read("/v1/comments?block_id=" + page.toLatin1());
    QCOMPARE(list["results"_L1].toArray().size(), 2);
}

void TestSandboxNotionRows::refusesAComment_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");

    const QByteArray page =
        "{\"parent\":{\"page_id\":\"46c3b84f0b06559ca4b26c91b1e82f13\"}"_ba; // Security policy
    QTest::newRow("no words") << page + '}' << u"400 validation_error"_s;
    QTest::newRow("words twice") << page + ",\"markdown\":\"x\",\"rich_text\":[]}"
                                 << u"400 validation_error"_s;
    QTest::newRow("no place") << "{\"markdown\":\"x\"}"_ba << u"400 validation_error"_s;
    QTest::newRow("a place not shared")
        << "{\"markdown\":\"x\",\"parent\":{\"page_id\":"
           "\"a8d4681be63c5399990b3b8b6a62758f\"}}"_ba // Ada's notebook
        << u"404 object_not_found"_s;
    QTest::newRow("no such discussion")
        << "{\"markdown\":\"x\",\"discussion_id\":\"00000000000000000000000000000000\"}"_ba
        << u"404 object_not_found"_s;
    QTest::newRow("a file") << page + ",\"markdown\":\"x\",\"attachments\":[]}"
                            << u"501 sandbox_not_served"_s;
}

void TestSandboxNotionRows::refusesAComment()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, outcome);

    const qsizetype before = m_tester->workspace().comments.size();
    const Response response =
        m_tester->send("POST", "/v1/comments", QJsonDocument::fromJson(body).object());
    QCOMPARE(NotionTester::outcome(response), outcome);
    QCOMPARE(m_tester->workspace().comments.size(), before);
}

} // namespace fairlead::sandbox

QTEST_GUILESS_MAIN(fairlead::sandbox::TestSandboxNotionRows)
#include "tst_sandboxnotionrows.moc"
