// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/sandboxedjira.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::SandboxedJira;

namespace {

QJsonObject withKey(const QString &key, QJsonObject arguments)
{
    arguments["key"_L1] = key;
    return arguments;
}

} // namespace

/** Reading and changing issues against the sandbox, which refuses what Jira refuses. */
class TestJiraCoreTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_jira = std::make_unique<SandboxedJira>(); }
    void cleanup() { m_jira.reset(); }

    void updatesWhatIsGiven()
    {
        const QString said = m_jira->text(
            u"jira_update_issue"_s,
            {{u"key"_s,
              m_jira->url() + u"/jira/software/projects/WEB/boards/1?selectedIssue=WEB-6"_s},
             {u"summary"_s, u"Pay with one  click"_s},
             {u"assignee"_s, u"deepa raman"_s},
             {u"priority"_s, u"low"_s},
             {u"add_labels"_s, QJsonArray{u"quick"_s}},
             {u"remove_labels"_s, QJsonArray{u"payments"_s}},
             {u"description"_s, u"One **click**"_s},
             {u"parent"_s, u"web-1"_s},
             {u"fields"_s, uR"({"Story point estimate": "5", "due date": "2026-12-01"})"_s}});
        QCOMPARE(said,
                 u"Updated WEB-6 (assignee, customfield_10016, description, duedate, labels, "
                 "parent, priority, summary)  "_s
                     + m_jira->url() + u"/browse/WEB-6"_s);
        const auto &issue = m_jira->issue(u"WEB-6"_s);
        QCOMPARE(issue.summary, u"Pay with one click"_s);
        QCOMPARE(issue.labels, (QStringList{u"checkout"_s, u"quick"_s}));
        QCOMPARE(issue.storyPoints, QJsonValue(5));
        QCOMPARE(issue.dueDate, u"2026-12-01"_s);
        QCOMPARE(issue.parentId, m_jira->issue(u"WEB-1"_s).id);
        QCOMPARE(m_jira->site().user(issue.assigneeId)->displayName, u"Deepa Raman"_s);
        m_jira->text(u"jira_update_issue"_s,
                     {{u"key"_s, u"WEB-6"_s},
                      {u"assignee"_s, u"none"_s},
                      {u"description"_s, u"none"_s},
                      {u"parent"_s, u"none"_s}});
        QVERIFY(m_jira->issue(u"WEB-6"_s).assigneeId.isEmpty());
        QVERIFY(m_jira->issue(u"WEB-6"_s).description.isEmpty());
        QVERIFY(m_jira->issue(u"WEB-6"_s).parentId.isEmpty());
    }

    void setsComponentsAndVersionsByName()
    {
        QCOMPARE(m_jira->text(u"jira_update_issue"_s,
                              {{u"key"_s, u"WEB-6"_s},
                               {u"components"_s, QJsonArray{u"checkout"_s}},
                               {u"fix_versions"_s, QJsonArray{u"1.1"_s}}}),
                 u"Updated WEB-6 (components, fixVersions)  %1/browse/WEB-6"_s.arg(m_jira->url()));
        const QString shown = m_jira->text(u"jira_get_issue"_s, {{u"key"_s, u"WEB-6"_s}});
        QVERIFY2(shown.contains("Checkout"_L1) && shown.contains("1.1"_L1), qPrintable(shown));
        m_jira->text(u"jira_update_issue"_s,
                     {{u"key"_s, u"WEB-6"_s}, {u"components"_s, QJsonArray()}});
        QVERIFY(m_jira->issue(u"WEB-6"_s).componentIds.isEmpty());
        QCOMPARE(m_jira->issue(u"WEB-6"_s).fixVersionIds.size(), 1);
    }

    void sendsNoMailsWhenToldSo()
    {
        m_jira->text(u"jira_update_issue"_s,
                     {{u"key"_s, u"WEB-6"_s}, {u"summary"_s, u"Quiet"_s}, {u"notify"_s, false}});
        QCOMPARE(m_jira->targetsOf("PUT"_ba),
                 QByteArrayList{"/rest/api/3/issue/WEB-6?notifyUsers=false"_ba});
    }

    void refusesWrongUpdates_data()
    {
        QTest::addColumn<QJsonObject>("given");
        QTest::addColumn<QString>("sentence"); // a part of what is said
        const auto row = [](const char *name, const QJsonObject &given, const QString &sentence) {
            QTest::newRow(name) << given << sentence;
        };
        row("nothing", {}, u"Nothing is to be changed"_s);
        row("unknown field",
            {{u"fields"_s, QJsonObject{{u"Story points estimate"_s, 3}}}},
            u"Did you mean \"Story point estimate\"?"_s);
        row("status",
            {{u"fields"_s, QJsonObject{{u"Status"_s, u"Done"_s}}}},
            u"jira_transition_issue"_s);
        row("priority",
            {{u"priority"_s, u"Urgent"_s}},
            u"must be one of: Highest, High, Medium, Low, Lowest."_s);
        row("number",
            {{u"fields"_s, QJsonObject{{u"customfield_10016"_s, u"many"_s}}}},
            u"must be a number"_s);
        row("date",
            {{u"fields"_s, QJsonObject{{u"duedate"_s, u"tomorrow"_s}}}},
            u"must be a date such as 2026-11-20"_s);
        row("person", {{u"assignee"_s, u"Zoe"_s}}, u"is called \"Zoe\""_s);
        row("label",
            {{u"add_labels"_s, QJsonArray{u"two words"_s}}},
            u"a label without spaces, such as \"two-words\""_s);
        row("two descriptions",
            {{u"description"_s, u"x"_s},
             {u"description_edits"_s,
              QJsonArray{QJsonObject{{u"old"_s, u"a"_s}, {u"new"_s, u"b"_s}}}}},
            u"not both"_s);
        row("text that is not there",
            {{u"description_edits"_s,
              QJsonArray{QJsonObject{{u"old"_s, u"no such text"_s}, {u"new"_s, u"b"_s}}}}},
            u"description_edits[0]: the old text \"no such text\" is not there."_s);
        row("text that is there twice",
            {{u"description_edits"_s,
              QJsonArray{QJsonObject{{u"old"_s, u"e"_s}, {u"new"_s, u"b"_s}}}}},
            u"\"all\": true to replace it everywhere."_s);
        row("parent", {{u"parent"_s, u"the epic"_s}}, u"Argument \"parent\""_s);
    }
    void refusesWrongUpdates()
    {
        QFETCH(QJsonObject, given);
        QFETCH(QString, sentence);
        const auto before = m_jira->issue(u"WEB-1"_s).updated;
        const auto result = m_jira->call(u"jira_update_issue"_s, withKey(u"WEB-1"_s, given));
        const QString text = JiraFixture::textOf(result);
        QVERIFY(result.isError);
        QVERIFY2(text.contains(sentence), qPrintable(text));
        QCOMPARE(m_jira->countOf("PUT"_ba), 0);
        QCOMPARE(m_jira->issue(u"WEB-1"_s).updated, before);
    }

    void editsPiecesOfTheDescription()
    {
        m_jira->text(u"jira_update_issue"_s,
                     {{u"key"_s, u"WEB-1"_s},
                      {u"description_edits"_s,
                       QJsonArray{QJsonObject{{u"old"_s, u"Changes to prices"_s},
                                              {u"new"_s, u"Changes to *all* prices"_s}}}}});
        const QString shown = m_jira->text(u"jira_get_issue"_s, {{u"key"_s, u"WEB-1"_s}});
        QVERIFY2(shown.contains("- Changes to *all* prices\n- New payment providers"_L1),
                 qPrintable(shown));
        QVERIFY(shown.contains("A returning customer buys in under a minute"_L1));
        QCOMPARE(m_jira->issue(u"WEB-1"_s).description["content"_L1][0]["type"_L1].toString(),
                 u"panel"_s);
    }

    void movesAnIssue()
    {
        const QString tool = u"jira_transition_issue"_s;
        const QString url = m_jira->url() + u"/browse/"_s;
        QCOMPARE(m_jira->text(tool, {{u"key"_s, u"WEB-6"_s}, {u"to"_s, u"in progress"_s}}),
                 u"WEB-6 is now In Progress  "_s + url + u"WEB-6"_s);
        QCOMPARE(m_jira->text(tool,
                              {{u"key"_s, u"WEB-6"_s},
                               {u"to"_s, u"Send to review"_s},
                               {u"comment"_s, u"Please look"_s}}),
                 u"WEB-6 is now In Review  "_s + url + u"WEB-6"_s);
        QCOMPARE(m_jira->issue(u"WEB-6"_s).comments.size(), 1);
        QCOMPARE(m_jira->text(tool, {{u"key"_s, u"WEB-6"_s}, {u"to"_s, u"In Review"_s}}),
                 u"WEB-6 is In Review already; nothing was changed."_s);
        QVERIFY(m_jira->text(tool, {{u"key"_s, u"WEB-6"_s}, {u"to"_s, u"52"_s}})
                    .startsWith("WEB-6 is now Done"_L1));
    }

    void movesThroughAScreen()
    {
        const QString tool = u"jira_transition_issue"_s;
        const QString missing = m_jira->text(tool, {{u"key"_s, u"WEB-6"_s}, {u"to"_s, u"Done"_s}});
        QVERIFY2(missing.contains("needs \"Resolution\" (resolution). Allowed: Done, Won't Do, "
                                  "Duplicate. Pass it as fields: {\"Resolution\": \"Done\"}."_L1),
                 qPrintable(missing));
        const QString wrong = m_jira->text(
            tool, {{u"key"_s, u"WEB-6"_s}, {u"to"_s, u"Done"_s}, {u"resolution"_s, u"Never"_s}});
        QVERIFY2(wrong.contains("must be one of: Done, Won't Do, Duplicate"_L1), qPrintable(wrong));
        QCOMPARE(m_jira->countOf("POST"_ba), 0);
        const QString moved = m_jira->text(tool,
                                           {{u"key"_s, u"WEB-6"_s},
                                            {u"to"_s, u"Drop"_s},
                                            {u"resolution"_s, u"won't do"_s},
                                            {u"comment"_s, u"Not *now*"_s}});
        QVERIFY2(moved.startsWith("WEB-6 is now Done"_L1), qPrintable(moved));
        QCOMPARE(m_jira->countOf("POST"_ba), 1);
        QCOMPARE(m_jira->issue(u"WEB-6"_s).resolution, u"Won't Do"_s);
        QCOMPARE(m_jira->issue(u"WEB-6"_s).comments.size(), 1);
    }

    void saysWhichStepsThereAre()
    {
        const QString text = m_jira->text(u"jira_transition_issue"_s,
                                          {{u"key"_s, u"WEB-6"_s}, {u"to"_s, u"Shipped"_s}});
        QCOMPARE(text,
                 u"Argument \"to\" is \"Shipped\", but WEB-6 can only take these steps (it is To "
                 "Do): Start work (11) -> In Progress; Drop (71) -> Done."_s);
        const QString fields = m_jira->text(u"jira_transition_issue"_s,
                                            {{u"key"_s, u"WEB-6"_s},
                                             {u"to"_s, u"11"_s},
                                             {u"fields"_s, QJsonObject{{u"Severity"_s, u"x"_s}}}});
        QVERIFY2(fields.contains("cannot be set"_L1), qPrintable(fields));
    }

    void readsAllThatHangsOnAnIssue()
    {
        const QString text =
            m_jira->text(u"jira_get_issue"_s,
                         {{u"key"_s, u"WEB-4"_s},
                          {u"fields"_s, QJsonArray{u"Priority"_s, u"story point ESTIMATE"_s}},
                          {u"include"_s,
                           QJsonArray{u"comments"_s,
                                      u"links"_s,
                                      u"attachments"_s,
                                      u"transitions"_s,
                                      u"changelog"_s,
                                      u"worklog"_s}}});
        for (const QString &part : {u"Priority: Highest"_s,
                                    u"Comments, newest first (1)"_s,
                                    u"Links:\nrelates to MOB-5 (In Progress)"_s,
                                    u"Attachments:\n"_s,
                                    u"server.log  text/plain  720 bytes"_s,
                                    u"Transitions:\n21  Stop work -> To Do\n"_s,
                                    u"\n\nChanges, newest first:\n"_s,
                                    u"  Ada Lindqvist  status: To Do -> In Progress\n"_s,
                                    u"Work logged, newest first: none"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in\n"_s + text));
        QVERIFY(!text.contains("Assignee"_L1));
    }

    void saysWhichFieldIsMeant()
    {
        const QString text =
            m_jira->text(u"jira_search"_s,
                         {{u"jql"_s, u"project = WEB"_s}, {u"fields"_s, QJsonArray{u"Severty"_s}}});
        QVERIFY2(text.endsWith("has no field \"Severty\". Did you mean \"Severity\"?"_L1),
                 qPrintable(text));
    }

    void createsWithNamesAndPlainDates()
    {
        const QString said =
            m_jira->text(u"jira_create_issue"_s,
                         {{u"project"_s, u"OPS"_s},
                          {u"type"_s, u"Bug"_s},
                          {u"summary"_s, u"Pager is silent"_s},
                          {u"assignee"_s, u"ben@northwind.example"_s},
                          {u"fields"_s,
                           QJsonObject{{u"severity"_s, u"major"_s},
                                       {u"Reporter"_s, u"Emil Novák"_s},
                                       {u"Due date"_s, u"2026-12-24T10:00:00Z"_s}}}});
        QVERIFY2(said.startsWith("Created OPS-"_L1), qPrintable(said));
        const auto &issue = m_jira->issue(said.section(u' ', 1, 1));
        QCOMPARE(m_jira->site().user(issue.assigneeId)->displayName, u"Ben Okafor"_s);
        QCOMPARE(m_jira->site().user(issue.reporterId)->displayName, u"Emil Novák"_s);
        QCOMPARE(issue.severity, u"Major"_s);
        QCOMPARE(issue.dueDate, u"2026-12-24"_s);
    }

    void deletesAnIssue()
    {
        const auto parent = m_jira->site().issue(m_jira->issue(u"PPL-3"_s).parentId)->key;
        const auto refused = m_jira->call(u"jira_delete_issue"_s, {{u"key"_s, parent}});
        QVERIFY(refused.isError);
        m_jira->signInAs(u"farah"_s);
        QVERIFY(JiraFixture::textOf(m_jira->call(u"jira_delete_issue"_s, {{u"key"_s, parent}}))
                    .contains("deleteSubtasks"_L1));
        const QString said = m_jira->text(u"jira_delete_issue"_s,
                                          {{u"key"_s, parent}, {u"delete_subtasks"_s, true}});
        QVERIFY2(said.startsWith(u"Deleted %1 on "_s.arg(parent)), qPrintable(said));
        QVERIFY(!m_jira->site().issue(parent));
    }

private:
    std::unique_ptr<SandboxedJira> m_jira;
};

QTEST_GUILESS_MAIN(TestJiraCoreTools)
#include "tst_jiracoretools.moc"
