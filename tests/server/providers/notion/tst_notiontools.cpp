// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/golden.h"
#include "tests/server/providers/notion/notionfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::ConnectionState;
using tests::NotionFixture;

namespace {

const QString api = u"https://api.notion.com/v1"_s;
const QString row = u"1a2b3c4d-1111-4222-8333-444455556666"_s;
const QString source = u"164b19c5-58e5-4a47-a3a9-c905d9519c65"_s;
const QString pageUrl = api + u"/pages/"_s + row;
const QString sourceUrl = api + u"/data_sources/"_s + source;
const QString other = u"e4b3c2a10f1e4d2c8b3a4a5b6c7d8e9f"_s;
const QByteArray notShared =
    R"({"object":"error","status":404,"code":"object_not_found","message":"Could not find it."})"_ba;
const QByteArray expired =
    R"({"object":"error","status":401,"code":"unauthorized","message":"API token is invalid."})"_ba;
const QByteArray mayNot =
    R"({"object":"error","status":403,"code":"restricted_resource","message":"Insufficient permissions."})"_ba;
const QByteArray noRows =
    R"({"object":"list","results":[],"has_more":false,"next_cursor":null})"_ba;

QByteArray rowJson()
{
    return fakes::testData(u"notion/row.json"_s);
}

QByteArray sourceJson()
{
    return fakes::testData(u"notion/datasource.json"_s);
}

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

QJsonObject lastSent(const NotionFixture &notion)
{
    return QJsonDocument::fromJson(notion.http.requests().last().body).object();
}

QString call(NotionFixture &notion, const QString &tool, const QJsonObject &arguments)
{
    return NotionFixture::textOf(notion.call(tool, arguments));
}

} // namespace

/** How Notion's tools find their workspace, what they keep, and how they fail: over a fake network.
 */
class TestNotionTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksForTheWorkspaceOfAPageOnce()
    {
        NotionFixture notion;
        notion.connect();
        const auto contoso = notion.connect(u"Contoso"_s, other);
        notion.http.plan("GET"_ba, pageUrl, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/blocks/"_s + row, 404, notShared);
        notion.http.plan("GET"_ba, pageUrl, 200, rowJson());
        notion.http.plan("PATCH"_ba, pageUrl, 200, rowJson());
        const QJsonObject wish{{u"page"_s, row}, {u"locked"_s, true}};
        const QString text = call(notion, u"notion_update_properties"_s, wish);
        QVERIFY2(text.startsWith("Updated \"Fix login\""_L1) && text.endsWith("\nLocked"_L1),
                 qPrintable(text));
        QVERIFY(notion.http.unused().isEmpty());
        notion.http.plan("PATCH"_ba, pageUrl, 200, rowJson());
        QVERIFY(call(notion, u"notion_update_properties"_s, wish).startsWith("Updated"_L1));
        QVERIFY(notion.http.unused().isEmpty());
        QCOMPARE(notion.current(contoso).state, ConnectionState::Connected);
    }

    void saysThatNoWorkspaceHasIt()
    {
        NotionFixture notion;
        const auto first = notion.connect();
        notion.connect(u"Contoso"_s, other);
        for (int each = 0; each < 2; ++each) {
            notion.http.plan("GET"_ba, pageUrl, 404, notShared);
            notion.http.plan("GET"_ba, api + u"/blocks/"_s + row, 404, notShared);
        }
        QVERIFY(call(notion, u"notion_list_comments"_s, {{u"page"_s, row}})
                    .contains("is in none of the connected workspaces (Northwind, Contoso)"_L1));
        // A connection that could not look is what stands in the way.
        notion.http.plan("GET"_ba, pageUrl, 401, expired);
        notion.http.plan("GET"_ba, pageUrl, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/blocks/"_s + row, 404, notShared);
        QCOMPARE(call(notion, u"notion_list_comments"_s, {{u"page"_s, row}}),
                 u"Notion sign-in has expired. Open Fairlead and click Reconnect on Northwind."_s);
        QCOMPARE(notion.current(first).state, ConnectionState::NeedsSignIn);
    }

    void goesWhereTheAddressOfAResourceLeads()
    {
        NotionFixture notion;
        notion.connect();
        notion.connect(u"Contoso"_s, other);
        notion.http.plan("PATCH"_ba, pageUrl, 200, rowJson());
        const QString uri = u"notion://%1/page/%2"_s.arg(other, QString(row).remove(u'-'));
        QVERIFY(call(notion, u"notion_trash_page"_s, {{u"page"_s, uri}}).startsWith("Moved"_L1));
        QCOMPARE(lastSent(notion), object("{'in_trash':true}"));
    }

    void findsTheWorkspaceOfADatabase()
    {
        NotionFixture notion;
        notion.connect();
        notion.connect(u"Contoso"_s, other);
        notion.http.plan("GET"_ba, sourceUrl, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/databases/"_s + source, 404, notShared);
        notion.http.plan("GET"_ba, sourceUrl, 200, sourceJson());
        notion.http.plan("GET"_ba, sourceUrl, 200, sourceJson());
        QVERIFY(call(notion, u"notion_get_database"_s, {{u"database"_s, source}})
                    .startsWith("Database https://www.notion.so/842a0286cef046a8abbaeac4c8ca644e\n"
                                "Tasks  data source 164b19c558e54a47a3a9c905d9519c65\n"_L1));
        QVERIFY(notion.http.unused().isEmpty());
    }

    void asksForASchemaOnce()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, sourceUrl, 200, sourceJson());
        const QString queryUrl = sourceUrl + u"/query"_s;
        for (int each = 0; each < 2; ++each) {
            notion.http.plan("POST"_ba, queryUrl, 200, noRows);
            QCOMPARE(call(notion, u"notion_query_database"_s, {{u"database"_s, source}}),
                     u"No rows of \"Tasks\" fit."_s);
            QCOMPARE(notion.http.requests().last().repeatable, net::Repeatable::Yes);
        }
        QVERIFY(notion.http.unused().isEmpty());
    }

    void sendsWhatWasWished()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, sourceUrl, 200, sourceJson());
        notion.http.plan("POST"_ba,
                         sourceUrl + u"/query?filter_properties=title&filter_properties=g"_s,
                         200,
                         noRows);
        call(notion,
             u"notion_query_database"_s,
             {{u"database"_s, source},
              {u"filter"_s,
               object("{'Status':['done','Not started'],'Due':{'>=':'2026-12-01','<':"
                      "'2027-01-01'},'Notes':null,'Done':true,'created_time':'past_week',"
                      "'Blocks':'https://www.notion.so/X-598337872cf94fdf8782e53db20768a5',"
                      "'Sum':{'>':3}}")},
              {u"sorts"_s, QJsonArray{u"-due"_s, u"created_time"_s}},
              {u"properties"_s, QJsonArray{u"Due"_s}},
              {u"limit"_s, 5}});
        QCOMPARE(lastSent(notion),
                 object("{'page_size':5,'sorts':[{'property':'Due','direction':'descending'},"
                        "{'timestamp':'created_time','direction':'ascending'}],'filter':{'and':["
                        "{'property':'Blocks','relation':{'contains':"
                        "'59833787-2cf9-4fdf-8782-e53db20768a5'}},"
                        "{'property':'Done','checkbox':{'equals':true}},"
                        "{'property':'Due','date':{'before':'2027-01-01'}},"
                        "{'property':'Due','date':{'on_or_after':'2026-12-01'}},"
                        "{'property':'Notes','rich_text':{'is_empty':true}},"
                        "{'or':[{'property':'Status','status':{'equals':'Done'}},"
                        "{'property':'Status','status':{'equals':'Not started'}}]},"
                        "{'property':'Sum','formula':{'number':{'greater_than':3}}},"
                        "{'timestamp':'created_time','created_time':{'past_week':{}}}]}}"));
    }

    void saysThatNotionGivesNoMoreRows()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, sourceUrl, 200, sourceJson());
        notion.http.plan("POST"_ba,
                         sourceUrl + u"/query"_s,
                         200,
                         QByteArray(noRows).replace("\"has_more\"",
                                                    R"("request_status":{"type":"incomplete",)"
                                                    R"("incomplete_reason":"query_result_limit_)"
                                                    R"(reached"},"has_more")"));
        const QString text = call(notion, u"notion_query_database"_s, {{u"database"_s, source}});
        QVERIFY2(text.contains("Notion gives no more than 10,000 rows of one query"_L1),
                 qPrintable(text));
    }

    void saysThatTheOutcomeOfAWriteIsNotKnown_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        const QString page = QString(row).remove(u'-');
        QTest::newRow("edit") << u"notion_edit_page"_s
                              << QJsonObject{{u"page"_s, row}, {u"append"_s, u"x"_s}} << "PATCH"_ba
                              << pageUrl + u"/markdown"_s << u"editing page "_s + page;
        QTest::newRow("comment") << u"notion_add_comment"_s
                                 << QJsonObject{{u"page"_s, row}, {u"markdown"_s, u"x"_s}}
                                 << "POST"_ba << api + u"/comments"_s << u"commenting"_s;
        QTest::newRow("properties") << u"notion_update_properties"_s
                                    << QJsonObject{{u"page"_s, row}, {u"icon"_s, u"none"_s}}
                                    << "PATCH"_ba << pageUrl << u"updating page "_s + page;
    }
    void saysThatTheOutcomeOfAWriteIsNotKnown()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, arguments);
        QFETCH(QByteArray, method);
        QFETCH(QString, url);
        QFETCH(QString, says);
        NotionFixture notion;
        notion.connect();
        notion.http.plan(method, url, failure(ErrorCode::Timeout, u"No answer."_s));
        const QString text = call(notion, tool, arguments);
        QVERIFY2(text.startsWith(u"It is not known whether %1 in Notion (Northwind) took effect: "
                                 "No answer."_s.arg(says)),
                 qPrintable(text));
        QCOMPARE(notion.http.requests().size(), 1);
    }

    void saysThatTheConnectionMayOnlyRead()
    {
        NotionFixture notion;
        const auto connection = notion.connect();
        notion.http.plan("PATCH"_ba, pageUrl + u"/markdown"_s, 403, mayNot);
        QVERIFY(call(notion, u"notion_edit_page"_s, {{u"page"_s, row}, {u"append"_s, u"x"_s}})
                    .startsWith("The connection may not do that in Notion (Northwind) (403)"_L1));
        QCOMPARE(notion.current(connection).state, ConnectionState::Connected);
    }

    void stopsWhenTheClientCancels()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, sourceUrl, 200, sourceJson());
        notion.http.planHang("POST"_ba, sourceUrl + u"/query"_s);
        CancellationSource cancel;
        QTimer::singleShot(0, this, [&cancel] { cancel.cancel(); });
        const auto result =
            notion.call(u"notion_query_database"_s, {{u"database"_s, source}}, cancel.token());
        QVERIFY(result.isError);
    }

    void readsPeopleOnce()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba,
                         api + u"/users?page_size=100"_s,
                         200,
                         fakes::testData(u"notion/people.json"_s));
        notion.http.plan(
            "GET"_ba,
            api + u"/users?page_size=100&start_cursor=0c1d2e3f-0000-4000-8000-000000000001"_s,
            200,
            noRows);
        const QString all = call(notion, u"notion_list_users"_s, {});
        QVERIFY2(all.startsWith("3 found (id  name  e-mail):\n"_L1)
                     && all.contains("A bot  bot\n"_L1),
                 qPrintable(all));
        QVERIFY(call(notion, u"notion_list_users"_s, {{u"query"_s, u"mia@"_s}})
                    .startsWith("1 found"_L1));
        QVERIFY(notion.http.unused().isEmpty());
    }

    void sendsNothingForAHostileArgument_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("arguments");
        const QString hostile = u"../../users/me"_s;
        for (const QString &tool :
             {u"notion_trash_page"_s, u"notion_restore_page"_s, u"notion_list_comments"_s})
            QTest::newRow(qPrintable(tool)) << tool << QJsonObject{{u"page"_s, hostile}};
        QTest::newRow("database") << u"notion_get_database"_s
                                  << QJsonObject{{u"database"_s, hostile}};
        QTest::newRow("move") << u"notion_move_page"_s
                              << QJsonObject{{u"page"_s, row}, {u"parent"_s, hostile}};
        QTest::newRow("discussion")
            << u"notion_add_comment"_s
            << QJsonObject{{u"discussion"_s, hostile}, {u"markdown"_s, u"x"_s}};
        QTest::newRow("icon") << u"notion_update_properties"_s
                              << QJsonObject{{u"page"_s, row}, {u"icon"_s, u"rocket"_s}};
        QTest::newRow("cover") << u"notion_create_page"_s
                               << QJsonObject{{u"title"_s, u"x"_s},
                                              {u"cover"_s, u"http://example.com/a.png"_s}};
        QTest::newRow("nothing to change")
            << u"notion_update_properties"_s << QJsonObject{{u"page"_s, row}};
    }
    void sendsNothingForAHostileArgument()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, arguments);
        NotionFixture notion;
        notion.connect();
        QVERIFY(notion.call(tool, arguments).isError);
        QVERIFY(notion.http.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNotionTools)
#include "tst_notiontools.moc"
