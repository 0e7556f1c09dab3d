// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Signing in to remote MCP servers in the browser, from the first refusal to the tools.
#include "server/net/wait.h"
#include "server/providers/redirectlistener.h"
#include "tests/server/gateway/signinworld.h"

#include <QCoroSignal>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;
using connections::ConnectionState;
using connections::SignInMethod;
using providers::SignIn;
using providers::SignInProblem;
using providers::SignInStage;

namespace {

/** A client whose person takes their time. */
class SlowPerson final : public tools::ClientPort
{
public:
    [[nodiscard]] bool can(tools::InputRequest::Kind kind) const override
    {
        return kind == tools::InputRequest::Kind::Url;
    }
    [[nodiscard]] QCoro::Task<Result<tools::InputAnswers>> ask(
        QList<tools::InputRequest> requests) override
    {
        ++m_asked;
        m_wait = std::make_unique<net::Wait>(std::chrono::hours(1), CancellationToken());
        co_await qCoro(m_wait.get(), &net::Wait::finished);
        if (!m_action)
            co_return failure(ErrorCode::Cancelled, u"The client has left."_s);
        tools::InputAnswers answers;
        for (const tools::InputRequest &request : requests)
            answers.insert(request.key, {.action = *m_action, .content = {}});
        co_return answers;
    }
    void log(tools::LogLevel, const QString &, const QJsonValue &) override {}
    void pollLater() override {}

    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] bool isBeingAsked() const
    {
        return m_wait && m_wait->outcome() == net::Wait::Outcome::Pending;
    }
    void answer(tools::InputAnswer::Action action)
    {
        m_action = action;
        m_wait->grant();
    }
    void leave() { m_wait->grant(); }

private:
    int m_asked = 0;
    std::optional<tools::InputAnswer::Action> m_action;
    std::unique_ptr<net::Wait> m_wait;
};

} // namespace

class TestMcpSignIn : public QObject
{
    Q_OBJECT

    /** Eight calls of one person whose sign-in is over; what they are answered. */
    void callEightTimes(const QList<std::shared_ptr<SlowPerson>> &people)
    {
        QCOMPARE(signIn().stage, SignInStage::Connected);
        endSignIn();
        QVERIFY(m_world->call().contains("Reconnect"_L1));
        m_answers.clear();
        for (const auto &person : people)
            QCoro::connect(m_world->answered(u"srv_echo"_s, person),
                           this,
                           [this](const QString &text) { m_answers.append(text); });
    }
    /** True; all that are being asked say no. */
    static bool declined(const QList<std::shared_ptr<SlowPerson>> &people)
    {
        for (const auto &person : people) {
            if (person->isBeingAsked())
                person->answer(tools::InputAnswer::Action::Decline);
        }
        return true;
    }
    /** True; the person says no on every page that was opened, beginning with this one. */
    bool refusedOnThePages(qsizetype &count)
    {
        for (; count < m_world->person->asked().size(); ++count) {
            const QUrl page(m_world->person->asked().at(count).url);
            providers::Arrival refusal = m_server->allow(page);
            refusal.code = Secret();
            refusal.error = u"access_denied"_s;
            if (!m_world->arrive(refusal))
                qWarning("The answer was not taken.");
        }
        return true;
    }
    static int askedOf(const QList<std::shared_ptr<SlowPerson>> &people)
    {
        int asked = 0;
        for (const auto &person : people)
            asked += person->asked();
        return asked;
    }
    static QList<std::shared_ptr<SlowPerson>> eightPeople()
    {
        QList<std::shared_ptr<SlowPerson>> people;
        for (int i = 0; i < 8; ++i)
            people.append(std::make_shared<SlowPerson>());
        return people;
    }

    QStringList m_answers;

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

    void aServerThatWantsASignInSaysSo()
    {
        const auto connected = m_world->connect(m_server->url());
        QVERIFY(!connected);
        QCOMPARE(connected.error().code, ErrorCode::Unauthorized);
        QCOMPARE(connected.error().reason, ErrorReason::SignInNeeded);
        QVERIFY(connected.error().message.contains("--oauth"_L1));
    }

    void signsInAndOffersTheTools()
    {
        const SignIn ended = signIn();
        QCOMPARE(ended.message, QString());
        QCOMPARE(ended.stage, SignInStage::Connected);
        const auto &report = ended.connected.first();
        QCOMPARE(report.connection.method, SignInMethod::OAuth);
        QCOMPARE(report.connection.accountName, u"scripted 1"_s);
        QCOMPARE(report.projects, QStringList{u"srv_echo"_s});
        QCOMPARE(m_world->listed(), QStringList{u"srv_echo"_s});
        QCOMPARE(m_world->call(), u"hello"_s);
        // Every request carries the token, and it is in no address.
        const QByteArrayList heads = m_server->upstream().headsOf(u"tools/call"_s);
        QVERIFY(heads.last().contains("Authorization: Bearer access-"));
        QVERIFY(!heads.last().split('\r').first().contains("access-"));
    }

