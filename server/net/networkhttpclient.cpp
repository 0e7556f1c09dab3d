// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkhttpclient.h"

#include "server/net/curlloop.h"
#include "server/net/requestcheck.h"
#include "server/net/transfer.h"
#include "server/net/wait.h"

#include <QCoroSignal>
#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

Q_LOGGING_CATEGORY(lcNet, "fairlead.server.net")

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

/** The system's certificates and those of the file, PEM; empty where there is no such file. */
QByteArray certificatesWith(const QString &extraCaFile)
{
    if (extraCaFile.isEmpty())
        return {};
    const QList<QSslCertificate> extra = QSslCertificate::fromPath(extraCaFile);
    if (extra.isEmpty())
        qCWarning(lcNet) << "No certificate found in the extra CA file" << extraCaFile;
    QByteArray all;
    const QList<QSslCertificate> certificates = QSslConfiguration::systemCaCertificates() + extra;
    for (const QSslCertificate &certificate : certificates)
        all += certificate.toPem();
    return all;
}

std::chrono::milliseconds timeLeft(const QDeadlineTimer &deadline)
{
    return std::chrono::milliseconds(deadline.remainingTime());
}

} // namespace

NetworkHttpClient::NetworkHttpClient()
    : NetworkHttpClient(Options())
{}

NetworkHttpClient::NetworkHttpClient(Options options)
    : m_options(std::move(options))
    , m_trustedCertificates(certificatesWith(m_options.extraCaFile))
{}

NetworkHttpClient::~NetworkHttpClient() = default;

QCoro::Task<Result<Response>> NetworkHttpClient::send(Request request)
{
    if (auto checked = checkedRequest(request); !checked)
        co_return failure(checked.error());
    const QDeadlineTimer deadline(request.deadline);
    for (int tried = 1;; ++tried) {
        Result<Response> outcome = co_await sendOnce(request, timeLeft(deadline));
        if (request.repeatable == Repeatable::No)
            co_return outcome;
        const auto delay = retryDelay(m_options.retry, outcome, tried);
        if (!delay || *delay >= timeLeft(deadline))
            co_return outcome;
        qCInfo(lcNet) << request.url.host() << "answered" << outcome->status << "; trying again in"
                      << delay->count() << "ms";
        const std::unique_ptr<Wait, DeleteLater> pause(new Wait(*delay, request.cancellation));
        if (pause->outcome() == Wait::Outcome::Pending)
            co_await qCoro(pause.get(), &Wait::finished);
        if (pause->outcome() == Wait::Outcome::Cancelled)
            co_return failure(ErrorCode::Cancelled, u"The request was cancelled."_s);
    }
}

QCoro::Task<Result<>> NetworkHttpClient::takeTurn(Request request, std::chrono::milliseconds time)
{
    HostQueue &queue = queueOf(request.url);
    if (queue.take(request.owner))
        co_return Result<>();
    const std::unique_ptr<Wait, DeleteLater> wait(new Wait(time, request.cancellation));
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

QCoro::Task<Result<Response>> NetworkHttpClient::sendOnce(Request request,
                                                          std::chrono::milliseconds remaining)
{
    const QDeadlineTimer deadline(remaining);
    const auto curlLoop = loop();
    if (!curlLoop)
        co_return failure(curlLoop.error());
    const Result<> turn = co_await takeTurn(request, remaining);
    if (!turn)
        co_return failure(turn.error());
    const Transfer::Limits limits{
        .time = timeLeft(deadline), .silence = m_options.silence, .named = request.deadline};
    const std::unique_ptr<Transfer, DeleteLater> transfer(
        new Transfer(**curlLoop, request, m_trustedCertificates, limits));
    if (!transfer->isFinished())
        co_await qCoro(transfer.get(), &Transfer::finished);
    queueOf(request.url).release(request.owner);
    co_return transfer->takeOutcome();
}

HostQueue &NetworkHttpClient::queueOf(const QUrl &url)
{
    const QString host = u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port());
    const auto [found, isNew] = m_queues.try_emplace(host, m_options.requestsPerHost);
    return found->second;
}

Result<CurlLoop *> NetworkHttpClient::loop()
{
    if (!m_loop) {
        auto made = CurlLoop::create();
        if (!made)
            return failure(made.error());
        m_loop = std::move(*made);
    }
    return m_loop.get();
}

} // namespace fairlead::net
