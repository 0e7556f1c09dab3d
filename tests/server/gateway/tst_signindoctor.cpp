// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What keeps a person from signing in to a remote MCP server, and what they are told of it.
#include "server/providers/signinend.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/server/gateway/signinworld.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;
using providers::SignIn;
using providers::SignInProblem;
using providers::SignInStage;
using Server = fakes::LocalHttpServer;

class TestSignInDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ProtectedUpstream>();
        m_world = std::make_unique<SignInWorld>(m_folder->path());
    }

    void cleanup()
    {
        m_world.reset();
        m_server.reset();
    }

    void redirectRefusedWhenRegistering()
    {
        answerAt("/register"_ba, "400 Bad Request"_ba, "{\"error\":\"invalid_redirect_uri\"}"_ba);
        const auto begun = m_world->begin(m_server->url());
        QVERIFY(!begun);
        QCOMPARE(begun.error().reason, ErrorReason::RedirectRefused);
        QVERIFY(begun.error().message.contains("http://127.0.0.1"_L1));
    }

    void redirectRefusedByThePage()
    {
        const auto begun = m_world->begin(m_server->url());
        QVERIFY(begun);
        answerAt("/authorize"_ba,
                 "400 Bad Request"_ba,
                 "<h1>redirect_uri is not registered for client client-1</h1>"_ba);
        QCOMPARE(m_world->now(begun->signIn).stage, SignInStage::WaitingForBrowser);
        QCOMPARE(m_server->asked("/authorize"_ba), 0);
        // Nobody comes back, since the browser shows that page.
        m_world->clock.advance(std::chrono::seconds(25));
        QTRY_COMPARE(m_world->now(begun->signIn).stage, SignInStage::Failed);
        const SignIn ended = m_world->now(begun->signIn);
        QCOMPARE(ended.problem, SignInProblem::RedirectRefused);
        QVERIFY2(ended.nextStep.contains("registers anew"_L1), qPrintable(ended.nextStep));
        // Which it does.
        m_server->instead = {};
        QVERIFY(m_world->begin(m_server->url()));
        QCOMPARE(m_server->registrations().size(), 2);
    }

    void aPageThatWorksIsLeftAlone()
    {
        const auto begun = m_world->begin(m_server->url());
        m_world->clock.advance(std::chrono::seconds(25));
        QCOMPARE(m_world->now(begun->signIn).stage, SignInStage::WaitingForBrowser);
        QTRY_COMPARE(m_server->asked("/authorize"_ba), 1);
        m_world->clock.advance(std::chrono::minutes(1));
        QCOMPARE(m_world->now(begun->signIn).stage, SignInStage::WaitingForBrowser);
        QCOMPARE(m_server->asked("/authorize"_ba), 1);
        QCOMPARE(m_world->arrive(m_server->allow(begun->signIn.url))->stage,
                 SignInStage::Connected);
    }

    void domainNotAllowedByTheAdministrator()
    {
        const SignIn ended =
            refusedWith(u"access_denied"_s, u"Your organization's admin must allow this domain"_s);
        QCOMPARE(ended.problem, SignInProblem::AdministratorRefused);
        QVERIFY(ended.nextStep.contains("http://127.0.0.1"_L1));
    }

    void apiTokensNotAllowedByTheAdministrator()
    {
        ScriptedUpstream server;
        server.instead = [](QTcpSocket &socket, const QJsonObject &) {
            ScriptedUpstream::refuse(
                socket,
                "403 Forbidden"_ba,
                "{\"error\":\"API token authentication is disabled by your organization admin\"}"_ba);
            return true;
        };
        const auto connected = m_world->connect(server.url(), "a-token"_ba);
        QVERIFY(!connected);
        QCOMPARE(connected.error().reason, ErrorReason::AdministratorRefused);
        QVERIFY(connected.error().message.contains("API tokens"_L1));
        QVERIFY(connected.error().message.contains("--oauth"_L1));
    }

    void registrationClosed()
    {
        answerAt("/register"_ba, "403 Forbidden"_ba, "{\"error\":\"access_denied\"}"_ba);
        const auto refused = m_world->begin(m_server->url());
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, ErrorReason::RegistrationClosed);
        m_server->metadata.remove("registration_endpoint"_L1);
        const auto none = m_world->begin(m_server->url());
        QVERIFY(!none);
        QCOMPARE(none.error().reason, ErrorReason::RegistrationClosed);
        QVERIFY(none.error().message.contains("--client-id"_L1));
    }

    void scopeMissing()
    {
        QCOMPARE(refusedWith(u"invalid_scope"_s, {}).problem, SignInProblem::MissingScope);
    }

    void scopeMissingAfterTheSignIn()
    {
        const auto begun = m_world->begin(m_server->url());
        auto *upstream = &m_server->upstream();
        const auto usual = std::exchange(upstream->instead, {});
        upstream->instead = [](QTcpSocket &socket, const QJsonObject &) {
            socket.write(Server::answer(
                "403 Forbidden"_ba,
                {},
                "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"more\"\r\n"_ba));
            return true;
        };
        const auto ended = m_world->arrive(m_server->allow(begun->signIn.url));
        QCOMPARE(ended->problem, SignInProblem::MissingScope);
        QVERIFY2(ended->message.contains("more"_L1), qPrintable(ended->message));
        QVERIFY(m_world->connections().isEmpty());
        // Whoever starts again is asked for it.
        upstream->instead = usual;
        const auto again = m_world->begin(m_server->url());
        QVERIFY(again->signIn.url.query().contains("scope=more"_L1));
    }

    void clockOff()
    {
        fakes::FakeHttpClient http;
        const QString place = u"https://mcp.invalid/.well-known/oauth-protected-resource/mcp"_s;
        http.plan("GET"_ba,
                  place,
                  failure({.code = ErrorCode::Tls,
                           .message = u"The certificate is not valid yet."_s,
                           .reason = ErrorReason::CertificateTime}));
        oauth::Discovery discovery(http);
        const auto found =
            QCoro::waitFor(discovery.find(QUrl(u"https://mcp.invalid/mcp"_s), {}, {}));
        QVERIFY(!found);
        const auto end = providers::endFor(found.error(), u"Example"_s);
        QCOMPARE(end.problem, SignInProblem::ClockOff);
        QVERIFY(end.nextStep.contains("date and time"_L1));
    }

    void certificateNotTrusted()
    {
        Server server([](QTcpSocket &, const auto &) {}, Server::Transport::Tls);
        const auto begun = m_world->begin(server.url(u"/mcp"_s));
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::Tls);
        QCOMPARE(providers::endFor(begun.error(), u"Example"_s).problem, SignInProblem::Tls);
        QVERIFY(server.received().isEmpty());
    }

    void proxyLetsNothingThrough()
    {
        m_world.reset();
        const SignInWorld::Options options{.proxy = u"http://127.0.0.1:1"_s};
        m_world = std::make_unique<SignInWorld>(m_folder->path(), options);
        const auto begun = m_world->begin(QUrl(u"https://mcp.invalid/mcp"_s));
        QVERIFY(!begun);
        QCOMPARE(begun.error().reason, ErrorReason::Proxy);
        QCOMPARE(providers::endFor(begun.error(), u"Example"_s).problem, SignInProblem::Proxy);
    }

    void anAppThatIsNotKnownAnyMoreIsRegisteredAnew()
    {
        const auto begun = m_world->begin(m_server->url());
        answerAt("/token"_ba, "401 Unauthorized"_ba, "{\"error\":\"invalid_client\"}"_ba);
        const auto ended = m_world->arrive(m_server->allow(begun->signIn.url));
        QCOMPARE(ended->problem, SignInProblem::WrongClient);
        QVERIFY2(ended->nextStep.contains("registers anew"_L1), qPrintable(ended->nextStep));
        m_server->instead = {};
        QVERIFY(m_world->begin(m_server->url()));
        QCOMPARE(m_server->registrations().size(), 2);
    }

private:
    void answerAt(const QByteArray &path, const QByteArray &statusLine, const QByteArray &body)
    {
        m_server->instead = [=](const QByteArray &asked) {
            return asked == path ? Server::answer(statusLine, body) : QByteArray();
        };
    }

    SignIn refusedWith(const QString &error, const QString &description)
    {
        const auto begun = m_world->begin(m_server->url());
        auto arrival = m_server->allow(begun->signIn.url);
        arrival.code = {};
        arrival.error = error;
        arrival.errorDescription = description;
        return m_world->arrive(arrival).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProtectedUpstream> m_server;
    std::unique_ptr<SignInWorld> m_world;
};

QTEST_GUILESS_MAIN(TestSignInDoctor)
#include "tst_signindoctor.moc"
