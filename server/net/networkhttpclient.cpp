// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"

#include "server/net/curlloop.h"
#include "server/net/requestcheck.h"
#include "server/net/systemproxy.h"
#include "server/net/transfer.h"
#include "server/net/transferthread.h"
#include "server/net/trustedcertificates.h"
#include "server/net/wait.h"

#include <QCoroSignal>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

Q_LOGGING_CATEGORY(lcNet, "fairlead.server.net")

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

std::chrono::milliseconds timeLeft(const QDeadlineTimer &deadline)
{
    return std::chrono::milliseconds(deadline.remainingTime());
}

QCoro::Task<Result<>> pause(std::chrono::milliseconds time, CancellationToken cancellation)
{
    const std::unique_ptr<Wait, DeleteLater> wait(new Wait(time, cancellation));
    if (wait->outcome() == Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &Wait::finished);
    if (wait->outcome() == Wait::Outcome::Cancelled)
        co_return failure(ErrorCode::Cancelled, u"The request was cancelled."_s);
    co_return Result<>();
}

Error overBudget(const QString &host, const RateBudgets::Turn &turn)
{
    const auto wait =
        std::max(std::chrono::ceil<std::chrono::seconds>(turn.wait), std::chrono::seconds(1));
    const QString reason = turn.isHeldBack
        ? u"%1 has asked this connection to wait, so the call was not sent."_s.arg(host)
        : u"So many calls to %1 wait already that this one was not sent."_s.arg(host);
    return {.code = ErrorCode::RateLimited,
            .message = u"%1 Try again in %2 seconds."_s.arg(reason).arg(wait.count()),
            .retryAfter = wait};
}

} // namespace

NetworkHttpClient::NetworkHttpClient()
    : NetworkHttpClient(Options())
{}

NetworkHttpClient::NetworkHttpClient(Options options)
    : m_options(std::move(options))
    , m_trustedCertificates(certificatesWith(m_options.extraCaFile))
    , m_proxiedReach(m_options.lookup ? ProxiedReach(m_options.lookup) : ProxiedReach())
{
    m_clock.start();
}

NetworkHttpClient::~NetworkHttpClient() = default;

QCoro::Task<Result<Response>> NetworkHttpClient::send(Request request)
{
    if (auto checked = checkedRequest(request); !checked)
        co_return failure(checked.error());
    const QDeadlineTimer deadline(request.deadline);
    const bool isBounded = request.reach != Reach::Anywhere;
    if (isBounded && !proxyFor(request.url, m_options.proxy).url.isEmpty()) {
        const auto within =
            co_await m_proxiedReach.check(request.url, request.reach, request.cancellation);
        if (!within)
            co_return failure(within.error());
    }
    for (int tried = 1;; ++tried) {
        Result<Response> outcome = co_await sendOnce(request, deadline);
        if (request.repeatable == Repeatable::No)
            co_return outcome;
        const auto delay = retryDelay(m_options.retry, outcome, tried);
        if (!delay || *delay >= timeLeft(deadline))
            co_return outcome;
        qCInfo(lcNet) << request.url.host() << "answered" << outcome->status << "; trying again in"
                      << delay->count() << "ms";
        if (const auto waited = co_await pause(*delay, request.cancellation); !waited)
            co_return failure(waited.error());
    }
}

/** Waits until the connection's budget has room for the request. */
QCoro::Task<Result<>> NetworkHttpClient::awaitBudget(Request request, QDeadlineTimer deadline)
{
    const RateBudget budget = *request.budget;
    for (;;) {
        const auto turn = m_budgets.reserve(budget, m_clock.elapsed(), timeLeft(deadline));
        if (!turn.isReserved)
            co_return failure(overBudget(request.url.host(), turn));
        const qint64 at = m_clock.elapsed() + turn.wait.count();
        m_waits.count += turn.wait.count() > 0 ? 1 : 0;
        m_waits.time += turn.wait;
        // A timer of Qt may come early.
        for (qint64 left = turn.wait.count(); left > 0; left = at - m_clock.elapsed()) {
            const auto waited =
                co_await pause(std::chrono::milliseconds(left), request.cancellation);
            if (!waited) {
                m_budgets.giveBack(budget, turn);
                co_return failure(waited.error());
            }
        }
        if (m_budgets.stands(budget, turn))
            co_return Result<>();
    }
}

