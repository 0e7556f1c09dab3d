// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/notion/notionfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::NotionFixture;

namespace {

// JSON with simple quotes, which moc reads as well.
QJsonObject json(const char *text)
{
    const auto document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'));
    Q_ASSERT_X(document.isObject(), "json", text);
    return document.object();
}

/** What each row of an answer has in that column, which its first line names. */
QStringList cellsOf(const QString &answer, const QString &column)
{
    const QStringList lines = answer.split(u'\n');
    const QString head = lines.first().section(u" ("_s, -1).chopped(2);
    const auto place = head.split(u"  "_s).indexOf(column);
    QStringList cells;
    for (const QString &line : lines.mid(1)) {
        if (!line.startsWith("More:"_L1))
            cells.append(line.split(u"  "_s).value(place));
    }
    return cells;
}

} // namespace

/** Databases and their rows against the sandbox, which refuses what Notion refuses. */
class TestNotionDatabaseTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<sandbox::Sandbox>(sandbox::Sandbox::Options());
        QVERIFY(m_sandbox->start());
        m_http = std::make_unique<net::NetworkHttpClient>(net::NetworkHttpClient::Options());
        m_notion = std::make_unique<NotionFixture>(*m_http, QUrl(m_sandbox->notionUrl()));
        const auto report = m_notion->signIn("ntn_sandbox_pat_ada"_ba);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        for (const auto &source : m_sandbox->notion().workspace().dataSources) {
            if (source.title.startsWith("Team tasks"_L1)) {
                m_source = source.id;
                m_database = source.databaseId;
            }
        }
    }

    void cleanup()
    {
        m_notion.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void showsTheSchemaOfADatabase_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("data source") << u"%1"_s;
        QTest::newRow("database") << u"%2"_s;
        QTest::newRow("bare") << u"%3"_s;
        QTest::newRow("URL with a view and an open row")
            << u"https://www.notion.so/north/Team-tasks-%3?v=1a2b3c4d111142228333444455556666&"
               "p=1a2b3c4d111142228333444455556666"_s;
    }
    void showsTheSchemaOfADatabase()
    {
        QFETCH(QString, form);
        form.replace(u"%1"_s, m_source).replace(u"%2"_s, m_database);
        form.replace(u"%3"_s, QString(m_database).remove(u'-'));
        const QString text = textOf(u"notion_get_database"_s, {{u"database"_s, form}});
        QVERIFY2(text.startsWith(u"Database https://www.notion.so/"_s
                                 + QString(m_database).remove(u'-') + u"\nTeam tasks"_s),
                 qPrintable(text));
        QVERIFY2(text.contains("\n  Status: status (Not started, In progress, Blocked, Done)\n"_L1),
                 qPrintable(text));
        QVERIFY2(text.contains("\n  Due: date\n"_L1), qPrintable(text));
    }

    void saysThatThereIsNoSuchDatabase()
    {
        const auto result = m_notion->call(
            u"notion_get_database"_s, {{u"database"_s, u"1a2b3c4d111142228333444455556666"_s}});
        QVERIFY(result.isError);
        QVERIFY2(NotionFixture::textOf(result).contains("does not exist in Notion (Northwind)"_L1),
                 qPrintable(NotionFixture::textOf(result)));
    }

    void findsRows_data()
    {
        QTest::addColumn<QJsonObject>("filter");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("pattern"); // of every row that is found
        QTest::newRow("option") << json("{'status':'done'}") << u"Status"_s << u"^Done$"_s;
        QTest::newRow("any of several")
            << json("{'Status':['In progress','Blocked'],'Priority':'High'}") << u"Priority"_s
            << u"^High$"_s;
        QTest::newRow("list") << json("{'Tags':'web'}") << u"Tags"_s << u"\\bweb\\b"_s;
        QTest::newRow("person") << json("{'Assignee':'ada lindqvist'}") << u"Assignee"_s
                                << u"Ada Lindqvist"_s;
        QTest::newRow("me") << json("{'Assignee':'me'}") << u"Assignee"_s << u"Ada Lindqvist"_s;
        QTest::newRow("number") << json("{'Estimate':{'>=':5}}") << u"Estimate"_s
                                << u"^([5-9]|\\d\\d+)$"_s;
        QTest::newRow("set") << json("{'Due':{'is_not_empty':true}}") << u"Due"_s << u"^\\d{4}-"_s;
        QTest::newRow("words of the title") << json("{'Task':'the'}") << u"title"_s << u"(?i)the"_s;
        QTest::newRow("Notion's own")
            << json("{'and':[{'property':'Status','status':{'equals':'Done'}},{'Tags':'web'}]}")
            << u"Status"_s << u"^Done$"_s;
        QTest::newRow("or of simple ones")
            << json("{'or':[{'Status':'Done'},{'Status':'Blocked'}],'Tags':'web'}") << u"Tags"_s
            << u"\\bweb\\b"_s;
    }
    void findsRows()
    {
        QFETCH(QJsonObject, filter);
        QFETCH(QString, column);
        QFETCH(QString, pattern);
        const QString text = query({{u"filter"_s, filter}, {u"limit"_s, 100}});
        QVERIFY2(text.contains("of \"Team tasks"_L1), qPrintable(text));
        const QStringList cells = cellsOf(text, column);
        QVERIFY2(!cells.isEmpty(), qPrintable(text));
        for (const QString &cell : cells)
            QVERIFY2(cell.contains(QRegularExpression(pattern)), qPrintable(text));
    }

    void findsDatesBeforeADay()
    {
        const QString all = query({{u"filter"_s, json("{'Due':{'is_not_empty':true}}")},
                                   {u"limit"_s, 100},
                                   {u"sorts"_s, QJsonArray{u"Due"_s}},
                                   {u"properties"_s, QJsonArray{u"due"_s}}});
        const QStringList days = cellsOf(all, u"Due"_s);
        QVERIFY(days.size() > 2);
        const QString last = days.last().left(10);
        QVERIFY2(days.first() <= last, qPrintable(all));
        QVERIFY2(!all.contains("Status"_L1), qPrintable(all));
        const QString before =
            query({{u"filter"_s, QJsonObject{{u"Due"_s, QJsonObject{{u"before"_s, last}}}}},
                   {u"limit"_s, 100}});
        const auto rows = before.split(u'\n').size() - 1;
        QVERIFY(rows > 0 && rows < days.size());
    }

    void goesThroughAllRowsByTheCursor()
    {
        QStringList ids;
        QJsonObject wish{{u"limit"_s, 10}, {u"properties"_s, QJsonArray{u"Task"_s}}};
        for (int part = 0; part < 20; ++part) {
            const QString text = query(wish);
            const QStringList lines = text.split(u'\n').mid(1);
            for (const QString &line : lines) {
                if (!line.startsWith("More:"_L1))
                    ids.append(line.left(32));
            }
            if (!text.contains("More: call again with cursor: \""_L1))
                break;
            wish.insert(u"cursor"_s, text.section(u'"', -2, -2));
        }
        qsizetype rows = 0;
        for (const auto &page : m_sandbox->notion().workspace().pages)
            rows += page.parent.id == m_source && !page.isTrashed ? 1 : 0;
        QCOMPARE(ids.size(), rows);
        ids.removeDuplicates();
        QCOMPARE(ids.size(), rows);
    }

    void saysWhatIsWrongWithAFilter_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<QString>("says");
        QTest::newRow("property") << json("{'filter':{'Statu':'Done'}}")
                                  << u"has no property \"Statu\". Did you mean \"Status\"?"_s;
        QTest::newRow("option") << json("{'filter':{'Status':'Finished'}}")
                                << u"Property \"Status\" has no option \"Finished\". Allowed: Not "
                                   "started, In progress, Blocked, Done."_s;
        QTest::newRow("condition") << json("{'filter':{'Status':{'before':'x'}}}")
                                   << u"\"Status\" (status) cannot be filtered by \"before\". "
                                      "Conditions: equals, does_not_equal, is_empty"_s;
        QTest::newRow("date") << json("{'filter':{'Due':'soon'}}")
                              << u"The filter compares \"Due\" with \"soon\", but must do so with "
                                 "a date such as 2026-12-01"_s;
        QTest::newRow("person") << json("{'filter':{'Assignee':'Nobody'}}")
                                << u"The filter compares \"Assignee\" with \"Nobody\""_s;
        QTest::newRow("sort") << json("{'sorts':['-Dues']}") << u"has no property \"Dues\""_s;
        QTest::newRow("shown") << json("{'properties':['Dues']}") << u"has no property \"Dues\""_s;
    }
    void saysWhatIsWrongWithAFilter()
    {
        QFETCH(QJsonObject, wish);
        QFETCH(QString, says);
        wish.insert(u"database"_s, m_source);
        const auto result = m_notion->call(u"notion_query_database"_s, wish);
        QVERIFY(result.isError);
        QVERIFY2(NotionFixture::textOf(result).contains(says),
                 qPrintable(NotionFixture::textOf(result)));
    }

    void takesAFilterWrittenAsText()
    {
        const QString text = query({{u"filter"_s, u"{\"Status\":\"Done\"}"_s}});
        QCOMPARE(cellsOf(text, u"Status"_s).value(0), u"Done"_s);
    }

    void setsPropertiesByName()
    {
        const QString row = firstRow();
        const QString text =
            textOf(u"notion_update_properties"_s,
                   {{u"page"_s, row},
                    {u"icon"_s, u"🚀"_s},
                    {u"properties"_s,
                     json("{'status':'blocked','Due':{'start':'2026-12-01','end':'2026-12-03'},"
                          "'Assignee':'ben@northwind.example','Tags':['ops','web'],'Estimate':'8',"
                          "'title':'Renamed'}")}});
        for (const QString &part : {u"Updated \"Renamed\"  https://www.notion.so/%1\n"_s.arg(row),
                                    u"\nStatus: Blocked"_s,
                                    u"\nDue: 2026-12-01 to 2026-12-03"_s,
                                    u"\nAssignee: Ben Okafor"_s,
                                    u"\nTags: ops, web"_s,
                                    u"\nEstimate: 8"_s,
                                    u"\nIcon set"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in "_s + text));
        const QString emptied = textOf(u"notion_update_properties"_s,
                                       {{u"page"_s, row},
                                        {u"icon"_s, u"none"_s},
                                        {u"properties"_s, json("{'Due':null,'Tags':[]}")}});
        QVERIFY2(emptied.contains("\nDue: (empty)\nTags: (empty)\nIcon removed"_L1),
                 qPrintable(emptied));
    }

    void addsAnOptionOnlyWhenTold()
    {
        const QString row = firstRow();
        QJsonObject wish{{u"page"_s, row}, {u"properties"_s, json("{'Tags':['brand new']}")}};
        const auto refused = m_notion->call(u"notion_update_properties"_s, wish);
        QVERIFY(refused.isError);
        QVERIFY2(NotionFixture::textOf(refused).endsWith(
                     "A new one is added with new_options: true."_L1),
                 qPrintable(NotionFixture::textOf(refused)));
        wish.insert(u"new_options"_s, true);
        const QString text = textOf(u"notion_update_properties"_s, wish);
        QVERIFY2(text.contains("\nTags: brand new"_L1), qPrintable(text));
        // The schema is not the one kept from before.
        const QString schema = textOf(u"notion_get_database"_s, {{u"database"_s, m_source}});
        QVERIFY2(schema.contains("ops, brand new)"_L1), qPrintable(schema));
    }

    void renamesAPageThatIsNoRow()
    {
        const QString home =
            textOf(u"notion_search"_s, {{u"query"_s, u"Northwind Home"_s}, {u"type"_s, u"page"_s}});
        const QString id = home.section(u"page  "_s, 1).left(32);
        const QString text = textOf(u"notion_update_properties"_s,
                                    {{u"page"_s, id},
                                     {u"locked"_s, true},
                                     {u"properties"_s, json("{'title':'Northwind'}")}});
        QVERIFY2(text.startsWith("Updated \"Northwind\""_L1) && text.endsWith("\nLocked"_L1),
                 qPrintable(text));
        const auto refused =
            m_notion->call(u"notion_update_properties"_s,
                           {{u"page"_s, id}, {u"properties"_s, json("{'Status':'Done'}")}});
        QVERIFY(refused.isError);
    }

    void refusesToSetWhatNotionMakes()
    {
        const auto result =
            m_notion->call(u"notion_update_properties"_s,
                           {{u"page"_s, firstRow()}, {u"properties"_s, json("{'ID':7}")}});
        QVERIFY(result.isError);
        QVERIFY2(NotionFixture::textOf(result).startsWith(
                     "Property \"ID\" is of the kind unique_id: Notion itself makes its value"_L1),
                 qPrintable(NotionFixture::textOf(result)));
    }

private:
    QString textOf(const QString &tool, const QJsonObject &given)
    {
        return NotionFixture::textOf(m_notion->call(tool, given));
    }

    QString query(QJsonObject wish)
    {
        wish.insert(u"database"_s, m_source);
        return textOf(u"notion_query_database"_s, wish);
    }

    QString firstRow() { return query({{u"limit"_s, 1}}).section(u'\n', 1).left(32); }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<NotionFixture> m_notion;
    QString m_source;
    QString m_database;
};

QTEST_GUILESS_MAIN(TestNotionDatabaseTools)
#include "tst_notiondatabasetools.moc"
