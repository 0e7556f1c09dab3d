// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/oauth/clientregistry.h"
#include "tests/sandbox/oauth/grantstore.h"
#include "tests/sandbox/sandboxclock.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;
using namespace std::chrono_literals;
using Refusal = GrantStore::Refusal;

namespace {

const QString app = u"app"_s;
const QString callback = u"http://127.0.0.1:1/callback"_s;

} // namespace

/** Codes, tokens and their ends, without any service around them. */
class TestSandboxGrants final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesTokensForACode();
    void givesNoRefreshTokenWithoutOfflineAccess();
    void refusesACode_data();
    void refusesACode();
    void usesACodeUpEvenWhenItIsRefused();
    void revokesWhatAReusedCodeGave();
    void rotatesTheRefreshToken();
    void endsTheFamilyWhenAnOldRefreshTokenComesBack();
    void keepsTheFamilyWhenToldSo();
    void forgivesReuseWithinTheLeeway();
    void endsTheOldAccessTokenAWhileAfterTheRefresh();
    void letsTimeRunOut();
    void letsTheWholeFamilyEndAfterAYear();
    void addsAConsentToTheGrant();
    void revokesByToken();
    void revokesAll();
    void mintsTokensThatDiffer();
    void registersAndChangesApps();
    void refusesABadApp_data();
    void refusesABadApp();

private:
    [[nodiscard]] GrantStore::Tokens signIn(const QStringList &resources = {u"site-1"_s});

    std::unique_ptr<SandboxClock> m_clock;
    GrantStore::Consent m_consent;
    std::unique_ptr<GrantStore> m_store;
};

void TestSandboxGrants::init()
{
    m_clock = std::make_unique<SandboxClock>(
        QDateTime::fromString(u"2026-11-20T12:00:00Z"_s, Qt::ISODate));
    m_store = std::make_unique<GrantStore>(GrantStore::Rules{}, *m_clock);
    m_consent = {.clientId = app,
                 .redirectUri = callback,
                 .codeChallenge = {},
                 .accountId = u"ada"_s,
                 .resources = {u"site-1"_s},
                 .scopes = {u"read"_s, u"offline_access"_s}};
}

GrantStore::Tokens TestSandboxGrants::signIn(const QStringList &resources)
{
    m_consent.resources = resources;
    return m_store->exchange(app, m_store->issueCode(m_consent), callback, {});
}

void TestSandboxGrants::givesTokensForACode()
{
    const GrantStore::Tokens tokens = signIn();
    QCOMPARE(tokens.refusal, Refusal::None);
    QCOMPARE(tokens.expiresIn, 3600s);
    QVERIFY(!tokens.refresh.isEmpty());
    const auto access = m_store->access(tokens.access);
    QVERIFY(access);
    QCOMPARE(access->accountId, u"ada"_s);
    QCOMPARE(access->resources, QStringList{u"site-1"_s});
    QVERIFY(!m_store->access(tokens.refresh));
    QVERIFY(!m_store->access("x"));
    QCOMPARE(m_store->counts().exchanges, 1);
    QCOMPARE(m_store->activeGrants(), 1);
}

void TestSandboxGrants::givesNoRefreshTokenWithoutOfflineAccess()
{
    m_consent.scopes = {u"read"_s};
    QVERIFY(signIn().refresh.isEmpty());
    GrantStore::Rules rules;
    rules.refreshTokens = GrantStore::RefreshTokens::Always;
    m_store->setRules(rules);
    QVERIFY(!signIn().refresh.isEmpty());
}

void TestSandboxGrants::refusesACode_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("redirect");
    QTest::addColumn<QByteArray>("verifier");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<Refusal>("refusal");
    const QByteArray right = "the-right-verifier"_ba;
    QTest::newRow("nothing") << app << callback << right << 59 << Refusal::None;
    QTest::newRow("late") << app << callback << right << 60 << Refusal::ExpiredCode;
    QTest::newRow("other app") << u"b"_s << callback << right << 0 << Refusal::UnknownCode;
    QTest::newRow("redirect") << app << callback + u'/' << right << 0 << Refusal::WrongRedirect;
    QTest::newRow("verifier") << app << callback << "wrong"_ba << 0 << Refusal::WrongVerifier;
    QTest::newRow("no verifier") << app << callback << QByteArray() << 0 << Refusal::WrongVerifier;
}

