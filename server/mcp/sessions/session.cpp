// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/sessions/session.h"

#include "server/base/text.h"
#include "server/base/tracecontext.h"
#include "server/mcp/methods/initialize.h"
#include "server/mcp/methods/inputmessages.h"
#include "server/mcp/methods/loggingmethod.h"
#include "server/mcp/methods/progressmessage.h"
#include "server/mcp/sessions/sessionport.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

Q_LOGGING_CATEGORY(lcMcp, "fairlead.server.mcp", QtInfoMsg)

constexpr qsizetype longestMethod = 64;
/** A person may have to look something up; a client that never answers must not hold a call. */
constexpr auto answerTime = std::chrono::minutes(10);

RpcError invalidRequest(const QString &message)
{
    return {RpcCode::InvalidRequest, message};
}

} // namespace

Session::Session(const ServerProfile &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    m_state.followings = &m_followings;
    connect(&m_followings, &Followings::updated, this, [this](const QString &uri) {
        notify(u"notifications/resources/updated"_s, {{u"uri"_s, uri}});
    });
}

Session::~Session()
{
    m_inFlight.cancelAll();
    m_questions.cancelAll();
}

std::optional<RpcError> Session::receive(const Incoming &incoming,
                                         OriginId origin,
                                         tools::Caller caller)
{
    if (incoming.isBatch && (!m_initialized || m_revision != Revision::V20250326))
        return invalidRequest(u"Batches exist in protocol revision 2025-03-26 only. Send one "
                              "message at a time."_s);
    caller.clientName = m_client;
    m_receiving = origin;
    for (const Message &message : incoming.messages) {
        if (const auto *request = std::get_if<RequestMessage>(&message))
            handle(*request, origin, caller);
        else if (const auto *notification = std::get_if<NotificationMessage>(&message))
            handle(*notification);
        else if (const auto *response = std::get_if<ResponseMessage>(&message))
            m_questions.answer(*response);
        else if (const auto *fault = std::get_if<InvalidMessage>(&message))
            respond(fault->id, origin, {{}, fault->error});
    }
    m_receiving = noOrigin;
    tellIfFinished(origin);
    return std::nullopt;
}

void Session::abandon(OriginId origin)
{
    m_inFlight.cancelOrigin(origin);
}

void Session::abandonAll()
{
    m_inFlight.cancelAll();
    m_questions.cancelAll();
}

void Session::handle(const RequestMessage &request, OriginId origin, const tools::Caller &caller)
{
    const auto refuse = [&](RpcCode code, const QString &message) {
        respond(request.id, origin, Reply::fromError(code, message));
    };
    if (request.method == "initialize"_L1)
        return initialize(request, origin);
    const Method *method = findMethod(request.method, m_revision, m_server);
    if (!m_initialized && request.method != "ping"_L1)
        return refuse(RpcCode::InvalidRequest, u"The session is not initialized yet."_s);
    if (!method)
        return refuse(RpcCode::MethodNotFound,
                      u"Unknown method: "_s + cleanedLine(request.method, longestMethod));
    if (m_inFlight.contains(request.id))
        return refuse(RpcCode::InvalidRequest,
                      u"A request with this id is still being worked on."_s);
    // A ping asks whether anybody is there, and is never too much.
    if (request.method != "ping"_L1 && m_inFlight.running() >= m_server.callsInFlight)
        return refuse(RpcCode::Refused,
                      u"This session has %1 requests in flight already. Wait for one of them to "
                      "finish."_s.arg(m_server.callsInFlight));
    run(method->handler, request, origin, caller);
}

void Session::handle(const NotificationMessage &notification)
{
    // notifications/initialized needs no action: we send nothing of our own before it.
    if (notification.method == "notifications/cancelled"_L1)
        cancelRequest(notification.params);
}

void Session::takeUp(Revision revision)
{
    if (m_initialized)
        return;
    m_initialized = true;
    m_takenUp = true;
    m_revision = revision;
    followChanges();
    qCInfo(lcMcp).noquote() << u"session taken up without initialize revision=%1"_s.arg(
        revisionName(revision));
}

void Session::initialize(const RequestMessage &request, OriginId origin)
{
    if (m_initialized && !m_takenUp)
        return respond(
            request.id, origin, {{}, invalidRequest(u"The session is initialized already."_s)});
    const auto read = readInitialize(request.params);
    if (const auto *error = std::get_if<RpcError>(&read))
        return respond(request.id, origin, {{}, *error});
    const auto &hello = std::get<ClientHello>(read);
    m_initialized = true;
    m_revision = hello.revision;
    m_client = hello.client;
    m_capabilities = hello.capabilities;
    if (!std::exchange(m_takenUp, false))
        followChanges();
    qCInfo(lcMcp).noquote() << u"session opened client=\"%1\" revision=%2"_s.arg(
        m_client, revisionName(m_revision));
    Q_EMIT initialized(m_client);
    respond(request.id, origin, Reply::fromResult(initializeResult(m_server, m_revision)));
}

