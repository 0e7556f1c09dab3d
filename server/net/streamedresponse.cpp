// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/streamedresponse.h"

#include "server/net/curlrequest.h"
#include "server/net/requestcheck.h"
#include "server/net/transfererror.h"
#include "server/net/wait.h"

#include <QCoroSignal>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

constexpr qsizetype mostUnread = 64 * 1024;

} // namespace

StreamedResponse::StreamedResponse(CurlLoop &loop,
                                   const Request &request,
                                   const QByteArray &trustedCertificates)
    : m_host(request.url.authority())
{
    if (const auto checked = checkedRequest(request); !checked) {
        end(checked.error());
        return;
    }
    m_request = std::make_unique<CurlRequest>(loop, request, trustedCertificates);
    connect(m_request.get(), &CurlRequest::progressed, this, &StreamedResponse::wakeSoon);
    connect(m_request.get(), &CurlRequest::received, this, &StreamedResponse::take);
    connect(m_request.get(), &CurlRequest::ended, this, [this](CURLcode code) {
        end(code == CURLE_OK ? std::nullopt : std::optional(transferError(*m_request, code)));
    });
    if (request.body.isEmpty())
        m_request->useNewConnection();
    m_request->start();
}

StreamedResponse::StreamedResponse(const Error &error)
{
    end(error);
}

StreamedResponse::~StreamedResponse()
{
    close();
}

void StreamedResponse::take(QByteArrayView bytes)
{
    m_bytes.append(bytes);
    if (m_bytes.size() >= mostUnread)
        m_request->pause();
}

QCoro::Task<Result<Response>> StreamedResponse::head(std::chrono::milliseconds timeout)
{
    for (;;) {
        if (m_request && m_request->hasHead())
            co_return Response{
                .status = m_request->status(), .headers = m_request->headers(), .body = {}};
        if (m_finished && m_error)
            co_return failure(*m_error);
        const auto changed = co_await change(timeout);
        if (!changed)
            co_return failure(changed.error());
    }
}

QCoro::Task<Result<QByteArray>> StreamedResponse::read(std::chrono::milliseconds timeout)
{
    for (;;) {
        if (!m_bytes.isEmpty()) {
            QByteArray bytes = std::exchange(m_bytes, {});
            m_request->resume();
            co_return bytes;
        }
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

void StreamedResponse::end(const std::optional<Error> &error)
{
    if (m_finished)
        return;
    m_finished = true;
    m_error = error;
    wakeSoon();
}

void StreamedResponse::abort()
{
    close();
    wake();
}

void StreamedResponse::close()
{
    m_request.reset();
    m_bytes.clear();
    if (!m_finished || !m_error)
        m_error = Error{.code = ErrorCode::Cancelled, .message = u"The request was given up."_s};
    m_finished = true;
}

void StreamedResponse::wakeSoon()
{
    // Whoever waits may give this up or start a request, which libcurl does not allow from within
    // its callbacks.
    QMetaObject::invokeMethod(this, &StreamedResponse::wake, Qt::QueuedConnection);
}

void StreamedResponse::wake()
{
    if (m_waiting)
        m_waiting->grant();
}

} // namespace fairlead::net
