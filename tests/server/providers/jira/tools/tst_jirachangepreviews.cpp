// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/changepreviews.h"
#include "server/tools/changepreviews.h"
#include "tests/server/providers/jira/tools/jirasandbox.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraSandbox;
using tools::ChangedField;
using tools::ChangePreview;

/** What a person sees beside what a call would write to Jira. */
class TestJiraChangePreviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<JiraSandbox>();
        m_previews = std::make_unique<tools::ChangePreviews>();
        providers::jira::addChangePreviews(*m_previews, m_world->jira().provider().parts());
    }

    void tellsTheFieldsThatAnUpdateSets()
    {
        const QString summary = m_world->issue(u"WEB-1"_s).summary;
        const ChangePreview preview = previewOf(u"jira_update_issue"_s,
                                                {{u"key"_s, u"WEB-1"_s},
                                                 {u"summary"_s, u"Another"_s},
                                                 {u"add_labels"_s, QJsonArray{u"x"_s}}});
        QCOMPARE(preview.problem, QString());
        QCOMPARE(preview.fields.size(), 2);
        QCOMPARE(beforeOf(preview, u"summary"_s), summary);
        QCOMPARE(m_world->issue(u"WEB-1"_s).summary, summary);
    }

    void tellsTheStatusThatATransitionLeaves()
    {
        const ChangePreview preview =
            previewOf(u"jira_transition_issue"_s, {{u"key"_s, u"WEB-1"_s}, {u"to"_s, u"Done"_s}});
        QCOMPARE(preview.problem, QString());
        QVERIFY(!beforeOf(preview, u"to"_s).isEmpty());
    }

    void tellsTheCommentThatIsEditedOrDeleted()
    {
        const QString said = m_world->call(
            u"jira_add_comment"_s, {{u"key"_s, u"WEB-1"_s}, {u"body"_s, u"Looks **good**."_s}});
        const QString id = said.section(u"(id "_s, 1).section(u')', 0, 0);
        const ChangePreview edited =
            previewOf(u"jira_edit_comment"_s,
                      {{u"key"_s, u"WEB-1"_s}, {u"comment_id"_s, id}, {u"body"_s, u"Bad."_s}});
        QCOMPARE(edited.problem, QString());
        QCOMPARE(beforeOf(edited, u"body"_s).trimmed(), u"Looks **good**."_s);
        const ChangePreview deleted =
            previewOf(u"jira_delete_comment"_s, {{u"key"_s, u"WEB-1"_s}, {u"comment_id"_s, id}});
        QCOMPARE(deleted.fields.size(), 1);
        QVERIFY(deleted.fields.first().argument.isEmpty());
        QCOMPARE(deleted.fields.first().before.trimmed(), u"Looks **good**."_s);
    }

    void tellsWhatAMoveReplacesInEachIssue()
    {
        const QJsonArray keys{u"WEB-2"_s, u"MOB-1"_s};
        const QJsonObject arguments{
            {u"keys"_s, keys}, {u"project"_s, u"OPS"_s}, {u"type"_s, u"Task"_s}};
        const ChangePreview preview = previewOf(u"jira_move_issues"_s, arguments);
        QCOMPARE(preview.problem, QString());
        QCOMPARE(preview.fields.size(), 4);
        QVERIFY2(preview.fields.first().name.startsWith(u"WEB-2 “"_s),
                 qPrintable(preview.fields.first().name));
        QVERIFY(preview.fields.first().name.endsWith(u"” project"_s));
        QCOMPARE(preview.fields.first().argument, u"project"_s);
        QCOMPARE(preview.fields.first().before, u"Web Store"_s);
        QCOMPARE(preview.fields.at(3).argument, u"type"_s);
        QVERIFY(!preview.fields.at(3).before.isEmpty());
        const QJsonObject looking{{u"task"_s, u"10"_s}};
        QVERIFY(previewOf(u"jira_move_issues"_s, looking).fields.isEmpty());
    }

    void tellsOfManyIssuesTheFirstOneByOne()
    {
        QJsonArray keys;
        for (int i = 1; i <= 12; ++i)
            keys.append(u"WEB-%1"_s.arg(i));
        const QJsonObject arguments{
            {u"keys"_s, keys}, {u"project"_s, u"OPS"_s}, {u"type"_s, u"Task"_s}};
        const ChangePreview preview = previewOf(u"jira_move_issues"_s, arguments);
        QCOMPARE(preview.fields.size(), 21);
        QCOMPARE(preview.fields.last().name, u"and 2 more issues"_s);
        QVERIFY2(preview.fields.last().before.contains(u"\nWEB-12: "_s),
                 qPrintable(preview.fields.last().before));
    }

    void tellsTheSprintThatAnIssueLeaves()
    {
        const QString done = m_world->call(u"jira_move_to_sprint"_s,
                                           {{u"keys"_s, QJsonArray{u"WEB-2"_s}},
                                            {u"sprint"_s, u"active"_s},
                                            {u"board"_s, u"Web Store board"_s}});
        QVERIFY2(done.startsWith(u"Moved to sprint"_s), qPrintable(done));
        const QJsonArray keys{u"WEB-2"_s, u"WEB-1"_s};
        const ChangePreview moved =
            previewOf(u"jira_move_to_sprint"_s,
                      {{u"keys"_s, keys}, {u"sprint"_s, u"next"_s}, {u"board"_s, u"Web"_s}});
        QCOMPARE(moved.problem, QString());
        QCOMPARE(moved.fields.size(), 2);
        QVERIFY(moved.fields.first().name.startsWith(u"WEB-2 “"_s));
        QCOMPARE(moved.fields.first().argument, u"sprint"_s);
        QCOMPARE(moved.fields.first().before, u"WEB Sprint 2"_s);
        const ChangePreview left = previewOf(u"jira_move_to_backlog"_s, {{u"keys"_s, keys}});
        QCOMPARE(left.fields.size(), 2);
        QVERIFY(left.fields.first().argument.isEmpty());
        QCOMPARE(left.fields.first().before, u"WEB Sprint 2"_s);
    }

    void tellsWhatASprintWas()
    {
        const ChangePreview preview = previewOf(u"jira_update_sprint"_s,
                                                {{u"sprint"_s, u"active"_s},
                                                 {u"board"_s, u"Web Store board"_s},
                                                 {u"name"_s, u"Another"_s},
                                                 {u"state"_s, u"closed"_s}});
        QCOMPARE(preview.problem, QString());
        QCOMPARE(beforeOf(preview, u"name"_s), u"WEB Sprint 2"_s);
        QCOMPARE(beforeOf(preview, u"state"_s), u"active"_s);
    }

    void saysWhyItCannotBeRead()
    {
        const ChangePreview preview =
            previewOf(u"jira_update_issue"_s, {{u"key"_s, u"WEB-9999"_s}, {u"summary"_s, u"x"_s}});
        QVERIFY(preview.fields.isEmpty());
        QVERIFY2(preview.problem.contains(u"WEB-9999"_s), qPrintable(preview.problem));
    }

private:
    ChangePreview previewOf(const QString &tool, const QJsonObject &arguments)
    {
        tools::ToolCall call;
        call.tool = tool;
        call.arguments = arguments;
        call.caller.userId = m_world->jira().userId();
        return QCoro::waitFor(m_previews->of(std::move(call)));
    }

    static QString beforeOf(const ChangePreview &preview, const QString &argument)
    {
        for (const ChangedField &field : preview.fields) {
            if (field.argument == argument)
                return field.before;
        }
        return u"not told"_s;
    }

    std::unique_ptr<JiraSandbox> m_world;
    std::unique_ptr<tools::ChangePreviews> m_previews;
};

QTEST_GUILESS_MAIN(TestJiraChangePreviews)
#include "tst_jirachangepreviews.moc"