void Session::run(MethodHandler handler,
                  const RequestMessage &request,
                  OriginId origin,
                  const tools::Caller &caller)
{
    const QJsonObject meta = request.params["_meta"_L1].toObject();
    InFlight::Entry entry;
    entry.id = request.id;
    entry.origin = origin;
    entry.progressToken = RequestId::fromJson(meta["progressToken"_L1]);
    if (TraceContextPointer trace = traceContextFrom(meta))
        entry.cancellation.setTrace(std::move(trace));
    MethodContext context{.server = m_server,
                          .revision = m_revision,
                          .caller = caller,
                          .params = request.params,
                          .cancellation = entry.cancellation.token(),
                          .session = &m_state,
                          .text = request.text};
    const bool wantsProgress = entry.progressToken.has_value();
    const InFlight::Ticket ticket = m_inFlight.add(std::move(entry));
    context.client = std::make_shared<SessionPort>(this, ticket);
    if (wantsProgress) {
        const QPointer<Session> self(this);
        context.reportProgress = [self, ticket](const tools::Progress &progress) {
            if (self)
                self->reportProgress(ticket, progress);
        };
    }
    QCoro::connect(runMethod(handler, std::move(context)),
                   this,
                   [this, ticket](const Reply &reply) { finish(ticket, reply); });
}

void Session::cancelRequest(const QJsonObject &params)
{
    const auto id = RequestId::fromJson(params["requestId"_L1]);
    const auto origin = id ? m_inFlight.cancel(*id) : std::nullopt;
    if (origin)
        tellIfFinished(*origin);
}

void Session::finish(InFlight::Ticket ticket, const Reply &reply)
{
    const auto entry = m_inFlight.finish(ticket);
    if (!entry)
        return;
    respond(entry->id, entry->origin, reply);
    tellIfFinished(entry->origin);
}

void Session::reportProgress(InFlight::Ticket ticket, const tools::Progress &progress)
{
    InFlight::Entry *entry = m_inFlight.find(ticket);
    // Each report must be greater than the one before; a tool's slip is not the client's problem.
    if (!entry || (entry->lastProgress && progress.progress <= *entry->lastProgress))
        return;
    entry->lastProgress = progress.progress;
    Q_EMIT messageReady({.json = progressMessage(*entry->progressToken, progress, m_revision),
                         .origin = entry->origin,
                         .isResponse = false});
}

std::shared_ptr<Question> Session::ask(const tools::InputRequest &request, InFlight::Ticket ticket)
{
    const InFlight::Entry *entry = m_inFlight.find(ticket);
    if (!entry)
        return nullptr;
    const Questions::Entry asked = m_questions.add();
    entry->cancellation.token().onCancelled(this, [this, id = asked.id] {
        m_questions.cancel(id, {ErrorCode::Cancelled, u"The client has left."_s});
    });
    QTimer::singleShot(answerTime, this, [this, id = asked.id] {
        m_questions.cancel(id, {ErrorCode::Timeout, u"Nobody answered in the client."_s});
    });
    const ClientRequest message = clientRequest(request, m_revision);
    Q_EMIT messageReady({.json = requestMessage(asked.id, message.method, message.params),
                         .origin = entry->origin,
                         .isResponse = false,
                         .isQuestion = true});
    return asked.question;
}

void Session::log(InFlight::Ticket ticket,
                  tools::LogLevel level,
                  const QString &logger,
                  const QJsonValue &data)
{
    const InFlight::Entry *entry = m_inFlight.find(ticket);
    if (entry && level >= m_state.logLevel)
        Q_EMIT messageReady({.json = logMessage(level, logger, data),
                             .origin = entry->origin,
                             .isResponse = false});
}

void Session::pollLater(InFlight::Ticket ticket)
{
    if (const InFlight::Entry *entry = m_inFlight.find(ticket))
        Q_EMIT pollingAllowed(entry->origin);
}

void Session::followChanges()
{
    const tools::ChangeFeed *changes = m_server.changes;
    if (!changes)
        return;
    using tools::ChangeFeed;
    connect(changes, &ChangeFeed::toolsChanged, this, [this] {
        notify(u"notifications/tools/list_changed"_s);
    });
    if (m_server.prompts)
        connect(changes, &ChangeFeed::promptsChanged, this, [this] {
            notify(u"notifications/prompts/list_changed"_s);
        });
    if (!m_server.resources)
        return;
    connect(changes, &ChangeFeed::resourcesChanged, this, [this] {
        notify(u"notifications/resources/list_changed"_s);
    });
    connect(changes, &ChangeFeed::resourceUpdated, &m_followings, &Followings::tell);
}

void Session::notify(const QString &method, const QJsonObject &params)
{
    Q_EMIT messageReady(
        {.json = notificationMessage(method, params), .origin = noOrigin, .isResponse = false});
}

void Session::respond(const std::optional<RequestId> &id, OriginId origin, const Reply &reply)
{
    QByteArray json;
    if (reply.error || !id)
        json = errorMessage(id, reply.error.value_or(RpcError{}));
    else if (reply.resultJson.isEmpty())
        json = resultMessage(*id, reply.result, reply.structuredContent);
    else
        json = writtenResultMessage(*id, reply.resultJson);
    Q_EMIT messageReady({.json = std::move(json), .origin = origin, .isResponse = true});
}

void Session::tellIfFinished(OriginId origin)
{
    if (origin != m_receiving && !m_inFlight.hasOrigin(origin))
        Q_EMIT finished(origin);
}

} // namespace fairlead::mcp
