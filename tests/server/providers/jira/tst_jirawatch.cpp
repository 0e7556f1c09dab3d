// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirawatch.h"
#include "tests/server/providers/jira/jirafixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::Connection;
using providers::jira::JiraSessions;
using providers::jira::JiraWatch;
using tests::JiraFixture;
using tools::Following;

namespace {

const QString fetchUrl = u"https://company.atlassian.net/rest/api/3/issue/bulkfetch"_s;
constexpr std::chrono::milliseconds never{0};
constexpr std::chrono::milliseconds often{10};

QByteArray changedAt(const QByteArray &key, const QByteArray &time)
{
    return R"({"issues":[{"key":")" + key + R"(","fields":{"updated":")" + time
        + R"("}}],"issueErrors":[]})";
}

const QByteArray nothing = R"({"issues":[],"issueErrors":[]})"_ba;

/** ABC-1 as somebody follows it, and what they are told. */
struct Followed
{
    Followed(const JiraSessions &sessions,
             std::chrono::milliseconds interval,
             const Connection &connection)
        : watch(sessions, interval)
        , following(std::move(watch.follow({connection}, u"ABC-1"_s)).value())
        , updates(following.get(), &Following::updated)
    {}

    JiraWatch watch;
    std::unique_ptr<Following> following;
    QSignalSpy updates;
};

} // namespace

