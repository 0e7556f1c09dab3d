// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/changelogparser.h"
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::jira;
using tests::SiteTester;

namespace {

QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

Change toStatus(const char *when, const QString &from, const QString &to)
{
    return {.issueId = u"1"_s,
            .at = at(when),
            .author = {},
            .field = u"status"_s,
            .from = from,
            .to = to};
}

} // namespace

/** jira_changelog against the sandbox, and what it reads out of histories. */
class TestChangelogTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<SiteTester>(); }

    void tellsWhoChangedWhat()
    {
        const QString answer = m_site->ask(u"jira_get_changelog"_s, R"({"keys":["WEB-3"]})");
        QVERIFY2(answer.startsWith("Times are UTC.\nWEB-3  "_L1), qPrintable(answer));
        QVERIFY2(answer.contains(", now Done\nTime in status: To Do "_L1), qPrintable(answer));
        QVERIFY2(answer.contains(", Done since 20"_L1), qPrintable(answer));
        QVERIFY2(answer.contains(u"  status: To Do → In Progress\n"_s), qPrintable(answer));
        QVERIFY2(answer.contains(u"  assignee: (none) → "_s), qPrintable(answer));
    }

    void seesAChangeThatWasJustMade()
    {
        const QString before = m_site->ask(u"jira_get_changelog"_s, R"({"keys":["WEB-19"]})");
        QVERIFY2(!before.contains("In Progress"_L1), qPrintable(before));
        m_site->sandbox.clock().advance(std::chrono::seconds(1));
        auto &issue = *m_site->sandbox.site().issue(u"WEB-19"_s);
        issue.statusId = m_site->sandbox.site().statuses[1].id;
        issue.updated = m_site->sandbox.site().now();
        // The sandbox notices a change at the next request that may have made one.
        const QString search = m_site->ask(u"jira_search"_s, R"({"jql":"key = WEB-19"})");
        QVERIFY2(search.contains("In Progress"_L1), qPrintable(search));
        const QString after = m_site->ask(u"jira_get_changelog"_s, R"({"keys":["WEB-19"]})");
        QVERIFY2(after.contains(u"  Ada Lindqvist  status: To Do → In Progress"_s),
                 qPrintable(after));
    }

    void readsSeveralIssuesAndCertainFields()
    {
        const QString answer =
            m_site->ask(u"jira_get_changelog"_s,
                        R"({"keys":["WEB-3","web-4","WEB-999"],"fields":["Status"],"limit":1})");
        QVERIFY2(answer.contains("\nWEB-3  "_L1) && answer.contains("\nWEB-4  "_L1),
                 qPrintable(answer));
        QVERIFY2(!answer.contains("assignee:"_L1), qPrintable(answer));
        QVERIFY2(answer.contains("The newest 1 of 2 changes:\n"_L1), qPrintable(answer));
        QVERIFY2(answer.endsWith("Not found by this key, or not to be seen by you: WEB-999"_L1),
                 qPrintable(answer));
        const QString assignees =
            m_site->ask(u"jira_get_changelog"_s, R"({"keys":["WEB-3"],"fields":["assignee"]})");
        QVERIFY2(!assignees.contains("Time in status"_L1), qPrintable(assignees));
    }

    void saysThatNoneExists()
    {
        const QString answer = m_site->ask(u"jira_get_changelog"_s, R"({"keys":["WEB-999"]})");
        QVERIFY2(answer.startsWith("Error: None of these issues exists on "_L1)
                     && answer.endsWith(", or you may not see them: WEB-999."_L1),
                 qPrintable(answer));
    }

    void readsTimesInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("created");
        QTest::newRow("seconds") << "1492070429"_ba;
        QTest::newRow("milliseconds") << "1492070429000"_ba;
        QTest::newRow("text") << "\"2017-04-13T10:00:29.000+0200\""_ba;
        QTest::newRow("text in UTC") << "\"2017-04-13T08:00:29.000+0000\""_ba;
    }
    void readsTimesInEveryForm()
    {
        QFETCH(QByteArray, created);
        const auto page = parser::changes(
            R"({"issueChangeLogs":[{"issueId":"10100","changeHistories":[{"author":{"displayName":"Mia"},"created":)"
            + created
            + R"(,"items":[{"field":"summary","fromString":"old","toString":"new"}]}]}],"nextPageToken":"x"})");
        QVERIFY(page);
        QCOMPARE(page->nextPageToken, u"x"_s);
        QCOMPARE(page->changes.size(), 1);
        QCOMPARE(page->changes[0].at, at("2017-04-13T08:00:29Z"));
        QCOMPARE(page->changes[0].author, u"Mia"_s);
        QCOMPARE(page->changes[0].to, u"new"_s);
    }

    void addsUpTheTimeInEachStatus()
    {
        IssueHead issue;
        issue.id = u"1"_s;
        issue.status = u"Doing"_s;
        issue.created = at("2026-11-01T10:00:00Z");
        const QList<Change> changes{toStatus("2026-11-03T12:30:00Z", u"New"_s, u"Doing"_s),
                                    toStatus("2026-11-03T13:00:00Z", u"Doing"_s, u"New"_s),
                                    toStatus("2026-11-03T13:10:00Z", u"New"_s, u"Doing"_s)};
        QCOMPARE(timeInStatus(issue, changes, at("2026-11-03T14:10:00Z")),
                 u"New 2d 2h, Doing 1h 30m so far"_s);
        issue.isDone = true;
        issue.status = u"Done"_s;
        QCOMPARE(
            timeInStatus(
                issue,
                changes + QList<Change>{toStatus("2026-11-03T13:15:00Z", u"Doing"_s, u"Done"_s)},
                at("2026-11-09T00:00:00Z")),
            u"New 2d 2h, Doing 35m, Done since 2026-11-03 13:15"_s);
        issue.isDone = false;
        issue.status = u"New"_s;
        QCOMPARE(timeInStatus(issue, {}, at("2026-11-01T10:05:00Z")), u"New 5m so far"_s);
    }

    void refusesAnswersThatMakeNoSense()
    {
        QVERIFY(!parser::changes("[]"));
        QVERIFY(!parser::changes("{}"));
        QVERIFY(!parser::issueHeads("{\"issues\":[{\"id\":\"1\"}]}"));
    }

private:
    std::unique_ptr<SiteTester> m_site;
};

QTEST_GUILESS_MAIN(TestChangelogTools)
#include "tst_changelogtools.moc"
