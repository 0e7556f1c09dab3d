// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/publishing/publishingworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::publishing;
using tests::PublishingWorld;

/** What goes with several files: an epic above them, and what a person chooses from before. */
class TestPublishBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<PublishingWorld>(); }

    void makesOneEpicForABatch()
    {
        const qsizetype before = m_world->countOfIssues();
        const QString first = m_world->published(inEpic(u"one.md"_s)).publication.issueKey;
        const QString second = m_world->published(inEpic(u"two.md"_s)).publication.issueKey;
        QCOMPARE(m_world->countOfIssues(), before + 3);
        const auto *epic = parentOf(first);
        QVERIFY(epic != nullptr);
        QCOMPARE(epic->summary, u"Launch"_s);
        QCOMPARE(epic->typeId, m_world->issue(u"WEB-1"_s)->typeId);
        QCOMPARE(parentOf(second), epic);
        // It is no file.
        QCOMPARE(m_world->list().size(), 2);
    }

    void findsTheEpicWhoseAnswerWasLost()
    {
        const qsizetype before = m_world->countOfIssues();
        m_world->loseAnswer("POST"_ba, u"/rest/api/3/issue"_s);
        const QString refusal = m_world->refusal(inEpic(u"one.md"_s));
        QVERIFY2(refusal.contains("It is not known whether Launch became"_L1), qPrintable(refusal));
        QCOMPARE(m_world->countOfIssues(), before + 1);
        m_world->published(inEpic(u"one.md"_s));
        QCOMPARE(m_world->countOfIssues(), before + 2);
    }

    void makesAnotherWhereTheEpicIsGone()
    {
        const QString first = m_world->published(inEpic(u"one.md"_s)).publication.issueKey;
        const QString epic = parentOf(first)->key;
        m_world->site.sandbox.site().removeIssue(parentOf(first)->id);
        const QString second = m_world->published(inEpic(u"two.md"_s)).publication.issueKey;
        QVERIFY(parentOf(second) != nullptr);
        QVERIFY(parentOf(second)->key != epic);
    }

    void makesNoEpicInADryRun()
    {
        const qsizetype before = m_world->countOfIssues();
        PublishRequest request = inEpic(u"one.md"_s);
        request.isDryRun = true;
        QCOMPARE(m_world->published(request).notes,
                 QStringList(u"The epic “Launch” is made first, and this goes below it."_s));
        QCOMPARE(m_world->countOfIssues(), before);
    }

    void refusesAParentBesideAnEpic()
    {
        PublishRequest request = inEpic(u"one.md"_s);
        request.parent = u"WEB-1"_s;
        QVERIFY(m_world->refusal(request).contains("not both"_L1));
        request.parent.clear();
        request.epic = u"two\nlines"_s;
        QVERIFY(m_world->refusal(request).contains("one line"_L1));
    }

    void takesTheSummaryThatThePersonWrote()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        PublishRequest request = m_world->request(u"plan.md"_s);
        request.summary = u"Quite another"_s;
        const auto outcome = m_world->published(request);
        QCOMPARE(outcome.summary, u"Quite another"_s);
        QCOMPARE(m_world->issue(outcome.publication.issueKey)->summary, u"Quite another"_s);
    }

    void listsWhatThereIsToChooseFrom()
    {
        const auto desk = openDesk();
        const auto projects = QCoro::waitFor(desk->projects());
        QVERIFY(projects && projects->size() > 1);
        QVERIFY(!nameOf(*projects, u"WEB"_s).isEmpty());
        const auto types = QCoro::waitFor(desk->types(u"WEB"_s));
        QStringList names;
        for (const Choice &type : types.value())
            names.append(type.name);
        QVERIFY(names.contains(u"Epic"_s) && names.contains(u"Task"_s));
        QVERIFY(!names.contains(u"Subtask"_s) && !names.contains(u"Sub-task"_s));
    }

    void saysWhichFieldsAreNeeded()
    {
        const auto desk = openDesk();
        const auto none = QCoro::waitFor(desk->neededFields(u"WEB"_s, u"Task"_s));
        QCOMPARE(none.value(), QList<NeededField>());
        const auto severity = QCoro::waitFor(desk->neededFields(u"WEB"_s, u"Bug"_s));
        QVERIFY(severity);
        const auto unknown = QCoro::waitFor(desk->neededFields(u"WEB"_s, u"Riddle"_s));
        QVERIFY(!unknown && unknown.error().message.contains("Riddle"_L1));
    }

private:
    PublishRequest inEpic(const QString &name)
    {
        m_world->write(name, "# " + name.toUtf8() + "\n\nText");
        PublishRequest request = m_world->request(name);
        request.epic = u"Launch"_s;
        return request;
    }

    const sandbox::JiraIssue *parentOf(const QString &key)
    {
        const QString id = m_world->issue(key)->parentId;
        for (const auto &issue : m_world->site.sandbox.site().issues) {
            if (issue.id == id)
                return m_world->issue(issue.key);
        }
        return nullptr;
    }

    static QString nameOf(const QList<Choice> &choices, const QString &id)
    {
        for (const Choice &choice : choices) {
            if (choice.id == id)
                return choice.name;
        }
        return {};
    }

    std::shared_ptr<IssueDesk> openDesk()
    {
        DeskRequest request;
        request.caller.userId = m_world->site.jira.userId();
        request.project = u"WEB"_s;
        return QCoro::waitFor(m_world->publisher.desk(request)).value();
    }

    std::unique_ptr<PublishingWorld> m_world;
};

QTEST_GUILESS_MAIN(TestPublishBatch)
#include "tst_publishbatch.moc"
