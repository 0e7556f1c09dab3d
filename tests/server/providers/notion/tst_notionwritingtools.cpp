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
const QString pagesUrl = api + u"/pages"_s;
const QString parentId = u"59833787-2cf9-4fdf-8782-e53db20768a5"_s;
const QString sourceId = u"164b19c5-58e5-4a47-a3a9-c905d9519c65"_s;
const QString databaseId = u"842a0286-cef0-46a8-abba-eac4c8ca644e"_s;
const QString other = u"e4b3c2a10f1e4d2c8b3a4a5b6c7d8e9f"_s;
const QByteArray created = R"({"object":"page","id":"1a2b3c4d-1111-4222-8333-444455556666"})"_ba;
const QByteArray parentPage = R"({"object":"page","id":"59833787-2cf9-4fdf-8782-e53db20768a5"})"_ba;
const QByteArray notShared =
    R"({"object":"error","status":404,"code":"object_not_found","message":"Could not find it."})"_ba;
const QByteArray otherKind =
    R"({"object":"error","status":400,"code":"validation_error","message":"It is a database."})"_ba;

QJsonObject arguments(std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    QJsonObject object;
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject lastSent(const NotionFixture &notion)
{
    return object(notion.http.requests().last().body);
}

QByteArray refusal(const QByteArray &code, const QByteArray &message)
{
    return R"({"object":"error","code":")" + code + R"(","message":")" + message + "\"}";
}

