// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassiantester.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** Atlassian's token endpoint and api.atlassian.com. */
class TestSandboxAtlassian final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void exchangesACode();
    void givesARefreshTokenForOfflineAccessOnly();
    void refusesAnExchange_data();
    void refusesAnExchange();
    void asksForTheVerifierOfAChallenge();
    void ignoresAVerifierWithoutAChallenge();
    void refusesATokenRequest_data();
    void refusesATokenRequest();
    void rotatesRefreshTokens();
    void listsTheGrantedSites();
    void addsASiteToTheGrant();
    void letsABearerInToItsSite();
    void refusesABearer_data();
    void refusesABearer();
    void refusesABearerOnTheSiteItself();
    void takesScopedTokensAtTheApi();

private:
    std::unique_ptr<AtlassianTester> m_atlassian;
};

void TestSandboxAtlassian::init()
{
    m_atlassian = std::make_unique<AtlassianTester>();
    QVERIFY(m_atlassian->start());
}

void TestSandboxAtlassian::exchangesACode()
{
    const AtlassianTester::Answer answer = m_atlassian->signIn();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json["token_type"_L1].toString(), u"Bearer"_s);
    QCOMPARE(answer.json["expires_in"_L1].toInt(), 3600);
    QCOMPARE(answer.json["scope"_L1].toString(), u"read:jira-work read:jira-user offline_access"_s);
    const QString access = answer.json["access_token"_L1].toString();
    QVERIFY(access.startsWith("eyJ"_L1) && access.size() > 1000);
    QVERIFY(!answer.json["refresh_token"_L1].toString().isEmpty());
    QVERIFY(m_atlassian->signIn().json["access_token"_L1].toString() != access);
}

void TestSandboxAtlassian::givesARefreshTokenForOfflineAccessOnly()
{
    const AtlassianTester::Answer answer = m_atlassian->signIn(u"read:jira-work"_s);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json.contains("refresh_token"_L1));
}

void TestSandboxAtlassian::refusesAnExchange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *title,
                        const QString &name,
                        const QJsonValue &value,
                        int status,
                        const QString &error) {
        QTest::newRow(title) << name << value << status << error;
    };
    const QJsonValue none(QJsonValue::Undefined);
    row("secret", u"client_secret"_s, u"wrong"_s, 401, u"access_denied"_s);
    row("app", u"client_id"_s, u"wrong"_s, 401, u"access_denied"_s);
    row("no secret", u"client_secret"_s, none, 400, u"invalid_request"_s);
    row("number", u"client_secret"_s, 7, 400, u"invalid_request"_s);
    row("no code", u"code"_s, none, 400, u"invalid_request"_s);
    row("code", u"code"_s, u"wrong"_s, 403, u"invalid_grant"_s);
    row("redirect", u"redirect_uri"_s, AtlassianTester::callback() + u'2', 403, u"invalid_grant"_s);
    row("no redirect", u"redirect_uri"_s, none, 400, u"invalid_request"_s);
    row("grant type", u"grant_type"_s, u"password"_s, 400, u"unsupported_grant_type"_s);
}

void TestSandboxAtlassian::refusesAnExchange()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QFETCH(int, status);
    QFETCH(QString, error);
    QJsonObject body = m_atlassian->exchangeBody(m_atlassian->code());
    body.insert(name, value);
    const AtlassianTester::Answer answer = m_atlassian->token(body);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json["error"_L1].toString(), error);
    if (status == 401)
        QCOMPARE(answer.json["error_description"_L1].toString(), u"Unauthorized"_s);
    QVERIFY(!answer.body.contains("sandbox-jira-secret"));
}

