// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/signinasking.h"
#include "tests/fakes/fakeclientport.h"
#include "tests/fakes/fakehttpclient.h"
#include "tests/server/api/signinworld.h"

#include <QCoroTask>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::ConnectionState;
using tools::InputAnswer;

namespace {

oauth::AuthorizationServer exampleServer()
{
    return {.service = u"example"_s,
            .displayName = u"Example"_s,
            .issuer = {},
            .authorizationEndpoint = QUrl(u"https://auth.example/authorize"_s),
            .tokenEndpoint = QUrl(u"https://auth.example/token"_s)};
}

/** A tool that works as long as its connection does. */
class OneTool final : public tools::ToolInvoker
{
public:
    explicit OneTool(const connections::Connections &connections)
        : m_connections(connections)
    {}

    [[nodiscard]] QList<tools::ToolDefinition> list(const tools::Caller &) const override
    {
        return {};
    }

    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invoke(tools::ToolCall call) override
    {
        ++calls;
        const auto connection = m_connections.list(call.caller.userId)->first();
        if (connection.state == ConnectionState::Connected)
            co_return tools::ToolResult::fromText(u"done"_s);
        co_return tools::ToolResult::fromError(
            {.code = ErrorCode::Unauthorized, .message = connection.lastError});
    }

    int calls = 0;

private:
    const connections::Connections &m_connections;
};

} // namespace

class TestSignInAsking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_http = std::make_unique<fakes::FakeHttpClient>();
        m_world = std::make_unique<api::SignInWorld>(*m_http, exampleServer());
        QVERIFY(m_world->clients->use(u"example"_s, {u"app"_s, Secret("app-secret"_ba)}));
        m_tool = std::make_unique<OneTool>(*m_world->connections);
        m_asking = std::make_unique<providers::SignInAsking>(
            *m_tool, *m_world->connections, *m_world->signIns);
        m_client = std::make_shared<fakes::FakeClientPort>();
        m_client->opensPages = true;
        const auto begun = m_world->signIns->begin(m_world->anna, u"example"_s);
        QVERIFY(begun);
        QCOMPARE(comeBack(begun->signIn.url)->stage, providers::SignInStage::Connected);
    }

    void cleanup()
    {
        m_asking.reset();
        m_tool.reset();
        m_world.reset();
    }

    void asksNothingWhileTheSignInIsGood()
    {
        QCOMPARE(call(), u"done"_s);
        QVERIFY(m_client->asked().isEmpty());
    }

    void sendsThePersonToThePageAndGoesOn()
    {
        endSignIn();
        auto answer = m_asking->invoke(toolCall());
        QCOMPARE(m_client->asked().size(), 1);
        const auto request = m_client->asked().first();
        QCOMPARE(request.kind, tools::InputRequest::Kind::Url);
        QVERIFY(request.message.contains("site.example"_L1));
        QVERIFY(request.url.startsWith("https://auth.example/authorize?"_L1));
        QCOMPARE(comeBack(QUrl(request.url))->stage, providers::SignInStage::Connected);
        QCOMPARE(textOf(QCoro::waitFor(std::move(answer))), u"done"_s);
        QCOMPARE(m_tool->calls, 2);
    }

    void twoClientsAreSentToOnePage()
    {
        endSignIn();
        auto first = m_asking->invoke(toolCall());
        auto second = m_asking->invoke(toolCall());
        // The other waits for the same page: one tab is enough.
        QCOMPARE(m_client->asked().size(), 1);
        QVERIFY(comeBack(QUrl(m_client->asked().first().url)));
        QCOMPARE(textOf(QCoro::waitFor(std::move(first))), u"done"_s);
        QCOMPARE(textOf(QCoro::waitFor(std::move(second))), u"done"_s);
    }

    void whatOneGivesUpAllHearAtOnce()
    {
        endSignIn();
        CancellationSource person;
        tools::ToolCall first = toolCall();
        first.cancellation = person.token();
        QStringList ends;
        const auto note = [&ends](const Result<tools::ToolResult> &result) {
            ends.append(textOf(result));
        };
        QCoro::connect(m_asking->invoke(first), this, note);
        QCoro::connect(m_asking->invoke(toolCall()), this, note);
        QCoro::connect(m_asking->invoke(toolCall()), this, note);
        QCOMPARE(m_client->asked().size(), 1);
        QVERIFY(ends.isEmpty());
        person.cancel(); // the page is open, and nobody wants it any more
        QTRY_COMPARE(ends.size(), 3); // not after two minutes
        for (const QString &end : std::as_const(ends))
            QVERIFY2(end.contains("Reconnect on site.example"_L1), qPrintable(end));
        QCOMPARE(m_client->asked().size(), 1);
    }

    void leavesTheFailureToWhoDeclines()
    {
        endSignIn();
        m_client->answer(InputAnswer::Action::Decline);
        QVERIFY(call().contains("Reconnect on site.example"_L1));
        QCOMPARE(m_tool->calls, 1);
    }

    void leavesTheFailureToAClientThatOpensNoPages()
    {
        endSignIn();
        m_client->opensPages = false;
        QVERIFY(call().contains("Reconnect on site.example"_L1));
        QVERIFY(m_client->asked().isEmpty());
    }

    void leavesTheFailureWhenTheSignInFails()
    {
        endSignIn();
        auto answer = m_asking->invoke(toolCall());
        const auto page = QUrl(m_client->asked().first().url);
        QCOMPARE(comeBack(page, u"access_denied"_s)->stage, providers::SignInStage::Failed);
        QVERIFY(textOf(QCoro::waitFor(std::move(answer))).contains("Reconnect"_L1));
    }

    void handsOnThatItHasToAskFirst()
    {
        endSignIn();
        m_client->fail({.code = ErrorCode::Cancelled, .message = u"Asked."_s});
        const auto answer = QCoro::waitFor(m_asking->invoke(toolCall()));
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }

    void aKeyThatMayNotUseTheConnectionSignsNobodyIn()
    {
        endSignIn();
        auto limited = toolCall();
        limited.caller.connectionIds = {u"con_other"_s};
        QVERIFY(textOf(QCoro::waitFor(m_asking->invoke(limited))).contains("Reconnect"_L1));
        QVERIFY(m_client->asked().isEmpty());
    }

