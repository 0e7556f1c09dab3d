// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/streamedresponse.h"

#include "server/net/networkrequest.h"
#include "server/net/oneshotbody.h"
#include "server/net/requestcheck.h"
#include "server/net/wait.h"

#include <QCoroSignal>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

constexpr qint64 bufferBytes = 64 * 1024;
constexpr std::chrono::milliseconds noSilenceLimit{0};

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

StreamedResponse::StreamedResponse(QNetworkAccessManager &manager, const Request &request)
    : m_host(request.url.authority())
{
    if (const auto checked = checkedRequest(request); !checked)
        end(checked.error());
    else
        send(manager, request);
}

StreamedResponse::~StreamedResponse()
{
    close();
}

void StreamedResponse::send(QNetworkAccessManager &manager, const Request &request)
{
    QNetworkRequest prepared =
        networkRequest(request, QSslConfiguration::defaultConfiguration(), noSilenceLimit);
    if (request.body.isEmpty()) {
        m_reply = manager.sendCustomRequest(prepared, request.method);
    } else {
        auto *body = new OneShotBody(request.body, nullptr);
        prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        m_reply = manager.sendCustomRequest(prepared, request.method, body);
        body->setParent(m_reply);
    }
    m_reply->setReadBufferSize(bufferBytes);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_sent = true; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &StreamedResponse::wake);
    connect(m_reply, &QNetworkReply::readyRead, this, &StreamedResponse::wake);
    connect(m_reply, &QNetworkReply::finished, this, &StreamedResponse::finish);
}

QCoro::Task<Result<Response>> StreamedResponse::head(std::chrono::milliseconds timeout)
{
    for (;;) {
        if (m_reply && statusOf(*m_reply) != 0)
            co_return Response{
                .status = statusOf(*m_reply), .headers = m_reply->rawHeaderPairs(), .body = {}};
        if (m_finished)
            co_return failure(m_error.value_or(brokenError()));
        const auto changed = co_await change(timeout);
        if (!changed)
            co_return failure(changed.error());
    }
}

QCoro::Task<Result<QByteArray>> StreamedResponse::read(std::chrono::milliseconds timeout)
{
    for (;;) {
        if (m_reply && m_reply->bytesAvailable() > 0)
            co_return m_reply->read(bufferBytes);
        if (m_finished && m_error)
            co_return failure(*m_error);
        if (m_finished)
            co_return QByteArray();
        const auto changed = co_await change(timeout);
        if (!changed)
            co_return failure(changed.error());
    }
}

QCoro::Task<Result<>> StreamedResponse::change(std::chrono::milliseconds timeout)
{
    const QPointer<StreamedResponse> self(this);
    const QString host = m_host;
    // An object that signals once: QCoro 0.8 resumes a coroutine twice when a signal comes twice.
    const std::unique_ptr<Wait, DeleteLater> wait(new Wait(timeout, {}));
    m_waiting = wait.get();
    co_await qCoro(wait.get(), &Wait::finished);
    if (!self)
        co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
    m_waiting = nullptr;
    if (wait->outcome() == Wait::Outcome::Elapsed)
        co_return failure(ErrorCode::Timeout, u"%1 did not answer in time."_s.arg(host));
    co_return Result<>();
}

void StreamedResponse::finish()
{
    const int status = statusOf(*m_reply);
    const QNetworkReply::NetworkError error = m_reply->error();
    // Qt reports a status of 400 and more as an error of its own; for us a status is an answer.
    const bool isStatusError = status >= 400 && error >= QNetworkReply::ContentAccessDenied;
    if (status != 0 && (error == QNetworkReply::NoError || isStatusError))
        end(std::nullopt);
    else
        end(brokenError());
}

void StreamedResponse::end(const std::optional<Error> &error)
{
    if (m_finished)
        return;
    m_finished = true;
    m_error = error;
    wake();
}

void StreamedResponse::abort()
{
    close();
    wake();
}

void StreamedResponse::close()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    if (!m_finished || !m_error)
        m_error = Error{.code = ErrorCode::Cancelled, .message = u"The request was given up."_s};
    m_finished = true;
}

void StreamedResponse::wake()
{
    if (m_waiting)
        m_waiting->grant(0);
}

Error StreamedResponse::brokenError() const
{
    if (m_reply && m_reply->error() == QNetworkReply::ConnectionRefusedError)
        return {.code = ErrorCode::Network, .message = u"%1 refused the connection."_s.arg(m_host)};
    if (!m_sent)
        return {.code = ErrorCode::Network, .message = u"%1 could not be reached."_s.arg(m_host)};
    return {.code = ErrorCode::InvalidData,
            .message = u"The connection to %1 broke before its answer was complete."_s.arg(m_host)};
}

} // namespace fairlead::net
