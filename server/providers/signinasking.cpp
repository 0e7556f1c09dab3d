// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/signinasking.h"

#include "server/connections/connections.h"
#include "server/net/wait.h"

#include <QCoroSignal>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

using connections::Connection;
using tools::InputRequest;

constexpr std::chrono::minutes patience{2};
constexpr auto question = "sign_in"_L1;

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

bool hasText(const tools::ToolResult &result, const QString &text)
{
    return std::ranges::any_of(result.content, [&text](const tools::Content &content) {
        return content.text.contains(text);
    });
}

InputRequest requestFor(const Connection &connection, const SignIn &signIn)
{
    return {.kind = InputRequest::Kind::Url,
            .key = QString(question),
            .message =
                u"The sign-in on %1 has expired. Sign in again in the browser; Fairlead then "
                "goes on with the request."_s.arg(connection.name),
            .url = signIn.url.toString(QUrl::FullyEncoded)};
}

} // namespace

SignInAsking::SignInAsking(tools::ToolInvoker &next,
                           const connections::Connections &connections,
                           BrowserSignIn &signIns)
    : m_next(next)
    , m_connections(connections)
    , m_signIns(signIns)
{}

QList<tools::ToolDefinition> SignInAsking::list(const tools::Caller &caller) const
{
    return m_next.list(caller);
}

QCoro::Task<Result<tools::ToolResult>> SignInAsking::invoke(tools::ToolCall call)
{
    const auto result = co_await m_next.invoke(call);
    const bool mayAsk =
        result && result->isError && call.client && call.client->can(InputRequest::Kind::Url);
    if (!mayAsk)
        co_return result;
    const auto ended = endedConnection(call.caller, *result);
    if (!ended)
        co_return result;
    const auto isBack = co_await signInAgain(*ended, call);
    if (!isBack)
        co_return failure(isBack.error());
    if (!*isBack)
        co_return result;
    co_return co_await m_next.invoke(std::move(call));
}

std::optional<Connection> SignInAsking::endedConnection(const tools::Caller &caller,
                                                        const tools::ToolResult &result) const
{
    const auto all = m_connections.list(caller.userId);
    if (!all)
        return std::nullopt;
    const auto found = std::ranges::find_if(*all, [&](const Connection &connection) {
        const bool isAllowed =
            caller.connectionIds.isEmpty() || caller.connectionIds.contains(connection.id);
        // Only the failure that ended the sign-in: a write whose outcome is not known has another.
        return isAllowed && connection.method == connections::SignInMethod::OAuth
            && connection.state == connections::ConnectionState::NeedsSignIn
            && !connection.lastError.isEmpty() && hasText(result, connection.lastError);
    });
    return found == all->end() ? std::nullopt : std::optional(*found);
}

QCoro::Task<Result<bool>> SignInAsking::signInAgain(Connection connection, tools::ToolCall call)
{
    const SignInWish wish{.userId = call.caller.userId, .connectionId = connection.id};
    for (;;) {
        const auto begun = co_await m_signIns.beginAt(connection.provider, wish);
        if (!begun)
            co_return false;
        const QString id = begun->signIn.id;
        m_asked.removeIf([](const auto &asked) { return asked.value().hasExpired(); });
        // Of many clients that meet the same end one opens a page; the others wait for it.
        const bool isAskedElsewhere =
            m_asked.contains(id) && !call.client->hasAnswer(QString(question));
        if (!begun->signIn.url.isEmpty() && !isAskedElsewhere)
            co_return co_await askAndTell(connection, begun->signIn, call);
        const Outcome end = co_await endOf(call.caller.userId, id, call.cancellation);
        if (end != Outcome::Left || call.cancellation.isCancelled())
            co_return end == Outcome::Connected;
    }
}

QCoro::Task<Result<bool>> SignInAsking::askAndTell(Connection connection,
                                                   SignIn signIn,
                                                   tools::ToolCall call)
{
    m_asked.insert(signIn.id, QDeadlineTimer(patience));
    const auto end = co_await askFor(connection, signIn, call);
    // The client makes this call again with the answer.
    if (!end && call.client->asksByResult())
        co_return failure(end.error());
    m_asked.remove(signIn.id);
    if (end != Outcome::Connected)
        Q_EMIT askingOver(signIn.id, end == Outcome::GivenUp);
    if (!end)
        co_return failure(end.error());
    co_return *end == Outcome::Connected;
}

QCoro::Task<Result<SignInAsking::Outcome>> SignInAsking::askFor(Connection connection,
                                                                SignIn signIn,
                                                                tools::ToolCall call)
{
    const QList<InputRequest> requests{requestFor(connection, signIn)};
    const auto answers = co_await call.client->ask(requests);
    if (!answers) {
        // A client that cannot be asked after all gets the call's own answer.
        if (answers.error().code == ErrorCode::Forbidden)
            co_return Outcome::Left;
        co_return failure(answers.error());
    }
    if (answers->value(QString(question)).action != tools::InputAnswer::Action::Accept)
        co_return Outcome::GivenUp;
    co_return co_await endOf(call.caller.userId, signIn.id, call.cancellation);
}

QCoro::Task<SignInAsking::Outcome> SignInAsking::endOf(QString userId,
                                                       QString signInId,
                                                       CancellationToken cancellation)
{
    const auto now = m_signIns.find(userId, signInId);
    const auto isLeft = std::make_shared<bool>(false);
    if (now && !now->isOver()) {
        const std::unique_ptr<net::Wait, DeleteLater> wait(new net::Wait(patience, cancellation));
        connect(&m_signIns,
                &BrowserSignIn::changed,
                wait.get(),
                [this, userId, signInId, over = wait.get()](const QString &id) {
                    const auto signIn = m_signIns.find(userId, signInId);
                    if (id == signInId && (!signIn || signIn->isOver()))
                        over->grant();
                });
        connect(this,
                &SignInAsking::askingOver,
                wait.get(),
                [signInId, isLeft, over = wait.get()](const QString &id, bool isGivenUp) {
                    if (id != signInId)
                        return;
                    *isLeft = !isGivenUp;
                    over->grant();
                });
        if (wait->outcome() == net::Wait::Outcome::Pending)
            co_await qCoro(wait.get(), &net::Wait::finished);
    }
    const auto end = m_signIns.find(userId, signInId);
    if (end && end->stage == SignInStage::Connected)
        co_return Outcome::Connected;
    co_return *isLeft ? Outcome::Left : Outcome::GivenUp;
}

} // namespace fairlead::providers
