// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/attachmentcontent.h"

#include "server/net/requestcheck.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr int mostRedirects = 3;

/** Whether an address that Jira gave may be asked. */
bool isSafe(const QUrl &url, const QUrl &apiBase)
{
    const bool isHere = net::isLoopbackHost(url.host());
    return url.isValid()
        && (isHere ? net::isLoopbackHost(apiBase.host()) : url.scheme() == "https"_L1);
}

tl::unexpected<Error> refused(const QString &site, int status)
{
    return failure(ErrorCode::InvalidData,
                   u"The file store of %1 did not give the attachment (%2). Try again; the address "
                   "it is read at works for a short time only."_s.arg(site)
                       .arg(status));
}

} // namespace

QCoro::Task<Result<QByteArray>> attachmentContent(const JiraSessions &sessions,
                                                  JiraSessions::Session session,
                                                  QString id,
                                                  qint64 maxBytes,
                                                  std::chrono::milliseconds deadline)
{
    RestCall call;
    call.path = u"/rest/api/3/attachment/content/"_s + id;
    call.subject = u"Attachment "_s + id;
    call.maxResponseBytes = maxBytes + 1;
    call.deadline = deadline;
    const QUrl base = session.client->apiBase();
    auto response = co_await session.client->exchange(call);
    QUrl at = base;
    for (int i = 0; response && response->status >= 300 && response->status < 400; ++i) {
        at = at.resolved(QUrl::fromEncoded(response->header("Location"), QUrl::StrictMode));
        if (i == mostRedirects || !isSafe(at, base))
            co_return refused(session.connection.name, response->status);
        net::Request request;
        request.url = at;
        request.maxResponseBytes = maxBytes + 1;
        request.deadline = deadline;
        request.repeatable = net::Repeatable::Yes;
        request.cancellation = session.client->cancellation();
        response = co_await sessions.http().send(request);
    }
    if (!response)
        co_return failure(response.error());
    if (response->status != 200)
        co_return refused(session.connection.name, response->status);
    if (response->body.size() > maxBytes)
        co_return failure(ErrorCode::InvalidData, u"The attachment is larger than Jira said."_s);
    co_return response->body;
}

} // namespace fairlead::providers::jira
