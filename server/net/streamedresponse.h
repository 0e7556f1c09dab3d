// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace fairlead::net {

class CurlLoop;
class CurlRequest;
class Wait;

/**
 * One request whose answer is read as it comes, at the reader's pace: what is not read stays with
 * the server. The rules of HttpClient hold (URL, headers, redirects, cookies, never sent twice);
 * the request's deadline does not: each wait has its own. Destroying it closes the connection.
 *
 * One reader at a time. Errors mean what HttpClient says they mean; Cancelled after abort().
 */
class StreamedResponse final : public QObject
{
    Q_OBJECT

public:
    /** Sends at once. `trustedCertificates`: PEM; empty: the system's. */
    StreamedResponse(CurlLoop &loop, const Request &request, const QByteArray &trustedCertificates);
    /** Of a request that could not be sent at all. */
    explicit StreamedResponse(const Error &error);
    ~StreamedResponse() override;

    /** Status and headers, without the body. */
    [[nodiscard]] QCoro::Task<Result<Response>> head(std::chrono::milliseconds timeout);

    /** The next bytes of the body; none at its end. */
    [[nodiscard]] QCoro::Task<Result<QByteArray>> read(std::chrono::milliseconds timeout);

    /** Closes the connection; whoever waits learns it at once. */
    void abort();
    /** Closes the connection; whoever waits learns it when its time is up. */
    void close();

private:
    [[nodiscard]] QCoro::Task<Result<>> change(std::chrono::milliseconds timeout);
    void take(QByteArrayView bytes);
    void end(const std::optional<Error> &error);
    void wakeSoon();
    void wake();

    std::unique_ptr<CurlRequest> m_request; // none after abort()
    QByteArray m_bytes; ///< that nobody has read yet
    QPointer<Wait> m_waiting;
    QString m_host;
    bool m_finished = false;
    std::optional<Error> m_error; ///< how it finished, when not well
};

} // namespace fairlead::net
