// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/signinwalk.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

namespace {

const QString callback = u"http://127.0.0.1:9/callback"_s;

} // namespace

/** Atlassian's pages: from the authorize URL through login and consent back to the app. */
class TestSandboxConsent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsACodeBackToTheApp();
    void keepsTheQueryOfTheRedirect();
    void asksForOneSiteOfThePerson();
    void grantsEverySiteToAnAccountLevelApp();
    void insistsOnAChoice();
    void offersNothingToAPersonOfNoSite();
    void sendsADenialBackToTheApp();
    void asksAgainAfterAWrongPassword_data();
    void asksAgainAfterAWrongPassword();
    void showsItsOwnErrorPage_data();
    void showsItsOwnErrorPage();
    void sendsABadScopeBackToTheApp_data();
    void sendsABadScopeBackToTheApp();
    void letsAPageGetOutOfDate();
    void takesADecisionOnce();
    void wantsALoginBeforeTheDecision();
    void escapesWhatTheAppSent();
    void namesTheInputsForABrowserTest();

private:
    [[nodiscard]] QUrl authorizeUrl(const QList<QPair<QString, QString>> &changes = {}) const;
    [[nodiscard]] Response post(const QString &path, const QByteArray &form);
    [[nodiscard]] Response get(const QUrl &url);
    void startWith(const Sandbox::Options &options);
    static QString parameter(const QUrl &redirect, const QString &name);

    std::unique_ptr<Sandbox> m_sandbox;
};

void TestSandboxConsent::startWith(const Sandbox::Options &options)
{
    m_sandbox = std::make_unique<Sandbox>(options);
    QVERIFY(m_sandbox->start());
}

void TestSandboxConsent::init()
{
    Sandbox::Options options;
    options.jiraRedirect = callback;
    options.sites.append({u"tidewater"_s, 0});
    startWith(options);
}

