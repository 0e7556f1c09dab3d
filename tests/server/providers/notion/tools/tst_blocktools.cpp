// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/golden.h"
#include "tests/server/providers/notion/tools/sandboxednotion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::NotionFixture;
using tests::object;
using tests::SandboxedNotion;

namespace {

const QString blockId = u"1a2b3c4d-1111-4222-8333-444455556666"_s;
const QString api = u"https://api.notion.com/v1"_s;

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

QByteArray toDoAnswer()
{
    return QJsonDocument(
               object(
                   "{'object':'block','id':'1a2b3c4d-1111-4222-8333-444455556666',"
                   "'type':'to_do','has_children':false,'in_trash':false,"
                   "'parent':{'type':'page_id','page_id':'59833787-2cf9-4fdf-8782-e53db20768a5'},"
                   "'to_do':{'rich_text':[{'plain_text':'Ship'}],'checked':false}}"))
        .toJson();
}

} // namespace

class TestBlockTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_notion = std::make_unique<SandboxedNotion>();
        m_page = m_notion->page(u"Travel and expenses"_s);
        m_notion->workspace().page(m_page)->content =
            u"## Rules\n- [ ] Ask\n- Train\n\t- First class\n```bash\nls\n```"_s;
    }

    void listsBlocks()
    {
        const QStringList lines = list().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0].mid(32), u"  heading_2  Rules"_s);
        QCOMPARE(lines[1].mid(32), u"  to_do  [ ] Ask"_s);
        QCOMPARE(lines[2].mid(32), u"  bulleted_list_item  Train  (has more inside)"_s);
        QCOMPARE(lines[3].mid(32), u"  code (bash)  ls"_s);
        const QString nested =
            m_notion->text(u"notion_get_blocks"_s, {{u"block"_s, m_page}, {u"depth"_s, 1}});
        QVERIFY2(nested.contains("  bulleted_list_item  First class"_L1), qPrintable(nested));
        QVERIFY(!nested.contains("(has more inside)"_L1));
    }

    void listsBlocksInParts()
    {
        QJsonObject given{{u"block"_s, m_page}, {u"limit"_s, 3}};
        const QString first = m_notion->text(u"notion_get_blocks"_s, given);
        QVERIFY2(first.contains("\nMore: call again with cursor: \""_L1), qPrintable(first));
        given.insert(u"cursor"_s, first.section(u'"', -2, -2));
        const QString second = m_notion->text(u"notion_get_blocks"_s, given);
        QVERIFY2(second.endsWith("code (bash)  ls"_L1), qPrintable(second));
        QCOMPARE(second.count(u'\n'), 0);
    }

    void appendsMarkdownToAPage()
    {
        QJsonObject given{{u"parent"_s, m_page}, {u"markdown"_s, u"| a |\n|---|\n| b |"_s}};
        QVERIFY(m_notion->text(u"notion_append_blocks"_s, given)
                    .startsWith("Added the Markdown at the end of https://www.notion.so/"_L1));
        QVERIFY(m_notion->content(m_page).endsWith("| b |"_L1));
        given = {{u"parent"_s, m_page}, {u"markdown"_s, u"First"_s}, {u"position"_s, u"start"_s}};
        QVERIFY(!m_notion->text(u"notion_append_blocks"_s, given).isEmpty());
        QVERIFY(m_notion->content(m_page).startsWith("First\n"_L1));
    }

    void appendsAfterABlock_data()
    {
        QTest::addColumn<QJsonObject>("content");
        QTest::newRow("Markdown") << QJsonObject{{u"markdown"_s, u"- [x] **Paid**\n> Soon"_s}};
        QTest::newRow("blocks") << object("{'blocks':[{'type':'to_do','text':'**Paid**',"
                                          "'checked':true},{'type':'quote','text':'Soon'}]}");
    }
    void appendsAfterABlock()
    {
        QFETCH(QJsonObject, content);
        content.insert(u"parent"_s, m_page);
        content.insert(u"after"_s, idOf(1));
        const QString text = m_notion->text(u"notion_append_blocks"_s, content);
        QVERIFY2(text.startsWith("Appended 2 blocks to https://"_L1), qPrintable(text));
        QVERIFY2(text.contains("  to_do  [x] Paid\n"_L1), qPrintable(text));
        QVERIFY2(
            m_notion->content(m_page).contains("- [ ] Ask\n- [x] **Paid**\n> Soon\n- Train"_L1),
            qPrintable(m_notion->content(m_page)));
    }

    void appendsIntoABlock()
    {
        const QJsonObject given{{u"parent"_s, idOf(2)}, {u"markdown"_s, u"- Second class"_s}};
        const QString text = m_notion->text(u"notion_append_blocks"_s, given);
        QVERIFY2(text.startsWith("Appended 1 block to"_L1), qPrintable(text));
        QVERIFY(m_notion->content(m_page).contains("\t- First class\n\t- Second class\n"_L1));
    }

    void appendsMoreThanNotionTakesAtOnceInOrder()
    {
        QString markdown;
        for (int i = 0; i < 250; ++i)
            markdown += u"- Item %1\n"_s.arg(i);
        const QJsonObject given{
            {u"parent"_s, m_page}, {u"after"_s, idOf(0)}, {u"markdown"_s, markdown}};
        const QString text = m_notion->text(u"notion_append_blocks"_s, given);
        QVERIFY2(text.startsWith("Appended 250 blocks to"_L1), qPrintable(text));
        QVERIFY2(text.contains("and 220 more, the last one: "_L1), qPrintable(text));
        const QStringList lines = m_notion->content(m_page).split(u'\n');
        for (int i = 0; i < 250; ++i)
            QCOMPARE(lines[i + 1], u"- Item %1"_s.arg(i));
    }

    void saysHowManyWereAppendedBeforeAFailure()
    {
        NotionFixture notion;
        notion.connect();
        QJsonArray added;
        for (int i = 0; i < 100; ++i)
            added.append(object("{'object':'block','id':'1a2b3c4d-1111-4222-8333-444455556666',"
                                "'type':'divider','divider':{}}"));
        const QString url = api + u"/blocks/%1/children"_s.arg(blockId);
        notion.http.plan("PATCH"_ba, url, 200, json({{u"results"_s, added}}));
        notion.http.plan("PATCH"_ba,
                         url,
                         400,
                         json(object("{'object':'error','code':'validation_error',"
                                     "'message':'No more','request_id':'x'}")));
        const auto result = notion.call(u"notion_append_blocks"_s,
                                        {{u"parent"_s, blockId},
                                         {u"after"_s, blockId},
                                         {u"markdown"_s, u"---\n"_s.repeated(150)}});
        QVERIFY(result.isError);
        QCOMPARE(NotionFixture::textOf(result),
                 u"Only the first 100 of 150 blocks were appended, the last one being "
                 "1a2b3c4d111142228333444455556666. Then: Notion (Northwind) refused the request: "
                 "No more."_s);
        const auto sent = QJsonDocument::fromJson(notion.http.requests().last().body).object();
        QCOMPARE(sent["children"_L1].toArray().size(), 50);
        QCOMPARE(sent["position"_L1]["after_block"_L1]["id"_L1].toString(), blockId);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("message");
        QTest::newRow("no id") << u"notion_get_blocks"_s << object("{'block':'here'}")
                               << u"Argument \"block\" is \"here\", but must be a Notion id"_s;
        QTest::newRow("nothing to append")
            << u"notion_append_blocks"_s << object("{'parent':'PAGE'}")
            << u"Pass either \"markdown\" or \"blocks\""_s;
        QTest::newRow("both") << u"notion_append_blocks"_s
                              << object(
                                     "{'parent':'PAGE','markdown':'x','blocks':[{'type':'divider'}"
                                     "]}")
                              << u"Pass either \"markdown\" or \"blocks\""_s;
        QTest::newRow("two places")
            << u"notion_append_blocks"_s
            << object("{'parent':'PAGE','markdown':'x','after':'PAGE','position':'end'}")
            << u"Pass either \"after\" or \"position\", not both."_s;
        QTest::newRow("after a stranger")
            << u"notion_append_blocks"_s
            << object("{'parent':'PAGE','markdown':'x','after':'PAGE'}")
            << u"Notion (Northwind) refused the request: The block"_s;
        QTest::newRow("unknown type")
            << u"notion_append_blocks"_s << object("{'parent':'PAGE','blocks':[{'type':'table'}]}")
            << u"blocks[0] has the type \"table\", but must have one of"_s;
        QTest::newRow("a page is no block")
            << u"notion_delete_block"_s << object("{'block':'PAGE'}")
            << u"PAGE is a page. Change it with notion_edit_page"_s;
        QTest::newRow("nothing to change")
            << u"notion_update_block"_s << object("{'block':'TODO'}") << u"Nothing to change"_s;
        QTest::newRow("no language")
            << u"notion_update_block"_s << object("{'block':'TODO','language':'js'}")
            << u"Only code has a language; this block is of the type to_do."_s;
        QTest::newRow("not checkable")
            << u"notion_update_block"_s << object("{'block':'HEADING','checked':true}")
            << u"Only a to_do can be checked; this block is of the type heading_2."_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, given);
        QFETCH(QString, message);
        const QString bare = QString(m_page).remove(u'-');
        const QHash<QString, QString> ids{
            {u"PAGE"_s, bare}, {u"TODO"_s, idOf(1)}, {u"HEADING"_s, idOf(0)}};
        for (auto it = given.begin(); it != given.end(); ++it) {
            if (ids.contains(it.value().toString()))
                it.value() = ids.value(it.value().toString());
        }
        message.replace(u"PAGE"_s, bare);
        const QString error = m_notion->error(tool, given);
        QVERIFY2(error.startsWith(message), qPrintable(error));
    }

    void changesABlock()
    {
        const QString toDo = idOf(1);
        const QString text = m_notion->text(
            u"notion_update_block"_s,
            {{u"block"_s, toDo}, {u"text"_s, u"Ask *twice*"_s}, {u"checked"_s, true}});
        QCOMPARE(text, u"Changed  %1  to_do  [x] Ask twice"_s.arg(toDo));
        QVERIFY(m_notion->content(m_page).contains("- [x] Ask *twice*"_L1));
        QVERIFY(
            m_notion
                ->text(u"notion_update_block"_s, {{u"block"_s, idOf(3)}, {u"language"_s, u"py"_s}})
                .endsWith("code (python)  ls"_L1));
    }

    void takesABlocksAnchorInAUrl()
    {
        const QString url =
            u"https://www.notion.so/Travel-%1#%2"_s.arg(QString(m_page).remove(u'-'), idOf(1));
        QVERIFY(m_notion->text(u"notion_update_block"_s, {{u"block"_s, url}, {u"checked"_s, true}})
                    .startsWith("Changed"_L1));
        QVERIFY(m_notion->content(m_page).contains("- [x] Ask"_L1));
    }

    void deletesABlock()
    {
        const QString toDo = idOf(1);
        QCOMPARE(m_notion->text(u"notion_delete_block"_s, {{u"block"_s, toDo}}),
                 u"Moved to the trash  %1  to_do  [ ] Ask"_s.arg(toDo));
        QVERIFY(!m_notion->content(m_page).contains("Ask"_L1));
        QCOMPARE(m_notion->error(u"notion_delete_block"_s, {{u"block"_s, toDo}}),
                 u"Block %1 is in the trash."_s.arg(toDo));
    }

    void sendsOnlyWhatChanges()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, api + u"/blocks/"_s + blockId, 200, toDoAnswer());
        notion.http.plan("PATCH"_ba, api + u"/blocks/"_s + blockId, 200, toDoAnswer());
        const auto result =
            notion.call(u"notion_update_block"_s, {{u"block"_s, blockId}, {u"checked"_s, true}});
        QVERIFY2(!result.isError, qPrintable(NotionFixture::textOf(result)));
        const auto sent = QJsonDocument::fromJson(notion.http.requests().last().body).object();
        QCOMPARE(sent, object("{'to_do':{'checked':true}}"));
        QCOMPARE(notion.http.requests().last().repeatable, net::Repeatable::Yes);
    }

    void doesNotRepeatAnAppendWhoseOutcomeIsUnknown()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("PATCH"_ba, api + u"/blocks/%1/children"_s.arg(blockId), 502, "<html>"_ba);
        const auto result = notion.call(
            u"notion_append_blocks"_s,
            {{u"parent"_s, blockId}, {u"blocks"_s, QJsonArray{object("{'type':'divider'}")}}});
        QVERIFY(result.isError);
        QVERIFY2(NotionFixture::textOf(result).startsWith(
                     "It is not known whether appending the blocks in Notion (Northwind)"_L1),
                 qPrintable(NotionFixture::textOf(result)));
        QCOMPARE(notion.http.requests().last().repeatable, net::Repeatable::No);
    }

    void saysThatAnAnswerMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << "<html>"_ba;
        QTest::newRow("no results") << "{\"object\":\"list\"}"_ba;
        QTest::newRow("no id") << "{\"results\":[{\"type\":\"quote\"}]}"_ba;
    }
    void saysThatAnAnswerMakesNoSense()
    {
        QFETCH(QByteArray, body);
        NotionFixture notion;
        notion.connect();
        notion.http.plan(
            "GET"_ba, api + u"/blocks/%1/children?page_size=50"_s.arg(blockId), 200, body);
        const auto result = notion.call(u"notion_get_blocks"_s, {{u"block"_s, blockId}});
        QVERIFY(result.isError);
        QVERIFY2(NotionFixture::textOf(result).contains("is not Notion's answer"_L1),
                 qPrintable(NotionFixture::textOf(result)));
    }

private:
    QString list() { return m_notion->text(u"notion_get_blocks"_s, {{u"block"_s, m_page}}); }
    QString idOf(qsizetype index) { return list().split(u'\n').at(index).left(32); }

    std::unique_ptr<SandboxedNotion> m_notion;
    QString m_page;
};

QTEST_GUILESS_MAIN(TestBlockTools)
#include "tst_blocktools.moc"
