// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/mcpclient.h"

#include "server/base/version.h"
#include "server/net/eventstreamparser.h"
#include "server/net/eventstreamreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr auto answerTimeout = std::chrono::minutes(2);

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/** What an HTTP answer with an error status means. */
Error refusal(const net::Response &response)
{
    const QJsonObject problem = QJsonDocument::fromJson(response.body).object();
    const QString detail = problem.value(u"detail"_s).toString();
    return {.code = response.status == 401 ? ErrorCode::Unauthorized : ErrorCode::InvalidData,
            .message =
                detail.isEmpty() ? u"The server answered %1."_s.arg(response.status) : detail};
}

/** The answer to request `id` among the events of a stream; empty when it is another message. */
QJsonObject answerIn(const net::StreamEvent &event, const QJsonValue &id)
{
    const QJsonObject message = QJsonDocument::fromJson(event.data).object();
    return message.value(u"id"_s) == id && !message.contains(u"method"_s) ? message : QJsonObject();
}

} // namespace

QCoro::Task<Result<>> McpClient::start()
{
    const auto opened = co_await open();
    if (!opened)
        co_return failure(opened.error());
    const QJsonObject clientInfo{{u"name"_s, u"fairleadctl"_s},
                                 {u"version"_s, QString::fromLatin1(version)}};
    const QJsonObject params{{u"protocolVersion"_s, wantedRevision()},
                             {u"capabilities"_s, QJsonObject()},
                             {u"clientInfo"_s, clientInfo}};
    const auto initialized = co_await request(u"initialize"_s, params);
    if (!initialized)
        co_return failure(initialized.error());
    const QJsonObject notification{{u"jsonrpc"_s, u"2.0"_s},
                                   {u"method"_s, u"notifications/initialized"_s}};
    const auto told = co_await exchange(notification, false);
    if (!told)
        co_return failure(told.error());
    co_return Result<>();
}

QCoro::Task<Result<QJsonObject>> McpClient::request(QString method, QJsonObject params)
{
    const QJsonObject message{{u"jsonrpc"_s, u"2.0"_s},
                              {u"id"_s, ++m_lastId},
                              {u"method"_s, method},
                              {u"params"_s, params}};
    const auto answer = co_await exchange(message, true);
    if (!answer)
        co_return failure(answer.error());
    if (answer->contains(u"error"_s))
        co_return failure(ErrorCode::InvalidInput,
                          answer->value(u"error"_s)[u"message"_s].toString());
    co_return answer->value(u"result"_s).toObject();
}

StreamableMcpClient::StreamableMcpClient(net::HttpClient &http, QUrl endpoint, Secret key)
    : m_http(http)
    , m_endpoint(std::move(endpoint))
    , m_key(std::move(key))
{}

QString StreamableMcpClient::wantedRevision() const
{
    return u"2025-11-25"_s;
}

QCoro::Task<Result<>> StreamableMcpClient::open()
{
    co_return Result<>();
}

net::Request StreamableMcpClient::requestTo(const QByteArray &method) const
{
    net::Request request;
    request.method = method;
    request.url = m_endpoint;
    request.deadline = answerTimeout;
    request.headers = {{"Authorization"_ba, "Bearer " + m_key.reveal()},
                       {"Accept"_ba, "application/json, text/event-stream"_ba}};
    if (!m_session.isEmpty()) {
        request.headers.append({"Mcp-Session-Id"_ba, m_session});
        request.headers.append({"MCP-Protocol-Version"_ba, wantedRevision().toLatin1()});
    }
    return request;
}

QCoro::Task<Result<QJsonObject>> StreamableMcpClient::exchange(QJsonObject message,
                                                               bool expectsAnswer)
{
    net::Request request = requestTo("POST"_ba);
    request.headers.append({"Content-Type"_ba, "application/json"_ba});
    request.body = compact(message);
    const auto response = co_await m_http.send(std::move(request));
    if (!response)
        co_return failure(response.error());
    if (response->status >= 400)
        co_return failure(refusal(*response));
    if (const QByteArray session = response->header("Mcp-Session-Id"); !session.isEmpty())
        m_session = session;
    if (!expectsAnswer)
        co_return QJsonObject();
    if (!response->header("Content-Type").startsWith("text/event-stream"))
        co_return QJsonDocument::fromJson(response->body).object();
    net::EventStreamParser parser;
    const QList<net::StreamEvent> events = parser.feed(response->body);
    for (const net::StreamEvent &event : events) {
        if (QJsonObject answer = answerIn(event, message.value(u"id"_s)); !answer.isEmpty())
            co_return answer;
    }
    co_return failure(ErrorCode::InvalidData,
                      u"The server's event stream ended without the answer."_s);
}

QCoro::Task<void> StreamableMcpClient::stop()
{
    if (m_session.isEmpty())
        co_return;
    // The session ends by itself after a while too, so a failure here matters to nobody.
    (void)co_await m_http.send(requestTo("DELETE"_ba));
    m_session.clear();
}

SseMcpClient::SseMcpClient(net::HttpClient &http, QUrl endpoint, Secret key)
    : m_http(http)
    , m_endpoint(std::move(endpoint))
    , m_key(std::move(key))
{}

SseMcpClient::~SseMcpClient() = default;

QString SseMcpClient::wantedRevision() const
{
    return u"2024-11-05"_s;
}

QCoro::Task<Result<>> SseMcpClient::open()
{
    net::Request request;
    request.url = m_endpoint;
    request.headers = {{"Authorization"_ba, "Bearer " + m_key.reveal()},
                       {"Accept"_ba, "text/event-stream"_ba}};
    m_stream = std::make_unique<net::EventStreamReader>(request);
    const auto first = co_await m_stream->next(answerTimeout);
    if (!first)
        co_return failure(first.error());
    if (first->name != "endpoint")
        co_return failure(ErrorCode::InvalidData,
                          u"The server's event stream does not begin with its endpoint."_s);
    m_messages = m_endpoint.resolved(QUrl(QString::fromUtf8(first->data)));
    co_return Result<>();
}

QCoro::Task<Result<QJsonObject>> SseMcpClient::exchange(QJsonObject message, bool expectsAnswer)
{
    net::Request request;
    request.method = "POST"_ba;
    request.url = m_messages;
    request.headers = {{"Authorization"_ba, "Bearer " + m_key.reveal()},
                       {"Content-Type"_ba, "application/json"_ba}};
    request.body = compact(message);
    const auto response = co_await m_http.send(std::move(request));
    if (!response)
        co_return failure(response.error());
    if (response->status >= 400)
        co_return failure(refusal(*response));
    if (!expectsAnswer)
        co_return QJsonObject();
    for (;;) {
        const auto event = co_await m_stream->next(answerTimeout);
        if (!event)
            co_return failure(event.error());
        if (QJsonObject answer = answerIn(*event, message.value(u"id"_s)); !answer.isEmpty())
            co_return answer;
    }
}

QCoro::Task<void> SseMcpClient::stop()
{
    m_stream.reset();
    co_return;
}

} // namespace fairlead::ctl
