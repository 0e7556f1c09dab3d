// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/transfer.h"

#include "server/base/text.h"
#include "server/net/networkrequest.h"
#include "server/net/oneshotbody.h"

#include <QNetworkAccessManager>
#include <QSslError>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

/** As a person knows it: the port only where it is not the usual one. */
QString hostName(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

QString seconds(std::chrono::milliseconds time)
{
    return time < std::chrono::seconds(1) ? u"%1 milliseconds"_s.arg(time.count())
                                          : u"%1 seconds"_s.arg(time.count() / 1000);
}

} // namespace

Transfer::Transfer(QNetworkAccessManager &manager,
                   const QSslConfiguration &tls,
                   Request request,
                   Limits limits)
    : m_request(std::move(request))
    , m_limits(limits)
{
    if (m_request.cancellation.isCancelled()) {
        end(failure(ErrorCode::Cancelled, u"The request was cancelled."_s));
        return;
    }
    send(manager, tls);
    QTimer::singleShot(m_limits.time, this, [this] { end(failure(timeoutError(m_limits.named))); });
    m_request.cancellation.onCancelled(
        this, [this] { end(failure(ErrorCode::Cancelled, u"The request was cancelled."_s)); });
}

Transfer::~Transfer()
{
    if (m_reply)
        end(failure(ErrorCode::Cancelled, u"The request was given up."_s));
}

void Transfer::send(QNetworkAccessManager &manager, const QSslConfiguration &tls)
{
    QNetworkRequest request = networkRequest(m_request, tls, m_limits.silence);
    if (m_request.repeatable == Repeatable::Yes) {
        m_reply = manager.sendCustomRequest(request, m_request.method, m_request.body);
    } else {
        auto *body = new OneShotBody(m_request.body, this);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply = manager.sendCustomRequest(request, m_request.method, body);
    }
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::read);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::complete);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblem = errors.value(0).errorString();
    });
}

void Transfer::read()
{
    m_sent = true;
    if (m_body.size() + m_reply->bytesAvailable() > m_request.maxResponseBytes) {
        end(failure(ErrorCode::InvalidData,
                    u"The answer of %1 is larger than %2 MiB and was not read."_s
                        .arg(hostName(m_request.url))
                        .arg(static_cast<double>(m_request.maxResponseBytes) / (1024 * 1024))));
        return;
    }
    m_body += m_reply->readAll();
}

void Transfer::complete()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    // Qt reports a status of 400 and more as an error of its own; for us a status is an answer.
    const bool isStatusError = status >= 400 && error >= QNetworkReply::ContentAccessDenied;
    // For these two Qt rewinds the body even though it will not follow; a OneShotBody refuses.
    const bool isUnfollowed =
        (status == 307 || status == 308) && error == QNetworkReply::ContentReSendError;
    if (status == 0 || (error != QNetworkReply::NoError && !isStatusError && !isUnfollowed)) {
        end(failure(transportError()));
        return;
    }
    read();
    if (m_finished)
        return;
    Response response{.status = status, .headers = m_reply->rawHeaderPairs(), .body = {}};
    response.body = std::move(m_body);
    end(std::move(response));
}

void Transfer::end(Result<Response> outcome)
{
    if (m_finished)
        return;
    m_finished = true;
    m_outcome = std::move(outcome);
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    Q_EMIT finished();
}

bool Transfer::mayHaveArrived() const
{
    // Qt says that a request has left only when the request has a body.
    return m_sent || m_request.body.isEmpty();
}

Error Transfer::timeoutError(std::chrono::milliseconds waited) const
{
    const QString host = hostName(m_request.url);
    if (!mayHaveArrived()) {
        return {.code = ErrorCode::Network,
                .message =
                    u"%1 could not be reached within %2. Check the network and try again."_s.arg(
                        host, seconds(waited))};
    }
    return {.code = ErrorCode::Timeout,
            .message = u"%1 did not answer within %2."_s.arg(host, seconds(waited))};
}

Error Transfer::transportError() const
{
    const QString host = hostName(m_request.url);
    if (!m_certificateProblem.isEmpty()) {
        return {.code = ErrorCode::Tls,
                .message = u"The certificate of %1 is not trusted (%2), so nothing was sent. Check "
                           "the address and the computer's clock; behind a company proxy, add its "
                           "certificate."_s.arg(host, cleanedLine(m_certificateProblem, 200))};
    }
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return {.code = ErrorCode::Network,
                .message =
                    u"The name %1 was not found. Check the address and the network."_s.arg(host)};
    case QNetworkReply::ConnectionRefusedError:
        return {.code = ErrorCode::Network,
                .message =
                    u"%1 refused the connection. Check the address and the network."_s.arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {.code = ErrorCode::Tls,
                .message =
                    u"No secure connection to %1 could be made (%2), so nothing was sent."_s.arg(
                        host, cleanedLine(m_reply->errorString(), 200))};
    case QNetworkReply::OperationCanceledError: // Qt's name for its transfer timeout
        return timeoutError(std::min(m_limits.silence, m_limits.named));
    default:
        break;
    }
    if (m_reply->error() >= QNetworkReply::ProxyConnectionRefusedError
        && m_reply->error() <= QNetworkReply::UnknownProxyError) {
        return {.code = ErrorCode::Network,
                .message = u"The network's proxy did not let the request to %1 through. Check the "
                           "computer's proxy settings."_s.arg(host)};
    }
    const bool isBroken = m_reply->error() == QNetworkReply::RemoteHostClosedError
        || m_reply->error() >= QNetworkReply::ContentAccessDenied;
    if (mayHaveArrived() && (isBroken || m_request.repeatable == Repeatable::No)) {
        return {.code = ErrorCode::InvalidData,
                .message = u"The connection to %1 broke before its answer was complete, or the "
                           "answer could not be read. Try again."_s.arg(host)};
    }
    return {.code = ErrorCode::Network,
            .message = u"%1 could not be reached (%2). Check the network and try again."_s.arg(
                host, cleanedLine(m_reply->errorString(), 200))};
}

} // namespace fairlead::net
