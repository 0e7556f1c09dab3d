// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/stateless/statelessrequest.h"

#include "server/base/text.h"
#include "server/base/tracecontext.h"
#include "server/mcp/methods/capabilities.h"
#include "server/mcp/methods/progressmessage.h"
#include "server/mcp/stateless/requeststate.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestMethod = 64;

RpcError invalidParams(const QString &message)
{
    return {RpcCode::InvalidParams, message};
}

/** The hints of the revision on how long, and for whom, a result may be kept. */
void addCacheHints(QJsonObject &result, Caching caching)
{
    constexpr int minuteMs = 60'000;
    constexpr int hourMs = 3'600'000;
    if (caching == Caching::None)
        return;
    const bool isPublic = caching == Caching::Discovery;
    result["cacheScope"_L1] = isPublic ? u"public"_s : u"private"_s;
    result["ttlMs"_L1] = isPublic ? hourMs : caching == Caching::List ? minuteMs : 0;
}

} // namespace

StatelessRequest::StatelessRequest(const ServerProfile &server, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
{}

StatelessRequest::~StatelessRequest()
{
    cancel();
}

void StatelessRequest::run(const RequestMessage &request,
                           const RequestMeta &meta,
                           tools::Caller caller)
{
    m_request = request;
    m_meta = meta;
    m_caller = std::move(caller);
    m_caller.clientName = meta.client;
    const Method *method = findMethod(request.method, meta.revision, m_server);
    if (!method)
        return respond(
            Reply::fromError(RpcCode::MethodNotFound,
                             u"Unknown method: "_s + cleanedLine(request.method, longestMethod)));
    const QJsonValue responses = request.params["inputResponses"_L1];
    const QJsonValue state = request.params["requestState"_L1];
    if (!responses.isUndefined() && !responses.isObject())
        return respond({{}, invalidParams(u"\"inputResponses\" must be an object."_s)});
    QJsonObject answers;
    if (!state.isUndefined()) {
        const RequestState sealed(m_server.stateKey, request.method, request.params, m_caller);
        const auto opened = sealed.open(state.toString(), m_clock.now().toSecsSinceEpoch());
        if (!opened)
            return respond({{},
                            invalidParams(u"\"requestState\" is too old, was changed, or "
                                          "belongs to another request. Start again "
                                          "without it."_s)});
        answers = *opened;
    }
    const QJsonObject given = responses.toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        answers[it.key()] = it.value();
    start(*method, answers);
}

void StatelessRequest::start(const Method &method, const QJsonObject &answers)
{
    const QPointer<StatelessRequest> self(this);
    if (TraceContextPointer trace = traceContextFrom(m_request.params["_meta"_L1].toObject()))
        m_cancellation.setTrace(std::move(trace));
    m_port = std::make_shared<RoundTripPort>(m_meta, answers, [self](const QByteArray &json) {
        if (self)
            self->send(json);
    });
    MethodContext context{.server = m_server,
                          .revision = m_meta.revision,
                          .caller = m_caller,
                          .params = m_request.params,
                          .cancellation = m_cancellation.token(),
                          .client = m_port,
                          .text = m_request.text};
    if (m_meta.progressToken) {
        context.reportProgress = [self](const tools::Progress &progress) {
            if (self)
                self->reportProgress(progress);
        };
    }
    QCoro::connect(runMethod(method.handler, std::move(context)),
                   this,
                   [this, &method](const Reply &reply) { finish(method, reply); });
}

void StatelessRequest::cancel()
{
    m_done = true;
    m_cancellation.cancel();
}

void StatelessRequest::finish(const Method &method, const Reply &reply)
{
    auto instead = m_port->unanswered();
    if (!instead) {
        Reply complete = reply;
        if (!complete.error)
            complete.result = completed(method, complete.result);
        return respond(complete);
    }
    if (!instead->error) {
        const RequestState state(m_server.stateKey, m_request.method, m_request.params, m_caller);
        instead->result["requestState"_L1] =
            state.seal(m_port->used(), m_clock.now().toSecsSinceEpoch());
    }
    respond(*instead);
}

QJsonObject StatelessRequest::completed(const Method &method, QJsonObject result) const
{
    result["resultType"_L1] = u"complete"_s;
    addCacheHints(result, method.caching);
    result["_meta"_L1] =
        QJsonObject{{u"io.modelcontextprotocol/serverInfo"_s, serverInfo(m_meta.revision)}};
    return result;
}

void StatelessRequest::respond(const Reply &reply)
{
    if (std::exchange(m_done, true))
        return;
    Outgoing message{.json = reply.error
                         ? errorMessage(m_request.id, *reply.error)
                         : resultMessage(m_request.id, reply.result, reply.structuredContent),
                     .isResponse = true};
    if (reply.error)
        message.error = reply.error->code;
    Q_EMIT messageReady(message);
}

void StatelessRequest::send(const QByteArray &json)
{
    if (!m_done)
        Q_EMIT messageReady({.json = json});
}

void StatelessRequest::reportProgress(const tools::Progress &progress)
{
    // Each report must be greater than the one before; a tool's slip is not the client's problem.
    if (m_lastProgress && progress.progress <= *m_lastProgress)
        return;
    m_lastProgress = progress.progress;
    send(progressMessage(*m_meta.progressToken, progress, m_meta.revision));
}

} // namespace fairlead::mcp
