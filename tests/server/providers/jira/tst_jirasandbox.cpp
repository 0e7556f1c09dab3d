// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/jira/jirafixture.h"

#include <QJsonArray>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::SignInMethod;
using sandbox::FaultRule;
using tests::JiraFixture;

namespace {

const QString ada = u"ada@northwind.example"_s;

net::NetworkHttpClient::Options quickRetries()
{
    net::NetworkHttpClient::Options options;
    options.retry.base = std::chrono::milliseconds(1);
    return options;
}

QJsonObject arguments(std::initializer_list<std::pair<QString, QJsonValue>> members)
{
    QJsonObject object;
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

} // namespace

/** The provider over the real HTTP client against the sandbox, which refuses what Jira refuses. */
class TestJiraSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<sandbox::Sandbox>();
        QVERIFY(m_sandbox->start());
        m_http = std::make_unique<net::NetworkHttpClient>(quickRetries());
        m_jira = std::make_unique<JiraFixture>(*m_http);
    }

    void cleanup()
    {
        m_jira.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void connectsWithBothKindsOfTokens()
    {
        const auto classic = m_jira->signIn(m_sandbox->url(), ada, "sandbox-api-token-ada"_ba);
        QVERIFY2(classic, classic ? "" : qPrintable(classic.error().message));
        QCOMPARE(classic->connection.method, SignInMethod::ApiToken);
        QVERIFY(classic->projectCount > 0);
        const auto scoped = m_jira->signIn(m_sandbox->url(), ada, "sandbox-scoped-token-ada"_ba);
        QVERIFY2(scoped, scoped ? "" : qPrintable(scoped.error().message));
        QCOMPARE(scoped->connection.method, SignInMethod::ScopedApiToken);
        QCOMPARE(scoped->connection.apiBase, QUrl(m_sandbox->gatewayUrl()));
        QCOMPARE(scoped->connection.id, classic->connection.id);
        QVERIFY(!m_jira->call(u"list_projects"_s, {}).isError);
    }

    void saysThatAScopedTokenMayOnlyRead()
    {
        const auto reader = m_jira->signIn(
            m_sandbox->url(), u"ben@northwind.example"_s, "sandbox-scoped-token-ben"_ba);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().message));
        QCOMPARE(reader->connection.limitations,
                 QStringList{u"The token may only read: it lacks the scope write:jira-work."_s});
    }

    void refusesAWrongToken()
    {
        const auto refused = m_jira->signIn(m_sandbox->url(), ada, "wrong"_ba);
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
                 u"Jira refused the e-mail or API token for %1 (401)."_s.arg(
                     QUrl(m_sandbox->url()).authority()));
        QCOMPARE(m_jira->stored().list(m_jira->userId())->size(), 0);
    }

    void usesEveryTool()
    {
        connectAsAda();
        const QString projects = textOf(u"list_projects"_s, {});
        QVERIFY2(projects.contains("\nWEB  "_L1), qPrintable(projects));
        const QString found =
            textOf(u"jira_search"_s,
                   arguments({{u"jql"_s, u"project = WEB ORDER BY created DESC"_s},
                              {u"fields"_s, QJsonArray{u"priority"_s}},
                              {u"limit"_s, 3}}));
        QVERIFY2(found.startsWith("3 of about "_L1), qPrintable(found));
        QVERIFY(found.contains("More: call again with cursor: \""_L1));
        const QString created =
            textOf(u"jira_create_issue"_s,
                   arguments({{u"project"_s, u"WEB"_s},
                              {u"type"_s, u"Task"_s},
                              {u"summary"_s, u"Try the sandbox"_s},
                              {u"description"_s, u"# Why\n\n- one\n- **two**"_s},
                              {u"assignee"_s, u"me"_s},
                              {u"labels"_s, QJsonArray{u"trial"_s}}}));
        QVERIFY2(created.startsWith("Created WEB-"_L1), qPrintable(created));
        const QString key = created.section(u' ', 1, 1);
        const QString commented = textOf(
            u"jira_add_comment"_s, arguments({{u"key"_s, key}, {u"body"_s, u"Looks `good`."_s}}));
        QVERIFY2(commented.startsWith(u"Commented on "_s + key), qPrintable(commented));
        const QString issue =
            textOf(u"jira_get_issue"_s,
                   arguments({{u"key"_s, key}, {u"include"_s, QJsonArray{u"comments"_s}}}));
        for (const QString &part : {key + u"  Try the sandbox"_s,
                                    u"Assignee: Ada Lindqvist"_s,
                                    u"Labels: trial"_s,
                                    u"# Why\n\n- one\n- **two**"_s,
                                    u"Looks `good`."_s})
            QVERIFY2(issue.contains(part), qPrintable(part + u" is not in\n"_s + issue));
    }

    void pagesThroughASearch()
    {
        connectAsAda();
        QJsonObject given =
            arguments({{u"jql"_s, u"project = WEB ORDER BY key"_s}, {u"limit"_s, 20}});
        QSet<QString> keys;
        for (int page = 0; page < 50; ++page) {
            const QString text = textOf(u"jira_search"_s, given);
            const QStringList lines = text.split(u'\n');
            for (const QString &line : lines) {
                if (!line.startsWith("WEB-"_L1))
                    continue;
                QVERIFY2(!keys.contains(line.section(u' ', 0, 0)), qPrintable(line));
                keys.insert(line.section(u' ', 0, 0));
            }
            if (!text.contains("cursor: \""_L1))
                break;
            given.insert("cursor"_L1, text.section(u"cursor: \""_s, 1).section(u'"', 0, 0));
        }
        const QString counted = textOf(
            u"jira_search"_s, arguments({{u"jql"_s, u"project = WEB"_s}, {u"count_only"_s, true}}));
        QCOMPARE(counted, u"About %1 issues match."_s.arg(keys.size()));
    }

    void survivesFaults_data()
    {
        QTest::addColumn<FaultRule::Kind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("busy twice") << FaultRule::Kind::Status << 503 << 2 << true;
        QTest::newRow("busy for long") << FaultRule::Kind::Status << 503 << 3 << false;
        QTest::newRow("HTML") << FaultRule::Kind::Html << 0 << 1 << false;
        QTest::newRow("garbage") << FaultRule::Kind::Garbage << 0 << 1 << false;
        QTest::newRow("too large") << FaultRule::Kind::Huge << 0 << 1 << false;
        QTest::newRow("cut") << FaultRule::Kind::Cut << 0 << -1 << false;
    }
    void survivesFaults()
    {
        QFETCH(FaultRule::Kind, kind);
        QFETCH(int, status);
        QFETCH(int, count);
        connectAsAda();
        FaultRule rule;
        rule.kind = kind;
        rule.status = status;
        rule.count = count;
        rule.path = u"/rest/api/3/project/search"_s;
        m_sandbox->faults().add(rule);
        const auto result = m_jira->call(u"list_projects"_s, {});
        QTEST(!result.isError, "succeeds");
        m_sandbox->faults().clear();
        QVERIFY(!m_jira->call(u"list_projects"_s, {}).isError);
    }

    void createsOnceWhenTheAnswerIsCut()
    {
        connectAsAda();
        FaultRule rule;
        rule.kind = FaultRule::Kind::Cut;
        rule.method = "POST"_ba;
        rule.path = u"/rest/api/3/issue"_s;
        m_sandbox->faults().add(rule);
        const auto result = m_jira->call(u"jira_create_issue"_s,
                                         arguments({{u"project"_s, u"WEB"_s},
                                                    {u"type"_s, u"Task"_s},
                                                    {u"summary"_s, u"Made once"_s}}));
        QVERIFY(result.isError);
        QVERIFY(JiraFixture::textOf(result).startsWith("It is not known whether"_L1));
        int made = 0;
        for (const auto &issue : m_sandbox->site().issues)
            made += issue.summary == "Made once"_L1 ? 1 : 0;
        QCOMPARE(made, 1);
    }

private:
    void connectAsAda()
    {
        const auto report = m_jira->signIn(m_sandbox->url(), ada, "sandbox-api-token-ada"_ba);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    }

    QString textOf(const QString &tool, const QJsonObject &given)
    {
        return JiraFixture::textOf(m_jira->call(tool, given));
    }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<JiraFixture> m_jira;
};

QTEST_GUILESS_MAIN(TestJiraSandbox)
#include "tst_jirasandbox.moc"