void TestSandboxAtlassian::asksForTheVerifierOfAChallenge()
{
    const QByteArray verifier(50, 'v');
    const QByteArray challenge =
        QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QString scope = u"read:jira-work"_s;
    const auto exchanged = [&](const QString &given) {
        QJsonObject body = m_atlassian->exchangeBody(
            m_atlassian->code(scope, u"Northwind"_s, QString::fromLatin1(challenge)));
        if (!given.isEmpty())
            body.insert(u"code_verifier"_s, given);
        return m_atlassian->token(body).status;
    };
    QCOMPARE(exchanged({}), 403);
    QCOMPARE(exchanged(QString(50, u'w')), 403);
    QCOMPARE(exchanged(QString::fromLatin1(verifier)), 200);
}

void TestSandboxAtlassian::ignoresAVerifierWithoutAChallenge()
{
    QJsonObject body = m_atlassian->exchangeBody(m_atlassian->code());
    body.insert(u"code_verifier"_s, u"anything"_s);
    QCOMPARE(m_atlassian->token(body).status, 200);
}

void TestSandboxAtlassian::refusesATokenRequest_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("GET") << "GET"_ba
                         << "application/json"_ba
                         << ""_ba << 405;
    QTest::newRow("form") << "POST"_ba
                          << "application/x-www-form-urlencoded"_ba
                          << "a=b"_ba << 415;
    QTest::newRow("no JSON") << "POST"_ba
                             << "application/json"_ba
                             << "{,}"_ba << 400;
    QTest::newRow("array") << "POST"_ba
                           << "application/json"_ba
                           << "[]"_ba << 400;
    QTest::newRow("empty") << "POST"_ba
                           << "application/json"_ba
                           << "{}"_ba << 400;
}

void TestSandboxAtlassian::refusesATokenRequest()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const AtlassianTester::Answer answer = m_atlassian->ask(
        m_atlassian->sandbox().atlassianAuthUrl(), method, "/oauth/token", {}, body, type);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json["error"_L1].toString(), u"invalid_request"_s);
}

void TestSandboxAtlassian::rotatesRefreshTokens()
{
    const QString first = m_atlassian->signIn().json["refresh_token"_L1].toString();
    const AtlassianTester::Answer second = m_atlassian->refresh(first);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.json["expires_in"_L1].toInt(), 3600);
    QVERIFY(second.json["refresh_token"_L1].toString() != first);
    QCOMPARE(
        m_atlassian
            ->api("/oauth/token/accessible-resources", second.json["access_token"_L1].toString())
            .status,
        200);
    const AtlassianTester::Answer reused = m_atlassian->refresh(first);
    QCOMPARE(reused.status, 403);
    QCOMPARE(reused.body,
             "{\"error\":\"invalid_grant\",\"error_description\":\"Unknown or invalid refresh "
             "token.\"}"_ba);
    QCOMPARE(m_atlassian->refresh(second.json["refresh_token"_L1].toString()).status, 403);
    QCOMPARE(m_atlassian->sandbox().jiraGrants().counts().reusesDetected, 1);
    QCOMPARE(m_atlassian->refresh(u"unknown"_s).status, 403);
}

void TestSandboxAtlassian::listsTheGrantedSites()
{
    const QString access = m_atlassian->signIn().json["access_token"_L1].toString();
    const AtlassianTester::Answer answer =
        m_atlassian->api("/oauth/token/accessible-resources", access);
    QCOMPARE(answer.status, 200);
    const QJsonArray sites = QJsonDocument::fromJson(answer.body).array();
    QCOMPARE(sites.size(), 1);
    QCOMPARE(sites[0]["id"_L1].toString(), m_atlassian->sandbox().site().cloudId());
    QCOMPARE(sites[0]["url"_L1].toString(), m_atlassian->sandbox().url());
    QCOMPARE(sites[0]["name"_L1].toString(), u"northwind"_s);
    const QJsonArray scopes{u"read:jira-work"_s, u"read:jira-user"_s};
    QCOMPARE(sites[0]["scopes"_L1].toArray(), scopes);
    QVERIFY(sites[0]["avatarUrl"_L1].isString());
    QCOMPARE(m_atlassian->api("/oauth/token/accessible-resources", u"x"_s).status, 401);
}