void TestSandboxGrants::refusesACode()
{
    QFETCH(QString, client);
    QFETCH(QString, redirect);
    QFETCH(QByteArray, verifier);
    QFETCH(int, seconds);
    QFETCH(Refusal, refusal);
    const QByteArray challenge =
        QCryptographicHash::hash("the-right-verifier", QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    m_consent.codeChallenge = QString::fromLatin1(challenge);
    const QByteArray code = m_store->issueCode(m_consent);
    m_clock->advance(std::chrono::seconds(seconds));
    const GrantStore::Tokens tokens = m_store->exchange(client, code, redirect, verifier);
    QCOMPARE(tokens.refusal, refusal);
    QCOMPARE(tokens.access.isEmpty(), refusal != Refusal::None);
}

void TestSandboxGrants::usesACodeUpEvenWhenItIsRefused()
{
    const QByteArray code = m_store->issueCode(m_consent);
    QCOMPARE(m_store->exchange(app, code, u"elsewhere"_s, {}).refusal, Refusal::WrongRedirect);
    QCOMPARE(m_store->exchange(app, code, callback, {}).refusal, Refusal::UsedCode);
}

void TestSandboxGrants::revokesWhatAReusedCodeGave()
{
    const QByteArray code = m_store->issueCode(m_consent);
    const GrantStore::Tokens tokens = m_store->exchange(app, code, callback, {});
    QVERIFY(m_store->access(tokens.access));
    QCOMPARE(m_store->exchange(app, code, callback, {}).refusal, Refusal::UsedCode);
    QVERIFY(!m_store->access(tokens.access));
    QCOMPARE(m_store->refresh(app, tokens.refresh).refusal, Refusal::UnknownToken);
    QCOMPARE(m_store->counts().codeReusesDetected, 1);
    QCOMPARE(m_store->activeGrants(), 0);
}

void TestSandboxGrants::rotatesTheRefreshToken()
{
    const GrantStore::Tokens first = signIn();
    QCOMPARE(m_store->refresh(u"other"_s, first.refresh).refusal, Refusal::UnknownToken);
    const GrantStore::Tokens second = m_store->refresh(app, first.refresh);
    QCOMPARE(second.refusal, Refusal::None);
    QVERIFY(second.refresh != first.refresh && second.access != first.access);
    QVERIFY(m_store->access(second.access));
    QCOMPARE(m_store->refresh(app, second.refresh).refusal, Refusal::None);
    QCOMPARE(m_store->counts().refreshes, 2);
    QCOMPARE(m_store->counts().reusesDetected, 0);
}

void TestSandboxGrants::endsTheFamilyWhenAnOldRefreshTokenComesBack()
{
    const GrantStore::Tokens other = signIn();
    const GrantStore::Tokens first = signIn();
    const GrantStore::Tokens second = m_store->refresh(app, first.refresh);
    QCOMPARE(m_store->refresh(app, first.refresh).refusal, Refusal::ReusedToken);
    QCOMPARE(m_store->counts().reusesDetected, 1);
    QVERIFY(!m_store->access(second.access));
    QCOMPARE(m_store->refresh(app, second.refresh).refusal, Refusal::UnknownToken);
    QVERIFY(m_store->access(other.access));
    QCOMPARE(m_store->refresh(app, other.refresh).refusal, Refusal::None);
}

void TestSandboxGrants::keepsTheFamilyWhenToldSo()
{
    GrantStore::Rules rules;
    rules.reuseRevokes = false;
    m_store->setRules(rules);
    const GrantStore::Tokens first = signIn();
    const GrantStore::Tokens second = m_store->refresh(app, first.refresh);
    QCOMPARE(m_store->refresh(app, first.refresh).refusal, Refusal::ReusedToken);
    QCOMPARE(m_store->refresh(app, second.refresh).refusal, Refusal::None);
}

void TestSandboxGrants::forgivesReuseWithinTheLeeway()
{
    GrantStore::Rules rules;
    rules.reuseLeeway = 600s;
    m_store->setRules(rules);
    const GrantStore::Tokens first = signIn();
    QCOMPARE(m_store->refresh(app, first.refresh).refusal, Refusal::None);
    m_clock->advance(599s);
    QCOMPARE(m_store->refresh(app, first.refresh).refusal, Refusal::None);
    m_clock->advance(1s);
    QCOMPARE(m_store->refresh(app, first.refresh).refusal, Refusal::ReusedToken);
}

void TestSandboxGrants::endsTheOldAccessTokenAWhileAfterTheRefresh()
{
    const GrantStore::Tokens first = signIn();
    const GrantStore::Tokens second = m_store->refresh(app, first.refresh);
    m_clock->advance(599s);
    QVERIFY(m_store->access(first.access));
    m_clock->advance(1s);
    QVERIFY(!m_store->access(first.access));
    QVERIFY(m_store->access(second.access));
}

void TestSandboxGrants::letsTimeRunOut()
{
    const GrantStore::Tokens tokens = signIn();
    m_clock->advance(3599s);
    QVERIFY(m_store->access(tokens.access));
    m_clock->advance(1s);
    QVERIFY(!m_store->access(tokens.access));
    const GrantStore::Tokens second = m_store->refresh(app, tokens.refresh);
    QVERIFY(m_store->access(second.access));
    m_store->expireAccessTokens();
    QVERIFY(!m_store->access(second.access));
    m_clock->advance(24h * 90);
    QCOMPARE(m_store->refresh(app, second.refresh).refusal, Refusal::ExpiredToken);
    QCOMPARE(m_store->activeGrants(), 0);
}

void TestSandboxGrants::letsTheWholeFamilyEndAfterAYear()
{
    GrantStore::Tokens tokens = signIn();
    for (int i = 0; i < 4; ++i) {
        m_clock->advance(24h * 89);
        tokens = m_store->refresh(app, tokens.refresh);
        QCOMPARE(tokens.refusal, Refusal::None);
    }
    m_clock->advance(24h * 9);
    QCOMPARE(m_store->refresh(app, tokens.refresh).refusal, Refusal::ExpiredToken);
}

void TestSandboxGrants::addsAConsentToTheGrant()
{
    const GrantStore::Tokens first = signIn({u"site-1"_s});
    const GrantStore::Tokens second = signIn({u"site-2"_s});
    const QStringList both{u"site-1"_s, u"site-2"_s};
    QCOMPARE(m_store->access(first.access)->resources, both);
    QCOMPARE(m_store->access(second.access)->resources, both);
    QCOMPARE(m_store->activeGrants(), 1);
    m_consent.accountId = u"ben"_s;
    QCOMPARE(m_store->access(signIn().access)->resources, QStringList{u"site-1"_s});
    GrantStore::Rules rules;
    rules.mergesConsents = false;
    m_store->setRules(rules);
    QCOMPARE(m_store->access(signIn({u"site-3"_s}).access)->resources, QStringList{u"site-3"_s});
    QCOMPARE(m_store->activeGrants(), 3);
}

void TestSandboxGrants::revokesByToken()
{
    const GrantStore::Tokens first = signIn();
    const GrantStore::Tokens second = signIn();
    QVERIFY(!m_store->revoke(u"other"_s, first.access));
    QVERIFY(m_store->revoke(app, first.access));
    QVERIFY(!m_store->revoke(app, first.refresh));
    QVERIFY(!m_store->access(first.access));
    QVERIFY(m_store->access(second.access));
    QVERIFY(m_store->revoke(app, second.refresh));
    QVERIFY(!m_store->access(second.access));
    QCOMPARE(m_store->counts().revocations, 2);
}

void TestSandboxGrants::revokesAll()
{
    const GrantStore::Tokens tokens = signIn();
    const QByteArray code = m_store->issueCode(m_consent);
    m_store->revokeAll();
    QVERIFY(!m_store->access(tokens.access));
    QCOMPARE(m_store->refresh(app, tokens.refresh).refusal, Refusal::UnknownToken);
    QCOMPARE(m_store->exchange(app, code, callback, {}).refusal, Refusal::UnknownCode);
    QCOMPARE(m_store->counts().revocations, 1);
    QCOMPARE(m_store->access(signIn({u"site-2"_s}).access)->resources, QStringList{u"site-2"_s});
    m_store->reset();
    QCOMPARE(m_store->counts().revocations, 0);
}

void TestSandboxGrants::mintsTokensThatDiffer()
{
    const TokenShape plain{.prefix = "ntn_"_ba, .randomBytes = 40};
    QCOMPARE(plain.mint().size(), 44);
    QVERIFY(plain.mint().startsWith("ntn_"));
    QVERIFY(plain.mint() != plain.mint());
    const TokenShape jwt{.kind = TokenShape::Kind::LikeJwt, .randomBytes = 1000};
    QCOMPARE(jwt.mint().count('.'), 2);
    QVERIFY(jwt.mint().startsWith("eyJ"));
    QVERIFY(jwt.mint().size() > 1500);
}

void TestSandboxGrants::registersAndChangesApps()
{
    ClientRegistry registry({{.service = u"jira"_s,
                              .clientId = app,
                              .clientSecret = "s"_ba,
                              .redirectUri = callback,
                              .name = u"App"_s}});
    QVERIFY(registry.put({{u"service"_s, u"jira"_s},
                          {u"client_id"_s, app},
                          {u"redirect_uri"_s, u"http://127.0.0.1:2/x"_s},
                          {u"access"_s, u"account"_s},
                          {u"scopes"_s, QJsonArray{u"read"_s}}}));
    const OAuthClient *changed = registry.client(u"jira"_s, app);
    QVERIFY(changed);
    QCOMPARE(changed->redirectUri, u"http://127.0.0.1:2/x"_s);
    QCOMPARE(changed->clientSecret, "s"_ba);
    QCOMPARE(changed->access, OAuthClient::Access::Account);
    QCOMPARE(changed->scopes, QStringList{u"read"_s});
    QVERIFY(!registry.client(u"notion"_s, app));
    QVERIFY(!changed->toJson().contains("client_secret"_L1));
    registry.reset();
    QCOMPARE(registry.client(u"jira"_s, app)->redirectUri, callback);
}

void TestSandboxGrants::refusesABadApp_data()
{
    QTest::addColumn<QByteArray>("wanted");
    const QByteArray good = R"("service":"jira","client_id":"a","client_secret":"s")"_ba;
    QTest::newRow("no redirect") << '{' + good + '}';
    QTest::newRow("relative") << '{' + good + R"(,"redirect_uri":"/callback"})"_ba;
    QTest::newRow("no secret")
        << R"({"service":"jira","client_id":"a","redirect_uri":"http://a/"})"_ba;
    QTest::newRow("access") << '{' + good + R"(,"redirect_uri":"http://a/","access":"all"})"_ba;
    QTest::newRow("member") << '{' + good + R"(,"redirect_uri":"http://a/","redirect":""})"_ba;
    QTest::newRow("type") << '{' + good + R"(,"redirect_uri":7})"_ba;
}

void TestSandboxGrants::refusesABadApp()
{
    QFETCH(QByteArray, wanted);
    ClientRegistry registry({});
    const auto put = registry.put(QJsonDocument::fromJson(wanted).object());
    QVERIFY(!put);
    QVERIFY(!put.error().message.isEmpty());
    QVERIFY(registry.clients().isEmpty());
}

QTEST_GUILESS_MAIN(TestSandboxGrants)
#include "tst_sandboxgrants.moc"
