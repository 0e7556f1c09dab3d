// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/askedcall.h"

#include "server/base/ids.h"
#include "server/net/wait.h"

#include <QCoroSignal>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using tools::InputAnswers;
using tools::InputRequest;

using net::WaitPointer;

/** How long a person has for an answer, when the client comes back with it. */
constexpr std::chrono::milliseconds longestHold{5 * 60'000};
constexpr qsizetype markBytes = 12;
constexpr QLatin1StringView upstreamMark{"upstream-"};

} // namespace

std::shared_ptr<AskedCall> AskedCall::create(const tools::ToolCall &call)
{
    return {new AskedCall(call), net::DeletedLater()};
}

AskedCall::AskedCall(const tools::ToolCall &call)
    // Nobody can guess it, and no other call of the same client has it.
    : m_mark(upstreamMark + QString::fromLatin1(randomBytes(markBytes).toHex()))
{
    m_cancellation.setTrace(call.cancellation.trace());
    takeRound(call);
}

void AskedCall::takeRound(const tools::ToolCall &call)
{
    m_call = call;
    m_isHeld = false;
    call.cancellation.onCancelled(this, [this, round = ++m_round] {
        // A round that has ended by asking is over, its call is not.
        if (round == m_round && !m_isHeld)
            m_cancellation.cancel();
    });
}

void AskedCall::start(UpstreamClient &client, UpstreamRequest request)
{
    const QPointer<AskedCall> self(this);
    if (m_call.reportProgress) {
        request.reportProgress = [self](const tools::Progress &progress) {
            if (self && !self->m_isHeld && self->m_call.reportProgress)
                self->m_call.reportProgress(progress);
        };
    }
    request.cancellation = m_cancellation.token();
    QCoro::connect(
        client.reply(std::move(request)), this, [this](const Result<UpstreamReply> &answer) {
            m_answer = answer;
            Q_EMIT stepped();
        });
}

QCoro::Task<Result<UpstreamReply>> AskedCall::step()
{
    const QPointer<AskedCall> self(this);
    while (!m_answer && !m_isHeld) {
        co_await qCoro(this, &AskedCall::stepped);
        if (!self)
            co_return failure(ErrorCode::Cancelled, u"The connection was removed."_s);
    }
    if (m_answer)
        co_return *m_answer;
    co_return failure(ErrorCode::Cancelled, u"The client is asked for more first."_s);
}

bool AskedCall::isContinuedBy(const tools::ToolCall &call) const
{
    return m_isHeld && call.client && call.caller.userId == m_call.caller.userId
        && call.caller.keyId == m_call.caller.keyId && call.tool == m_call.tool
        && call.arguments == m_call.arguments
        && std::ranges::any_of(m_open,
                               [&call](const QString &key) { return call.client->hasAnswer(key); });
}

bool AskedCall::continuesAny(const tools::ToolCall &call)
{
    return call.client && call.client->hasAnswerFrom(upstreamMark);
}

void AskedCall::goOn(const tools::ToolCall &call)
{
    takeRound(call);
    m_open.clear();
    const auto waiting = std::exchange(m_waiting, {});
    for (const QPointer<net::Wait> &wait : waiting) {
        if (wait)
            wait->grant();
    }
}

bool AskedCall::can(InputRequest::Kind kind) const
{
    return m_call.client && m_call.client->can(kind);
}

QCoro::Task<Result<InputAnswers>> AskedCall::ask(QList<InputRequest> requests)
{
    const bool isPossible = std::ranges::all_of(
        requests, [this](const InputRequest &request) { return can(request.kind); });
    if (!isPossible) {
        m_askedInVain = requests.first().message;
        co_return failure(ErrorCode::Forbidden, u"This client cannot be asked."_s);
    }
    // An upstream may use the same key again for another question.
    const QString mark = u"%1-%2-"_s.arg(m_mark).arg(++m_questions);
    QList<InputRequest> marked = requests;
    QStringList keys;
    for (InputRequest &request : marked) {
        request.key.prepend(mark);
        keys.append(request.key);
    }
    for (;;) {
        const auto client = m_call.client;
        const auto given = co_await client->ask(marked);
        const bool isAskedFirst =
            !given && given.error().code == ErrorCode::Cancelled && client->asksByResult();
        if (!given && !isAskedFirst)
            co_return failure(given.error());
        if (given) {
            InputAnswers answers;
            for (const InputRequest &request : std::as_const(requests))
                answers.insert(request.key, given->value(mark + request.key));
            co_return answers;
        }
        hold(keys);
        const auto resumed = co_await nextRound();
        if (!resumed)
            co_return failure(resumed.error());
    }
}

void AskedCall::hold(const QStringList &keys)
{
    m_open += keys;
    m_isHeld = true;
    // Whoever hears it may let go of the round: not from within its own question.
    QMetaObject::invokeMethod(this, &AskedCall::stepped, Qt::QueuedConnection);
}

QCoro::Task<Result<>> AskedCall::nextRound()
{
    const WaitPointer wait(new net::Wait(longestHold, m_cancellation.token()));
    m_waiting.append(wait.get());
    if (wait->outcome() == net::Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &net::Wait::finished);
    if (wait->outcome() == net::Wait::Outcome::Granted)
        co_return Result<>();
    co_return failure(ErrorCode::Timeout, u"Nobody answered in time."_s);
}

} // namespace fairlead::gateway
