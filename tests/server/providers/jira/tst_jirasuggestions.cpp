// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/jirafixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;

namespace {

const QString api = u"https://company.atlassian.net/rest/api/3"_s;
const QString issueTemplate = u"jira://{site}/issue/{key}"_s;
const QString projectTemplate = u"jira://{site}/project/{key}"_s;

QString projectsUrl(const QString &more = {})
{
    return api + u"/project/search?startAt=0&maxResults=100&orderBy=key"_s + more;
}

QString pickerUrl(const QString &typed)
{
    return api
        + u"/issue/"
          u"picker?query=%1&currentJQL=updated%20%3E%3D%20-365d%20ORDER%20BY%20updated%20DESC&"
          "showSubTasks=true"_s.replace("%1"_L1, typed);
}

QString peopleUrl(const QString &typed)
{
    return api + u"/user/search?query=%1&maxResults=100"_s.arg(typed);
}

QByteArray projectsAnswer(const QByteArrayList &keys, int total)
{
    QByteArrayList values;
    for (const QByteArray &key : keys)
        values.append(R"({"key":")" + key + R"(","name":"Name of )" + key.toLower() + R"("})");
    return R"({"startAt":0,"total":)" + QByteArray::number(total) + R"(,"values":[)"
        + values.join(',') + "]}";
}

QByteArray pickerAnswer(const QByteArrayList &keys)
{
    QByteArrayList issues;
    for (const QByteArray &key : keys)
        issues.append(R"({"key":")" + key + R"(","summaryText":"About )" + key + R"("})");
    return R"({"sections":[{"id":"hs","issues":[{"key":"ABC-9","summaryText":"Seen"}]},)"
           R"({"id":"cs","issues":[)"
        + issues.join(',') + "]}]}";
}

} // namespace

