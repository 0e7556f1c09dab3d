// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakehttpclient.h"
#include "tests/server/api/signinworld.h"
#include "tests/server/http/rawclient.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::api;
using fairlead::http::RawClient;
using fairlead::providers::SignInProblem;
using fairlead::providers::SignInStage;

class TestLoopbackRedirects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_http = std::make_unique<fakes::FakeHttpClient>();
        oauth::AuthorizationServer server;
        server.service = u"oidc"_s;
        server.displayName = u"Example"_s;
        server.issuer = u"https://as.example"_s;
        server.authorizationEndpoint = QUrl(u"https://as.example/authorize"_s);
        server.tokenEndpoint = QUrl(u"https://as.example/token"_s);
        server.authentication = oauth::ClientAuthentication::None;
        server.pkce = oauth::PkceSupport::S256;
        server.redirect = oauth::RedirectRule::AnyLoopbackPort;
        m_world = std::make_unique<SignInWorld>(*m_http, server);
        QVERIFY(m_world->clients->use(u"oidc"_s, {.id = u"desktop"_s, .secret = Secret()}));
    }

    void cleanup()
    {
        m_world.reset();
        m_http.reset();
    }

    void opensAnAddressForEachSignIn()
    {
        const auto annas = begin(m_world->anna);
        const auto bens = begin(m_world->ben);
        QVERIFY(annas.redirectUri != bens.redirectUri);
        QCOMPARE(m_world->redirects->count(), 2);
        for (const providers::SignIn &signIn : {annas, bens}) {
            QCOMPARE(signIn.redirectUri.scheme(), u"http"_s);
            QCOMPARE(signIn.redirectUri.host(), u"127.0.0.1"_s);
            QCOMPARE(signIn.redirectUri.path(), u"/api/auth/oidc/callback"_s);
            QVERIFY(signIn.redirectUri.port() > 0 && signIn.redirectUri.port() != 8080);
            QCOMPARE(parameter(signIn.url, u"redirect_uri"_s), signIn.redirectUri.toString());
        }
    }

    void takesTheFirstPortThatIsFree()
    {
        const quint16 wanted = m_world->redirects->open(u"oidc"_s)->port();
        const quint16 free = m_world->redirects->open(u"oidc"_s)->port();
        m_world->redirects->close(QUrl(u"http://127.0.0.1:%1"_s.arg(free)));
        QTRY_COMPARE(m_world->redirects->count(), 1);
        const QList<quint16> ports{wanted, free};
        QCOMPARE(m_world->redirects->open(u"oidc"_s, ports)->port(), int(free));
        const auto other = m_world->redirects->open(u"oidc"_s, ports);
        QVERIFY(other && !ports.contains(other->port()));
    }

    void answersTheBrowserAndEnds()
    {
        const auto signIn = begin(m_world->anna);
        planTokens();
        RawClient browser(portOf(signIn));
        browser.get(goodResponse(signIn), "Sec-Fetch-Site: cross-site\r\n");
        const auto page = browser.response();
        QVERIFY(page);
        QCOMPARE(page->status, 200);
        QVERIFY(page->body.contains("site.example"));
        QCOMPARE(stageOf(signIn), SignInStage::Connected);
        QTRY_COMPARE(m_world->redirects->count(), 0);
        QVERIFY(isClosed(signIn));
    }

    void aHundredStrangersEndNothing()
    {
        const QByteArray callback = "/api/auth/oidc/callback"_ba;
        const std::vector<std::pair<QByteArray, int>> strangers{
            {"/favicon.ico"_ba, 404},
            {"/"_ba, 404},
            {"/api/auth/jira/callback?code=x&state=AAAA"_ba, 404},
            {callback, 400},
            {callback + "?code=x", 400},
            {callback + "?code=x&state=", 400},
            {callback + "?code=x&state=AAAA", 400},
            {callback + "?error=access_denied&state=AAAA", 400}};
        const auto signIn = begin(m_world->anna);
        for (size_t i = 0; i < 100; ++i) {
            const auto &[path, status] = strangers[i % strangers.size()];
            RawClient stranger(portOf(signIn));
            stranger.get(path);
            const auto answer = stranger.response();
            QVERIFY(answer);
            QCOMPARE(answer->status, status);
        }
        QCOMPARE(stageOf(signIn), SignInStage::WaitingForBrowser);
        finish(signIn);
    }

    void aResponseThatIsOneTwiceIsNone_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("two states") << "&state=AAAA"_ba;
        QTest::newRow("two codes") << "&code=y"_ba;
        QTest::newRow("two issuers") << "&iss=https://as.example&iss=https://as.example"_ba;
    }

    void aResponseThatIsOneTwiceIsNone()
    {
        QFETCH(const QByteArray, more);
        const auto signIn = begin(m_world->anna);
        RawClient browser(portOf(signIn));
        browser.get(goodResponse(signIn) + more);
        QCOMPARE(browser.response()->status, 400);
        QCOMPARE(stageOf(signIn), SignInStage::WaitingForBrowser);
        finish(signIn);
    }

    void looksDoNotUseUpTheCode()
    {
        const auto signIn = begin(m_world->anna);
        RawClient scanner(portOf(signIn));
        scanner.send("HEAD " + goodResponse(signIn) + " HTTP/1.1\r\nHost: " + scanner.host()
                     + "\r\n\r\n");
        QCOMPARE(scanner.response(true)->status, 400);
        QCOMPARE(stageOf(signIn), SignInStage::WaitingForBrowser);
        finish(signIn);
    }

    void refusesAnotherHost()
    {
        const auto signIn = begin(m_world->anna);
        RawClient rebound(portOf(signIn));
        rebound.send("GET " + goodResponse(signIn) + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        QCOMPARE(rebound.response()->status, 421);
        QCOMPARE(stageOf(signIn), SignInStage::WaitingForBrowser);
        finish(signIn);
    }

    void takesOneResponseWhileItIsBeingProven()
    {
        const auto signIn = begin(m_world->anna);
        m_http->planHang("POST"_ba, u"https://as.example/token"_s);
        RawClient first(portOf(signIn));
        first.get(goodResponse(signIn));
        QTRY_COMPARE(m_http->requests().size(), 1);
        RawClient second(portOf(signIn));
        second.get(goodResponse(signIn));
        // The same tab loaded twice, or somebody with a copy of the address.
        const auto refused = second.response();
        QVERIFY(refused);
        QCOMPARE(refused->status, 400);
        QVERIFY(m_world->signIns->cancel(m_world->anna, signIn.id));
        QVERIFY(first.response());
        QCOMPARE(m_http->requests().size(), 1);
        QTRY_COMPARE(m_world->redirects->count(), 0);
    }

    void endsWhenThePersonCancels()
    {
        const auto signIn = begin(m_world->anna);
        QVERIFY(m_world->signIns->cancel(m_world->anna, signIn.id));
        QTRY_COMPARE(m_world->redirects->count(), 0);
        QVERIFY(isClosed(signIn));
    }

    void saysNoMoreThanThePersonNeeds()
    {
        const auto signIn = begin(m_world->anna);
        RawClient browser(portOf(signIn));
        browser.get("/api/auth/oidc/callback?error=access_denied&error_description=%3Cscript%3E"
                    "alert(1)&state="
                    + stateOf(signIn));
        const auto page = browser.response();
        QVERIFY(page);
        for (const QByteArray &secret : {"<script"_ba, "alert(1)"_ba, stateOf(signIn)})
            QVERIFY2(!page->body.contains(secret), secret.constData());
        QCOMPARE(page->field("X-Content-Type-Options"), "nosniff"_ba);
        QCOMPARE(page->field("X-Frame-Options"), "DENY"_ba);
        QCOMPARE(page->field("Referrer-Policy"), "no-referrer"_ba);
        QCOMPARE(page->field("Cache-Control"), "no-store"_ba);
        const QByteArray policy = page->field("Content-Security-Policy");
        for (const char *rule : {"default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"})
            QVERIFY2(policy.contains(rule), policy.constData());
        QCOMPARE(m_world->signIns->find(m_world->anna, signIn.id)->problem, SignInProblem::Denied);
        QTRY_COMPARE(m_world->redirects->count(), 0);
    }

private:
    providers::SignIn begin(const QString &userId)
    {
        const auto begun = m_world->signIns->begin(userId, u"oidc"_s);
        if (!begun)
            qFatal("%s", qUtf8Printable(begun.error().message));
        return begun->signIn;
    }

    static QString parameter(const QUrl &url, const QString &name)
    {
        return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
    }

    static QByteArray stateOf(const providers::SignIn &signIn)
    {
        return parameter(signIn.url, u"state"_s).toLatin1();
    }

    static quint16 portOf(const providers::SignIn &signIn)
    {
        return static_cast<quint16>(signIn.redirectUri.port());
    }

    static QByteArray goodResponse(const providers::SignIn &signIn)
    {
        return "/api/auth/oidc/callback?code=good&state=" + stateOf(signIn);
    }

    SignInStage stageOf(const providers::SignIn &signIn) const
    {
        return m_world->signIns->find(signIn.userId, signIn.id)->stage;
    }

    static bool isClosed(const providers::SignIn &signIn)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, portOf(signIn));
        return !socket.waitForConnected() && socket.error() == QTcpSocket::ConnectionRefusedError;
    }

    void planTokens()
    {
        m_http->plan("POST"_ba,
                     u"https://as.example/token"_s,
                     200,
                     "{\"access_token\":\"at\",\"refresh_token\":\"rt\",\"token_type\":\"Bearer\","
                     "\"expires_in\":3600}");
    }

    /** The address still does what it is there for. */
    void finish(const providers::SignIn &signIn)
    {
        planTokens();
        RawClient browser(portOf(signIn));
        browser.get(goodResponse(signIn));
        QCOMPARE(browser.response()->status, 200);
        QCOMPARE(stageOf(signIn), SignInStage::Connected);
        QTRY_COMPARE(m_world->redirects->count(), 0);
    }

    std::unique_ptr<fakes::FakeHttpClient> m_http;
    std::unique_ptr<SignInWorld> m_world;
};

QTEST_GUILESS_MAIN(TestLoopbackRedirects)
#include "tst_loopbackredirects.moc"