/** A whole request, with those parameters replaced; a null value takes the parameter out. */
QUrl TestSandboxConsent::authorizeUrl(const QList<QPair<QString, QString>> &changes) const
{
    QUrl url(m_sandbox->atlassianAuthUrl() + u"/authorize"_s);
    QUrlQuery query{{u"audience"_s, u"api.atlassian.com"_s},
                    {u"client_id"_s, m_sandbox->jiraClient().clientId},
                    {u"scope"_s, u"read:jira-work offline_access"_s},
                    {u"redirect_uri"_s, callback},
                    {u"state"_s, u"the-state"_s},
                    {u"response_type"_s, u"code"_s},
                    {u"prompt"_s, u"consent"_s}};
    for (const auto &[name, value] : changes) {
        query.removeQueryItem(name);
        if (!value.isNull())
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    url.setQuery(query);
    return url;
}

Response TestSandboxConsent::get(const QUrl &url)
{
    RawClient client(m_sandbox->atlassianAuthUrl());
    client.send("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                + " HTTP/1.1\r\nHost: a\r\n\r\n");
    const QByteArray answer = client.answer();
    return {
        .status = RawClient::statusOf(answer), .headers = {}, .body = RawClient::bodyOf(answer)};
}

Response TestSandboxConsent::post(const QString &path, const QByteArray &form)
{
    RawClient client(m_sandbox->atlassianAuthUrl());
    client.send("POST " + path.toLatin1()
                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                  "Content-Length: "
                + QByteArray::number(form.size()) + "\r\n\r\n" + form);
    const QByteArray answer = client.answer();
    return {
        .status = RawClient::statusOf(answer), .headers = {}, .body = RawClient::bodyOf(answer)};
}

QString TestSandboxConsent::parameter(const QUrl &redirect, const QString &name)
{
    return QUrlQuery(redirect).queryItemValue(name, QUrl::FullyDecoded);
}

void TestSandboxConsent::sendsACodeBackToTheApp()
{
    SignInWalk ada;
    const QUrl redirect = ada.accept(authorizeUrl({{u"state"_s, u"a b&c=%/+"_s}}));
    QCOMPARE(redirect.toString(QUrl::RemoveQuery), callback);
    QVERIFY(parameter(redirect, u"code"_s).size() > 40);
    QCOMPARE(parameter(redirect, u"state"_s), u"a b&c=%/+"_s);
    QCOMPARE(ada.status(), 302);
    QVERIFY(parameter(SignInWalk().accept(authorizeUrl()), u"code"_s)
            != parameter(redirect, u"code"_s));
    const QUrl stateless = SignInWalk().accept(authorizeUrl({{u"state"_s, QString()}}));
    QVERIFY(!QUrlQuery(stateless).hasQueryItem(u"state"_s));
    QCOMPARE(m_sandbox->jiraGrants().counts().authorizations, 3);
    QCOMPARE(m_sandbox->jiraGrants().counts().codesIssued, 3);
}

void TestSandboxConsent::keepsTheQueryOfTheRedirect()
{
    const QString redirectUri = callback + u"?app=1"_s;
    QVERIFY(m_sandbox->clients().put({{u"service"_s, u"jira"_s},
                                      {u"client_id"_s, u"sandbox-jira-client"_s},
                                      {u"redirect_uri"_s, redirectUri}}));
    const QUrl redirect = SignInWalk().accept(authorizeUrl({{u"redirect_uri"_s, redirectUri}}));
    QVERIFY(redirect.toString().startsWith(redirectUri + u"&code="_s));
}

void TestSandboxConsent::asksForOneSiteOfThePerson()
{
    SignInWalk ada;
    QVERIFY(!ada.accept(authorizeUrl(), {u"Tidewater"_s}).isEmpty());
    const QStringList both{u"Northwind"_s, u"Tidewater"_s};
    QCOMPARE(ada.offered(), both);
    // The same person under the other company's address.
    SignInWalk again(u"Ada@tidewater.example"_s, u"sandbox-password-ada"_s);
    QVERIFY(!again.accept(authorizeUrl()).isEmpty());
    QCOMPARE(again.offered(), both);
}

void TestSandboxConsent::grantsEverySiteToAnAccountLevelApp()
{
    QVERIFY(m_sandbox->clients().put({{u"service"_s, u"jira"_s},
                                      {u"client_id"_s, u"sandbox-jira-client"_s},
                                      {u"access"_s, u"account"_s}}));
    SignInWalk ada;
    const QUrl redirect = ada.accept(authorizeUrl());
    QVERIFY(ada.offered().isEmpty());
    const GrantStore::Tokens tokens = m_sandbox->jiraGrants().exchange(
        u"sandbox-jira-client"_s, parameter(redirect, u"code"_s).toUtf8(), callback, {});
    const QStringList sites{m_sandbox->site().cloudId(), m_sandbox->site(u"tidewater"_s).cloudId()};
    QCOMPARE(tokens.resources, sites);
}

void TestSandboxConsent::insistsOnAChoice()
{
    SignInWalk ada;
    QVERIFY(ada.accept(authorizeUrl(), {u"Nowhere"_s}).isEmpty());
    QVERIFY(ada.problem().contains("Choose"_L1));
    QVERIFY(ada.page().contains("id=\"accept\""_L1));
    QVERIFY(ada.accept(authorizeUrl(), {u"Northwind"_s, u"Tidewater"_s}).isEmpty());
    QCOMPARE(m_sandbox->jiraGrants().counts().codesIssued, 0);
}

void TestSandboxConsent::offersNothingToAPersonOfNoSite()
{
    m_sandbox->site().users[1].isActive = false;
    m_sandbox->site(u"tidewater"_s).users[1].isActive = false;
    SignInWalk ben(u"ben@northwind.example"_s, u"sandbox-password-ben"_s);
    QVERIFY(ben.accept(authorizeUrl()).isEmpty());
    QVERIFY(ben.problem().contains("wrong"_L1));
    m_sandbox->site(u"tidewater"_s).users[1].isActive = true;
    SignInWalk elsewhere(u"ben@tidewater.example"_s, u"sandbox-password-ben"_s);
    QVERIFY(!elsewhere.accept(authorizeUrl()).isEmpty());
    QCOMPARE(elsewhere.offered(), QStringList{u"Tidewater"_s});
}

void TestSandboxConsent::sendsADenialBackToTheApp()
{
    const QUrl redirect = SignInWalk().cancel(authorizeUrl());
    QCOMPARE(redirect.toString(QUrl::RemoveQuery), callback);
    QCOMPARE(parameter(redirect, u"error"_s), u"access_denied"_s);
    QVERIFY(!parameter(redirect, u"error_description"_s).isEmpty());
    QCOMPARE(parameter(redirect, u"state"_s), u"the-state"_s);
    QVERIFY(!QUrlQuery(redirect).hasQueryItem(u"code"_s));
    QCOMPARE(m_sandbox->jiraGrants().counts().codesIssued, 0);
}

void TestSandboxConsent::asksAgainAfterAWrongPassword_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("password");
    QTest::newRow("password") << u"ada@northwind.example"_s << u"sandbox-password-ben"_s;
    QTest::newRow("token") << u"ada@northwind.example"_s << u"sandbox-api-token-ada"_s;
    QTest::newRow("nobody") << u"zoe@northwind.example"_s << u"sandbox-password-ada"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestSandboxConsent::asksAgainAfterAWrongPassword()
{
    QFETCH(QString, email);
    QFETCH(QString, password);
    SignInWalk person(email, password);
    QVERIFY(person.accept(authorizeUrl()).isEmpty());
    QCOMPARE(person.status(), 200);
    QCOMPARE(person.problem(), u"The e-mail address or the password is wrong. Try again."_s);
    QVERIFY(person.page().contains("id=\"sign-in\""_L1));
    QVERIFY(password.isEmpty() || !person.page().contains(password));
}

void TestSandboxConsent::showsItsOwnErrorPage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("unknown app") << u"client_id"_s << u"nobody"_s;
    QTest::newRow("no app") << u"client_id"_s << QString();
    QTest::newRow("other redirect") << u"redirect_uri"_s << u"http://127.0.0.1:9/other"_s;
    QTest::newRow("other port") << u"redirect_uri"_s << u"http://127.0.0.1:10/callback"_s;
    QTest::newRow("longer redirect") << u"redirect_uri"_s << callback + u'/';
    QTest::newRow("localhost") << u"redirect_uri"_s << u"http://localhost:9/callback"_s;
    QTest::newRow("no redirect") << u"redirect_uri"_s << QString();
    QTest::newRow("audience") << u"audience"_s << u"api.example.com"_s;
    QTest::newRow("no audience") << u"audience"_s << QString();
    QTest::newRow("response type") << u"response_type"_s << u"token"_s;
    QTest::newRow("no response type") << u"response_type"_s << QString();
}

void TestSandboxConsent::showsItsOwnErrorPage()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    SignInWalk ada;
    QVERIFY(ada.accept(authorizeUrl({{name, value}})).isEmpty());
    QCOMPARE(ada.status(), 400);
    QVERIFY(!ada.problem().isEmpty());
    QCOMPARE(m_sandbox->jiraGrants().counts().authorizations, 0);
}

