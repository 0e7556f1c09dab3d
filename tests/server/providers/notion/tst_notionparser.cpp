// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/notiontext.h"
#include "tests/fakes/golden.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::notion;

namespace {

QString dump(const Person &person)
{
    return u"%1 | %2 | %3%4\n"_s.arg(
        person.id, person.name, person.email, person.isBot ? u"bot"_s : QString());
}

QString dump(const Identity &identity)
{
    return u"user %1owner %2workspace %3 | %4\n"_s.arg(
        dump(identity.user), dump(identity.owner), identity.workspaceId, identity.workspaceName);
}

QString dump(const PersonPage &page)
{
    QString text;
    for (const Person &person : page.people)
        text += dump(person);
    return text + u"next %1\n"_s.arg(page.nextCursor);
}

QString dump(const FoundPage &page)
{
    return text::searchText(page) + u"\n\n"_s + text::databasesText(page) + u'\n';
}

QString dump(const Page &page)
{
    return u"%1 in %2 %3\n"_s.arg(page.url)
               .arg(static_cast<int>(page.parent.kind))
               .arg(page.parent.id)
        + text::headerText(page);
}

QString dump(const DataSource &source)
{
    QString text = u"%1 | %2 | in %3\n"_s.arg(source.id, source.title, source.databaseId);
    for (const Column &column : source.columns)
        text += u"%1 | %2 | %3 | %4\n"_s.arg(
            column.id, column.name, column.type, column.options.join(u", "_s));
    return text;
}

QString dump(const Database &database)
{
    QString text = u"%1 | %2\n"_s.arg(database.id, database.title);
    for (const auto &[id, name] : database.dataSources)
        text += u"%1 | %2\n"_s.arg(id, name);
    return text;
}

template<typename Parsed>
QString orError(const Result<Parsed> &parsed)
{
    return parsed ? dump(*parsed) : u"Error: "_s + parsed.error().message;
}

QString read(const QString &name, const QByteArray &body)
{
    if (name.startsWith("me"_L1))
        return orError(parser::identity(body));
    if (name == "people"_L1)
        return orError(parser::people(body));
    if (name == "search"_L1)
        return orError(parser::found(body));
    if (name == "row"_L1)
        return orError(parser::page(body));
    if (name == "datasource"_L1)
        return orError(parser::dataSource(body));
    return orError(parser::database(body));
}

// JSON with simple quotes, which moc reads as well.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestNotionParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnswers_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"me-internal",
                                 "me-owned",
                                 "me-person",
                                 "people",
                                 "search",
                                 "row",
                                 "datasource",
                                 "database"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void readsAnswers()
    {
        QFETCH(QString, name);
        const QString text = read(name, fakes::testData(u"notion/%1.json"_s.arg(name)));
        const QString diff = fakes::goldenDiff(u"notion/%1.txt"_s.arg(name), text);
        QVERIFY2(diff.isEmpty(), qPrintable(diff));
    }

    // An answer is read as a whole or not at all.
    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("page for people") << "<html></html>"_ba;
        QTest::newRow("list") << "[]"_ba;
        QTest::newRow("object") << "{}"_ba;
        QTest::newRow("cut") << json("{'object':'list','results':[");
        QTest::newRow("other kind") << json("{'object':'comment','id':'x','results':{}}");
        QTest::newRow("hostile id") << json("{'object':'list','results':[{'object':'page',"
                                            "'id':'../../x'}]}");
        QTest::newRow("no schema") << json("{'object':'list','results':[{'object':'data_source',"
                                           "'id':'164b19c5-58e5-4a47-a3a9-c905d9519c65'}]}");
    }
    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(parser::identity(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::found(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::page(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::dataSource(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::database(body).error().code, ErrorCode::InvalidData);
        QCOMPARE(parser::markdown(body).error().code, ErrorCode::InvalidData);
        QVERIFY(parser::problem(body).code.isEmpty());
    }

    void readsMarkdownWithoutHiddenCharacters()
    {
        const auto page = parser::markdown(
            json("{'object':'page_markdown','id':'59833787-2cf9-4fdf-8782-e53db20768a5',"
                 "'markdown':'# A\\u202e\\u200b\\n\\ttext','truncated':true,'unknown_block_ids':"
                 "['1A2B3C4D-1111-4222-8333-4444555566FF','../x',7]}"));
        QVERIFY(page);
        QCOMPARE(page->markdown, u"# A\n\ttext"_s);
        QVERIFY(page->isTruncated);
        QCOMPARE(page->unknownBlockIds, QStringList{u"1a2b3c4d-1111-4222-8333-4444555566ff"_s});
    }

    void readsAPageOfWhichOnlyTheIdIsShown()
    {
        const auto page =
            parser::page(json("{'object':'page','id':'59833787-2cf9-4fdf-8782-e53db20768a5'}"));
        QVERIFY(page);
        QVERIFY(page->title.isEmpty());
        QVERIFY(text::headerText(*page).startsWith("# Untitled\n"_L1));
    }

    void readsWhatAnErrorSays()
    {
        const Problem problem = parser::problem(fakes::testData(u"notion/error.json"_s));
        QCOMPARE(problem.code, u"rate_limited"_s);
        QCOMPARE(problem.message, u"You have been rate limited."_s);
        QCOMPARE(problem.reason, u"workspace"_s);
        QVERIFY(problem.hasRequestId);
    }

    void doesNotFollowACursorThatIsTooLong()
    {
        const QByteArray body =
            json("{'object':'list','results':[],'has_more':true,'next_cursor':'")
            + QByteArray(2000, 'a') + "\"}"_ba;
        QVERIFY(parser::found(body).value().nextCursor.isEmpty());
    }

    void cutsATextAtALinesEndAndNeverInACharacter()
    {
        const QString lines = u"first line\nsecond line\nthird"_s;
        const text::Part part = text::partOf(lines, 0, 15);
        QCOMPARE(part.text, u"first line\n"_s);
        QCOMPARE(part.end, 11);
        QCOMPARE(text::partOf(lines, part.end, 1000).text, u"second line\nthird"_s);
        QCOMPARE(text::partOf(lines, 1000, 10).text, QString());
        const text::Part half = text::partOf(u"ab😀cd"_s, 0, 3);
        QCOMPARE(half.text, u"ab"_s);
        QCOMPARE(half.end, 2);
    }
};

QTEST_GUILESS_MAIN(TestNotionParser)
#include "tst_notionparser.moc"