/** What is suggested while somebody types. */
class TestJiraSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jira = std::make_unique<JiraFixture>();
        m_jira->connect();
    }

    void asksForAShortListOfProjectsOnce()
    {
        m_jira->http.plan("GET"_ba, projectsUrl(), 200, projectsAnswer({"ABC", "WEB", "X"}, 3));
        QCOMPARE(values(projectTemplate, u"key"_s, u"w"_s), QStringList{u"WEB"_s});
        QCOMPARE(values(projectTemplate, u"key"_s, u"we"_s), QStringList{u"WEB"_s});
        // A name counts as well, after the keys that begin so.
        QCOMPARE(values(projectTemplate, u"key"_s, u"x"_s), QStringList{u"X"_s});
        QCOMPARE(values(projectTemplate, u"key"_s, u"of ab"_s), QStringList{u"ABC"_s});
        QCOMPARE(values(projectTemplate, u"key"_s, {}).size(), 3);
        QCOMPARE(m_jira->http.requests().size(), 1);
    }

    void searchesALongListOfProjects()
    {
        m_jira->http.plan("GET"_ba, projectsUrl(), 200, projectsAnswer({"ABC"}, 500));
        m_jira->http.plan(
            "GET"_ba, projectsUrl(u"&query=we"_s), 200, projectsAnswer({"OWEN", "WEB"}, 2));
        const auto completion = complete(projectTemplate, u"key"_s, u"we"_s);
        QVERIFY(completion);
        QCOMPARE(completion->values, (QStringList{u"WEB"_s, u"OWEN"_s}));
        QCOMPARE(completion->total, std::optional<qint64>(2));
        QVERIFY(!completion->hasMore);
        QVERIFY(complete(projectTemplate, u"key"_s, {})->hasMore);
    }

    void asksAgainAfterAMinute()
    {
        m_jira->http.plan("GET"_ba, projectsUrl(), 200, projectsAnswer({"ABC"}, 1));
        QCOMPARE(values(projectTemplate, u"key"_s, {}), QStringList{u"ABC"_s});
        m_jira->clock().advance(std::chrono::seconds(61));
        m_jira->http.plan("GET"_ba, projectsUrl(), 200, projectsAnswer({"ABC", "NEW"}, 2));
        QCOMPARE(values(projectTemplate, u"key"_s, {}).size(), 2);
    }

    void picksIssues()
    {
        m_jira->http.plan("GET"_ba, pickerUrl(u"abc"_s), 200, pickerAnswer({"ABC-12", "ABC-1"}));
        QCOMPARE(values(issueTemplate, u"key"_s, u"abc"_s),
                 (QStringList{u"ABC-9"_s, u"ABC-12"_s, u"ABC-1"_s}));
        // Jira also finds issues by what is not in their keys, so it is asked again.
        m_jira->http.plan("GET"_ba, pickerUrl(u"abc-1"_s), 200, pickerAnswer({"ABC-12", "ABC-1"}));
        QCOMPARE(values(issueTemplate, u"key"_s, u"abc-1"_s),
                 (QStringList{u"ABC-1"_s, u"ABC-12"_s, u"ABC-9"_s}));
        QCOMPARE(m_jira->http.requests().size(), 2);
    }

    void saysThatThereMayBeMoreIssues()
    {
        QByteArrayList twenty;
        for (int i = 0; i < 20; ++i)
            twenty.append("ABC-" + QByteArray::number(i + 100));
        m_jira->http.plan("GET"_ba, pickerUrl(u"a"_s), 200, pickerAnswer(twenty));
        const auto completion = complete(issueTemplate, u"key"_s, u"a"_s);
        QVERIFY(completion && completion->hasMore);
        QVERIFY(!completion->total);
        // So the next keystroke asks Jira again.
        m_jira->http.plan("GET"_ba, pickerUrl(u"ab"_s), 200, pickerAnswer({}));
        QCOMPARE(values(issueTemplate, u"key"_s, u"ab"_s), QStringList{u"ABC-9"_s});
    }

    void namesPeopleAndTellsTwoOfOneNameApart()
    {
        m_jira->http.plan("GET"_ba,
                          peopleUrl(u"mia"_s),
                          200,
                          R"([{"accountId":"5b10a1","displayName":"Mia Krystof"},)"
                          R"({"accountId":"5b10a2","displayName":"Mia Santos"},)"
                          R"({"accountId":"5b10a3","displayName":"Mia Santos"}])"_ba);
        tools::CompletionQuery query = queryOf(u"triage_issues"_s, u"assignee"_s, u"mia"_s);
        const auto completion = QCoro::waitFor(m_jira->prompts.complete(query));
        QVERIFY(completion);
        QCOMPARE(
            completion->values,
            (QStringList{u"Mia Krystof"_s, u"Mia Santos (5b10a2)"_s, u"Mia Santos (5b10a3)"_s}));
        query.typed.clear();
        QCOMPARE(QCoro::waitFor(m_jira->prompts.complete(query))->values, QStringList{u"me"_s});
        QCOMPARE(m_jira->http.requests().size(), 1);
    }

    void namesTheSites()
    {
        m_jira->connect(u"other.atlassian.net"_s);
        QCOMPARE(values(issueTemplate, u"site"_s, u"OTH"_s), QStringList{u"other.atlassian.net"_s});
        QCOMPARE(values(issueTemplate, u"site"_s, {}).size(), 2);
    }

    void asksTheSiteThatIsFilledIn()
    {
        m_jira->connect(u"other.atlassian.net"_s);
        m_jira->http.plan("GET"_ba, projectsUrl(), 200, projectsAnswer({"ABC"}, 1));
        auto query = queryOf(projectTemplate, u"key"_s, {});
        query.known = {{u"site"_s, u"company.atlassian.net"_s}};
        QCOMPARE(QCoro::waitFor(m_jira->resources.complete(query))->values, QStringList{u"ABC"_s});
        query.known = {{u"site"_s, u"third.atlassian.net"_s}};
        QCOMPARE(QCoro::waitFor(m_jira->resources.complete(query)).error().code,
                 ErrorCode::InvalidInput);
    }

    void gathersWhatTheOtherSitesSayWhenOneFails()
    {
        m_jira->connect(u"other.atlassian.net"_s);
        m_jira->http.plan("GET"_ba, projectsUrl(), 401, "{}"_ba);
        m_jira->http.plan("GET"_ba,
                          projectsUrl().replace("company"_L1, "other"_L1),
                          200,
                          projectsAnswer({"OTH"}, 1));
        QCOMPARE(values(projectTemplate, u"key"_s, {}), QStringList{u"OTH"_s});
    }

    void saysWhatIsWrongWhenNoneAnswers()
    {
        m_jira->http.plan("GET"_ba, projectsUrl(), 401, "{}"_ba);
        const auto completion = complete(projectTemplate, u"key"_s, {});
        QVERIFY(!completion);
        QCOMPARE(completion.error().code, ErrorCode::Unauthorized);
    }

    void knowsNoOtherArguments()
    {
        QCOMPARE(complete(issueTemplate, u"colour"_s, {}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(complete(u"jira://{x}"_s, u"key"_s, {}).error().code, ErrorCode::NotFound);
    }

    void stopsAskingWhenTheClientLeaves()
    {
        m_jira->http.planHang("GET"_ba, projectsUrl());
        const CancellationSource source;
        auto query = queryOf(projectTemplate, u"key"_s, {});
        query.cancellation = source.token();
        auto task = m_jira->resources.complete(query);
        source.cancel();
        QCOMPARE(QCoro::waitFor(std::move(task)).error().code, ErrorCode::Cancelled);
    }

private:
    [[nodiscard]] tools::CompletionQuery queryOf(const QString &of,
                                                 const QString &argument,
                                                 const QString &typed) const
    {
        tools::CompletionQuery query;
        query.of = of;
        query.argument = argument;
        query.typed = typed;
        query.caller.userId = m_jira->userId();
        return query;
    }

    [[nodiscard]] Result<tools::Completion> complete(const QString &of,
                                                     const QString &argument,
                                                     const QString &typed)
    {
        return QCoro::waitFor(m_jira->resources.complete(queryOf(of, argument, typed)));
    }

    [[nodiscard]] QStringList values(const QString &of,
                                     const QString &argument,
                                     const QString &typed)
    {
        const auto completion = complete(of, argument, typed);
        return completion ? completion->values : QStringList{completion.error().message};
    }

    std::unique_ptr<JiraFixture> m_jira;
};

QTEST_GUILESS_MAIN(TestJiraSuggestions)
#include "tst_jirasuggestions.moc"
