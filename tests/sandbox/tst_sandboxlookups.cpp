// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jiratester.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** Issues by a list of keys and by what is typed. */
class TestSandboxLookups final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_jira = std::make_unique<JiraTester>(); }

    void fetchesTheIssuesThatTheCallerMaySee()
    {
        m_jira->signIn(u"henrik"_s); // sees WEB only
        const auto answer = fetch({u"web-2"_s, u"WEB-1"_s, u"PAY-1"_s, u"WEB-99999"_s, u"WEB-1"_s});
        QCOMPARE(answer.status, 200);
        const QJsonArray issues = JiraTester::object(answer)["issues"_L1].toArray();
        QCOMPARE(issues.size(), 2);
        QCOMPARE(issues[0]["key"_L1], u"WEB-1"_s);
        QVERIFY(issues[0]["fields"_L1]["updated"_L1].isString());
        QVERIFY(issues[0]["fields"_L1]["summary"_L1].isUndefined());
    }

    void fetchesUpToAHundred()
    {
        m_jira->signIn(u"ada"_s);
        QStringList keys;
        for (int i = 1; i <= 101; ++i)
            keys.append(u"WEB-%1"_s.arg(i));
        QCOMPARE(fetch(keys).status, 400);
        QCOMPARE(fetch(keys.first(100)).status, 200);
        QCOMPARE(fetch({}).status, 400);
        QCOMPARE(m_jira->send("POST", "/rest/api/3/issue/bulkfetch", {{u"keys"_s, u"x"_s}}).status,
                 400);
    }

    void seesAChangeAtOnce()
    {
        m_jira->signIn(u"ada"_s);
        const auto changed = [this] {
            const auto answer = JiraTester::object(fetch({u"WEB-1"_s}));
            return answer["issues"_L1][0]["fields"_L1]["updated"_L1].toString();
        };
        const QString before = changed();
        m_jira->clock().advance(std::chrono::seconds(5));
        const QJsonObject comment{{u"body"_s, JiraTester::document(u"Hello"_s)}};
        QCOMPARE(m_jira->send("POST", "/rest/api/3/issue/WEB-1/comment", comment).status, 201);
        QVERIFY(changed() != before);
    }

    void picksByKeyOrWord_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("key");
        QTest::newRow("key") << "query=web-1&currentJQL=project%20%3D%20WEB"_ba << u"WEB-1"_s;
        QTest::newRow("word") << "query=check&currentJQL=project%20%3D%20WEB"_ba << u"WEB-1"_s;
        QTest::newRow("all") << "currentJQL=project%20%3D%20WEB%20ORDER%20BY%20key"_ba
                             << u"WEB-1"_s;
    }
    void picksByKeyOrWord()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, key);
        m_jira->signIn(u"ada"_s);
        QVERIFY(picked(query, 1).contains(key));
    }

    void remembersWhatOneHasMade()
    {
        m_jira->signIn(u"grace"_s);
        QVERIFY(picked("query=", 0).isEmpty());
        m_jira->signIn(u"ada"_s);
        m_jira->clock().advance(std::chrono::hours(1));
        const QJsonObject fields{{u"project"_s, QJsonObject{{u"key"_s, u"WEB"_s}}},
                                 {u"issuetype"_s, QJsonObject{{u"name"_s, u"Task"_s}}},
                                 {u"summary"_s, u"Mine"_s}};
        const auto made = m_jira->send("POST", "/rest/api/3/issue", {{u"fields"_s, fields}});
        QCOMPARE(made.status, 201);
        QCOMPARE(picked("query=", 0).first(), JiraTester::object(made)["key"_L1].toString());
    }

    void showsNoMoreThanTwenty()
    {
        m_jira->signIn(u"ada"_s);
        QCOMPARE(picked("query=&currentJQL=created%20%3E%3D%20-3650d", 1).size(), 20);
    }

    void refusesWhatJiraRefuses()
    {
        m_jira->signIn(u"ada"_s);
        QCOMPARE(m_jira->get("/rest/api/3/issue/picker?query=a&currentJQL=nonsense").status, 400);
        QCOMPARE(m_jira->get("/rest/api/3/issue/picker?text=a").status, 400);
    }

    void showsAVisitorNothing()
    {
        m_jira->signOut();
        QVERIFY(picked("query=web", 0).isEmpty());
        QVERIFY(JiraTester::object(fetch({u"WEB-1"_s}))["issues"_L1].toArray().isEmpty());
    }

private:
    [[nodiscard]] Response fetch(const QStringList &keys)
    {
        return m_jira->send("POST",
                            "/rest/api/3/issue/bulkfetch",
                            {{u"issueIdsOrKeys"_s, QJsonArray::fromStringList(keys)},
                             {u"fields"_s, QJsonArray{u"updated"_s}}});
    }

    /** The keys of one section. */
    [[nodiscard]] QStringList picked(const QByteArray &query, int section)
    {
        const auto answer = m_jira->get("/rest/api/3/issue/picker?" + query);
        QStringList keys;
        const QJsonArray issues =
            JiraTester::object(answer)["sections"_L1][section]["issues"_L1].toArray();
        for (const auto &issue : issues)
            keys.append(issue["key"_L1].toString());
        return keys;
    }

    std::unique_ptr<JiraTester> m_jira;
};

QTEST_GUILESS_MAIN(TestSandboxLookups)
#include "tst_sandboxlookups.moc"
