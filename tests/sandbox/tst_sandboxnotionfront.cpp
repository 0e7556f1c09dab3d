// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/signinwalk.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

/** The pretended Notion behind its port: what is told at the start, faults, and a whole sign-in. */
class TestSandboxNotionFront : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void tellsWhatATestNeeds();
    void failsInNotionsForm_data();
    void failsInNotionsForm();
    void keepsJirasForm();
    void signsInOverHttp();
    void tellsNoSecretInTheJournal();
    void resetsEverything();

private:
    [[nodiscard]] QByteArray ask(const QByteArray &method,
                                 const QByteArray &target,
                                 const QByteArray &authorization,
                                 const QByteArray &body = {});
    [[nodiscard]] static QJsonObject object(const QByteArray &answer);
    [[nodiscard]] QUrl authorizeUrl() const;
    [[nodiscard]] QByteArray exchange(const QString &code);

    std::unique_ptr<Sandbox> m_sandbox;
};

namespace {

const QByteArray internal = "Bearer ntn_sandbox_internal";

} // namespace

void TestSandboxNotionFront::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
}

QByteArray TestSandboxNotionFront::ask(const QByteArray &method,
                                       const QByteArray &target,
                                       const QByteArray &authorization,
                                       const QByteArray &body)
{
    RawClient client(m_sandbox->notionUrl());
    client.send(method + ' ' + target
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization
                + "\r\nNotion-Version: 2026-03-11\r\nContent-Type: application/json\r\n"
                  "Content-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return client.answer();
}

QJsonObject TestSandboxNotionFront::object(const QByteArray &answer)
{
    return QJsonDocument::fromJson(RawClient::bodyOf(answer)).object();
}

QUrl TestSandboxNotionFront::authorizeUrl() const
{
    const OAuthClient &app = m_sandbox->notionClient();
    QUrl url(m_sandbox->notionUrl() + u"/v1/oauth/authorize"_s);
    url.setQuery({{u"client_id"_s, app.clientId},
                  {u"redirect_uri"_s, app.redirectUri},
                  {u"response_type"_s, u"code"_s},
                  {u"owner"_s, u"user"_s},
                  {u"state"_s, u"tide"_s}});
    return url;
}

QByteArray TestSandboxNotionFront::exchange(const QString &code)
{
    const OAuthClient &app = m_sandbox->notionClient();
    const QJsonObject body{{u"grant_type"_s, u"authorization_code"_s},
                           {u"code"_s, code},
                           {u"redirect_uri"_s, app.redirectUri}};
    return ask("POST",
               "/v1/oauth/token",
               "Basic " + (app.clientId.toUtf8() + ':' + app.clientSecret).toBase64(),
               QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void TestSandboxNotionFront::tellsWhatATestNeeds()
{
    const QJsonValue notion = m_sandbox->readyObject()["notion"_L1];
    QCOMPARE(notion["api"_L1].toString(), m_sandbox->notionUrl());
    QCOMPARE(notion["token"_L1].toString(), u"ntn_sandbox_internal"_s);
    QCOMPARE(notion["client_id"_L1].toString(), u"sandbox-notion-client"_s);
    QCOMPARE(notion["client_secret"_L1].toString(), u"sandbox-notion-secret"_s);
    QCOMPARE(notion["workspace"_L1]["name"_L1].toString(), u"Northwind"_s);
    const QByteArray answer = ask("GET", "/v1/users/me", internal);
    QCOMPARE(RawClient::statusOf(answer), 200);
    QCOMPARE(object(answer)["bot"_L1]["workspace_id"_L1], notion["workspace"_L1]["id"_L1]);
}

void TestSandboxNotionFront::failsInNotionsForm_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    QTest::newRow("conflict") << 409 << u"conflict_error"_s;
    QTest::newRow("rate") << 429 << u"rate_limited"_s;
    QTest::newRow("error") << 500 << u"internal_server_error"_s;
    QTest::newRow("unavailable") << 503 << u"service_unavailable"_s;
    QTest::newRow("overload") << 529 << u"service_overload"_s;
}

void TestSandboxNotionFront::failsInNotionsForm()
{
    QFETCH(int, status);
    QFETCH(QString, code);

    FaultRule rule;
    rule.status = status;
    rule.retryAfter = 7;
    rule.count = 1;
    rule.reason = u"workspace_limit"_s;
    m_sandbox->faults().add(rule);
    const QByteArray answer = ask("GET", "/v1/users/me", internal);
    QCOMPARE(RawClient::statusOf(answer), status);
    QVERIFY(answer.contains("\r\nRetry-After: 7\r\n"));
    QCOMPARE(object(answer)["code"_L1].toString(), code);
    QCOMPARE(object(answer)["additional_data"_L1]["rate_limit_reason"_L1].toString(),
             status == 429 ? u"workspace_limit"_s : QString());
    QCOMPARE(RawClient::statusOf(ask("GET", "/v1/users/me", internal)), 200);
}

void TestSandboxNotionFront::keepsJirasForm()
{
    FaultRule rule;
    rule.status = 503;
    rule.count = 1;
    m_sandbox->faults().add(rule);
    RawClient client(m_sandbox->url());
    client.send(RawClient::request("GET", "/rest/api/3/myself"));
    QVERIFY(object(client.answer()).contains("errorMessages"_L1));
}

void TestSandboxNotionFront::signsInOverHttp()
{
    SignInWalk walk;
    const QUrl redirect = walk.accept(authorizeUrl(), {u"Engineering"_s, u"Ada's notebook"_s});
    QVERIFY2(walk.offered().contains(u"Ada's notebook"_s), qUtf8Printable(walk.page()));
    QVERIFY(!walk.offered().contains(u"Ben's notebook"_s));
    const QUrlQuery query(redirect);
    QCOMPARE(query.queryItemValue(u"state"_s), u"tide"_s);
    const QByteArray answer = exchange(query.queryItemValue(u"code"_s));
    QCOMPARE(RawClient::statusOf(answer), 200);
    const QByteArray token = object(answer)["access_token"_L1].toString().toLatin1();
    const QByteArray found = ask("POST", "/v1/search", "Bearer " + token, "{\"query\":\"ideas\"}");
    QCOMPARE(object(found)["results"_L1].toArray().size(), 1);

    RawClient control(m_sandbox->notionUrl());
    control.send("GET /_sandbox/oauth HTTP/1.1\r\nHost: x\r\n\r\n");
    const QJsonValue counts = object(control.answer())["notion"_L1];
    QCOMPARE(counts["exchanges"_L1].toInt(), 1);
    QCOMPARE(counts["activeGrants"_L1].toInt(), 1);
    m_sandbox->notionGrants().revokeAll();
    QCOMPARE(object(ask("GET", "/v1/users/me", "Bearer " + token))["code"_L1].toString(),
             u"unauthorized"_s);
}

void TestSandboxNotionFront::tellsNoSecretInTheJournal()
{
    const QString code = QUrlQuery(SignInWalk().accept(authorizeUrl())).queryItemValue(u"code"_s);
    const QJsonObject tokens = object(exchange(code));
    const QByteArray token = tokens["access_token"_L1].toString().toLatin1();
    const QByteArray asked = "{\"token\":\"" + token + "\"}";
    const OAuthClient &app = m_sandbox->notionClient();
    const QByteArray basic = (app.clientId.toUtf8() + ':' + app.clientSecret).toBase64();
    QCOMPARE(object(ask("POST", "/v1/oauth/introspect", "Basic " + basic, asked))["active"_L1],
             QJsonValue(true));
    QCOMPARE(RawClient::statusOf(ask("GET", "/v1/users/me", "Bearer " + token)), 200);
    const QByteArray journal = QJsonDocument(m_sandbox->journal().toJson()).toJson();
    QVERIFY(journal.contains("/v1/oauth/introspect"));
    const QByteArrayList secrets{code.toLatin1(),
                                 token,
                                 tokens["refresh_token"_L1].toString().toLatin1(),
                                 "sandbox-password-ada",
                                 app.clientSecret,
                                 basic};
    for (const QByteArray &secret : secrets) {
        QVERIFY(!secret.isEmpty());
        QVERIFY2(!journal.contains(secret), secret.constData());
    }
}

void TestSandboxNotionFront::resetsEverything()
{
    m_sandbox->notion().limiter().setBudget(0);
    const size_t before = m_sandbox->notion().workspace().pages.size();
    m_sandbox->notion().workspace().pages.pop_back();
    QCOMPARE(RawClient::statusOf(ask("GET", "/v1/users/me", internal)), 429);
    m_sandbox->reset();
    QCOMPARE(RawClient::statusOf(ask("GET", "/v1/users/me", internal)), 200);
    QCOMPARE(m_sandbox->notion().workspace().pages.size(), before);
}

} // namespace fairlead::sandbox

QTEST_GUILESS_MAIN(fairlead::sandbox::TestSandboxNotionFront)
#include "tst_sandboxnotionfront.moc"