/** Who hears of which change, and how often Jira is asked. */
class TestJiraWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jira = std::make_unique<JiraFixture>();
        m_sessions =
            std::make_unique<JiraSessions>(m_jira->http, m_jira->stored(), m_jira->credentials());
        m_connection = m_jira->connect();
    }

    void cleanup() { QTRY_COMPARE(m_jira->http.underWay(), 0); }

    void tellsOfAChangeByOurOwnTools()
    {
        Followed issue(*m_sessions, never, m_connection);
        plan(changedAt("ABC-1", "10:00"));
        QTRY_COMPARE(asked(), 1);
        plan(changedAt("ABC-1", "10:05"));
        issue.watch.noteChange(m_connection, u"ABC-1"_s);
        QTRY_COMPARE(issue.updates.count(), 1);
        QCOMPARE(asked(), 2);
        issue.watch.noteChange(m_connection, u"ABC-2"_s);
        QCoreApplication::processEvents();
        QCOMPARE(asked(), 2);
    }

    void tellsOfOurOwnChangeBeforeTheFirstLook()
    {
        Followed issue(*m_sessions, never, m_connection);
        plan(changedAt("ABC-1", "10:05"));
        issue.watch.noteChange(m_connection, u"ABC-1"_s);
        QTRY_COMPARE(issue.updates.count(), 1);
    }

    void noticesChangesMadeElsewhere()
    {
        Followed issue(*m_sessions, often, m_connection);
        plan(changedAt("ABC-1", "10:00"));
        plan(changedAt("ABC-1", "10:00"));
        plan(changedAt("ABC-1", "10:05"));
        QVERIFY(issue.updates.wait());
        QCOMPARE(asked(), 3);
        QCOMPARE(issue.updates.count(), 1);
    }

    void tellsWhenAnIssueIsGone()
    {
        Followed issue(*m_sessions, often, m_connection);
        plan(changedAt("ABC-1", "10:00"));
        plan(nothing);
        QVERIFY(issue.updates.wait());
    }

    void asksForAllIssuesOfAConnectionTogether()
    {
        JiraWatch watch(*m_sessions, never);
        plan(nothing);
        const auto first = follow(watch, u"ABC-1"_s);
        const auto second = follow(watch, u"ABC-2"_s);
        const auto again = follow(watch, u"ABC-2"_s);
        QTRY_COMPARE(asked(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(asked(), 1);
        QCOMPARE(m_jira->http.requests().last().body,
                 R"({"fields":["updated"],"issueIdsOrKeys":["ABC-1","ABC-2"]})"_ba);
    }

    void asksNothingWhenNobodyFollows()
    {
        JiraWatch watch(*m_sessions, often);
        plan(changedAt("ABC-1", "10:00"));
        plan(changedAt("ABC-1", "10:05"));
        auto following = follow(watch, u"ABC-1"_s);
        QVERIFY(QSignalSpy(following.get(), &Following::updated).wait());
        following.reset();
        watch.noteChange(m_connection, u"ABC-1"_s);
        // Another one with the same interval shows that time has passed.
        JiraWatch busy(*m_sessions, often);
        for (int i = 0; i < 1000; ++i)
            plan(nothing);
        auto other = follow(busy, u"ABC-2"_s);
        QTRY_VERIFY(asked() >= 5);
        other.reset();
        for (const net::Request &request : m_jira->http.requests().sliced(2))
            QVERIFY(request.body.contains("ABC-2"));
    }

    void asksNothingWithACredentialThatIsRefused()
    {
        JiraWatch watch(*m_sessions, never);
        const auto following = follow(watch, u"ABC-1"_s);
        m_jira->http.plan("POST"_ba, fetchUrl, 401, "{}"_ba);
        QTRY_COMPARE(asked(), 1);
        QTRY_COMPARE(m_jira->current(m_connection).state,
                     connections::ConnectionState::NeedsSignIn);
        watch.noteChange(m_connection, u"ABC-1"_s);
        QCoreApplication::processEvents();
        QCOMPARE(asked(), 1);
    }

    void tellsLaterWhatItCouldNotSeeAtOnce()
    {
        Followed issue(*m_sessions, never, m_connection);
        plan(changedAt("ABC-1", "10:00"));
        QTRY_COMPARE(asked(), 1);
        m_jira->http.plan("POST"_ba, fetchUrl, 500, "{}"_ba);
        issue.watch.noteChange(m_connection, u"ABC-1"_s);
        QTRY_COMPARE(asked(), 2);
        QCOMPARE(issue.updates.count(), 0);
        plan(changedAt("ABC-1", "10:05"));
        issue.watch.noteChange(m_connection, u"ABC-1"_s);
        QTRY_COMPARE(issue.updates.count(), 1);
    }

    void tellsAnotherAccountOnlyOfWhatItSees()
    {
        Connection other = m_jira->connect(u"other.atlassian.net"_s);
        other.id.clear();
        other.name = m_connection.name;
        other.site = m_connection.site;
        other.apiBase = m_connection.apiBase;
        other.account = u"guest@example.com"_s;
        other = m_jira->stored().save(other, Secret("guest"_ba)).value();
        JiraWatch watch(*m_sessions, never);
        const auto guests = watch.follow({other}, u"ABC-1"_s).value_or(nullptr);
        QSignalSpy spy(guests.get(), &Following::updated);
        plan(nothing); // the guest does not see the issue
        QTRY_COMPARE(asked(), 1);
        plan(nothing);
        watch.noteChange(m_connection, u"ABC-1"_s);
        QTRY_COMPARE(asked(), 2);
        QCoreApplication::processEvents();
        QCOMPARE(spy.count(), 0);
    }

    void refusesTooMany()
    {
        JiraWatch watch(*m_sessions, never);
        plan(nothing);
        plan(nothing);
        plan(nothing);
        plan(nothing);
        plan(nothing);
        std::vector<std::unique_ptr<Following>> all;
        for (int i = 1; i <= 500; ++i)
            all.push_back(follow(watch, u"ABC-%1"_s.arg(i)));
        const auto refused = watch.follow({m_connection}, u"ABC-501"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::RateLimited);
        QTRY_COMPARE(asked(), 5); // a hundred at a time
    }

private:
    [[nodiscard]] std::unique_ptr<Following> follow(JiraWatch &watch, const QString &key) const
    {
        return std::move(watch.follow({m_connection}, key)).value();
    }

    void plan(const QByteArray &body) { m_jira->http.plan("POST"_ba, fetchUrl, 200, body); }
    [[nodiscard]] qsizetype asked() const { return m_jira->http.requests().size(); }

    std::unique_ptr<JiraFixture> m_jira;
    std::unique_ptr<JiraSessions> m_sessions;
    Connection m_connection;
};

QTEST_GUILESS_MAIN(TestJiraWatch)
#include "tst_jirawatch.moc"
