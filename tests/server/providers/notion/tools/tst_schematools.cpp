// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/columnbuilder.h"
#include "tests/server/providers/notion/tools/sandboxednotion.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::notion;
using tests::object;
using tests::SandboxedNotion;

class TestSchemaTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsColumns_data()
    {
        QTest::addColumn<QJsonObject>("simple");
        QTest::addColumn<QJsonObject>("expected");
        QTest::newRow("title") << object("{'A':'title'}")
                               << object("{'A':{'type':'title','title':{}}}");
        QTest::newRow("other words")
            << object("{'A':'Text','B':'person'}")
            << object(
                   "{'A':{'type':'rich_text','rich_text':{}},'B':{'type':'people','people':{}}}");
        QTest::newRow("options")
            << object("{'A':{'select':['x',{'name':'y'}]}}")
            << object("{'A':{'type':'select','select':{'options':[{'name':'x'},{'name':'y'}]}}}");
        QTest::newRow("no options") << object("{'A':'status','B':{'status':{}}}")
                                    << object("{'A':{'type':'status','status':{}},"
                                              "'B':{'type':'status','status':{}}}");
        QTest::newRow("format") << object("{'A':{'number':'percent'}}")
                                << object("{'A':{'type':'number','number':{'format':'percent'}}}");
        QTest::newRow("formula") << object("{'A':{'formula':'1 + 1'},'B':{'unique_id':'BUG'}}")
                                 << object(
                                        "{'A':{'type':'formula','formula':{'expression':'1 + 1'}},"
                                        "'B':{'type':'unique_id','unique_id':{'prefix':'BUG'}}}");
        QTest::newRow("relation")
            << object("{'A':{'relation':'tasks'}}")
            << object("{'A':{'type':'relation','relation':{'data_source_id':'id of it',"
                      "'type':'single_property','single_property':{}}}}");
    }
    void buildsColumns()
    {
        QFETCH(QJsonObject, simple);
        QFETCH(QJsonObject, expected);
        const auto columns = columnsFrom(simple, {{u"tasks"_s, u"id of it"_s}});
        QVERIFY2(columns, columns ? "" : qPrintable(columns.error().message));
        QCOMPARE(*columns, expected);
    }

    void saysWhatIsWrongWithAColumn_data()
    {
        QTest::addColumn<QJsonObject>("simple");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown") << object("{'A':'colour'}")
                                 << u"Column \"A\" must be one of title, rich_text, "_s;
        QTest::newRow("two kinds")
            << object("{'A':{'date':{},'number':{}}}") << u"Column \"A\" must be one of title, "_s;
        QTest::newRow("number") << object("{'A':5}") << u"Column \"A\" must be one of title, "_s;
        QTest::newRow("comma") << object("{'A':{'select':['a,b']}}")
                               << u"Column \"A\" has the option \"a,b\": an option is a text"_s;
        QTest::newRow("twice") << object("{'A':{'select':['a','A']}}")
                               << u"Column \"A\" has the option \"A\" twice."_s;
        QTest::newRow("no list") << object("{'A':{'multi_select':'a'}}")
                                 << u"Column \"A\" needs its options as a list"_s;
        QTest::newRow("relation to nothing")
            << object("{'A':'relation'}") << u"Column \"A\" is a relation and needs"_s;
        QTest::newRow("empty formula")
            << object("{'A':'formula'}") << u"Column \"A\" is a formula and needs it"_s;
        QTest::newRow("date with more")
            << object("{'A':{'date':'ISO'}}")
            << u"Column \"A\" is of the kind date, which takes nothing more: \"date\"."_s;
        QTest::newRow("no name") << object("{' ':'date'}") << u"A column has an empty name."_s;
    }
    void saysWhatIsWrongWithAColumn()
    {
        QFETCH(QJsonObject, simple);
        QFETCH(QString, message);
        const auto columns = columnsFrom(simple, {});
        QVERIFY(!columns);
        QCOMPARE(columns.error().code, ErrorCode::InvalidInput);
        QVERIFY2(columns.error().message.startsWith(message), qPrintable(columns.error().message));
    }

    void createsADatabase()
    {
        SandboxedNotion notion;
        QJsonObject given =
            object("{'title':'Bugs','schema':{'Bug':'title','Kind':{'select':['UI','API']},'State':"
                   "'status',"
                   "'Share':{'number':'percent'}},'description':'What is **broken**'}");
        given.insert(u"parent"_s, notion.page(u"Product"_s));
        QJsonObject schema = given["schema"_L1].toObject();
        schema.insert(u"Task"_s, QJsonObject{{u"relation"_s, notion.dataSource(u"Team tasks"_s)}});
        given.insert(u"schema"_s, schema);
        const QString text = notion.text(u"notion_create_database"_s, given);
        QVERIFY2(text.startsWith("Created \"Bugs\"  https://www.notion.so/"_L1), qPrintable(text));
        QVERIFY2(text.contains("\n  database "_L1) && text.contains(", data source "_L1),
                 qPrintable(text));
        const auto &source = notion.workspace().dataSources.back();
        QCOMPARE(source.title, u"Bugs"_s);
        QCOMPARE(source.properties.size(), 5);
        const QString row = notion.text(u"notion_create_page"_s,
                                        {{u"title"_s, u"Broken"_s},
                                         {u"parent"_s, text.section(u"data source "_s, 1).left(32)},
                                         {u"properties"_s, object("{'Kind':'api','Share':0.5}")}});
        QVERIFY2(row.startsWith("Created \"Broken\""_L1), qPrintable(row));
    }

    void addsATitleColumnWhereThereIsNone()
    {
        SandboxedNotion notion;
        const QString text = notion.text(u"notion_create_database"_s,
                                         {{u"title"_s, u"Plain"_s},
                                          {u"parent"_s, notion.page(u"Product"_s)},
                                          {u"schema"_s, object("{'Due':'date'}")}});
        QVERIFY2(text.startsWith("Created"_L1), qPrintable(text));
        const auto &properties = notion.workspace().dataSources.back().properties;
        QVERIFY(std::any_of(properties.begin(), properties.end(), [](const auto &each) {
            return each.name == "Name"_L1 && each.type == "title"_L1;
        }));
    }

    void createsAtTheTopWhereTheTokenMay()
    {
        const QJsonObject given{{u"title"_s, u"Mine"_s}, {u"schema"_s, object("{'A':'title'}")}};
        SandboxedNotion personal("ntn_sandbox_pat_ada");
        QVERIFY(personal.text(u"notion_create_database"_s, given).startsWith("Created"_L1));
        SandboxedNotion internal;
        QVERIFY(internal.error(u"notion_create_database"_s, given)
                    .contains("Provide a parent page."_L1));
    }

    void refusesARelationToAPage()
    {
        SandboxedNotion notion;
        const QString page = notion.page(u"Product"_s);
        const QString error = notion.error(
            u"notion_create_database"_s,
            {{u"title"_s, u"X"_s},
             {u"parent"_s, page},
             {u"schema"_s, QJsonObject{{u"A"_s, QJsonObject{{u"relation"_s, page}}}}}});
        QVERIFY2(error.contains("is a page, but a database or data source is needed."_L1),
                 qPrintable(error));
    }

    void changesColumns()
    {
        SandboxedNotion notion;
        const QString id = notion.dataSource(u"Team tasks"_s);
        QJsonObject given = object("{'add':{'Severity':{'select':['Low','High']}},"
                                   "'rename':{'due':'When'},"
                                   "'add_options':{'Tags':['later','Later'],'status':['Parked']},"
                                   "'title':'Tasks'}");
        given.insert(u"database"_s, id);
        const QString text = notion.text(u"notion_update_schema"_s, given);
        QVERIFY2(text.startsWith("Changed \"Tasks\"  https://www.notion.so/"_L1), qPrintable(text));
        for (const QString &line : {u"added Severity (select)"_s,
                                    u"renamed Due to When"_s,
                                    u"options added to Status: Parked"_s,
                                    u"title: Tasks"_s})
            QVERIFY2(text.contains(u'\n' + line), qPrintable(text));
        QCOMPARE(optionsOf(notion, u"Status"_s).last(), u"Parked"_s);
        QVERIFY(optionsOf(notion, u"Status"_s).contains(u"Done"_s));
        QCOMPARE(optionsOf(notion, u"Tags"_s).filter(u"later"_s, Qt::CaseInsensitive).size(), 1);
        // What was known of the schema is forgotten: the new column can be used at once.
        const QString row = notion.text(u"notion_create_page"_s,
                                        {{u"title"_s, u"Row"_s},
                                         {u"parent"_s, id},
                                         {u"properties"_s, object("{'Severity':'high'}")}});
        QVERIFY2(row.startsWith("Created"_L1), qPrintable(row));
    }

    void dropsOnlyWhenTold()
    {
        SandboxedNotion notion;
        QJsonObject given = object("{'drop':['estimate'],'remove_options':{'Priority':['Low']}}");
        given.insert(u"database"_s, notion.dataSource(u"Team tasks"_s));
        const QString error = notion.error(u"notion_update_schema"_s, given);
        QVERIFY2(error.startsWith("This would delete, with the values in all rows and for good: "
                                  "column \"Estimate\", options of \"Priority\"."_L1),
                 qPrintable(error));
        QVERIFY(optionsOf(notion, u"Priority"_s).contains(u"Low"_s));
        given.insert(u"allow_data_loss"_s, true);
        const QString text = notion.text(u"notion_update_schema"_s, given);
        QVERIFY2(text.contains("\ndropped Estimate"_L1)
                     && text.contains("\noptions removed from Priority: Low"_L1),
                 qPrintable(text));
        QVERIFY(!optionsOf(notion, u"Priority"_s).contains(u"Low"_s));
    }

    void saysWhatIsWrongWithAChange_data()
    {
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << QJsonObject() << u"Nothing to change: pass \"add\""_s;
        QTest::newRow("there already")
            << object("{'add':{'status':'date'}}") << u"There is a column \"status\" already."_s;
        QTest::newRow("second title")
            << object("{'add':{'Other':'title'}}") << u"A database has one title column"_s;
        QTest::newRow("not there")
            << object("{'rename':{'Statsu':'X'}}")
            << u"The database has no column \"Statsu\". Did you mean \"Status\"? It has: "_s;
        QTest::newRow("name taken")
            << object("{'rename':{'Due':'Status'}}")
            << u"Column \"Due\" cannot become \"Status\": there is one of that name already."_s;
        QTest::newRow("the title") << object("{'drop':['Task'],'allow_data_loss':true}")
                                   << u"Column \"Task\" is the title, which cannot be dropped."_s;
        QTest::newRow("no options")
            << object("{'add_options':{'Due':['x']}}")
            << u"Column \"Due\" is of the kind date, which has no options."_s;
        QTest::newRow("status stays")
            << object("{'remove_options':{'Status':['Done']},'allow_data_loss':true}")
            << u"Column \"Status\" is a status, whose options can only be removed in Notion."_s;
        QTest::newRow("no such option")
            << object("{'remove_options':{'Priority':['Lowest']},'allow_data_loss':true}")
            << u"Column \"Priority\" has no option \"Lowest\". It has: "_s;
        QTest::newRow("dropped and renamed")
            << object("{'drop':['Due'],'rename':{'Due':'When'},'allow_data_loss':true}")
            << u"Column \"Due\" is to be dropped and changed at once."_s;
    }
    void saysWhatIsWrongWithAChange()
    {
        QFETCH(QJsonObject, given);
        QFETCH(QString, message);
        SandboxedNotion notion;
        given.insert(u"database"_s, notion.dataSource(u"Team tasks"_s));
        const QString error = notion.error(u"notion_update_schema"_s, given);
        QVERIFY2(error.startsWith(message), qPrintable(error));
    }

private:
    static QStringList optionsOf(SandboxedNotion &notion, const QString &column)
    {
        QStringList names;
        for (const auto &property : notion.workspace().dataSources.front().properties) {
            const QJsonArray options = property.config["options"_L1].toArray();
            for (const auto &option : options) {
                if (property.name == column)
                    names.append(option["name"_L1].toString());
            }
        }
        return names;
    }
};

QTEST_GUILESS_MAIN(TestSchemaTools)
#include "tst_schematools.moc"
