// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/statelessposts.h"

#include "server/http/mcp/headercheck.h"
#include "server/http/mcp/owner.h"
#include "server/http/mcp/rpcresponse.h"
#include "server/mcp/stateless/statelessrequest.h"
#include "server/mcp/stateless/subscription.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

constexpr auto versionHeader = "mcp-protocol-version";
constexpr std::chrono::seconds waitForARequest{1};

void refuse(Exchange *exchange, const mcp::RequestId &id, const mcp::RpcError &error)
{
    // What is refused before its method is known never was a call that could have a result.
    const int status = std::max(400, httpStatusOf(error.code));
    exchange->respond(rpcRefusal(status, mcp::InvalidMessage{id, error}));
}

/** What is wrong with a request before its method is looked at; nothing when it may run. */
std::variant<mcp::RequestMeta, mcp::RpcError> check(const Request &request,
                                                    const mcp::RequestMessage &message,
                                                    const mcp::ServerProfile &server,
                                                    const tools::Caller &caller)
{
    const auto named = mcp::namedRevision(message.params);
    const auto known = named ? mcp::revisionFromName(*named) : std::nullopt;
    // Another revision may have other headers; the one that names it is compared in any case.
    const bool isOther = named && !(known && !mcp::hasSessions(*known))
        && request.header(versionHeader) == named->toUtf8();
    if (named && !isOther) {
        if (auto error = checkHeaders(request, message, *named, server, caller))
            return std::move(*error);
    }
    return mcp::readRequestMeta(message.params);
}

} // namespace

StatelessPosts::StatelessPosts(const mcp::ServerProfile &server,
                               const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
{}

bool StatelessPosts::isStateless(const Request &request, const mcp::Incoming &incoming)
{
    if (incoming.isBatch || incoming.messages.size() != 1)
        return false;
    const auto *message = std::get_if<mcp::RequestMessage>(&incoming.messages.first());
    if (message != nullptr
        && (mcp::namedRevision(message->params) || message->method == "server/discover"_L1))
        return true;
    if (request.hasHeader("mcp-session-id"))
        return false;
    // An initialize leads to a session, whatever newer revision the header names.
    if (!request.hasHeader(versionHeader) || incoming.method() == "initialize"_L1)
        return false;
    const auto revision = mcp::revisionFromName(QString::fromLatin1(request.header(versionHeader)));
    return !revision || !mcp::hasSessions(*revision);
}

void StatelessPosts::post(Exchange *exchange,
                          const mcp::Incoming &incoming,
                          const tools::Caller &caller,
                          const Accept &accept)
{
    const auto *message = std::get_if<mcp::RequestMessage>(&incoming.messages.first());
    if (!message) // a notification: a request of this revision is cancelled by hanging up
        return exchange->respond(Response::empty(202));
    const QString header = QString::fromLatin1(exchange->request().header(versionHeader));
    if (!header.isEmpty() && !mcp::revisionFromName(header) && !mcp::namedRevision(message->params))
        return refuse(exchange, message->id, mcp::unsupportedRevision(header));
    const auto checked = check(exchange->request(), *message, m_server, caller);
    if (const auto *error = std::get_if<mcp::RpcError>(&checked))
        return refuse(exchange, message->id, *error);
    const bool listens = message->method == "subscriptions/listen"_L1;
    // Who only listens has no work done; the limit of streams holds instead.
    if (!listens && isBusy(ownerOf(caller)))
        return exchange->respond(rpcTooMany(
            {message->id,
             {mcp::RpcCode::Refused,
              u"Too many requests of this key are in flight. Wait for one to finish."_s}},
            waitForARequest));
    const auto &meta = std::get<mcp::RequestMeta>(checked);
    QString &known = m_clients[caller.keyId];
    if (!meta.client.isEmpty() && std::exchange(known, meta.client) != meta.client)
        Q_EMIT clientIdentified(caller.keyId, meta.client);
    if (listens)
        listen(exchange, *message, caller);
    else
        run(exchange, *message, meta, caller, accept);
}

void StatelessPosts::run(Exchange *exchange,
                         const mcp::RequestMessage &request,
                         const mcp::RequestMeta &meta,
                         const tools::Caller &caller,
                         const Accept &accept)
{
    auto *work = new mcp::StatelessRequest(m_server, m_clock, this);
    PostForm form{.accept = accept, .isBatch = false, .owner = ownerOf(caller), .headers = {}};
    form.errors = PostForm::Errors::WithStatus;
    auto *pending = new PendingPost(exchange, std::move(form), work);
    m_running.emplace(work, ownerOf(caller));
    const auto deliver = [this, work, pending](const mcp::Outgoing &message) {
        pending->deliver(message);
        if (!message.isResponse)
            return;
        pending->finish();
        forget(work);
    };
    connect(work, &mcp::StatelessRequest::messageReady, pending, deliver);
    connect(pending, &PendingPost::abandoned, this, [this, work] {
        work->cancel();
        forget(work);
    });
    work->run(request, meta, caller);
}

void StatelessPosts::listen(Exchange *exchange,
                            const mcp::RequestMessage &request,
                            const tools::Caller &caller)
{
    const QString owner = ownerOf(caller);
    auto *subscription = new mcp::Subscription(m_server, request.id, caller, this);
    QByteArrayList early;
    const auto collecting = connect(subscription,
                                    &mcp::Subscription::messageReady,
                                    this,
                                    [&early](const QByteArray &json) { early.append(json); });
    const auto error = subscription->start(request.params);
    disconnect(collecting);
    if (error) {
        subscription->deleteLater();
        return refuse(exchange, request.id, *error);
    }
    EventStream *stream = exchange->openEventStream(owner);
    if (!stream) {
        subscription->deleteLater();
        return;
    }
    m_running.emplace(subscription, owner);
    for (const QByteArray &json : early)
        stream->send(json, "message");
    connect(subscription,
            &mcp::Subscription::messageReady,
            stream,
            [stream](const QByteArray &json) { stream->send(json, "message"); });
    connect(stream, &EventStream::closed, this, [this, subscription] { forget(subscription); });
    connect(subscription, &QObject::destroyed, stream, &EventStream::close);
}

void StatelessPosts::endThoseOf(const QString &owner)
{
    std::vector<QObject *> ended;
    for (const auto &[work, whose] : m_running) {
        if (whose == owner)
            ended.push_back(work);
    }
    for (QObject *work : ended) {
        if (auto *pending = work->findChild<PendingPost *>())
            pending->endWithSession();
        if (auto *subscription = qobject_cast<mcp::Subscription *>(work))
            subscription->end();
        forget(work);
    }
}

void StatelessPosts::forget(QObject *work)
{
    if (m_running.erase(work) > 0)
        work->deleteLater();
}

bool StatelessPosts::isBusy(const QString &owner) const
{
    const auto isRequestOfOwner = [&](const auto &item) {
        return item.second == owner && !qobject_cast<const mcp::Subscription *>(item.first);
    };
    return std::ranges::count_if(m_running, isRequestOfOwner) >= m_server.callsInFlight;
}

} // namespace fairlead::http