// JSON with simple quotes, which moc reads as well.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestNotionWritingTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAPageBelowAPage()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, pagesUrl + u'/' + parentId, 200, parentPage);
        notion.http.plan("POST"_ba, pagesUrl, 200, created);
        const auto result = notion.call(
            u"notion_create_page"_s,
            arguments({{u"title"_s, u" Release\n2.0 "_s},
                       {u"parent"_s, u"https://www.notion.so/X-598337872cf94fdf8782e53db20768a5"_s},
                       {u"markdown"_s, u"# Plan\n- [ ] ship"_s}}));
        QVERIFY2(!result.isError, qPrintable(NotionFixture::textOf(result)));
        QCOMPARE(NotionFixture::textOf(result),
                 u"Created \"Release 2.0\"  "
                 "https://www.notion.so/1a2b3c4d111142228333444455556666"_s);
        QCOMPARE(result.content.last().kind, tools::Content::Kind::ResourceLink);
        QCOMPARE(
            result.content.last().uri,
            u"notion://%1/page/1a2b3c4d111142228333444455556666"_s.arg(NotionFixture::northwind));
        QCOMPARE(
            lastSent(notion),
            object(json("{'parent':{'type':'page_id',"
                        "'page_id':'59833787-2cf9-4fdf-8782-e53db20768a5'},"
                        "'properties':{'title':{'title':[{'text':{'content':'Release 2.0'}}]}},"
                        "'markdown':'# Plan\\n- [ ] ship'}")));
        QCOMPARE(notion.http.requests().last().repeatable, net::Repeatable::No);
    }

    void createsARowOfADatabase()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba,
                         api + u"/data_sources/"_s + sourceId,
                         200,
                         fakes::testData(u"notion/datasource.json"_s));
        notion.http.plan("GET"_ba,
                         api + u"/users?page_size=100"_s,
                         200,
                         fakes::testData(u"notion/people.json"_s));
        notion.http.plan("GET"_ba,
                         api
                             + u"/users?page_size=100&start_cursor="
                               "0c1d2e3f-0000-4000-8000-000000000001"_s,
                         200,
                         json("{'object':'list','results':[],'has_more':false}"));
        notion.http.plan("POST"_ba, pagesUrl, 200, created);
        const auto result = notion.call(
            u"notion_create_page"_s,
            arguments({{u"title"_s, u"Fix login"_s},
                       {u"parent"_s, sourceId},
                       {u"properties"_s,
                        object(json("{'Status':'done','Owner':'Mia Krystof','Points':3}"))}}));
        QVERIFY2(!result.isError, qPrintable(NotionFixture::textOf(result)));
        QCOMPARE(
            lastSent(notion),
            object(json("{'parent':{'type':'data_source_id',"
                        "'data_source_id':'164b19c5-58e5-4a47-a3a9-c905d9519c65'},'properties':{"
                        "'Name':{'title':[{'text':{'content':'Fix login'}}]},"
                        "'Status':{'status':{'name':'Done'}},'Points':{'number':3},"
                        "'Owner':{'people':[{'object':'user',"
                        "'id':'c2f20311-9e54-4d11-8c79-7398424ae41e'}]}}}")));
    }

    void findsTheDataSourceOfADatabase()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, pagesUrl + u'/' + databaseId, 400, otherKind);
        notion.http.plan("GET"_ba, api + u"/data_sources/"_s + databaseId, 404, notShared);
        notion.http.plan("GET"_ba,
                         api + u"/databases/"_s + databaseId,
                         200,
                         json("{'object':'database','id':'842a0286-cef0-46a8-abba-eac4c8ca644e',"
                              "'data_sources':[{'id':'164b19c5-58e5-4a47-a3a9-c905d9519c65'}]}"));
        notion.http.plan("GET"_ba,
                         api + u"/data_sources/"_s + sourceId,
                         200,
                         fakes::testData(u"notion/datasource.json"_s));
        notion.http.plan("POST"_ba, pagesUrl, 200, created);
        const auto result =
            notion.call(u"notion_create_page"_s,
                        arguments({{u"title"_s, u"Fix login"_s}, {u"parent"_s, databaseId}}));
        QVERIFY2(!result.isError, qPrintable(NotionFixture::textOf(result)));
        QCOMPARE(lastSent(notion)["parent"_L1]["data_source_id"_L1].toString(), sourceId);
    }

    void namesTheDataSourcesOfADatabaseWithSeveral()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, pagesUrl + u'/' + databaseId, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/data_sources/"_s + databaseId, 404, notShared);
        notion.http.plan("GET"_ba,
                         api + u"/databases/"_s + databaseId,
                         200,
                         fakes::testData(u"notion/database.json"_s));
        const auto result = notion.call(
            u"notion_create_page"_s, arguments({{u"title"_s, u"x"_s}, {u"parent"_s, databaseId}}));
        QCOMPARE(
            NotionFixture::textOf(result),
            u"Database \"Projects\" has several data sources. Pass the id of one as \"parent\": "
            "Tasks (164b19c558e54a47a3a9c905d9519c65), Epics "
            "(264b19c558e54a47a3a9c905d9519c65)."_s);
    }

    void createsAPageAtTheTopOfTheWorkspace()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("POST"_ba, pagesUrl, 200, created);
        QVERIFY(!notion.call(u"notion_create_page"_s, arguments({{u"title"_s, u"x"_s}})).isError);
        QCOMPARE(lastSent(notion)["parent"_L1].toObject(),
                 object(json("{'type':'workspace','workspace':true}")));
        notion.http.plan("POST"_ba,
                         pagesUrl,
                         400,
                         refusal("validation_error", "Internal integrations may not."));
        const QString refused = NotionFixture::textOf(
            notion.call(u"notion_create_page"_s, arguments({{u"title"_s, u"x"_s}})));
        QCOMPARE(
            refused,
            u"Notion (Northwind) refused the request: Internal integrations may not. Not every "
            "token may create pages at the top of a workspace: pass a page or database as "
            "\"parent\"."_s);
    }

    void createsThePageInTheWorkspaceOfItsParent()
    {
        NotionFixture notion;
        notion.connect();
        notion.connect(u"Contoso"_s, other);
        notion.http.plan("GET"_ba, pagesUrl + u'/' + parentId, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/data_sources/"_s + parentId, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/databases/"_s + parentId, 404, notShared);
        notion.http.plan("GET"_ba, pagesUrl + u'/' + parentId, 200, parentPage);
        notion.http.plan("POST"_ba, pagesUrl, 200, created);
        const auto result = notion.call(u"notion_create_page"_s,
                                        arguments({{u"title"_s, u"x"_s}, {u"parent"_s, parentId}}));
        QVERIFY(result.content.last().uri.startsWith(u"notion://"_s + other));
    }

    void doesNotGuessTheWorkspace()
    {
        NotionFixture notion;
        notion.connect();
        notion.connect(u"Contoso"_s, other);
        const auto result = notion.call(u"notion_create_page"_s, arguments({{u"title"_s, u"x"_s}}));
        QCOMPARE(NotionFixture::textOf(result),
                 u"Several Notion connections fit: Northwind, Contoso. Pass one of them as "
                 "\"connection\"."_s);
        QVERIFY(notion.http.requests().isEmpty());
    }

    void sendsNothingThatCannotBeRight_data()
    {
        QTest::addColumn<QJsonObject>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("no title") << QJsonObject() << u"Argument \"title\""_s;
        QTest::newRow("blank title") << arguments({{u"title"_s, u" \n"_s}})
                                     << u"Argument \"title\" is empty, but a page needs one."_s;
        QTest::newRow("parent") << arguments({{u"title"_s, u"x"_s}, {u"parent"_s, u"../users"_s}})
                                << u"Argument \"parent\" is \"../users\", but must be"_s;
        QTest::newRow("properties without a database")
            << arguments({{u"title"_s, u"x"_s}, {u"properties"_s, object(json("{'a':1}"))}})
            << u"Only rows of a database have properties."_s;
    }
    void sendsNothingThatCannotBeRight()
    {
        QFETCH(QJsonObject, arguments);
        QFETCH(QString, says);
        NotionFixture notion;
        notion.connect();
        const auto result = notion.call(u"notion_create_page"_s, arguments);
        QVERIFY(result.isError);
        QVERIFY2(NotionFixture::textOf(result).contains(says),
                 qPrintable(NotionFixture::textOf(result)));
        QVERIFY(notion.http.requests().isEmpty());
    }

    void refusesPropertiesOfAPage()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, api + u"/data_sources/"_s + parentId, 404, notShared);
        notion.http.plan("GET"_ba, pagesUrl + u'/' + parentId, 200, parentPage);
        const auto result = notion.call(u"notion_create_page"_s,
                                        arguments({{u"title"_s, u"x"_s},
                                                   {u"parent"_s, parentId},
                                                   {u"properties"_s, object(json("{'a':1}"))}}));
        QVERIFY(NotionFixture::textOf(result).startsWith("The parent is a page, and only rows"_L1));
    }

    void saysThatTheParentIsNotShared()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, pagesUrl + u'/' + parentId, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/data_sources/"_s + parentId, 404, notShared);
        notion.http.plan("GET"_ba, api + u"/databases/"_s + parentId, 404, notShared);
        const auto result = notion.call(u"notion_create_page"_s,
                                        arguments({{u"title"_s, u"x"_s}, {u"parent"_s, parentId}}));
        QCOMPARE(NotionFixture::textOf(result),
                 u"Page or database 598337872cf94fdf8782e53db20768a5 does not exist in Notion "
                 "(Northwind) or is not shared with the connection. To share it, open it in Notion "
                 "and choose ••• → Connections."_s);
    }

    void saysThatTheOutcomeIsNotKnown_data()
    {
        QTest::addColumn<int>("status"); // 0: no answer at all
        QTest::newRow("timeout") << 0;
        QTest::newRow("bad gateway") << 502;
        QTest::newRow("an answer that makes no sense") << 200;
    }
    void saysThatTheOutcomeIsNotKnown()
    {
        QFETCH(int, status);
        NotionFixture notion;
        notion.connect();
        if (status == 0)
            notion.http.plan("POST"_ba, pagesUrl, failure(ErrorCode::Timeout, u"No answer."_s));
        else
            notion.http.plan("POST"_ba, pagesUrl, status, "<html></html>"_ba);
        const auto result =
            notion.call(u"notion_create_page"_s, arguments({{u"title"_s, u"Plan \"B\""_s}}));
        QVERIFY(result.isError);
        const QString text = NotionFixture::textOf(result);
        QVERIFY(text.startsWith("It is not known whether creating the page in Notion (Northwind) "
                                "took effect: "_L1));
        QVERIFY(text.contains("look for it with notion_search and query: \"Plan \"B\"\""_L1));
        QCOMPARE(notion.http.requests().size(), 1);
    }

    void saysThatTheConnectionMayOnlyRead()
    {
        NotionFixture notion;
        const auto connection = notion.connect();
        notion.http.plan("GET"_ba, pagesUrl + u'/' + parentId, 200, parentPage);
        notion.http.plan(
            "POST"_ba, pagesUrl, 403, refusal("restricted_resource", "Insufficient permissions."));
        const auto result = notion.call(u"notion_create_page"_s,
                                        arguments({{u"title"_s, u"x"_s}, {u"parent"_s, parentId}}));
        QVERIFY(NotionFixture::textOf(result).startsWith(
            "The connection may not do that in Notion (Northwind) (403): Insufficient "
            "permissions."_L1));
        QCOMPARE(notion.current(connection).state, ConnectionState::Connected);
    }

    void stopsWhenTheClientCancels()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.planHang("GET"_ba, pagesUrl + u'/' + parentId);
        CancellationSource source;
        QTimer::singleShot(0, this, [&source] { source.cancel(); });
        const auto result = notion.call(u"notion_create_page"_s,
                                        arguments({{u"title"_s, u"x"_s}, {u"parent"_s, parentId}}),
                                        source.token());
        QVERIFY(result.isError);
        QCOMPARE(notion.http.requests().size(), 1);
    }

    void findsNobodyByANameThatSeveralHave()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba,
                         api + u"/data_sources/"_s + sourceId,
                         200,
                         fakes::testData(u"notion/datasource.json"_s));
        notion.http.plan(
            "GET"_ba,
            api + u"/users?page_size=100"_s,
            200,
            json("{'object':'list','results':[{'object':'user','type':'person','name':'Mia',"
                 "'id':'c2f20311-9e54-4d11-8c79-7398424ae41e'},{'object':'user','type':'person',"
                 "'name':'mia','id':'d40e767c-d7af-4b18-a86d-55c61f1e39a4'}],'has_more':false}"));
        const auto result =
            notion.call(u"notion_create_page"_s,
                        arguments({{u"title"_s, u"x"_s},
                                   {u"parent"_s, sourceId},
                                   {u"properties"_s, object(json("{'Owner':'MIA'}"))}}));
        QVERIFY(NotionFixture::textOf(result).startsWith("Several people are called \"mia\"."_L1));
    }
};

QTEST_GUILESS_MAIN(TestNotionWritingTools)
#include "tst_notionwritingtools.moc"
