// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace fairlead::net {

/**
 * One try of one request: sends it, collects the answer within its limits, and ends once, by the
 * answer, a failure, the deadline or cancellation. Used by NetworkHttpClient only.
 */
class Transfer final : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        std::chrono::milliseconds time; ///< for this try
        std::chrono::milliseconds silence; ///< longest time without a byte
        std::chrono::milliseconds named; ///< the caller's whole deadline, for the sentence
    };

    /** Sends at once. */
    Transfer(QNetworkAccessManager &manager,
             const QSslConfiguration &tls,
             Request request,
             Limits limits);
    ~Transfer() override;

    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] Result<Response> takeOutcome() { return std::move(m_outcome); }

Q_SIGNALS:
    void finished();

private:
    void send(QNetworkAccessManager &manager, const QSslConfiguration &tls);
    void read();
    void complete();
    void end(Result<Response> outcome);
    [[nodiscard]] bool mayHaveArrived() const;
    [[nodiscard]] Error timeoutError(std::chrono::milliseconds waited) const;
    [[nodiscard]] Error transportError() const;

    Request m_request;
    Limits m_limits;
    QPointer<QNetworkReply> m_reply; // its manager owns it and may go first
    bool m_sent = false; // at least a part of the body has left
    bool m_finished = false;
    QString m_certificateProblem;
    QByteArray m_body;
    Result<Response> m_outcome;
};

} // namespace fairlead::net
