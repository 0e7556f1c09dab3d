// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/fakes/fakeclientport.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/notion/notionfixture.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::NotionFixture;

namespace {

// JSON with simple quotes, which moc reads as well.
QJsonValue json(const char *text)
{
    const auto document = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'));
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

/** Pages, comments and people against the sandbox, which refuses what Notion refuses. */
class TestNotionContentTools : public QObject
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
        m_home = idOf(u"Northwind Home"_s);
        const QString made = textOf(u"notion_create_page"_s,
                                    {{u"title"_s, u"Plan"_s},
                                     {u"parent"_s, m_home},
                                     {u"icon"_s, u"🚀"_s},
                                     {u"markdown"_s, u"# Steps\n- ask Mia\n- ask Ben\n- ship"_s}});
        m_page = made.section(u' ', -1).right(32);
        QCOMPARE(m_page.size(), 32);
    }

    void cleanup()
    {
        m_notion.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void editsAPage()
    {
        QCOMPARE(edit({{u"edits"_s,
                        json("[{'old':'- ask Mia','new':'- thank Mia'},"
                             "{'old':'ask','new':'call','all':true}]")}}),
                 u"Edited https://www.notion.so/%1: 2 edits made."_s.arg(m_page));
        QCOMPARE(edit({{u"append"_s, u"The end"_s}}),
                 u"Edited https://www.notion.so/%1: appended."_s.arg(m_page));
        QVERIFY(edit({{u"prepend"_s, u"The start"_s}}).endsWith(": prepended."_L1));
        QVERIFY2(read().endsWith("The start\n# Steps\n- thank Mia\n- call Ben\n- ship\nThe end"_L1),
                 qPrintable(read()));
        QVERIFY(edit({{u"replace_all"_s, u"New"_s}}).endsWith(": content replaced."_L1));
        QVERIFY(read().endsWith("\n\nNew"_L1));
    }

    void takesEditsWrittenAsText()
    {
        QVERIFY(edit({{u"edits"_s, u"[{\"old\":\"ship\",\"new\":\"go\"}]"_s}})
                    .endsWith(": 1 edit made."_L1));
    }

    void saysWhatIsNearestWhenAnEditDoesNotFit_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<QString>("says");
        QTest::newRow("spelling")
            << QJsonObject{{u"edits"_s, json("[{'old':'- Ask  mia','new':'x'}]")}}
            << u"\"- Ask  mia\" is not on the page. It reads \"- ask Mia\" there: pass that as "
               "\"old\". Nothing was changed."_s;
        QTest::newRow("several")
            << QJsonObject{{u"edits"_s, json("[{'old':'- ask','new':'x'}]")}}
            << u"\"- ask\" is on the page 2 times: \"- ask Mia\", \"- ask Ben\"."_s;
        QTest::newRow("two changes")
            << QJsonObject{{u"append"_s, u"a"_s}, {u"replace_all"_s, u"b"_s}}
            << u"\"append\" and \"replace_all\" are two changes"_s;
        QTest::newRow("none") << QJsonObject() << u"Nothing to change: pass \"edits\""_s;
        QTest::newRow("same") << QJsonObject{{u"edits"_s, json("[{'old':'a','new':'a'}]")}}
                              << u"An edit has the same text"_s;
        QTest::newRow("empty") << QJsonObject{{u"append"_s, u" "_s}}
                               << u"Argument \"append\" is empty."_s;
    }
    void saysWhatIsNearestWhenAnEditDoesNotFit()
    {
        QFETCH(QJsonObject, wish);
        QFETCH(QString, says);
        const QString before = read();
        const QString text = edit(wish);
        QVERIFY2(text.startsWith(says), qPrintable(text));
        QCOMPARE(read(), before);
    }