QCoro::Task<Result<>> NetworkHttpClient::takePlace(Request request, QDeadlineTimer deadline)
{
    HostQueue &queue = queueOf(request.url);
    if (queue.take(request.owner))
        co_return Result<>();
    const std::unique_ptr<Wait, DeleteLater> wait(
        new Wait(timeLeft(deadline), request.cancellation));
    queue.enqueue(wait.get(), request.owner);
    if (wait->outcome() == Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &Wait::finished);
    if (wait->outcome() == Wait::Outcome::Granted)
        co_return Result<>();
    if (wait->outcome() == Wait::Outcome::Cancelled)
        co_return failure(ErrorCode::Cancelled, u"The request was cancelled."_s);
    co_return failure(ErrorCode::Network,
                      u"Too many requests to %1 are under way; this one was not sent. Try again "
                      "when they are done."_s.arg(request.url.host()));
}

/** A place at the host, at a time when the connection's budget has room. */
QCoro::Task<Result<>> NetworkHttpClient::takeTurn(Request request, QDeadlineTimer deadline)
{
    for (;;) {
        if (request.budget) {
            const auto budgeted = co_await awaitBudget(request, deadline);
            if (!budgeted)
                co_return budgeted;
        }
        const auto placed = co_await takePlace(request, deadline);
        // The service may have asked to wait while this request waited for its place.
        const bool isHeldBack =
            request.budget && m_budgets.isHeldBack(*request.budget, m_clock.elapsed());
        if (!placed || !isHeldBack)
            co_return placed;
        queueOf(request.url).release(request.owner);
    }
}

/** As takeTurn() ends where nothing has to be waited for. */
bool NetworkHttpClient::takesTurnAtOnce(const Request &request, HostQueue &queue)
{
    if (!request.budget)
        return queue.take(request.owner);
    const auto turn = m_budgets.reserve(*request.budget, m_clock.elapsed(), {});
    if (!turn.isReserved)
        return false;
    const bool isPlaced = queue.take(request.owner);
    if (!isPlaced)
        m_budgets.giveBack(*request.budget, turn);
    return isPlaced;
}

QCoro::Task<Result<Response>> NetworkHttpClient::sendOnce(Request request, QDeadlineTimer deadline)
{
    const auto curlLoop = CurlLoop::ensure(m_loop, m_options.proxy);
    if (!curlLoop)
        co_return failure(curlLoop.error());
    HostQueue &queue = queueOf(request.url);
    if (!takesTurnAtOnce(request, queue)) {
        const Result<> turn = co_await takeTurn(request, deadline);
        if (!turn)
            co_return failure(turn.error());
    }
    const Transfer::Limits limits{
        .time = timeLeft(deadline), .silence = m_options.silence, .named = request.deadline};
    Result<Response> outcome;
    // Not only alone here: beside others this thread has enough to do with answering.
    const bool isAlone = m_underWay++ == 0;
    if (isAlone || !thread().isRunning()) {
        const auto transfer =
            std::make_unique<Transfer>(**curlLoop, request, m_trustedCertificates, limits);
        co_await transfer->finished();
        outcome = transfer->takeOutcome();
    } else {
        TransferThread::Sending sending(thread(), request, limits);
        co_await sending.finished();
        outcome = sending.takeOutcome();
    }
    --m_underWay;
    if (outcome && request.budget)
        heed(*request.budget, *outcome);
    queue.release(request.owner);
    co_return outcome;
}

/** One call that is told to wait speaks for all that go over its connection. */
void NetworkHttpClient::heed(const RateBudget &budget, const Response &response)
{
    if (response.status < 400)
        return;
    if (const auto wait = askedPause(response, QDateTime::currentDateTimeUtc()))
        m_budgets.holdBack(budget, m_clock.elapsed() + std::chrono::milliseconds(*wait).count());
}

HostQueue &NetworkHttpClient::queueOf(const QUrl &url)
{
    QString host = url.scheme();
    host.append(u"://").append(url.host()).append(u':').append(QString::number(url.port()));
    const auto [found, isNew] = m_queues.try_emplace(host, m_options.requestsPerHost);
    return found->second;
}

TransferThread &NetworkHttpClient::thread()
{
    if (!m_thread)
        m_thread = std::make_unique<TransferThread>(m_trustedCertificates, m_options.proxy);
    return *m_thread;
}

} // namespace fairlead::net
