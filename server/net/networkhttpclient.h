// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/hostqueue.h"
#include "server/net/httpclient.h"
#include "server/net/proxiedreach.h"
#include "server/net/ratebudgets.h"
#include "server/net/retrypolicy.h"
#include "server/net/waits.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <map>
#include <memory>

namespace fairlead::net {

class CurlLoop;
class TransferThread;

/**
 * HttpClient over libcurl: a connection for each request that is under way, kept for the next one.
 * A single request at a time is carried out here, without a way to another thread; those beside it
 * go to a thread of their own.
 * Must outlive the event loop's work: a send() in progress keeps a reference to it.
 */
class NetworkHttpClient final : public HttpClient
{
public:
    struct Options
    {
        /** At a time, each on a connection of its own; two thirds are for 20 calls of one key. */
        int requestsPerHost = 30;
        std::chrono::milliseconds silence{20'000}; ///< longest time without a byte
        RetryPolicy retry;
        QString proxy; ///< empty: the system's; "none"; or an address
        QString extraCaFile; ///< PEM certificates to trust besides the system's; may be empty
        ProxiedReach::Lookup lookup; ///< of names that a proxy is to reach; null: the system's
    };

    NetworkHttpClient();
    explicit NetworkHttpClient(Options options);
    ~NetworkHttpClient() override;

    [[nodiscard]] QCoro::Task<Result<Response>> send(Request request) override;
    /** Of the connection with this id; nothing before its first request. */
    [[nodiscard]] std::optional<BudgetStanding> standing(const QString &key) const
    {
        return m_budgets.standing(key, m_clock.elapsed());
    }

    /** Since the start. */
    [[nodiscard]] const Waits &waits() const { return m_waits; }

private:
    [[nodiscard]] QCoro::Task<Result<>> awaitBudget(Request request, QDeadlineTimer deadline);
    [[nodiscard]] QCoro::Task<Result<>> takePlace(Request request, QDeadlineTimer deadline);
    [[nodiscard]] bool takesTurnAtOnce(const Request &request, HostQueue &queue);
    [[nodiscard]] QCoro::Task<Result<>> takeTurn(Request request, QDeadlineTimer deadline);
    [[nodiscard]] QCoro::Task<Result<Response>> sendOnce(Request request, QDeadlineTimer deadline);
    void heed(const RateBudget &budget, const Response &response);
    HostQueue &queueOf(const QUrl &url);
    TransferThread &thread();

    Options m_options;
    QByteArray m_trustedCertificates; // PEM; empty: the system's
    std::unique_ptr<CurlLoop> m_loop; // made when it is first needed, so that the start is quick
    int m_underWay = 0; // here and there
    std::unique_ptr<TransferThread> m_thread; // made for the second request at a time
    std::map<QString, HostQueue> m_queues; // by scheme, host and port
    QElapsedTimer m_clock;
    RateBudgets m_budgets;
    Waits m_waits;
    ProxiedReach m_proxiedReach;
};

} // namespace fairlead::net
