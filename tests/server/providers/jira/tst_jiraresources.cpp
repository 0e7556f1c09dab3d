// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/jirafixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;

namespace {

const QString issueUri = u"jira://company.atlassian.net/issue/ABC-1"_s;
const QString api = u"https://company.atlassian.net/rest/api/3"_s;

QByteArray issueAnswer(const QByteArray &summary, const QByteArray &description = {})
{
    const QJsonObject fields{{u"summary"_s, QString::fromUtf8(summary)},
                             {u"description"_s, QString::fromUtf8(description)}};
    return QJsonDocument({{u"key"_s, u"ABC-1"_s}, {u"fields"_s, fields}}).toJson();
}

const QString fields =
    u"summary%2Cstatus%2Cissuetype%2Cpriority%2Cassignee%2Creporter%2Cparent%2Csubtasks%2C"
    "issuelinks%2Clabels%2Ccomponents%2CfixVersions%2Cresolution%2Cduedate%2Ccreated%2Cupdated%2C"
    "description"_s;
const QString issueUrl = api + u"/issue/ABC-1?fields=%1&expand=names"_s.arg(fields);
const QString commentsUrl = api + u"/issue/ABC-1/comment?maxResults=20&orderBy=-created"_s;

} // namespace

/** Jira's resources as one caller sees them. */
class TestJiraResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_jira = std::make_unique<JiraFixture>(); }

    void listsEachSiteOnce()
    {
        QVERIFY(m_jira->resources.list(caller()).isEmpty());
        m_jira->connect(u"company.atlassian.net"_s);
        m_jira->connect(u"other.atlassian.net"_s);
        QCOMPARE(uris(caller()),
                 (QStringList{u"jira://company.atlassian.net"_s, u"jira://other.atlassian.net"_s}));
        QVERIFY(m_jira->http.requests().isEmpty());
    }

    void listsOnlyWhatTheKeyMayUse()
    {
        m_jira->connect(u"company.atlassian.net"_s);
        tools::Caller limited = caller();
        limited.connectionIds.append(m_jira->connect(u"other.atlassian.net"_s).id);
        QCOMPARE(uris(limited), QStringList{u"jira://other.atlassian.net"_s});
        QCOMPARE(read(issueUri, limited).error().code, ErrorCode::NotFound);
        QVERIFY(!m_jira->resources.follow(issueUri, limited));
        QVERIFY(m_jira->http.requests().isEmpty());
    }

    void showsAnotherUserNothing()
    {
        m_jira->connect();
        tools::Caller stranger;
        stranger.userId = u"usr_other"_s;
        QVERIFY(m_jira->resources.list(stranger).isEmpty());
        QCOMPARE(read(issueUri, stranger).error().code, ErrorCode::NotFound);
        const auto following = m_jira->resources.follow(issueUri, stranger);
        QVERIFY(!following);
        QCOMPARE(following.error().code, ErrorCode::NotFound);
        QVERIFY(m_jira->http.requests().isEmpty());
    }

    void readsAnIssueWithItsComments()
    {
        m_jira->connect();
        m_jira->http.plan("GET"_ba, issueUrl, 200, issueAnswer("It fails"));
        m_jira->http.plan("GET"_ba, commentsUrl, 200, R"({"total":0,"comments":[]})"_ba);
        const auto contents = read(issueUri, caller());
        QVERIFY(contents);
        QCOMPARE(contents->size(), 1);
        QCOMPARE(contents->first().kind, tools::Content::Kind::Resource);
        QCOMPARE(contents->first().uri, issueUri);
        QCOMPARE(contents->first().mimeType, u"text/markdown"_s);
        QCOMPARE(contents->first().text,
                 u"ABC-1  It fails\nhttps://company.atlassian.net/browse/ABC-1\n\nNo comments."_s);
    }

    void triesTheOtherAccountOfTheSame()
    {
        m_jira->connect();
        connections::Connection second = m_jira->connect(u"other.atlassian.net"_s);
        second.id.clear();
        second.name = u"company.atlassian.net"_s;
        second.site = QUrl(u"https://company.atlassian.net"_s);
        second.apiBase = second.site;
        second.account = u"admin@example.com"_s;
        QVERIFY(m_jira->stored().save(second, Secret("token2"_ba)));
        m_jira->http.plan("GET"_ba, issueUrl, 404, "{}"_ba);
        m_jira->http.plan("GET"_ba, commentsUrl, 404, "{}"_ba);
        m_jira->http.plan("GET"_ba, issueUrl, 200, issueAnswer("Secret"));
        m_jira->http.plan("GET"_ba, commentsUrl, 200, R"({"total":0,"comments":[]})"_ba);
        const auto contents = read(issueUri, caller());
        QVERIFY(contents);
        QVERIFY(contents->first().text.contains("Secret"_L1));
    }

    void saysWhatIsNotThere_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::newRow("other site") << u"jira://other.atlassian.net/issue/ABC-1"_s;
        QTest::newRow("no address") << u"jira://company.atlassian.net/issue/ABC"_s;
        QTest::newRow("other scheme") << u"notion://company.atlassian.net"_s;
    }
    void saysWhatIsNotThere()
    {
        QFETCH(QString, uri);
        m_jira->connect();
        QCOMPARE(read(uri, caller()).error().code, ErrorCode::NotFound);
        QVERIFY(m_jira->http.requests().isEmpty());
    }

    void handsOnWhatIsWrongWithTheSite()
    {
        m_jira->connect();
        m_jira->http.plan("GET"_ba, issueUrl, 401, "{}"_ba);
        m_jira->http.plan("GET"_ba, commentsUrl, 401, "{}"_ba);
        const auto contents = read(issueUri, caller());
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, ErrorCode::Unauthorized);
        QVERIFY(contents.error().message.contains("click Reconnect"_L1));
    }

    void followsIssuesOnly()
    {
        m_jira->connect();
        const auto site = m_jira->resources.follow(u"jira://company.atlassian.net"_s, caller());
        QVERIFY(!site);
        QCOMPARE(site.error().code, ErrorCode::InvalidInput);
    }

    void cutsWhatIsTooLong()
    {
        m_jira->connect();
        const QByteArray body = issueAnswer("S", QByteArray(150'000, 'x'));
        m_jira->http.plan("GET"_ba, issueUrl, 200, body);
        m_jira->http.plan("GET"_ba, commentsUrl, 200, R"({"total":0,"comments":[]})"_ba);
        const auto contents = read(issueUri, caller());
        QVERIFY(contents);
        QVERIFY(contents->first().text.size() < 100'200);
        QVERIFY(contents->first().text.contains("[Cut at "_L1));
    }

private:
    [[nodiscard]] tools::Caller caller() const
    {
        tools::Caller result;
        result.userId = m_jira->userId();
        return result;
    }

    [[nodiscard]] QStringList uris(const tools::Caller &caller) const
    {
        QStringList result;
        for (const tools::Resource &resource : m_jira->resources.list(caller))
            result.append(resource.uri);
        return result;
    }

    [[nodiscard]] Result<QList<tools::Content>> read(const QString &uri,
                                                     const tools::Caller &caller)
    {
        tools::ResourceRead wish;
        wish.uri = uri;
        wish.caller = caller;
        return QCoro::waitFor(m_jira->resources.read(wish));
    }

    std::unique_ptr<JiraFixture> m_jira;
};

QTEST_GUILESS_MAIN(TestJiraResources)
#include "tst_jiraresources.moc"
