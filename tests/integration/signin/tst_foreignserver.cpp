// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Signing in at an authorization server that others wrote, in a real browser.
#include "server/net/networkhttpclient.h"
#include "tests/integration/signin/browserperson.h"
#include "tests/server/api/signinworld.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead;
using fairlead::providers::SignIn;
using fairlead::providers::SignInProblem;
using fairlead::providers::SignInStage;

class TestForeignServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_person = std::make_unique<BrowserPerson>(u"/api/auth/oidc/callback"_s);
        QVERIFY2(!m_person->issuer().isEmpty(), "See above why there is no browser or no server.");
        m_http = std::make_unique<net::NetworkHttpClient>();
    }

    void cleanupTestCase()
    {
        m_http.reset();
        m_person.reset();
    }

    void init()
    {
        m_world = std::make_unique<api::SignInWorld>(*m_http, authorizationServer());
        m_world->provider->userInfo = at("/me"_L1);
        QVERIFY(m_world->clients->use(u"oidc"_s, {.id = m_person->client(), .secret = Secret()}));
    }

    void cleanup() { m_world.reset(); }

    void signsIn()
    {
        const SignIn begun = begin();
        QCOMPARE(QUrlQuery(begun.url).queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        const auto page = m_person->allow(begun.url);
        QCOMPARE(page.value("status"_L1).toInt(), 200);
        QVERIFY(page.value("text"_L1).toString().contains("site.example"_L1));
        const SignIn ended = now(begun);
        QCOMPARE(ended.stage, SignInStage::Connected);
        QCOMPARE(ended.connected.size(), 1);
        QCOMPARE(ended.connected.front().connection.accountName, u"ada"_s);
        QCOMPARE(outcomes(), QStringList{u"authorization_code: granted"_s});
    }

    void theLastPageShowsNothingOfWhatCame()
    {
        const SignIn begun = begin();
        const auto page = m_person->allow(begun.url);
        const QUrlQuery came(QUrl(page.value("url"_L1).toString()));
        const QString html = page.value("html"_L1).toString();
        for (const QString &name : {u"code"_s, u"state"_s}) {
            const QString value = came.queryItemValue(name);
            QVERIFY2(value.size() > 20, qPrintable(name));
            QVERIFY2(!html.contains(value), qPrintable(name));
        }
        QVERIFY(!html.contains("<script"_L1, Qt::CaseInsensitive));
        QVERIFY(page.value("headers"_L1)
                    .toObject()
                    .value("content-security-policy"_L1)
                    .toString()
                    .contains("default-src 'none'"_L1));
    }

    void renewsWithEveryRotation()
    {
        const QString grant = signedIn();
        QSet<QByteArray> seen{m_world->tokens(grant)->accessToken.reveal(),
                              m_world->tokens(grant)->refreshToken.reveal()};
        for (int i = 1; i <= 5; ++i) {
            m_world->clock.advance(std::chrono::hours(2));
            const auto access =
                QCoro::waitFor(m_world->grants->accessToken(grant, CancellationToken()));
            QVERIFY2(access, qPrintable(access ? QString() : access.error().message));
            seen.insert(access->reveal());
            seen.insert(m_world->tokens(grant)->refreshToken.reveal());
            QCOMPARE(seen.size(), 2 + 2 * i);
            const auto proven = QCoro::waitFor(
                m_world->provider->proveSite({}, *m_world->tokens(grant), CancellationToken()));
            QVERIFY2(proven, "The renewed token is good for nothing.");
        }
        QCOMPARE(outcomes(),
                 QStringList{u"authorization_code: granted"_s}
                     + QStringList(5, u"refresh_token: granted"_s));
    }

    void renewsARefusedTokenOnce()
    {
        const QString grant = signedIn();
        const Secret refused = m_world->tokens(grant)->accessToken;
        auto first = m_world->grants->accessTokenAfter(grant, refused, CancellationToken());
        auto second = m_world->grants->accessTokenAfter(grant, refused, CancellationToken());
        const auto one = QCoro::waitFor(std::move(first));
        const auto other = QCoro::waitFor(std::move(second));
        QVERIFY(one && other && !other->isEmpty());
        QVERIFY(one->equals(other->reveal()));
        QVERIFY(!one->equals(refused.reveal()));
        QCOMPARE(outcomes().size(), 2);
    }

    void aRetiredRefreshTokenLosesTheSignIn()
    {
        const QString grant = signedIn();
        const Secret retired = m_world->tokens(grant)->refreshToken;
        QVERIFY(renewed(grant));
        const auto replayed = QCoro::waitFor(m_world->endpoint.refresh(
            authorizationServer(), {.id = m_person->client(), .secret = Secret()}, retired));
        QVERIFY(!replayed);
        QCOMPARE(replayed.error().fault, oauth::TokenFault::InvalidGrant);

        // Whoever holds a copy of it has been noticed: the server ended the whole grant.
        QSignalSpy lost(m_world->grants.get(), &oauth::Grants::lost);
        const auto refused = renewed(grant);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
        QCOMPARE(lost.count(), 1);
        QVERIFY(m_world->grants->find(grant)->isLost);
    }

    void tellsTheServerThatItIsNotWantedAnyMore()
    {
        const QString grant = signedIn();
        const Secret kept = m_world->tokens(grant)->refreshToken;
        QVERIFY(QCoro::waitFor(m_world->grants->remove(grant)));
        const auto refused = QCoro::waitFor(m_world->endpoint.refresh(
            authorizationServer(), {.id = m_person->client(), .secret = Secret()}, kept));
        QVERIFY(!refused);
        QCOMPARE(refused.error().fault, oauth::TokenFault::InvalidGrant);
    }

    void aDeniedConsentIsNoSignIn()
    {
        const SignIn begun = begin();
        const auto page = m_person->deny(begun.url);
        QVERIFY(page.value("status"_L1).toInt() < 500);
        const SignIn ended = now(begun);
        QCOMPARE(ended.stage, SignInStage::Failed);
        QCOMPARE(ended.problem, SignInProblem::Denied);
        QVERIFY(!ended.nextStep.isEmpty());
        QVERIFY(outcomes().isEmpty());
    }

    void refusesAnotherIssuer()
    {
        auto expected = authorizationServer();
        expected.issuer = u"https://as.example"_s;
        m_world->setServer(expected);
        const SignIn begun = begin();
        QVERIFY(!m_person->allow(begun.url).isEmpty());
        QCOMPARE(now(begun).problem, SignInProblem::WrongIssuer);
        QVERIFY(outcomes().isEmpty());
    }

    void refusesAResponseWithoutIssuer()
    {
        const SignIn begun = begin();
        QUrl forged = begun.redirectUri;
        QUrlQuery query{{u"code"_s, u"stolen"_s}};
        query.addQueryItem(u"state"_s, QUrlQuery(begun.url).queryItemValue(u"state"_s));
        forged.setQuery(query);
        const auto answer = QCoro::waitFor(m_http->send({.url = forged}));
        QVERIFY(answer);
        QCOMPARE(now(begun).problem, SignInProblem::WrongIssuer);
        QVERIFY(outcomes().isEmpty());
    }

    void aWrongStateEndsNothing()
    {
        const SignIn begun = begin();
        QUrl forged = begun.redirectUri;
        QUrlQuery query{{u"code"_s, u"forged"_s}, {u"state"_s, u"wrong"_s}};
        query.addQueryItem(u"iss"_s, m_person->issuer());
        forged.setQuery(query);
        QCOMPARE(QCoro::waitFor(m_http->send({.url = forged}))->status, 400);
        QVERIFY(!m_person->allow(begun.url).isEmpty());
        QCOMPARE(now(begun).stage, SignInStage::Connected);
    }

private:
    QUrl at(QLatin1StringView path) const { return QUrl(m_person->issuer() + path); }

    oauth::AuthorizationServer authorizationServer() const
    {
        oauth::AuthorizationServer server;
        server.service = u"oidc"_s;
        server.displayName = u"oidc-provider"_s;
        server.issuer = m_person->issuer();
        server.authorizationEndpoint = at("/auth"_L1);
        server.tokenEndpoint = at("/token"_L1);
        server.revocationEndpoint = at("/token/revocation"_L1);
        server.authorizationParameters.append({u"prompt"_s, u"consent"_s});
        server.scopes = QStringList{u"openid"_s, u"offline_access"_s, u"projects"_s};
        server.neededScopes = QStringList{u"offline_access"_s};
        server.authentication = oauth::ClientAuthentication::None;
        server.pkce = oauth::PkceSupport::S256;
        server.redirect = oauth::RedirectRule::AnyLoopbackPort;
        server.issuerParameter = oauth::IssuerParameter::Required;
        return server;
    }

    SignIn begin()
    {
        m_before = m_person->exchanges().size();
        const auto begun = m_world->signIns->begin(m_world->anna, u"oidc"_s);
        if (!begun)
            qFatal("%s", qUtf8Printable(begun.error().message));
        return begun->signIn;
    }

    SignIn now(const SignIn &begun) const
    {
        return m_world->signIns->find(begun.userId, begun.id).value();
    }

    /** The grant of a sign-in that went well. */
    QString signedIn()
    {
        const SignIn begun = begin();
        const auto page = m_person->allow(begun.url);
        const SignIn ended = now(begun);
        if (ended.stage != SignInStage::Connected)
            qFatal("%s\n%s",
                   qUtf8Printable(ended.message),
                   qUtf8Printable(page.value("text"_L1).toString()));
        return ended.connected.front().connection.grantId;
    }

    Result<Secret> renewed(const QString &grant)
    {
        m_world->clock.advance(std::chrono::hours(2));
        return QCoro::waitFor(m_world->grants->accessToken(grant, CancellationToken()));
    }

    /** "refresh_token: granted", since the test began its sign-in. */
    QStringList outcomes()
    {
        QStringList lines;
        const QJsonArray all = m_person->exchanges();
        for (qsizetype i = m_before; i < all.size(); ++i) {
            const QJsonObject one = all[i].toObject();
            lines.append(one.value("kind"_L1).toString() + u": "_s
                         + one.value("outcome"_L1).toString());
        }
        return lines;
    }

    std::unique_ptr<BrowserPerson> m_person;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<api::SignInWorld> m_world;
    qsizetype m_before = 0;
};

QTEST_GUILESS_MAIN(TestForeignServer)
#include "tst_foreignserver.moc"