void TestSandboxConsent::sendsABadScopeBackToTheApp_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("none") << u" "_s << false;
    QTest::newRow("misspelt") << u"read:jira-wrok"_s << false;
    QTest::newRow("one of two") << u"read:jira-work read:everything"_s << false;
    QTest::newRow("not of this app") << u"read:jira-work write:jira-work"_s << false;
    QTest::newRow("board") << u"read:board-scope:jira-software read:sprint:jira-software"_s << true;
    QTest::newRow("offline") << u"read:jira-work offline_access"_s << true;
}

void TestSandboxConsent::sendsABadScopeBackToTheApp()
{
    QFETCH(QString, scope);
    QFETCH(bool, isGood);
    const QJsonArray allowed{
        u"read:jira-work"_s, u"read:board-scope:jira-software"_s, u"read:sprint:jira-software"_s};
    QVERIFY(m_sandbox->clients().put({{u"service"_s, u"jira"_s},
                                      {u"client_id"_s, u"sandbox-jira-client"_s},
                                      {u"scopes"_s, allowed}}));
    const QUrl redirect = SignInWalk().accept(authorizeUrl({{u"scope"_s, scope}}));
    QCOMPARE(parameter(redirect, u"error"_s), isGood ? QString() : u"invalid_scope"_s);
    QCOMPARE(parameter(redirect, u"state"_s), u"the-state"_s);
    QCOMPARE(m_sandbox->jiraGrants().counts().codesIssued, isGood ? 1 : 0);
}

