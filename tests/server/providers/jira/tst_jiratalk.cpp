// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/sandboxedjira.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::SandboxedJira;

/** Comments, links, attachments, people and projects against the sandbox. */
class TestJiraTalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_jira = std::make_unique<SandboxedJira>(); }
    void cleanup() { m_jira.reset(); }

    void pagesThroughComments()
    {
        const QString first =
            m_jira->text(u"jira_list_comments"_s, {{u"key"_s, u"WEB-3"_s}, {u"limit"_s, 2}});
        QVERIFY2(first.startsWith("2 of 3 comments on WEB-3:\n"_L1), qPrintable(first));
        QVERIFY(first.endsWith("More: call again with cursor: \"2\""_L1));
        const QString rest =
            m_jira->text(u"jira_list_comments"_s,
                         {{u"key"_s, u"WEB-3"_s}, {u"limit"_s, 2}, {u"cursor"_s, u"2"_s}});
        QVERIFY2(rest.startsWith("1 of 3 comments on WEB-3:\n"_L1), qPrintable(rest));
        QVERIFY(!rest.contains("More:"_L1));
        const QString oldest =
            m_jira->text(u"jira_list_comments"_s,
                         {{u"key"_s, u"WEB-3"_s}, {u"limit"_s, 1}, {u"order"_s, u"oldest"_s}});
        const QString id = m_jira->issue(u"WEB-3"_s).comments.first().id;
        QVERIFY2(oldest.contains(u"(id %1)"_s.arg(id)), qPrintable(oldest));
        QCOMPARE(m_jira->text(u"jira_list_comments"_s, {{u"key"_s, u"WEB-6"_s}}),
                 u"No comments on WEB-6."_s);
    }

    void writesChangesAndDeletesAComment()
    {
        const QString added = m_jira->text(u"jira_add_comment"_s,
                                           {{u"key"_s, u"WEB-6"_s},
                                            {u"body"_s, u"Only *us*"_s},
                                            {u"visibility"_s, u"role: Developers"_s}});
        QVERIFY2(added.startsWith("Commented on WEB-6 (id "_L1), qPrintable(added));
        const QString id = m_jira->issue(u"WEB-6"_s).comments.first().id;
        const QString listed = m_jira->text(u"jira_list_comments"_s, {{u"key"_s, u"WEB-6"_s}});
        QVERIFY2(listed.contains("only for Developers):\nOnly *us*"_L1), qPrintable(listed));
        const QString changed = m_jira->text(
            u"jira_edit_comment"_s,
            {{u"key"_s, u"WEB-6"_s}, {u"comment_id"_s, id}, {u"body"_s, u"All of us"_s}});
        QVERIFY2(changed.startsWith(u"Changed comment %1 of WEB-6"_s.arg(id)), qPrintable(changed));
        QVERIFY(m_jira->text(u"jira_list_comments"_s, {{u"key"_s, u"WEB-6"_s}})
                    .endsWith("only for Developers):\nAll of us"_L1));
        const QJsonObject which{{u"key"_s, u"WEB-6"_s}, {u"comment_id"_s, id}};
        QCOMPARE(m_jira->text(u"jira_delete_comment"_s, which),
                 u"Deleted comment %1 of WEB-6."_s.arg(id));
        const auto again = m_jira->call(u"jira_delete_comment"_s, which);
        QVERIFY(again.isError);
        QVERIFY2(
            JiraFixture::textOf(again).startsWith(u"Comment %1 of WEB-6 does not exist"_s.arg(id)),
            qPrintable(JiraFixture::textOf(again)));
    }

    void refusesWrongComments_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << u"jira_add_comment"_s << QJsonObject{{u"body"_s, u"  "_s}}
                               << u"Argument \"body\" is empty, but a comment needs text."_s;
        QTest::newRow("visibility")
            << u"jira_add_comment"_s
            << QJsonObject{{u"body"_s, u"x"_s}, {u"visibility"_s, u"secret"_s}}
            << u"Argument \"visibility\" is \"secret\", but must be \"role:Developers\""_s;
        QTest::newRow("role") << u"jira_add_comment"_s
                              << QJsonObject{{u"body"_s, u"x"_s},
                                             {u"visibility"_s, u"role:Kings"_s}}
                              << u"Role: Kings does not exist."_s;
        QTest::newRow("id") << u"jira_edit_comment"_s
                            << QJsonObject{{u"body"_s, u"x"_s}, {u"comment_id"_s, u"../1"_s}}
                            << u"Argument \"comment_id\" is \"../1\", but must be the number"_s;
        QTest::newRow("cursor") << u"jira_list_comments"_s << QJsonObject{{u"cursor"_s, u"next"_s}}
                                << u"Argument \"cursor\" is \"next\""_s;
    }
    void refusesWrongComments()
    {
        QFETCH(QString, tool);
        QFETCH(QJsonObject, given);
        QFETCH(QString, sentence);
        given["key"_L1] = u"WEB-6"_s;
        const auto result = m_jira->call(tool, given);
        QVERIFY(result.isError);
        QVERIFY2(JiraFixture::textOf(result).contains(sentence),
                 qPrintable(JiraFixture::textOf(result)));
        QVERIFY(m_jira->issue(u"WEB-6"_s).comments.isEmpty());
    }

    void linksInTheDirectionThatIsRead_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("first"); // the issue that Jira calls the inward one
        QTest::addColumn<QString>("said");
        QTest::newRow("outward") << u"blocks"_s << u"WEB-6"_s << u"Linked: WEB-6 blocks WEB-7"_s;
        QTest::newRow("inward") << u"Is Blocked By"_s << u"WEB-7"_s
                                << u"Linked: WEB-6 is blocked by WEB-7"_s;
        QTest::newRow("name") << u"Blocks"_s << u"WEB-6"_s << u"Linked: WEB-6 blocks WEB-7"_s;
    }
    void linksInTheDirectionThatIsRead()
    {
        QFETCH(QString, type);
        QFETCH(QString, first);
        QFETCH(QString, said);
        const QString text = m_jira->text(u"jira_link_issues"_s,
                                          {{u"from"_s, u"WEB-6"_s},
                                           {u"type"_s, type},
                                           {u"to"_s, m_jira->url() + u"/browse/WEB-7"_s},
                                           {u"comment"_s, u"See there"_s}});
        const auto &link = m_jira->site().links.last();
        QCOMPARE(text, u"%1 (link id %2)"_s.arg(said, link.id));
        QCOMPARE(link.fromIssueId, m_jira->issue(first).id);
        const QString shown = m_jira->text(
            u"jira_get_issue"_s, {{u"key"_s, u"WEB-6"_s}, {u"include"_s, QJsonArray{u"links"_s}}});
        QVERIFY2(shown.contains(said.section(u' ', 2) + u" (Done)"_s), qPrintable(shown));
    }

    void refusesWrongLinks_data()
    {
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("kind")
            << QJsonObject{{u"from"_s, u"WEB-6"_s}, {u"type"_s, u"likes"_s}, {u"to"_s, u"WEB-7"_s}}
            << u"must be one of: blocks, is blocked by, duplicates, is duplicated "
               "by, relates to."_s;
        QTest::newRow("itself") << QJsonObject{{u"from"_s, u"WEB-6"_s},
                                               {u"type"_s, u"blocks"_s},
                                               {u"to"_s, u"web-6"_s}}
                                << u"An issue cannot be linked to itself."_s;
        QTest::newRow("two sites")
            << QJsonObject{{u"from"_s, u"https://a.example/browse/WEB-6"_s},
                           {u"type"_s, u"blocks"_s},
                           {u"to"_s, u"https://b.example/browse/WEB-7"_s}}
            << u"WEB-6 is on a.example and WEB-7 on b.example, but a link stays within one site."_s;
        QTest::newRow("not there") << QJsonObject{{u"from"_s, u"WEB-6"_s},
                                                  {u"type"_s, u"blocks"_s},
                                                  {u"to"_s, u"WEB-999"_s}}
                                   << u"WEB-6 or WEB-999 does not exist"_s;
    }
    void refusesWrongLinks()
    {
        QFETCH(QJsonObject, given);
        QFETCH(QString, sentence);
        const auto count = m_jira->site().links.size();
        const auto result = m_jira->call(u"jira_link_issues"_s, given);
        QVERIFY(result.isError);
        QVERIFY2(JiraFixture::textOf(result).contains(sentence),
                 qPrintable(JiraFixture::textOf(result)));
        QCOMPARE(m_jira->site().links.size(), count);
    }

    void readsAttachments()
    {
        const QByteArray pixel = QByteArray::fromHex("89504e470d0a1a0a00");
        auto *issue = m_jira->site().issue(u"WEB-4"_s);
        attach(*issue, u"screen.png"_s, u"image/png"_s, pixel);
        attach(*issue, u"dump.bin"_s, u"application/octet-stream"_s, "\0\1"_ba);
        attach(*issue, u"notes.txt"_s, u"text/plain"_s, "caf\xc3\xa9 \xe2\x80\x8b!"_ba);
        attach(*issue, u"notes.txt"_s, u"text/plain"_s, "second"_ba);
        const QString tool = u"jira_download_attachment"_s;
        const QString list = m_jira->text(tool, {{u"key"_s, u"WEB-4"_s}});
        QVERIFY2(list.startsWith("5 attachments on WEB-4 (id  name  type  size  by):\n"_L1),
                 qPrintable(list));
        const auto image =
            m_jira->call(tool, {{u"key"_s, u"WEB-4"_s}, {u"attachment"_s, u"screen.png"_s}});
        QCOMPARE(image.content.size(), 2);
        QCOMPARE(image.content[1].kind, tools::Content::Kind::Image);
        QCOMPARE(image.content[1].data, pixel);
        QCOMPARE(image.content[1].mimeType, u"image/png"_s);
        const auto text = m_jira->call(
            tool, {{u"key"_s, u"WEB-4"_s}, {u"attachment"_s, issue->attachments[3].id}});
        QCOMPARE(text.content.size(), 2);
        QCOMPARE(text.content[1].text, u"café !"_s); // without the invisible character
        const QString other =
            m_jira->text(tool, {{u"key"_s, u"WEB-4"_s}, {u"attachment"_s, u"dump.bin"_s}});
        QVERIFY2(other.contains("2 bytes"_L1), qPrintable(other));
        const QString two =
            m_jira->text(tool, {{u"key"_s, u"WEB-4"_s}, {u"attachment"_s, u"Notes.txt"_s}});
        QVERIFY2(two.startsWith("Several are called \"Notes.txt\": give the id. 2 "_L1),
                 qPrintable(two));
        const QString none =
            m_jira->text(tool, {{u"key"_s, u"WEB-4"_s}, {u"attachment"_s, u"x.txt"_s}});
        QVERIFY2(none.startsWith("WEB-4 has no attachment \"x.txt\". 5 attachments"_L1),
                 qPrintable(none));
        QCOMPARE(m_jira->text(tool, {{u"key"_s, u"WEB-6"_s}}), u"WEB-6 has no attachments."_s);
    }

    void sendsNoCredentialToTheFileStore()
    {
        const auto result =
            m_jira->call(u"jira_download_attachment"_s,
                         {{u"key"_s, u"WEB-4"_s}, {u"attachment"_s, u"server.log"_s}});
        QVERIFY2(!result.isError, qPrintable(result.content.first().text));
        int fetched = 0;
        for (const auto &entry : m_jira->sandbox().journal().entries()) {
            if (entry.service != "media"_L1)
                continue;
            ++fetched;
            QVERIFY(!entry.request.hasHeader("authorization"));
        }
        QCOMPARE(fetched, 1);
    }

    void findsPeople()
    {
        const QString tool = u"jira_find_users"_s;
        const QString ada = m_jira->text(tool, {{u"query"_s, u"ada"_s}});
        QVERIFY2(ada.startsWith("1 person (name  account id  e-mail):\nAda Lindqvist  712020:"_L1),
                 qPrintable(ada));
        QVERIFY(ada.endsWith("ada@northwind.example"_L1));
        QCOMPARE(m_jira->text(tool, {{u"query"_s, u"me"_s}}).section(u' ', 0, 1), u"1 person"_s);
        const QString viewer =
            m_jira->text(tool, {{u"query"_s, u"grace"_s}, {u"assignable_in"_s, u"web"_s}});
        QVERIFY2(viewer.startsWith("Nobody found on "_L1), qPrintable(viewer));
        const QString there =
            m_jira->text(tool, {{u"query"_s, u"ben"_s}, {u"assignable_in"_s, u"WEB-4"_s}});
        QVERIFY2(there.contains("Ben Okafor"_L1), qPrintable(there));
        const auto wrong =
            m_jira->call(tool, {{u"query"_s, u"ben"_s}, {u"assignable_in"_s, u"no place"_s}});
        QVERIFY(wrong.isError);
    }

    void assignsByWhateverAPersonIsCalled_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("said");
        QTest::newRow("name") << u"Chloé Martin"_s << u"WEB-6 is assigned to Chloé Martin now."_s;
        QTest::newRow("part") << u"deepa"_s << u"WEB-6 is assigned to Deepa Raman now."_s;
        QTest::newRow("e-mail") << u"BEN@northwind.example"_s
                                << u"WEB-6 is assigned to Ben Okafor now."_s;
        QTest::newRow("oneself") << u"me"_s << u"WEB-6 is assigned to Ada Lindqvist now."_s;
        QTest::newRow("nobody") << u"none"_s << u"WEB-6 is assigned to nobody now."_s;
    }
    void assignsByWhateverAPersonIsCalled()
    {
        QFETCH(QString, user);
        QTEST(m_jira->text(u"jira_assign_issue"_s, {{u"key"_s, u"WEB-6"_s}, {u"user"_s, user}}),
              "said");
    }

    void tellsWhatANewIssueNeeds()
    {
        const QString types = m_jira->text(u"jira_get_create_fields"_s, {{u"project"_s, u"ops"_s}});
        QVERIFY2(types.startsWith("OPS has the types: "_L1), qPrintable(types));
        const QString fields = m_jira->text(u"jira_get_create_fields"_s,
                                            {{u"project"_s, u"OPS"_s}, {u"type"_s, u"bug"_s}});
        QVERIFY2(fields.contains("Required:\nSummary  summary  string\n"
                                 "Severity  customfield_10050  option: Critical, Major, Minor\n"
                                 "Optional:\n"_L1),
                 qPrintable(fields));
        QVERIFY(fields.contains("Description  description  Markdown"_L1));
        const auto wrong = m_jira->call(u"jira_get_create_fields"_s,
                                        {{u"project"_s, u"OPS"_s}, {u"type"_s, u"Wish"_s}});
        QVERIFY(wrong.isError);
        const QString project = m_jira->text(u"jira_get_project"_s, {{u"project"_s, u"WEB"_s}});
        QVERIFY2(project.startsWith("WEB  Web Store\n"_L1), qPrintable(project));
        QVERIFY(project.contains("Lead: Ada Lindqvist"_L1));
        QVERIFY(project.contains(
            "Epic, Story, Task, Bug, Sub-task: To Do, In Progress, In Review, Done"_L1));
    }

private:
    static void attach(sandbox::JiraIssue &issue,
                       const QString &name,
                       const QString &mimeType,
                       const QByteArray &content)
    {
        static int lastId = 90000;
        issue.attachments.append({.id = QString::number(++lastId),
                                  .fileName = name,
                                  .mimeType = mimeType,
                                  .authorId = issue.reporterId,
                                  .created = issue.created,
                                  .content = content});
    }

    std::unique_ptr<SandboxedJira> m_jira;
};

QTEST_GUILESS_MAIN(TestJiraTalk)
#include "tst_jiratalk.moc"