    void sendsWhatTheSpecificationWants()
    {
        m_server->scopesForAll = QStringList{u"mcp:read"_s};
        const auto begun = m_world->begin(m_server->url());
        QVERIFY2(begun, qPrintable(begun ? QString() : begun.error().message));
        const QUrlQuery page(begun->signIn.url);
        const auto value = [&page](const QString &name) {
            return page.queryItemValue(name, QUrl::FullyDecoded);
        };
        QCOMPARE(value(u"resource"_s), m_server->url().toString());
        QCOMPARE(value(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(value(u"scope"_s), u"mcp:read"_s);
        QCOMPARE(value(u"client_id"_s), u"client-1"_s);
        QVERIFY(m_world->arrive(m_server->allow(begun->signIn.url)));
        QCOMPARE(m_server->exchanges().size(), 1);
        const auto &exchange = m_server->exchanges().first();
        QCOMPARE(exchange.value(u"resource"_s), m_server->url().toString());
        QCOMPARE(exchange.value(u"client_id"_s), u"client-1"_s);
        QVERIFY(!exchange.contains(u"client_secret"_s));
    }

    void scopesOfTheDocumentWhenTheRefusalNamesNone()
    {
        m_server->resource["scopes_supported"_L1] = QJsonArray{u"a"_s, u"b"_s};
        m_server->metadata["scopes_supported"_L1] = QJsonArray{u"offline_access"_s};
        const auto begun = m_world->begin(m_server->url());
        QVERIFY(begun);
        const QUrlQuery page(begun->signIn.url);
        QCOMPARE(page.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"a b offline_access"_s);
        QCOMPARE(page.queryItemValue(u"prompt"_s), u"consent"_s);
    }

    void worksWithoutWordsInTheRefusal()
    {
        m_server->namesDocument = false;
        QCOMPARE(signIn().stage, SignInStage::Connected);
    }

    void eightAtOnceOpenOneTabAndRegisterOnce()
    {
        std::vector<QCoro::Task<Result<providers::BrowserSignIn::Begun>>> tasks;
        for (int i = 0; i < 8; ++i)
            tasks.push_back(m_world->beginning(m_server->url()));
        QSet<QString> ids;
        int tabs = 0;
        QUrl page;
        for (auto &task : tasks) {
            const auto begun = QCoro::waitFor(std::move(task));
            QVERIFY(begun);
            ids.insert(begun->signIn.id);
            tabs += begun->isNew ? 1 : 0;
            page = begun->signIn.url;
        }
        QCOMPARE(ids.size(), 1);
        QCOMPARE(tabs, 1);
        QCOMPARE(m_server->registrations().size(), 1);
        QVERIFY(m_world->arrive(m_server->allow(page)));
        std::vector<QCoro::Task<QString>> calls;
        for (int i = 0; i < 8; ++i)
            calls.push_back(m_world->calling());
        for (auto &call : calls)
            QCOMPARE(QCoro::waitFor(std::move(call)), u"hello"_s);
        QCOMPARE(m_server->exchanges().size(), 1);
    }

    void aSecondSignInNeedsNoSecondRegistration()
    {
        QCOMPARE(signIn().stage, SignInStage::Connected);
        QCOMPARE(signIn().stage, SignInStage::Connected);
        QCOMPARE(m_server->registrations().size(), 1);
        QCOMPARE(m_world->connections().size(), 1);
    }

    void renewsOnceWhenTheTokenIsRefused()
    {
        QCOMPARE(signIn().stage, SignInStage::Connected);
        m_server->endTokens();
        std::vector<QCoro::Task<QString>> calls;
        for (int i = 0; i < 8; ++i)
            calls.push_back(m_world->calling());
        for (auto &call : calls)
            QCOMPARE(QCoro::waitFor(std::move(call)), u"hello"_s);
        QCOMPARE(m_server->exchanges().size(), 2);
        QCOMPARE(m_server->exchanges().last().value(u"resource"_s), m_server->url().toString());
    }

    void renewsAfterARestart()
    {
        QCOMPARE(signIn().stage, SignInStage::Connected);
        m_world.reset();
        m_world = std::make_unique<SignInWorld>(m_folder->path());
        m_server->endTokens();
        QCOMPARE(m_world->call(), u"hello"_s);
        QCOMPARE(m_server->exchanges().size(), 2);
        QCOMPARE(m_world->stateOfFirst(), ConnectionState::Connected);
    }

    void asksForASignInWhenItIsOver()
    {
        const SignIn first = signIn();
        endSignIn();
        const QString said = m_world->call();
        QVERIFY2(said.contains("Reconnect"_L1), qPrintable(said));
        QCOMPARE(m_world->stateOfFirst(), ConnectionState::NeedsSignIn);
        // Again, as the same connection.
        const auto begun = m_world->beginAgain(m_world->connections().first().id);
        QVERIFY2(begun, qPrintable(begun ? QString() : begun.error().message));
        const auto ended = m_world->arrive(m_server->allow(begun->signIn.url));
        QCOMPARE(ended->stage, SignInStage::Connected);
        QCOMPARE(ended->connected.first().connection.id, first.connected.first().connection.id);
        QCOMPARE(m_world->call(), u"hello"_s);
    }

    void aRegistrationThatIsNotKnownAnyMoreNeedsANewSignIn()
    {
        QCOMPARE(signIn().stage, SignInStage::Connected);
        m_server->endTokens();
        m_server->instead = [](const QByteArray &path) {
            const QByteArray refusal = "{\"error\":\"invalid_client\"}"_ba;
            return path == "/token" ? fakes::LocalHttpServer::answer("401 Unauthorized"_ba, refusal)
                                    : QByteArray();
        };
        QVERIFY(m_world->call().contains("Reconnect"_L1));
        QCOMPARE(m_world->stateOfFirst(), ConnectionState::NeedsSignIn);
        m_server->instead = {};
        const auto begun = m_world->beginAgain(m_world->connections().first().id);
        QVERIFY(begun);
        QCOMPARE(m_server->registrations().size(), 2);
    }

    void eightClientsWhoseSignInIsOverAreSentToOnePage()
    {
        QCOMPARE(signIn().stage, SignInStage::Connected);
        endSignIn();
        QVERIFY(m_world->call().contains("Reconnect"_L1));
        std::vector<QCoro::Task<QString>> calls;
        for (int i = 0; i < 8; ++i)
            calls.push_back(m_world->callingWithAPerson());
        QTRY_COMPARE(m_world->person->asked().size(), 1);
        QVERIFY(m_world->arrive(m_server->allow(QUrl(m_world->person->asked().first().url))));
        for (auto &call : calls)
            QCOMPARE(QCoro::waitFor(std::move(call)), u"hello"_s);
        QCOMPARE(m_world->person->asked().size(), 1);
        QCOMPARE(m_server->registrations().size(), 1);
    }

    void whatOneDeclinesAllHearAtOnce()
    {
        const auto people = eightPeople();
        callEightTimes(people);
        // Whoever comes late is asked anew, which is why all that are asked decline.
        QTRY_VERIFY(declined(people) && m_answers.size() == 8); // not after two minutes
        for (const QString &answer : std::as_const(m_answers))
            QVERIFY2(answer.contains("Reconnect"_L1), qPrintable(answer));
    }

    void whatIsRefusedOnThePageAllHearAtOnce()
    {
        callEightTimes({});
        for (int i = 0; i < 8; ++i)
            QCoro::connect(m_world->callingWithAPerson(), this, [this](const QString &text) {
                m_answers.append(text);
            });
        qsizetype refused = 0;
        QTRY_VERIFY(refusedOnThePages(refused) && m_answers.size() == 8);
        for (const QString &answer : std::as_const(m_answers))
            QVERIFY2(answer.contains("Reconnect"_L1), qPrintable(answer));
    }

    void theNextIsAskedWhenTheFirstIsGone()
    {
        const auto people = eightPeople();
        callEightTimes(people);
        QTRY_COMPARE(askedOf(people), 1);
        for (const auto &person : people) {
            if (person->isBeingAsked())
                person->leave();
        }
        QTRY_COMPARE(askedOf(people), 2);
        QTRY_VERIFY(declined(people) && m_answers.size() == 8);
    }

    void asksForMoreWhenACallNeedsMore()
    {
        m_server->scopesForAll = QStringList{u"mcp:basic"_s};
        m_server->scopesForCalls = QStringList{u"mcp:write"_s};
        QCOMPARE(signIn().stage, SignInStage::Connected);
        QVERIFY(m_world->call().contains("mcp:write"_L1));
        QCOMPARE(m_world->stateOfFirst(), ConnectionState::NeedsSignIn);
        const auto begun = m_world->beginAgain(m_world->connections().first().id);
        QVERIFY(begun);
        const QUrlQuery page(begun->signIn.url);
        QCOMPARE(page.queryItemValue(u"scope"_s, QUrl::FullyDecoded), u"mcp:basic mcp:write"_s);
        QCOMPARE(m_world->arrive(m_server->allow(begun->signIn.url))->stage,
                 SignInStage::Connected);
        QCOMPARE(m_world->call(), u"hello"_s);
    }

    void asksForTheSameOnlyOnce()
    {
        m_server->scopesForCalls = QStringList{u"mcp:never"_s};
        m_server->scopesForAll = m_server->scopesForCalls;
        const auto begun = m_world->begin(m_server->url());
        auto arrival = m_server->allow(begun->signIn.url);
        QVERIFY(m_world->arrive(arrival));
        m_server->scopesForCalls.append(u"mcp:more"_s);
        QVERIFY(m_world->call().contains("mcp:more"_L1));
        m_server->scopesForCalls.removeLast();
        m_server->endScopes();
        const QString said = m_world->call();
        QVERIFY2(said.contains("403"_L1), qPrintable(said));
        QVERIFY(!said.contains("Reconnect"_L1));
    }

    void anotherAuthorizationServerGetsNothingOfTheFirst()
    {
        QCOMPARE(signIn().stage, SignInStage::Connected);
        ProtectedUpstream other;
        m_server->resource["authorization_servers"_L1] = QJsonArray{other.issuer()};
        endSignIn();
        QVERIFY(m_world->call().contains("Reconnect"_L1));
        const auto begun = m_world->beginAgain(m_world->connections().first().id);
        QVERIFY(begun);
        QVERIFY(begun->signIn.url.toString().startsWith(other.issuer()));
        QCOMPARE(other.registrations().size(), 1);
        QCOMPARE(other.exchanges().size(), 0);
    }

    void usesTheAppThatAPersonHasSetUp()
    {
        m_server->metadata.remove("registration_endpoint"_L1);
        const auto closed = m_world->begin(m_server->url());
        QVERIFY(!closed);
        QCOMPARE(closed.error().reason, ErrorReason::RegistrationClosed);
        QVERIFY(m_world->useClient(m_server->url(), {u"my-app"_s, Secret("secret"_ba)}));
        const auto begun = m_world->begin(m_server->url());
        QVERIFY(begun);
        QCOMPARE(QUrlQuery(begun->signIn.url).queryItemValue(u"client_id"_s), u"my-app"_s);
    }

    void usesTheDocumentWhereItIsRead()
    {
        m_world.reset();
        const SignInWorld::Options options{.document = u"https://fairlead.example/client.json"_s};
        m_world = std::make_unique<SignInWorld>(m_folder->path(), options);
        m_server->metadata["client_id_metadata_document_supported"_L1] = true;
        QCOMPARE(signIn().stage, SignInStage::Connected);
        QVERIFY(m_server->registrations().isEmpty());
        QCOMPARE(m_server->exchanges().first().value(u"client_id"_s),
                 u"https://fairlead.example/client.json"_s);
        m_server->endTokens();
        QCOMPARE(m_world->call(), u"hello"_s);
    }

    void theDocumentNamesEveryAddressThatIsTried()
    {
        QFile file(QStringLiteral(FAIRLEAD_CLIENT_DOCUMENT));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonArray uris = document["redirect_uris"_L1].toArray();
        for (const quint16 port : providers::signInPorts) {
            const QString uri = u"http://127.0.0.1:%1/api/auth/mcp/callback"_s.arg(port);
            QVERIFY2(uris.contains(uri), qPrintable(uri));
        }
        QCOMPARE(document["token_endpoint_auth_method"_L1].toString(), u"none"_s);
    }

    void aServerWithoutASignInIsNotSignedInTo()
    {
        ScriptedUpstream open;
        const auto begun = m_world->begin(open.url());
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::InvalidInput);
    }

    void refusesTheAnswerOfAnother()
    {
        const auto begun = m_world->begin(m_server->url());
        auto arrival = m_server->allow(begun->signIn.url);
        arrival.issuer = m_server->issuer() + u'/';
        const auto ended = m_world->arrive(arrival);
        QCOMPARE(ended->problem, SignInProblem::WrongIssuer);
        QVERIFY(m_server->exchanges().isEmpty());
    }

private:
    SignIn signIn()
    {
        const auto begun = m_world->begin(m_server->url());
        if (!begun)
            qFatal("%s", qUtf8Printable(begun.error().message));
        return m_world->arrive(m_server->allow(begun->signIn.url)).value();
    }

    /** The service knows neither token any more. */
    void endSignIn()
    {
        m_server->endTokens();
        m_server->endRefreshTokens();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProtectedUpstream> m_server;
    std::unique_ptr<SignInWorld> m_world;
};

QTEST_GUILESS_MAIN(TestMcpSignIn)
#include "tst_mcpsignin.moc"
