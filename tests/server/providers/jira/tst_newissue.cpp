// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraparser.h"
#include "server/providers/jira/metaparser.h"
#include "server/providers/jira/newissue.h"
#include "tests/fakes/golden.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;

class TestNewIssue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_known = parser::createFields(fakes::testData(u"jira/fields-required.json"_s))->fields;
        m_types = parser::issueTypes(fakes::testData(u"jira/types.json"_s))->types;
        m_bug = m_types[1];
    }

    void findsTypesByNameAndId()
    {
        QCOMPARE(issueTypeNamed(m_types, u"bug"_s, u"ABC"_s)->id, u"10002"_s);
        QCOMPARE(issueTypeNamed(m_types, u"10001"_s, u"ABC"_s)->name, u"Task"_s);
        QCOMPARE(issueTypeNamed(m_types, u"Bgu"_s, u"ABC"_s).error().message,
                 u"Argument \"type\" is \"Bgu\", but project ABC has: Task, Bug, Sub-task."_s);
        QCOMPARE(issueTypeNamed({}, u"Bug"_s, u"ABC"_s).error().message,
                 u"You may not create issues in project ABC. Choose another, or ask whoever "
                 "administers it for that right."_s);
    }

    void buildsWhatJiraWants()
    {
        NewIssue issue = bug();
        issue.parent = u"ABC-1"_s;
        issue.assigneeId = u"5b10"_s;
        issue.priority = u"high"_s;
        issue.labels = {u"login"_s};
        issue.fields.insert("severity"_L1, u"critical"_s);
        issue.fields.insert("Fix versions"_L1, u"1.0"_s);
        const auto fields = newIssueFields(issue, m_bug, m_known);
        QVERIFY2(fields, fields ? "" : qPrintable(fields.error().message));
        QCOMPARE(
            QJsonDocument(*fields).toJson(QJsonDocument::Compact),
            "{\"assignee\":{\"accountId\":\"5b10\"},\"customfield_10050\":{\"value\":\"Critical\"},"
            "\"fixVersions\":[{\"name\":\"1.0\"}],\"issuetype\":{\"id\":\"10002\"},"
            "\"labels\":[\"login\"],\"parent\":{\"key\":\"ABC-1\"},\"priority\":{\"name\":\"High\"}"
            ","
            "\"project\":{\"key\":\"ABC\"},\"summary\":\"It fails\"}"_ba);
    }

    void turnsMarkdownIntoDocuments()
    {
        NewIssue issue = bug();
        issue.description = u"**bold**"_s;
        issue.fields.insert("Severity"_L1, u"Minor"_s);
        issue.fields.insert("Steps"_L1, u"1. Start"_s);
        const auto fields = newIssueFields(issue, m_bug, m_known);
        QVERIFY(fields);
        QCOMPARE(fields->value("description"_L1)["type"_L1].toString(), u"doc"_s);
        QCOMPARE(fields->value("customfield_10051"_L1)["type"_L1].toString(), u"doc"_s);
    }

    void leavesJirasOwnFormAlone()
    {
        NewIssue issue = bug();
        QJsonObject option;
        option.insert("id"_L1, u"2"_s);
        issue.fields.insert("customfield_10050"_L1, option);
        const auto fields = newIssueFields(issue, m_bug, m_known);
        QVERIFY(fields);
        QCOMPARE(fields->value("customfield_10050"_L1).toObject(), option);
    }

    void saysWhatIsMissingAndAllowed()
    {
        QCOMPARE(newIssueFields(bug(), m_bug, m_known).error().message,
                 u"Project ABC needs \"Severity\" (customfield_10050) for the type Bug. Allowed: "
                 "Minor, Critical. Pass it as fields: {\"Severity\": \"Minor\"}."_s);
    }

    void refusesWhatIsNotAllowed()
    {
        NewIssue issue = bug();
        issue.fields.insert("Severity"_L1, u"Huge"_s);
        QCOMPARE(newIssueFields(issue, m_bug, m_known).error().message,
                 u"Field \"Severity\" is \"Huge\", but must be one of: Minor, Critical."_s);
        issue = bug();
        issue.fields.insert("Colour"_L1, u"red"_s);
        QVERIFY(
            newIssueFields(issue, m_bug, m_known)
                .error()
                .message.startsWith("Project ABC has no field \"Colour\" for the type Bug."_L1));
    }

    void wantsAParentForASubtask()
    {
        const auto fields = newIssueFields(bug(), m_types[2], m_known);
        QVERIFY(!fields);
        QVERIFY(fields.error().message.contains("\"parent\""_L1));
    }

private:
    static NewIssue bug()
    {
        NewIssue issue;
        issue.project = u"ABC"_s;
        issue.summary = u"It fails"_s;
        return issue;
    }

    QList<CreateField> m_known;
    QList<IssueType> m_types;
    IssueType m_bug;
};

QTEST_GUILESS_MAIN(TestNewIssue)
#include "tst_newissue.moc"