private:
    Result<providers::SignIn> comeBack(const QUrl &page, const QString &error = {})
    {
        if (error.isEmpty()) {
            m_http->plan(
                "POST"_ba,
                u"https://auth.example/token"_s,
                200,
                "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"token_type\":\"bearer\"}"_ba);
        }
        const QByteArray state = QUrlQuery(page).queryItemValue(u"state"_s).toLatin1();
        return QCoro::waitFor(
            m_world->signIns->arrive(u"example"_s,
                                     {.state = state,
                                      .code = error.isEmpty() ? Secret("code"_ba) : Secret(),
                                      .error = error}));
    }

    void endSignIn()
    {
        const auto connection = m_world->connections->list(m_world->anna)->first();
        m_world->connections->noteFailure(
            connection.id,
            {.code = ErrorCode::Unauthorized,
             .message = u"The sign-in has expired. Click Reconnect on site.example."_s});
    }

    tools::ToolCall toolCall()
    {
        tools::ToolCall call;
        call.tool = u"example_tool"_s;
        call.caller.userId = m_world->anna;
        call.client = m_client;
        return call;
    }

    QString call() { return textOf(QCoro::waitFor(m_asking->invoke(toolCall()))); }

    static QString textOf(const Result<tools::ToolResult> &result)
    {
        return result ? result->content.first().text : result.error().message;
    }

    std::unique_ptr<fakes::FakeHttpClient> m_http;
    std::unique_ptr<api::SignInWorld> m_world;
    std::unique_ptr<OneTool> m_tool;
    std::unique_ptr<providers::SignInAsking> m_asking;
    std::shared_ptr<fakes::FakeClientPort> m_client;
};

QTEST_GUILESS_MAIN(TestSignInAsking)
#include "tst_signinasking.moc"