void TestSandboxConsent::letsAPageGetOutOfDate()
{
    const QString page = QString::fromUtf8(get(authorizeUrl()).body);
    const QString id = page.section(u"name=\"flow\" value=\""_s, 1).section(u'"', 0, 0);
    const QByteArray form =
        "email=ada%40northwind.example&password=sandbox-password-ada&flow=" + id.toLatin1();
    QVERIFY(post(u"/login"_s, form).body.contains("id=\"accept\""));
    m_sandbox->clock().advance(std::chrono::minutes(10));
    QCOMPARE(post(u"/login"_s, form).status, 400);
    QCOMPARE(post(u"/consent"_s, "decision=cancel&flow=" + id.toLatin1()).status, 400);
    QCOMPARE(post(u"/consent"_s, "decision=cancel&flow=flow_x").status, 400);
}

void TestSandboxConsent::takesADecisionOnce()
{
    const QString page = QString::fromUtf8(get(authorizeUrl()).body);
    const QByteArray id =
        page.section(u"name=\"flow\" value=\""_s, 1).section(u'"', 0, 0).toLatin1();
    const QByteArray site = m_sandbox->site().cloudId().toLatin1();
    QCOMPARE(
        post(u"/login"_s, "email=ada%40northwind.example&password=sandbox-password-ada&flow=" + id)
            .status,
        200);
    QCOMPARE(post(u"/consent"_s, "site=" + site + "&flow=" + id).status, 400);
    QCOMPARE(post(u"/consent"_s, "decision=accept&site=" + site + "&flow=" + id).status, 302);
    QCOMPARE(post(u"/consent"_s, "decision=accept&site=" + site + "&flow=" + id).status, 400);
    QCOMPARE(m_sandbox->jiraGrants().counts().codesIssued, 1);
}

void TestSandboxConsent::wantsALoginBeforeTheDecision()
{
    const QString page = QString::fromUtf8(get(authorizeUrl()).body);
    const QByteArray id =
        page.section(u"name=\"flow\" value=\""_s, 1).section(u'"', 0, 0).toLatin1();
    const QByteArray site = m_sandbox->site().cloudId().toLatin1();
    QCOMPARE(post(u"/consent"_s, "decision=accept&site=" + site + "&flow=" + id).status, 400);
    QCOMPARE(m_sandbox->jiraGrants().counts().codesIssued, 0);
    QCOMPARE(get(QUrl(m_sandbox->atlassianAuthUrl() + u"/login"_s)).status, 404);
}

void TestSandboxConsent::escapesWhatTheAppSent()
{
    const QByteArray attack = "\"><script>alert(1)</script>"_ba;
    const Response unknown = get(authorizeUrl({{u"client_id"_s, QString::fromLatin1(attack)}}));
    QCOMPARE(unknown.status, 400);
    QVERIFY(!unknown.body.contains("<script"));
    QVERIFY(unknown.body.contains("&lt;script&gt;"));
    QVERIFY(m_sandbox->clients().put({{u"service"_s, u"jira"_s},
                                      {u"client_id"_s, u"sandbox-jira-client"_s},
                                      {u"name"_s, QString::fromLatin1(attack)}}));
    QVERIFY(!get(authorizeUrl()).body.contains("<script"));
}

void TestSandboxConsent::namesTheInputsForABrowserTest()
{
    const QByteArray login = get(authorizeUrl()).body;
    for (const char *id : {"id=\"email\"", "id=\"password\"", "id=\"sign-in\""})
        QVERIFY2(login.contains(id), id);
    QVERIFY(!login.contains("<script"));
    SignInWalk ada;
    QVERIFY(ada.accept(authorizeUrl(), {u"Nowhere"_s}).isEmpty());
    const QString site = u"id=\"site-%1\""_s.arg(m_sandbox->site().cloudId());
    for (const QString &id : {u"id=\"accept\""_s, u"id=\"cancel\""_s, u"name=\"site\""_s, site})
        QVERIFY2(ada.page().contains(id), qPrintable(id));
    QVERIFY(ada.page().contains("read:jira-work"_L1));
    QVERIFY(ada.page().contains("Fairlead in the sandbox"_L1));
}

QTEST_GUILESS_MAIN(TestSandboxConsent)
#include "tst_sandboxconsent.moc"