    void keepsChildPagesUnlessTold()
    {
        const QString refused =
            textOf(u"notion_edit_page"_s, {{u"page"_s, m_home}, {u"replace_all"_s, u"x"_s}});
        QVERIFY2(refused.contains("would delete"_L1)
                     && refused.endsWith("only if the person wants that."_L1),
                 qPrintable(refused));
        const QJsonObject wish{
            {u"page"_s, m_home}, {u"replace_all"_s, u"x"_s}, {u"allow_deleting_content"_s, true}};
        const QString limited = textOf(u"notion_edit_page"_s, wish);
        QVERIFY2(limited.startsWith("This key may not delete"_L1), qPrintable(limited));
        const auto client = std::make_shared<fakes::FakeClientPort>();
        client->fillIn({{u"delete"_s, false}});
        const auto declined = edited(wish, client);
        QVERIFY(declined.isError);
        QCOMPARE(client->asked().size(), 1);
        QVERIFY(!m_sandbox->notion().workspace().page(dashed(m_page))->isTrashed);
        client->fillIn({{u"delete"_s, true}});
        const auto done = edited(wish, client);
        QVERIFY2(!done.isError, qPrintable(NotionFixture::textOf(done)));
        QVERIFY(m_sandbox->notion().workspace().page(dashed(m_page))->isTrashed);
    }

    void commentsAndReplies()
    {
        QCOMPARE(textOf(u"notion_list_comments"_s, {{u"page"_s, m_page}}),
                 u"No open comments there. Comments on single blocks are listed by block."_s);
        const QString first = textOf(u"notion_add_comment"_s,
                                     {{u"page"_s, u"https://www.notion.so/Plan-"_s + m_page},
                                      {u"markdown"_s, u"Is **this** right?"_s}});
        QVERIFY2(first.startsWith("Commented (id "_L1)
                     && first.endsWith("https://www.notion.so/"_L1 + m_page),
                 qPrintable(first));
        const QString discussion = first.section(u"discussion "_s, 1).left(32);
        const QString reply =
            textOf(u"notion_add_comment"_s,
                   {{u"discussion"_s, discussion}, {u"markdown"_s, u"Yes.\nIt is."_s}});
        QVERIFY2(reply.contains(u"discussion "_s + discussion), qPrintable(reply));
        const QString list = textOf(u"notion_list_comments"_s, {{u"page"_s, m_page}});
        QVERIFY2(list.startsWith(u"2 comments (time  author: text  (id)):\ndiscussion %1\n  "_s.arg(
                     discussion)),
                 qPrintable(list));
        QVERIFY2(list.contains("Ada Lindqvist: Is this right?  ("_L1)
                     && list.contains("Ada Lindqvist: Yes.\n    It is.  ("_L1),
                 qPrintable(list));
        const QString part =
            textOf(u"notion_list_comments"_s, {{u"page"_s, m_page}, {u"limit"_s, 1}});
        QVERIFY2(part.startsWith("1 comment "_L1)
                     && part.contains("\nMore: call again with cursor: \""_L1),
                 qPrintable(part));
    }

    void saysWhereACommentWouldGo()
    {
        QVERIFY(textOf(u"notion_add_comment"_s, {{u"markdown"_s, u"Hello"_s}})
                    .startsWith("Pass \"page\", what to comment on, or \"discussion\""_L1));
        const QString missing =
            textOf(u"notion_add_comment"_s,
                   {{u"page"_s, u"1a2b3c4d111142228333444455556666"_s}, {u"markdown"_s, u"x"_s}});
        QVERIFY2(missing.startsWith("Page or block 1a2b3c4d111142228333444455556666 does not "
                                    "exist in Notion (Northwind)"_L1),
                 qPrintable(missing));
    }