void TestSandboxAtlassian::addsASiteToTheGrant()
{
    const QString first = m_atlassian->signIn().json["access_token"_L1].toString();
    QCOMPARE(m_atlassian->signIn(u"write:jira-work"_s, u"Tidewater"_s).status, 200);
    const AtlassianTester::Answer answer =
        m_atlassian->api("/oauth/token/accessible-resources", first);
    const QJsonArray sites = QJsonDocument::fromJson(answer.body).array();
    QCOMPARE(sites.size(), 2);
    QVERIFY(sites[0]["scopes"_L1].toArray().contains(u"write:jira-work"_s));
}

void TestSandboxAtlassian::letsABearerInToItsSite()
{
    const QString access = m_atlassian->signIn().json["access_token"_L1].toString();
    const AtlassianTester::Answer myself =
        m_atlassian->api(m_atlassian->gatewayPath("/rest/api/3/myself"), access);
    QCOMPARE(myself.status, 200);
    QCOMPARE(myself.json["emailAddress"_L1].toString(), u"ada@northwind.example"_s);
    QVERIFY(myself.json["self"_L1].toString().startsWith(m_atlassian->sandbox().atlassianApiUrl()
                                                         + u"/ex/jira/"_s));
    QCOMPARE(m_atlassian->api(m_atlassian->gatewayPath("/rest/api/3/nope"), access).status, 404);
    QCOMPARE(m_atlassian->api("/elsewhere", access).status, 404);
}

void TestSandboxAtlassian::refusesABearer_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("site");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray noScope = "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}";
    const QByteArray noSite = "{\"code\":404,\"message\":\"Not Found\"}";
    const QByteArray myself = "/rest/api/3/myself";
    const QString work = u"read:jira-work"_s;
    QTest::newRow("scope") << work << myself << u"northwind"_s << 401 << noScope;
    QTest::newRow("site") << work << myself << u"tidewater"_s << 404 << noSite;
}

void TestSandboxAtlassian::refusesABearer()
{
    QFETCH(QString, scope);
    QFETCH(QByteArray, path);
    QFETCH(QString, site);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const QString access = m_atlassian->signIn(scope).json["access_token"_L1].toString();
    const AtlassianTester::Answer answer =
        m_atlassian->api(m_atlassian->gatewayPath(path, site), access);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    const AtlassianTester::Answer unknown =
        m_atlassian->api(m_atlassian->gatewayPath(path, site), access + u'x');
    QCOMPARE(unknown.status, 401);
    QCOMPARE(unknown.body, "{\"code\":401,\"message\":\"Unauthorized\"}"_ba);
}

void TestSandboxAtlassian::refusesABearerOnTheSiteItself()
{
    const QByteArray bearer =
        "Bearer " + m_atlassian->signIn().json["access_token"_L1].toString().toLatin1();
    QCOMPARE(
        m_atlassian->ask(m_atlassian->sandbox().url(), "GET", "/rest/api/3/myself", bearer).status,
        401);
    QCOMPARE(m_atlassian
                 ->ask(m_atlassian->sandbox().url(),
                       "GET",
                       m_atlassian->gatewayPath("/rest/api/3/myself"),
                       bearer)
                 .status,
             401);
}

void TestSandboxAtlassian::takesScopedTokensAtTheApi()
{
    const QByteArray basic =
        "Basic " + QByteArray("ada@northwind.example:sandbox-scoped-token-ada").toBase64();
    for (const QString &origin :
         {m_atlassian->sandbox().atlassianApiUrl(), m_atlassian->sandbox().url()})
        QCOMPARE(
            m_atlassian->ask(origin, "GET", m_atlassian->gatewayPath("/rest/api/3/myself"), basic)
                .status,
            200);
}

QTEST_GUILESS_MAIN(TestSandboxAtlassian)
#include "tst_sandboxatlassian.moc"
