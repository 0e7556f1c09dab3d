// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/newpage.h"
#include "server/providers/notion/notionparser.h"
#include "tests/fakes/golden.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::notion;

namespace {

const QString mia = u"c2f20311-9e54-4d11-8c79-7398424ae41e"_s;
const PeopleIds people{{u"mia@example.com"_s, mia}, {u"me"_s, mia}};

QList<Column> columns()
{
    return parser::dataSource(fakes::testData(u"notion/datasource.json"_s)).value().columns;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Result<QJsonObject> properties(const QByteArray &given)
{
    return rowProperties(u"Fix login"_s, object(given), columns(), people);
}

// JSON with simple quotes, which moc reads as well.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestNewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsPlainValues_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name,
                            const QByteArray &given,
                            const QString &column,
                            const QByteArray &expected) {
            QTest::newRow(name) << given << column << expected;
        };
        row("text",
            json("{'Notes':'a'}"),
            u"Notes"_s,
            json("{'rich_text':[{'text':{'content':'a'}}]}"));
        row("number as text",
            json("{'Notes':3}"),
            u"Notes"_s,
            json("{'rich_text':[{'text':{'content':'3'}}]}"));
        row("number", json("{'Points':2.5}"), u"Points"_s, json("{'number':2.5}"));
        row("number in quotes", json("{'Points':' 3 '}"), u"Points"_s, json("{'number':3}"));
        row("select",
            json("{'Priority':'high'}"),
            u"Priority"_s,
            json("{'select':{'name':'High'}}"));
        row("status", json("{'status':'done'}"), u"Status"_s, json("{'status':{'name':'Done'}}"));
        row("several",
            json("{'Tags':['urgent','LATER']}"),
            u"Tags"_s,
            json("{'multi_select':[{'name':'urgent'},{'name':'later'}]}"));
        row("several, one",
            json("{'Tags':'later'}"),
            u"Tags"_s,
            json("{'multi_select':[{'name':'later'}]}"));
        row("several, none", json("{'Tags':[]}"), u"Tags"_s, json("{'multi_select':[]}"));
        row("date",
            json("{'Due':'2026-12-01'}"),
            u"Due"_s,
            json("{'date':{'start':'2026-12-01'}}"));
        row("time",
            json("{'Due':'2026-12-01T09:30:00Z'}"),
            u"Due"_s,
            json("{'date':{'start':'2026-12-01T09:30:00Z'}}"));
        row("interval",
            json("{'Due':'2026-12-01/2026-12-03'}"),
            u"Due"_s,
            json("{'date':{'start':'2026-12-01','end':'2026-12-03'}}"));
        row("interval in words",
            json("{'Due':'2026-12-01 to 2026-12-03'}"),
            u"Due"_s,
            json("{'date':{'start':'2026-12-01','end':'2026-12-03'}}"));
        row("interval as an object",
            json("{'Due':{'start':'2026-12-01','end':'2026-12-03'}}"),
            u"Due"_s,
            json("{'date':{'start':'2026-12-01','end':'2026-12-03'}}"));
        row("flag", json("{'Done':true}"), u"Done"_s, json("{'checkbox':true}"));
        row("flag in words", json("{'Done':'No'}"), u"Done"_s, json("{'checkbox':false}"));
        row("url",
            json("{'Link':'https://example.com'}"),
            u"Link"_s,
            json("{'url':'https://example.com'}"));
        row("mail", json("{'Mail':'a@example.com'}"), u"Mail"_s, json("{'email':'a@example.com'}"));
        row("phone", json("{'Phone':'+49 30'}"), u"Phone"_s, json("{'phone_number':'+49 30'}"));
        row("person by mail",
            json("{'Owner':'Mia@example.com'}"),
            u"Owner"_s,
            json("{'people':[{'object':'user','id':'c2f20311-9e54-4d11-8c79-7398424ae41e'}]}"));
        row("person by id",
            json("{'Owner':['c2f203119e544d118c797398424ae41e']}"),
            u"Owner"_s,
            json("{'people':[{'object':'user','id':'c2f20311-9e54-4d11-8c79-7398424ae41e'}]}"));
        row("relation",
            json("{'Blocks':['https://www.notion.so/A-598337872cf94fdf8782e53db20768a5']}"),
            u"Blocks"_s,
            json("{'relation':[{'id':'59833787-2cf9-4fdf-8782-e53db20768a5'}]}"));
    }
    void convertsPlainValues()
    {
        QFETCH(QByteArray, given);
        QFETCH(QString, column);
        QFETCH(QByteArray, expected);
        const auto result = properties(given);
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QCOMPARE(result->value(column).toObject(), object(expected));
        QCOMPARE(result->size(), 2);
        QCOMPARE(result->value(u"Name"_s).toObject(),
                 object(json("{'title':[{'text':{'content':'Fix login'}}]}")));
    }

    void saysWhatIsWrongAndWhatIsAllowed_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("says");
        QTest::newRow("column") << json("{'Statu':'Done'}")
                                << u"The database has no property \"Statu\". Did you mean "
                                   "\"Status\"? It has: "_s;
        QTest::newRow("option")
            << json("{'Priority':'Highest'}")
            << u"Property \"Priority\" has no option \"Highest\". "
               "Allowed: High, Low. A new one is added with new_options: true."_s;
        QTest::newRow("status") << json("{'Status':'Later'}")
                                << u"Property \"Status\" has no option \"Later\". Allowed: Not "
                                   "started, Done. New ones are added in Notion."_s;
        QTest::newRow("one of several")
            << json("{'Tags':['urgent','x']}") << u"Property \"Tags\" has no option \"x\""_s;
        QTest::newRow("number") << json("{'Points':'many'}")
                                << u"Property \"Points\" is \"many\", but must be a number."_s;
        QTest::newRow("no finite number")
            << json("{'Points':'inf'}") << u"Property \"Points\" is \"inf\""_s;
        QTest::newRow("date") << json("{'Due':'tomorrow'}")
                              << u"Property \"Due\" is \"tomorrow\", but must be a date such as "
                                 "2026-12-01"_s;
        QTest::newRow("no such day")
            << json("{'Due':'2026-02-30'}") << u"Property \"Due\" is \"2026-02-30\""_s;
        QTest::newRow("flag") << json("{'Done':'maybe'}")
                              << u"Property \"Done\" is \"maybe\", but must be true or false."_s;
        QTest::newRow("object") << json("{'Link':{'a':1}}")
                                << u"Property \"Link\" is an object, but must be a text"_s;
        QTest::newRow("person") << json("{'Owner':'Nobody'}")
                                << u"Property \"Owner\" names \"Nobody\", whom Notion does not "
                                   "know."_s;
        QTest::newRow("relation")
            << json("{'Blocks':'../x'}")
            << u"Property \"Blocks\" is \"../x\", but must be a list of pages"_s;
        QTest::newRow("computed")
            << json("{'Sum':3}")
            << u"Property \"Sum\" is of the kind formula: Notion itself makes its value"_s;
        QTest::newRow("title") << json("{'Name':'x'}")
                               << u"Property \"Name\" is the title: pass it as \"title\"."_s;
        QTest::newRow("hidden characters")
            << "{\"Points\":\"a\xe2\x80\x8b\xe2\x80\xae\"}"_ba
            << u"Property \"Points\" is \"a\", but must be a number."_s;
    }
    void saysWhatIsWrongAndWhatIsAllowed()
    {
        QFETCH(QByteArray, given);
        QFETCH(QString, says);
        const auto result = properties(given);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        QVERIFY2(result.error().message.startsWith(says), qPrintable(result.error().message));
    }

    void leavesOutWhatIsNull()
    {
        const auto result = properties(json("{'Points':null,'Owner':null}"));
        QVERIFY(result);
        QCOMPARE(result->keys(), QStringList{u"Name"_s});
    }

    void looksUpOnlyPeopleWhoAreNoIds()
    {
        const QJsonObject given = object(json(
            "{'Owner':['Mia@Example.com','me','c2f203119e544d118c797398424ae41e'],'Notes':'x@y'}"));
        const QStringList expected{u"mia@example.com"_s, u"me"_s};
        QCOMPARE(peopleIn(given, columns()), expected);
    }

    // Notion takes texts in pieces of 2,000 characters.
    void dividesLongTexts()
    {
        const QString title = QString(1999, u'a') + u"😀b"_s;
        const QJsonArray parts = pageProperties(title)["title"_L1]["title"_L1].toArray();
        QCOMPARE(parts.size(), 2);
        const QString first = parts[0]["text"_L1]["content"_L1].toString();
        QCOMPARE(first.size(), 1999);
        QCOMPARE(first + parts[1]["text"_L1]["content"_L1].toString(), title);
    }
};

QTEST_GUILESS_MAIN(TestNewPage)
#include "tst_newpage.moc"