    void listsPeople()
    {
        const QString all = textOf(u"notion_list_users"_s, {});
        QVERIFY2(all.startsWith("8 found (id  name  e-mail):\n"_L1)
                     && all.contains("  Ben Okafor  ben@northwind.example"_L1),
                 qPrintable(all));
        const QString one = textOf(u"notion_list_users"_s, {{u"query"_s, u"OKAFOR"_s}});
        QVERIFY2(one.startsWith("1 found"_L1), qPrintable(one));
        const QString part =
            textOf(u"notion_list_users"_s, {{u"limit"_s, 3}, {u"cursor"_s, u"3"_s}});
        QVERIFY2(part.startsWith("4 to 6 of 8"_L1) && part.endsWith("cursor: \"6\""_L1),
                 qPrintable(part));
        QCOMPARE(textOf(u"notion_list_users"_s, {{u"query"_s, u"nobody"_s}}), u"Nobody fits."_s);
        const QString me = textOf(u"notion_list_users"_s, {{u"query"_s, u"me"_s}});
        QVERIFY2(me.contains("On behalf of: "_L1) && me.contains("Ada Lindqvist"_L1),
                 qPrintable(me));
    }

    void trashesAndRestoresAPage()
    {
        const QString trashed = textOf(u"notion_trash_page"_s, {{u"page"_s, m_page}});
        QVERIFY2(trashed.startsWith("Moved \"Plan\" to the trash"_L1), qPrintable(trashed));
        QVERIFY(m_sandbox->notion().workspace().page(dashed(m_page))->isTrashed);
        QVERIFY(textOf(u"notion_restore_page"_s, {{u"page"_s, m_page}})
                    .startsWith("Restored \"Plan\"  https://www.notion.so/"_L1));
        QVERIFY(!m_sandbox->notion().workspace().page(dashed(m_page))->isTrashed);
    }

    void movesAPage()
    {
        const QString to = idOf(u"Product"_s);
        QVERIFY(textOf(u"notion_move_page"_s, {{u"page"_s, m_page}, {u"parent"_s, to}})
                    .startsWith("Moved \"Plan\""_L1));
        QCOMPARE(m_sandbox->notion().workspace().page(dashed(m_page))->parent.id, dashed(to));
        QString database;
        for (const auto &each : m_sandbox->notion().workspace().databases)
            database = each.id;
        QVERIFY(textOf(u"notion_move_page"_s, {{u"page"_s, m_page}, {u"parent"_s, database}})
                    .startsWith("Moved \"Plan\""_L1));
        QVERIFY(read().startsWith("# Plan\n"_L1));
        const auto refused =
            m_notion->call(u"notion_move_page"_s, {{u"page"_s, to}, {u"parent"_s, to}});
        QVERIFY2(NotionFixture::textOf(refused).contains("cannot be moved below itself"_L1),
                 qPrintable(NotionFixture::textOf(refused)));
    }

private:
    static QString dashed(QString id)
    {
        for (const int at : {20, 16, 12, 8})
            id.insert(at, u'-');
        return id;
    }

    QString textOf(const QString &tool, const QJsonObject &given)
    {
        return NotionFixture::textOf(m_notion->call(tool, given));
    }

    QString idOf(const QString &title)
    {
        for (const auto &page : m_sandbox->notion().workspace().pages) {
            if (sandbox::NotionWorkspace::title(page) == title)
                return QString(page.id).remove(u'-');
        }
        return {};
    }

    QString edit(QJsonObject wish)
    {
        wish.insert(u"page"_s, m_page);
        return textOf(u"notion_edit_page"_s, wish);
    }

    /** As somebody whose key may delete and who can be asked. */
    tools::ToolResult edited(const QJsonObject &wish,
                             const std::shared_ptr<fakes::FakeClientPort> &client)
    {
        tools::ToolCall call;
        call.tool = u"notion_edit_page"_s;
        call.arguments = wish;
        call.caller = m_notion->caller();
        call.caller.access = tools::KeyAccess::Full;
        call.client = client;
        const auto result = QCoro::waitFor(m_notion->registry.invoke(call));
        return result ? *result : tools::ToolResult::fromError(result.error());
    }

    QString read() { return textOf(u"notion_read_page"_s, {{u"page"_s, m_page}}); }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<NotionFixture> m_notion;
    QString m_home;
    QString m_page;
};

QTEST_GUILESS_MAIN(TestNotionContentTools)
#include "tst_notioncontenttools.moc"
