// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamcalls.h"
#include "tests/fakes/fakeclientport.h"
#include "tests/fakes/fakeclock.h"
#include "tests/server/gateway/askingupstream.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;

namespace {

QCoro::Task<Result<Secret>> withoutToken(CancellationToken)
{
    co_return Secret();
}

/** One round of a client that is asked by the result of its call, and what it has answered. */
class RoundPort final : public tools::ClientPort
{
public:
    explicit RoundPort(tools::InputAnswers answers = {})
        : m_answers(std::move(answers))
    {}

    [[nodiscard]] bool can(tools::InputRequest::Kind) const override { return true; }
    [[nodiscard]] bool asksByResult() const override { return true; }
    [[nodiscard]] bool hasAnswer(const QString &key) const override
    {
        return m_answers.contains(key);
    }
    [[nodiscard]] bool hasAnswerFrom(const QString &keyPrefix) const override
    {
        const auto keys = m_answers.keys();
        return std::ranges::any_of(
            keys, [&keyPrefix](const QString &key) { return key.startsWith(keyPrefix); });
    }
    [[nodiscard]] QCoro::Task<Result<tools::InputAnswers>> ask(
        QList<tools::InputRequest> requests) override
    {
        for (const tools::InputRequest &request : requests) {
            if (m_answers.contains(request.key))
                continue;
            asked.append(request.key);
            co_return failure(ErrorCode::Cancelled, u"First."_s);
        }
        co_return m_answers;
    }
    void log(tools::LogLevel, const QString &, const QJsonValue &) override {}
    void pollLater() override {}

    QStringList asked; ///< keys that it had no answer to

private:
    tools::InputAnswers m_answers;
};

tools::InputAnswers answering(const QString &key)
{
    const QJsonObject city{{u"city"_s, u"Oslo"_s}};
    return {{key, {.action = tools::InputAnswer::Action::Accept, .content = city}}};
}

/** A client of one upstream, and what is called through it. */
class Caller final
{
public:
    explicit Caller(const QUrl &url)
        : m_client(m_http, {.url = url, .name = u"Linear"_s, .authorize = withoutToken}, m_clock)
    {}

    [[nodiscard]] Result<tools::ToolResult> call(tools::ClientPortPointer port,
                                                 CancellationToken cancellation = {},
                                                 const QString &key = u"key1"_s)
    {
        tools::ToolCall call;
        call.tool = u"linear_echo"_s;
        call.caller.keyId = key;
        call.client = std::move(port);
        call.cancellation = std::move(cancellation);
        const CalledTool tool{.server = u"Linear"_s, .name = u"echo"_s};
        return QCoro::waitFor(m_calls.run(&m_client, tool, std::move(call)));
    }

private:
    net::StreamingClient m_http;
    fakes::FakeClock m_clock;
    UpstreamClient m_client;
    UpstreamCalls m_calls;
};

QString textOf(const Result<tools::ToolResult> &result)
{
    return result ? result->content.first().text : QString(errorName(result.error().code));
}

} // namespace

class TestUpstreamCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWithACallWhoseClientCameBackWithTheAnswer()
    {
        AskingUpstream upstream(AskingUpstream::formQuestion());
        Caller caller(upstream.url());
        CancellationSource firstRound;
        const auto first = std::make_shared<RoundPort>();
        QCOMPARE(textOf(caller.call(first, firstRound.token())), u"cancelled"_s);
        firstRound.cancel(); // as at the end of every round
        QCOMPARE(first->asked.size(), 1);
        const auto second = std::make_shared<RoundPort>(answering(first->asked.first()));
        QCOMPARE(textOf(caller.call(second)), u"done"_s);
        QCOMPARE(upstream.script().received(u"tools/call"_s).size(), 1);
        QCOMPARE(upstream.answer()["result"_L1].toObject(),
                 AskingUpstream::object("{'action':'accept','content':{'city':'Oslo','days':3}}"));
    }

    void repeatsNoRoundOfAnUpstreamThatAsksByResults()
    {
        ScriptedUpstream upstream(ScriptedUpstream::Age::Stateless);
        AskingUpstream::askByResult(
            // both times under the same key
            upstream,
            2,
            AskingUpstream::inputRequired(AskingUpstream::formQuestion()));
        Caller caller(upstream.url());
        auto round = std::make_shared<RoundPort>();
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(textOf(caller.call(round)), u"cancelled"_s);
            QCOMPARE(upstream.received(u"tools/call"_s).size(), i + 1);
            round = std::make_shared<RoundPort>(answering(round->asked.first()));
        }
        QCOMPARE(textOf(caller.call(round)), u"done"_s);
        QCOMPARE(upstream.received(u"tools/call"_s).size(), 3);
    }

    void refusesAnAnswerThatNoCallWaitsFor()
    {
        AskingUpstream upstream(AskingUpstream::formQuestion());
        Caller caller(upstream.url());
        const auto first = std::make_shared<RoundPort>();
        QCOMPARE(textOf(caller.call(first)), u"cancelled"_s);
        const auto stolen = std::make_shared<RoundPort>(answering(first->asked.first()));
        QCOMPARE(textOf(caller.call(stolen, {}, u"key2"_s)),
                 QString(errorName(ErrorCode::InvalidInput)));
        // Nor does another instance of Fairlead do again what was done before the question.
        Caller elsewhere(upstream.url());
        QCOMPARE(textOf(elsewhere.call(stolen)), QString(errorName(ErrorCode::InvalidInput)));
        QCOMPARE(upstream.script().received(u"tools/call"_s).size(), 1);
    }

    void saysWhatWasAskedInVain()
    {
        AskingUpstream upstream(AskingUpstream::formQuestion());
        Caller caller(upstream.url());
        const auto result = caller.call(nullptr);
        QCOMPARE(textOf(result), u"done"_s);
        QCOMPARE(upstream.answer()["result"_L1]["action"_L1], QJsonValue(u"decline"_s));
        QCOMPARE(result->content.last().text,
                 u"(Linear asks: Where to? This client cannot show questions, so the answer was "
                 "no.)"_s);
    }

    void asksAClientThatWaits()
    {
        AskingUpstream upstream(AskingUpstream::formQuestion());
        Caller caller(upstream.url());
        const auto person = std::make_shared<fakes::FakeClientPort>();
        person->fillIn({{u"city"_s, u"Oslo"_s}});
        QCOMPARE(textOf(caller.call(person)), u"done"_s);
        QCOMPARE(person->asked().size(), 1);
    }

    void endsWhenTheClientLeaves()
    {
        ScriptedUpstream upstream;
        upstream.instead = [](QTcpSocket &, const QJsonObject &message) {
            return message["method"_L1] == "tools/call"_L1; // no answer
        };
        Caller caller(upstream.url());
        CancellationSource leaving;
        QTimer::singleShot(50, qApp, [&leaving] { leaving.cancel(); });
        QCOMPARE(textOf(caller.call(nullptr, leaving.token())), u"cancelled"_s);
    }
};

QTEST_GUILESS_MAIN(TestUpstreamCalls)
#include "tst_upstreamcalls.moc"
