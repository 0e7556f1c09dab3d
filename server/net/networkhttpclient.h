// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/hostqueue.h"
#include "server/net/httpclient.h"
#include "server/net/retrypolicy.h"

#include <QSslConfiguration>

#include <map>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace fairlead::net {

/**
 * HttpClient over QNetworkAccessManager, with its unsafe defaults turned off. Several managers,
 * because each opens no more than six connections a host. Must outlive the event loop's work: a
 * send() in progress keeps a reference to it.
 */
class NetworkHttpClient final : public HttpClient
{
public:
    struct Options
    {
        int managers = 5; ///< two thirds of their connections are for 20 calls of one key
        int requestsPerManager = 6; ///< and host; what Qt opens connections for
        std::chrono::milliseconds silence{20'000}; ///< longest time without a byte
        RetryPolicy retry;
        QString extraCaFile; ///< PEM certificates to trust besides the system's; may be empty
    };

    NetworkHttpClient();
    explicit NetworkHttpClient(Options options);
    ~NetworkHttpClient() override;

    [[nodiscard]] QCoro::Task<Result<Response>> send(Request request) override;

private:
    [[nodiscard]] QCoro::Task<Result<int>> takeSlot(Request request,
                                                    std::chrono::milliseconds time);
    [[nodiscard]] QCoro::Task<Result<Response>> sendOnce(Request request,
                                                         std::chrono::milliseconds remaining);
    HostQueue &queueOf(const QUrl &url);

    Options m_options;
    QSslConfiguration m_tls;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    std::map<QString, HostQueue> m_queues; // by scheme, host and port
};

} // namespace fairlead::net
