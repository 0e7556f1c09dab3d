// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QObject>
#include <QPointer>

#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace fairlead::net {

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
    /** Sends at once. */
    StreamedResponse(QNetworkAccessManager &manager, const Request &request);
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
    void send(QNetworkAccessManager &manager, const Request &request);
    void finish();
    void end(const std::optional<Error> &error);
    void wake();
    [[nodiscard]] Error brokenError() const;

    QPointer<QNetworkReply> m_reply; // its manager owns it and may go first
    QPointer<Wait> m_waiting;
    QString m_host;
    bool m_sent = false; ///< the whole request has left
    bool m_finished = false;
    std::optional<Error> m_error; ///< how it finished, when not well
};

} // namespace fairlead::net
