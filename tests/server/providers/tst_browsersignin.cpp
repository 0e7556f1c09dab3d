// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/organizations.h"
#include "server/net/networkhttpclient.h"
#include "server/providers/browsersignin.h"
#include "server/providers/jira/jiraprovider.h"
#include "server/providers/providers.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/stores.h"
#include "tests/sandbox/sandbox.h"
#include "tests/sandbox/signinwalk.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace std::chrono_literals;
using providers::SignInProblem;
using providers::SignInStage;

namespace {

providers::Arrival arrivalOf(const QUrl &redirect)
{
    const QUrlQuery query(redirect);
    const auto part = [&query](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    return {.state = part(u"state"_s).toLatin1(),
            .code = Secret(part(u"code"_s).toLatin1()),
            .error = part(u"error"_s),
            .errorDescription = part(u"error_description"_s)};
}

} // namespace

/** Browser sign-ins of the Jira provider, over the real HTTP client, at the sandbox's Atlassian. */
class TestBrowserSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::Sandbox::Options options;
        options.sites.append({u"tidewater"_s, 0});
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        m_http = std::make_unique<net::NetworkHttpClient>();
        m_clock = std::make_unique<fakes::FakeClock>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_stores = std::make_unique<fakes::Stores>(m_folder->path(), *m_http, *m_clock);
        m_user = m_stores->user();
        m_providers = std::make_unique<providers::Providers>();
        addJira();
        m_organizations = std::make_unique<accounts::Organizations>(*m_stores->database, *m_clock);
        m_signIns = std::make_unique<providers::BrowserSignIn>(providers::BrowserSignIn::Parts{
            .providers = *m_providers,
            .connections = *m_stores->connections,
            .clients = *m_stores->clients,
            .grants = *m_stores->grants,
            .endpoint = *m_stores->endpoint,
            .clock = *m_clock,
            .mayConnect = [this](const QString &user, const QString &id) {
                return m_organizations->findAs(user, id, accounts::Role::Admin)
                    .map([](const auto &) {});
            }});
        m_signIns->setServerUrl(QUrl(u"http://127.0.0.1:8080"_s));
        useApp(m_sandbox->jiraClient().clientSecret);
    }

    void cleanup()
    {
        m_signIns.reset();
        m_organizations.reset();
        m_providers.reset();
        m_stores.reset();
        m_http.reset();
        m_sandbox.reset();
    }

    void connectsTheSiteThatWasChosen()
    {
        const auto done = signIn({u"Northwind"_s});
        QCOMPARE(done.stage, SignInStage::Connected);
        QCOMPARE(done.connected.size(), 1);
        const auto &report = done.connected.first();
        QCOMPARE(report.connection.method, connections::SignInMethod::OAuth);
        QCOMPARE(report.connection.account, u"ada@northwind.example"_s);
        QVERIFY(report.projectCount > 0);
        QCOMPARE(report.connection.limitations, QStringList());
        QVERIFY(done.url.isEmpty());
        // The connection works, and goes on working when the token has ended.
        QCOMPARE(testOf(report.connection), QString());
        m_sandbox->jiraGrants().expireAccessTokens();
        QCOMPARE(testOf(report.connection), QString());
    }

    void asksWhichOfSeveralSites()
    {
        registerApp(u"account"_s);
        const auto asked = signIn();
        QCOMPARE(asked.stage, SignInStage::ChoosingSites);
        QCOMPARE(asked.sites.size(), 2);
        QVERIFY(!asked.sites.first().isConnected);
        const QString unknown = u"elsewhere"_s;
        QCOMPARE(choose(asked.id, {unknown}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(choose(asked.id, {}).error().code, ErrorCode::InvalidInput);
        const auto done = choose(asked.id, {asked.sites.first().id, asked.sites.last().id});
        QCOMPARE(done->stage, SignInStage::Connected);
        QCOMPARE(done->connected.size(), 2);
        QCOMPARE(done->connected.first().connection.grantId,
                 done->connected.last().connection.grantId);
        QCOMPARE(choose(asked.id, {asked.sites.first().id}).error().code, ErrorCode::Conflict);
        QVERIFY(signIn().sites.first().isConnected);
    }

    void connectsForAnOrganization()
    {
        const auto own = signIn({u"Northwind"_s});
        const QString acme = m_organizations->create(m_user, u"Acme"_s)->id;
        m_stores->connections->forgetAccess();
        const auto shared = signInFor(acme, {u"Northwind"_s});
        QCOMPARE(shared->stage, SignInStage::Connected);
        const auto &connection = shared->connected.first().connection;
        QCOMPARE(connection.userId, acme);
        QCOMPARE(connection.organization, u"Acme"_s);
        // The same account goes on having one of its own.
        QVERIFY(connection.id != own.connected.first().connection.id);
        QCOMPARE(m_stores->connections->list(m_user)->size(), 2);
        QCOMPARE(testOf(connection), QString());
        QCOMPARE(testOf(own.connected.first().connection), QString());
        const auto again = signInFor(acme, {u"Northwind"_s});
        QCOMPARE(again->connected.first().connection.id, connection.id);
    }

    void beginsNothingForAnOrganizationOfOthers()
    {
        const QString noah = m_stores->user(u"Noah"_s);
        const QString theirs = m_organizations->create(noah, u"Contoso"_s)->id;
        const providers::SignInWish wish{.userId = m_user, .organizationId = theirs};
        QCOMPARE(m_signIns->begin(u"jira"_s, wish).error().code, ErrorCode::NotFound);
    }

    void connectsNothingForAnOrganizationWithoutTheRight()
    {
        const QString acme = m_organizations->create(m_user, u"Acme"_s)->id;
        const QString noah = m_stores->user(u"Noah"_s);
        QVERIFY(m_stores->database->execute(
            u"INSERT INTO organization_members (organization_id, user_id, role, joined_at) "
            "SELECT organization_id, ?, role, joined_at FROM organization_members"_s,
            {noah}));
        const auto begun = m_signIns->begin(
            u"jira"_s, providers::SignInWish{.userId = m_user, .organizationId = acme});
        QVERIFY(begin().isNew); // one for oneself is another one
        QVERIFY(m_organizations->setRole(noah, acme, m_user, accounts::Role::Member));
        sandbox::SignInWalk walk;
        const auto ended = arrive(walk.accept(begun->signIn.url, {u"Northwind"_s}));
        QCOMPARE(ended->stage, SignInStage::Failed);
        QVERIFY(!ended->message.isEmpty());
        QVERIFY(m_stores->connections->listAll()->isEmpty());
        QCOMPARE(m_sandbox->jiraGrants().counts().exchanges, 1);
    }

    void twoThatBeginOpenOneTab()
    {
        const auto first = begin();
        const auto second = begin();
        QVERIFY(first.isNew);
        QVERIFY(!second.isNew);
        QCOMPARE(second.signIn.url, first.signIn.url);
        QCOMPARE(second.signIn.id, first.signIn.id);
        qInfo("two clients starting cold: %d browser tab", int(first.isNew) + int(second.isNew));
    }

    void aDifferentUserHasASignInOfItsOwn()
    {
        const auto mine = begin();
        const QString other = m_stores->user(u"Noah"_s);
        const auto theirs = m_signIns->begin(other, u"jira"_s);
        QVERIFY(theirs->isNew);
        QCOMPARE(m_signIns->find(other, mine.signIn.id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_signIns->cancel(other, mine.signIn.id).error().code, ErrorCode::NotFound);
        QCOMPARE(QCoro::waitFor(m_signIns->choose(other, mine.signIn.id, {})).error().code,
                 ErrorCode::NotFound);
    }

    void saysWhenThePersonDenied()
    {
        sandbox::SignInWalk walk;
        const auto begun = begin();
        expectEnd(arrive(walk.cancel(begun.signIn.url)), SignInProblem::Denied);
        QCOMPARE(m_sandbox->jiraGrants().counts().exchanges, 0);
    }

    void saysWhenThePersonCancelledHere()
    {
        const auto begun = begin();
        const QSignalSpy changed(m_signIns.get(), &providers::BrowserSignIn::changed);
        expectEnd(m_signIns->cancel(m_user, begun.signIn.id), SignInProblem::Cancelled);
        QCOMPARE(changed.count(), 1);
        // Who finishes in the browser all the same connects nothing.
        sandbox::SignInWalk walk;
        QVERIFY(!arrive(walk.accept(begun.signIn.url)));
        QVERIFY(m_stores->connections->list(m_user)->isEmpty());
    }

    void saysWhenNobodyCameBack()
    {
        const auto begun = begin();
        m_clock->advance(9min);
        QCOMPARE(m_signIns->find(m_user, begun.signIn.id)->stage, SignInStage::WaitingForBrowser);
        m_clock->advance(2min);
        expectEnd(m_signIns->find(m_user, begun.signIn.id), SignInProblem::TimedOut);
        sandbox::SignInWalk walk;
        QVERIFY(!arrive(walk.accept(begun.signIn.url)));
        QVERIFY(begin().isNew);
    }

    void refusesAForeignStateAndGoesOn()
    {
        const auto begun = begin();
        for (int i = 0; i < 100; ++i) {
            const auto refused = QCoro::waitFor(m_signIns->arrive(
                u"jira"_s, {.state = "guess"_ba, .code = Secret("code"_ba), .error = {}}));
            QCOMPARE(refused.error().code, ErrorCode::NotFound);
        }
        sandbox::SignInWalk walk;
        QCOMPARE(arrive(walk.accept(begun.signIn.url))->stage, SignInStage::Connected);
        QCOMPARE(m_sandbox->jiraGrants().counts().exchanges, 1);
    }

    void usesAStateOnce()
    {
        sandbox::SignInWalk walk;
        const QUrl redirect = walk.accept(begin().signIn.url);
        QCOMPARE(arrive(redirect)->stage, SignInStage::Connected);
        QCOMPARE(arrive(redirect).error().code, ErrorCode::Conflict);
        QCOMPARE(m_sandbox->jiraGrants().counts().exchanges, 1);
    }

    void aStateBelongsToItsService()
    {
        sandbox::SignInWalk walk;
        const auto arrival = arrivalOf(walk.accept(begin().signIn.url));
        const auto refused = QCoro::waitFor(m_signIns->arrive(u"notion"_s, arrival));
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
    }

    void refusesTheAnswerOfAnotherServer()
    {
        sandbox::SignInWalk walk;
        auto arrival = arrivalOf(walk.accept(begin().signIn.url));
        arrival.issuer = u"https://auth.evil.example"_s;
        expectEnd(QCoro::waitFor(m_signIns->arrive(u"jira"_s, arrival)),
                  SignInProblem::WrongIssuer);
        QCOMPARE(m_sandbox->jiraGrants().counts().exchanges, 0);
    }

    void saysWhenTheCodeWasUsedUp()
    {
        sandbox::SignInWalk walk;
        auto arrival = arrivalOf(walk.accept(begin().signIn.url));
        arrival.code = Secret("another-code"_ba);
        expectEnd(QCoro::waitFor(m_signIns->arrive(u"jira"_s, arrival)), SignInProblem::CodeUsed);
    }

    void saysWhenTheClientSecretIsWrong()
    {
        useApp("not-the-secret"_ba);
        expectEnd(signInResult(), SignInProblem::WrongClient);
    }

    void saysWhichScopeIsMissing()
    {
        registerApp(u"resource"_s, {u"read:jira-work"_s, u"offline_access"_s});
        const auto ended = signInResult();
        expectEnd(ended, SignInProblem::MissingScope);
    }

    void saysWhenTheServiceCannotBeReached()
    {
        sandbox::SignInWalk walk;
        const QUrl redirect = walk.accept(begin().signIn.url);
        m_sandbox.reset();
        expectEnd(arrive(redirect), SignInProblem::Network);
    }

    void needsAnApp()
    {
        QVERIFY(m_stores->clients->remove(u"jira"_s));
        const auto refused = m_signIns->begin(m_user, u"jira"_s);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QVERIFY(refused.error().message.contains("client id"_L1));
    }

    void signsInAgainToWhatStoodOnTheSameSignIn()
    {
        registerApp(u"account"_s);
        const auto asked = signIn();
        const auto before = choose(asked.id, {asked.sites.first().id, asked.sites.last().id});
        const auto lost = before->connected.first().connection;
        m_sandbox->jiraGrants().revokeAll();
        m_sandbox->jiraGrants().expireAccessTokens();
        QVERIFY(!testOf(lost).isEmpty());
        const auto broken = m_stores->connections->list(m_user).value();
        for (const auto &connection : broken) {
            QCOMPARE(connection.state, connections::ConnectionState::NeedsSignIn);
            QVERIFY(connection.lastError.contains("Reconnect on "_L1 + connection.name));
        }
        const auto again = signIn({}, lost.id);
        QCOMPARE(again.stage, SignInStage::Connected);
        const auto mended = m_stores->connections->list(m_user).value();
        QCOMPARE(mended.size(), 2);
        for (const auto &connection : mended) {
            QCOMPARE(connection.state, connections::ConnectionState::Connected);
            QVERIFY(connection.grantId != lost.grantId);
            QCOMPARE(testOf(connection), QString());
        }
        QCOMPARE(mended.first().id, broken.first().id);
        QCOMPARE(m_stores->grants->find(lost.grantId).error().code, ErrorCode::NotFound);
    }

    void signsInAgainOnlyToTheSameSite()
    {
        const auto northwind = signIn({u"Northwind"_s}).connected.first().connection;
        m_sandbox->jiraGrants().revokeAll();
        const auto elsewhere = signIn({u"Tidewater"_s}, northwind.id);
        QCOMPARE(elsewhere.problem, SignInProblem::Other);
        QVERIFY(elsewhere.message.contains(northwind.name));
    }

    void disconnectingDeletesTheTokens()
    {
        const auto connection = signIn({u"Northwind"_s}).connected.first().connection;
        QVERIFY(QCoro::waitFor(m_stores->credentials->disconnect(m_user, connection.id)));
        QCOMPARE(m_stores->vault->generation(u"grant/"_s + connection.grantId).value(), 0);
        QCOMPARE(m_stores->connections->nameOf(m_user, connection.id).value(), connection.name);
    }

private:
    void addJira()
    {
        providers::jira::JiraProvider::Options options;
        options.oauth = {.signInUrl = QUrl(m_sandbox->atlassianAuthUrl()),
                         .apiUrl = QUrl(m_sandbox->atlassianApiUrl())};
        auto jira = std::make_unique<providers::jira::JiraProvider>(
            *m_http, *m_stores->connections, *m_stores->credentials, *m_clock, options);
        m_stores->grants->addServer(*jira->authorizationServer());
        m_providers->add(std::move(jira));
    }

    void useApp(const QByteArray &secret)
    {
        QVERIFY(
            m_stores->clients->use(u"jira"_s, {m_sandbox->jiraClient().clientId, Secret(secret)}));
    }

    void registerApp(const QString &access, const QStringList &scopes = {})
    {
        QJsonObject wanted{{u"service"_s, u"jira"_s},
                           {u"client_id"_s, m_sandbox->jiraClient().clientId},
                           {u"access"_s, access}};
        if (!scopes.isEmpty())
            wanted.insert(u"scopes"_s, QJsonArray::fromStringList(scopes));
        QVERIFY(m_sandbox->clients().put(wanted));
    }

    providers::BrowserSignIn::Begun begin(const QString &connectionId = {})
    {
        return m_signIns->begin(m_user, u"jira"_s, connectionId).value();
    }

    Result<providers::SignIn> arrive(const QUrl &redirect)
    {
        return QCoro::waitFor(m_signIns->arrive(u"jira"_s, arrivalOf(redirect)));
    }

    Result<providers::SignIn> signInResult(const QStringList &sites = {},
                                           const QString &connectionId = {})
    {
        sandbox::SignInWalk walk;
        return arrive(walk.accept(begin(connectionId).signIn.url, sites));
    }

    providers::SignIn signIn(const QStringList &sites = {}, const QString &connectionId = {})
    {
        const auto ended = signInResult(sites, connectionId);
        if (!ended)
            qWarning("%s", qPrintable(ended.error().message));
        return ended.value_or(providers::SignIn());
    }

    Result<providers::SignIn> signInFor(const QString &organization, const QStringList &sites)
    {
        const auto begun = m_signIns->begin(
            u"jira"_s, providers::SignInWish{.userId = m_user, .organizationId = organization});
        sandbox::SignInWalk walk;
        return arrive(walk.accept(begun->signIn.url, sites));
    }

    Result<providers::SignIn> choose(const QString &id, const QStringList &sites)
    {
        return QCoro::waitFor(m_signIns->choose(m_user, id, sites));
    }

    /** Empty when the connection works. */
    QString testOf(const connections::Connection &connection)
    {
        const auto provider = m_providers->find(u"jira"_s).value();
        const auto current = m_stores->connections->find(m_user, connection.id).value();
        const auto report = QCoro::waitFor(provider->test(current, {}));
        return report ? QString() : report.error().message;
    }

    static void expectEnd(const Result<providers::SignIn> &signIn, SignInProblem problem)
    {
        QVERIFY2(signIn, signIn ? "" : qPrintable(signIn.error().message));
        QCOMPARE(signIn->stage, SignInStage::Failed);
        QCOMPARE(problemName(signIn->problem), problemName(problem));
        QVERIFY(signIn->message.endsWith(u'.'));
        QVERIFY(signIn->nextStep.endsWith(u'.'));
        QVERIFY(signIn->url.isEmpty());
    }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<fakes::FakeClock> m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<fakes::Stores> m_stores;
    std::unique_ptr<providers::Providers> m_providers;
    std::unique_ptr<accounts::Organizations> m_organizations;
    std::unique_ptr<providers::BrowserSignIn> m_signIns;
    QString m_user;
};

QTEST_GUILESS_MAIN(TestBrowserSignIn)
#include "tst_browsersignin.moc"
