// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/notion/tools/sandboxednotion.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::NotionFixture;
using tests::object;
using tests::SandboxedNotion;

/** Views, templates, tasks, and what is changed of comments. */
class TestViewTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_notion = std::make_unique<SandboxedNotion>(); }

    void listsViews_data()
    {
        QTest::addColumn<bool>("isDatabase");
        QTest::newRow("of a data source") << false;
        QTest::newRow("of a database") << true;
    }
    void listsViews()
    {
        QFETCH(bool, isDatabase);
        const auto &source = m_notion->workspace().dataSources.front();
        const QString text = m_notion->text(
            u"notion_list_views"_s, {{u"database"_s, isDatabase ? source.databaseId : source.id}});
        const QStringList lines = text.split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].mid(32), u"  table  All"_s);
        QCOMPARE(lines[1].mid(32), u"  board  Open (filtered, sorted)"_s);
    }

    void readsTheRowsOfAView()
    {
        QJsonObject given{{u"view"_s, view(u"Open"_s)}, {u"limit"_s, 3}};
        const QString first = m_notion->text(u"notion_query_view"_s, given);
        QVERIFY2(first.startsWith("3 of "_L1), qPrintable(first));
        QVERIFY2(first.contains("  | "_L1) && first.contains("Status: "_L1), qPrintable(first));
        QVERIFY(!first.contains("Status: Done"_L1));
        const int total = first.section(u' ', 2, 2).toInt();
        QStringList ids = idsIn(first);
        QString text = first;
        while (text.contains("cursor: \""_L1) && ids.size() < 100) {
            given.insert(u"cursor"_s, text.section(u'"', -2, -2));
            text = m_notion->text(u"notion_query_view"_s, given);
            ids += idsIn(text);
        }
        QCOMPARE(ids.size(), total);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), total);
    }

    void takesAViewsUrl()
    {
        const QString url = u"https://www.notion.so/northwind/%1?v=%2"_s.arg(
            QString(m_notion->workspace().databases.front().id).remove(u'-'), view(u"All"_s));
        const QString text = m_notion->text(u"notion_query_view"_s, {{u"view"_s, url}});
        QVERIFY2(text.contains(" rows:\n"_L1), qPrintable(text));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("message");
        const QString nobody = u"00000000000040008000000000000000"_s;
        QTest::newRow("no database") << u"notion_list_views"_s << object("{'database':'Tasks'}")
                                     << u"Argument \"database\" is \"Tasks\", but must be"_s;
        QTest::newRow("unknown database")
            << u"notion_list_views"_s << QJsonObject{{u"database"_s, nobody}}
            << u"Database %1 does not exist in Notion (Northwind)"_s.arg(nobody);
        QTest::newRow("unknown view")
            << u"notion_query_view"_s << QJsonObject{{u"view"_s, nobody}}
            << u"View %1 does not exist in Notion (Northwind)"_s.arg(nobody);
        QTest::newRow("wrong cursor")
            << u"notion_query_view"_s << QJsonObject{{u"view"_s, nobody}, {u"cursor"_s, u"next"_s}}
            << u"Argument \"cursor\" is not one of this tool's."_s;
        QTest::newRow("expired cursor")
            << u"notion_query_view"_s
            << QJsonObject{{u"view"_s, nobody}, {u"cursor"_s, nobody + u'.' + nobody}}
            << u"What view %1 showed (kept for 15 minutes; query it again) does not exist"_s.arg(
                   nobody);
        QTest::newRow("no comment")
            << u"notion_edit_comment"_s << object("{'comment':'first','markdown':'x'}")
            << u"Argument \"comment\" is \"first\", but must be a comment's"_s;
        QTest::newRow("empty comment")
            << u"notion_edit_comment"_s
            << QJsonObject{{u"comment"_s, nobody}, {u"markdown"_s, u" "_s}}
            << u"Argument \"markdown\" is empty."_s;
        QTest::newRow("somebody's comment")
            << u"notion_delete_comment"_s << QJsonObject{{u"comment"_s, nobody}}
            << u"There is no comment %1 that this connection may change"_s.arg(nobody);
        QTest::newRow("no task") << u"notion_task_status"_s << object("{'task':'last'}")
                                 << u"Argument \"task\" is \"last\", but must be the id"_s;
        QTest::newRow("unknown task")
            << u"notion_task_status"_s << QJsonObject{{u"task"_s, nobody}}
            << u"Notion knows no task %1 of this connection."_s.arg(nobody);
        QTest::newRow("templates of a page")
            << u"notion_list_templates"_s << QJsonObject{{u"database"_s, nobody}}
            << u"Page or database %1 does not exist"_s.arg(nobody);
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, given);
        QFETCH(QString, message);
        const QString error = m_notion->error(tool, given);
        QVERIFY2(error.startsWith(message), qPrintable(error));
    }

    void listsTemplates()
    {
        const QString notes = m_notion->dataSource(u"Meeting notes"_s);
        const QString all = m_notion->text(u"notion_list_templates"_s, {{u"database"_s, notes}});
        QCOMPARE(all.count(u'\n'), 2);
        QCOMPARE(all.section(u'\n', 0, 0).mid(32), u"  Stand-up (default)"_s);
        QCOMPARE(
            m_notion
                ->text(u"notion_list_templates"_s, {{u"database"_s, notes}, {u"query"_s, u"ret"_s}})
                .mid(32),
            u"  Retro"_s);
        QCOMPARE(m_notion->text(u"notion_list_templates"_s,
                                {{u"database"_s, m_notion->dataSource(u"Team tasks"_s)}}),
                 u"No templates."_s);
    }

    void makesARowFromATemplate()
    {
        const QString notes = m_notion->dataSource(u"Meeting notes"_s);
        const QString retro =
            m_notion
                ->text(u"notion_list_templates"_s, {{u"database"_s, notes}, {u"query"_s, u"ret"_s}})
                .left(32);
        QJsonObject row{
            {u"title"_s, u"Looking back"_s}, {u"parent"_s, notes}, {u"template"_s, retro}};
        const QString created = m_notion->text(u"notion_create_page"_s, row);
        QVERIFY2(created.endsWith("Notion fills in the template's content within some seconds."_L1),
                 qPrintable(created));
        QCOMPARE(m_notion->workspace().pages.back().content.section(u'\n', 0, 0), u"## Retro"_s);
        row.insert(u"markdown"_s, u"More"_s);
        QVERIFY(m_notion->error(u"notion_create_page"_s, row)
                    .startsWith("Pass either \"template\" or \"markdown\""_L1));
        row.remove(u"markdown"_s);
        row.insert(u"position"_s, u"start"_s);
        QVERIFY(m_notion->error(u"notion_create_page"_s, row)
                    .startsWith("Only a page below another page has a position."_L1));
        row.remove(u"position"_s);
        row.insert(u"parent"_s, m_notion->page(u"Product"_s));
        QVERIFY(m_notion->error(u"notion_create_page"_s, row)
                    .startsWith("Only databases have templates."_L1));
    }

    void putsAPageAboveItsSiblings()
    {
        const QString above = m_notion->page(u"Product"_s);
        const QString created = m_notion->text(
            u"notion_create_page"_s,
            {{u"title"_s, u"Read me first"_s}, {u"parent"_s, above}, {u"position"_s, u"start"_s}});
        const QString page = m_notion->text(u"notion_read_page"_s, {{u"page"_s, above}});
        QVERIFY2(page.section(u'\n', 0, 6).contains(created.section(u' ', -1).right(32)),
                 qPrintable(page));
    }

    void editsAndDeletesItsOwnComments()
    {
        const QString page = m_notion->page(u"Product"_s);
        QVERIFY(
            !m_notion
                 ->text(u"notion_add_comment"_s, {{u"page"_s, page}, {u"markdown"_s, u"Frist"_s}})
                 .isEmpty());
        const auto &comment = m_notion->workspace().comments.last();
        const QString id = QString(comment.id).remove(u'-');
        QCOMPARE(m_notion->text(u"notion_edit_comment"_s,
                                {{u"comment"_s, id}, {u"markdown"_s, u"**First**"_s}}),
                 u"Edited comment %1: First"_s.arg(id));
        const qsizetype before = m_notion->workspace().comments.size();
        QCOMPARE(m_notion->text(u"notion_delete_comment"_s, {{u"comment"_s, id}}),
                 u"Deleted comment %1: First"_s.arg(id));
        QCOMPARE(m_notion->workspace().comments.size(), before - 1);
        const QString other = m_notion->workspace().comments.first().id;
        QVERIFY(m_notion->error(u"notion_delete_comment"_s, {{u"comment"_s, other}})
                    .startsWith("There is no comment "_L1));
    }

    void tellsHowFarATaskIs_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QTest::addColumn<QString>("text");
        QTest::newRow("running")
            << object("{'status':'running','operation':{'name':'update_page'},"
                      "'poll_after_seconds':3}")
            << u"The task (update_page) is not done yet (running). Ask again in 3 seconds."_s;
        QTest::newRow("done")
            << object("{'status':'succeeded',"
                      "'result':{'id':'1a2b3c4d-1111-4222-8333-444455556666'}}")
            << u"The task has succeeded.  https://www.notion.so/1a2b3c4d111142228333444455556666"_s;
        QTest::newRow("done without a result")
            << object("{'status':'succeeded','result':{}}") << u"The task has succeeded."_s;
        QTest::newRow("failed") << object("{'status':'failed','error':{'message':'Too long'}}")
                                << u"The task has failed: Too long"_s;
        QTest::newRow("failed in silence")
            << object("{'status':'failed'}") << u"The task has failed: Notion does not say why."_s;
    }
    void tellsHowFarATaskIs()
    {
        QFETCH(QJsonObject, answer);
        QFETCH(QString, text);
        NotionFixture notion;
        notion.connect();
        const QString id = u"1a2b3c4d-1111-4222-8333-444455556666"_s;
        notion.http.plan("GET"_ba,
                         u"https://api.notion.com/v1/async_tasks/"_s + id,
                         200,
                         QJsonDocument(answer).toJson());
        QCOMPARE(NotionFixture::textOf(notion.call(u"notion_task_status"_s, {{u"task"_s, id}})),
                 text);
    }

private:
    QString view(const QString &name)
    {
        for (const auto &each : m_notion->workspace().views) {
            if (each.name == name)
                return QString(each.id).remove(u'-');
        }
        return {};
    }

    static QStringList idsIn(const QString &text)
    {
        QStringList ids;
        for (const QString &line : text.split(u'\n')) {
            if (line.mid(32, 2) == "  "_L1)
                ids.append(line.left(32));
        }
        return ids;
    }

    std::unique_ptr<SandboxedNotion> m_notion;
};

QTEST_GUILESS_MAIN(TestViewTools)
#include "tst_viewtools.moc"
