// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/scriptedupstream.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using Server = fakes::LocalHttpServer;

QByteArray headerOf(const QByteArray &head, const QByteArray &name)
{
    const auto lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace

ScriptedUpstream::ScriptedUpstream(Age age)
    : tools{tool(u"echo"_s, u"Says the same again."_s)}
    , m_age(age)
    , m_server(
          [this](QTcpSocket &socket, const Server::Received &request) { respond(socket, request); })
{}

QJsonObject ScriptedUpstream::tool(const QString &name, const QString &description)
{
    const QJsonObject message{{u"type"_s, u"string"_s}};
    const QJsonObject properties{{u"message"_s, message}};
    const QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    return {{u"name"_s, name}, {u"description"_s, description}, {u"inputSchema"_s, schema}};
}

QByteArray ScriptedUpstream::json(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

QJsonObject ScriptedUpstream::resultFor(const QJsonObject &message, const QJsonObject &result)
{
    return {{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, message["id"_L1]}, {u"result"_s, result}};
}

void ScriptedUpstream::answer(QTcpSocket &socket, const QByteArray &body, const QByteArray &headers)
{
    socket.write(
        Server::answer("200 OK"_ba, body, "Content-Type: application/json\r\n"_ba + headers));
}

void ScriptedUpstream::refuse(QTcpSocket &socket,
                              const QByteArray &statusLine,
                              const QByteArray &body)
{
    socket.write(Server::answer(statusLine, body, "Content-Type: application/json\r\n"_ba));
}

void ScriptedUpstream::push(QTcpSocket &socket, const QByteArray &data)
{
    socket.write("data: "_ba + data + "\n\n"_ba);
    socket.flush();
}

void ScriptedUpstream::stream(QTcpSocket &socket, const QByteArrayList &parts)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                 "Connection: close\r\n\r\n");
    for (const QByteArray &part : parts)
        push(socket, part);
    socket.flush();
}

void ScriptedUpstream::say(const QJsonObject &message)
{
    if (m_listening)
        push(*m_listening, json(message));
}

QList<QJsonObject> ScriptedUpstream::received(const QString &method) const
{
    QList<QJsonObject> found;
    for (const auto &[head, message] : m_messages) {
        if (message["method"_L1].toString() == method)
            found.append(message);
    }
    return found;
}

QByteArrayList ScriptedUpstream::headsOf(const QString &method) const
{
    QByteArrayList found;
    for (const auto &[head, message] : m_messages) {
        if (message["method"_L1].toString() == method)
            found.append(head);
    }
    return found;
}

void ScriptedUpstream::listen(QTcpSocket &socket)
{
    m_listening = &socket;
    if (m_age != Age::EventStream) {
        stream(socket, {});
        return;
    }
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
                 "event: endpoint\ndata: /messages?session=1\n\n");
    socket.flush();
}

void ScriptedUpstream::respond(QTcpSocket &socket, const Server::Received &request)
{
    if (request.head.startsWith("GET")) {
        if (!instead || !instead(socket, {}))
            listen(socket);
        return;
    }
    const QJsonObject message = QJsonDocument::fromJson(request.body).object();
    m_messages.append({request.head, message});
    const bool isForStream = request.head.startsWith("POST /messages");
    if (m_age == Age::EventStream && !isForStream) {
        refuse(socket, "405 Method Not Allowed"_ba);
        return;
    }
    if (instead && instead(socket, message))
        return;
    const QString method = message["method"_L1].toString();
    const bool isGreeting = method == "initialize"_L1 || method == "server/discover"_L1;
    const bool isLost = m_age == Age::Session && !isGreeting
        && headerOf(request.head, "Mcp-Session-Id"_ba) != session;
    if (isLost) {
        refuse(socket, "404 Not Found"_ba);
        return;
    }
    if (!message.contains("id"_L1)) {
        socket.write(Server::answer("202 Accepted"_ba, {}));
        return;
    }
    if (method == "subscriptions/listen"_L1) {
        listen(socket);
        return;
    }
    if (method == "server/discover"_L1 && m_age != Age::Stateless) {
        refuse(socket, "400 Bad Request"_ba, R"({"error":"Not initialized"})"_ba);
        return;
    }
    const QJsonObject reply = resultFor(message, usualResult(message));
    if (isForStream) {
        socket.write(Server::answer("202 Accepted"_ba, {}));
        say(reply);
        return;
    }
    const bool givesSession = method == "initialize"_L1 && !session.isEmpty();
    answer(socket,
           json(reply),
           givesSession ? "Mcp-Session-Id: "_ba + session + "\r\n"_ba : QByteArray());
}

QJsonObject ScriptedUpstream::usualResult(const QJsonObject &message) const
{
    const QString method = message["method"_L1].toString();
    const QJsonObject params = message["params"_L1].toObject();
    const QJsonObject info{{u"name"_s, u"scripted"_s}, {u"version"_s, u"1"_s}};
    const QJsonObject changing{{u"listChanged"_s, true}};
    const QJsonObject capabilities{{u"tools"_s, changing}};
    if (method == "server/discover"_L1)
        return {{u"supportedVersions"_s, QJsonArray{u"2026-07-28"_s}},
                {u"capabilities"_s, capabilities}};
    if (method == "initialize"_L1)
        return {{u"protocolVersion"_s, params["protocolVersion"_L1]},
                {u"capabilities"_s, capabilities},
                {u"serverInfo"_s, info}};
    if (method == "tools/list"_L1)
        return listed(params);
    const QJsonObject text{{u"type"_s, u"text"_s},
                           {u"text"_s, params["arguments"_L1]["message"_L1]}};
    return {{u"content"_s, QJsonArray{text}}};
}

QJsonObject ScriptedUpstream::listed(const QJsonObject &params) const
{
    if (toolsPerPage == 0)
        return {{u"tools"_s, tools}};
    const qsizetype start = params["cursor"_L1].toString().toLongLong();
    QJsonArray page;
    for (qsizetype i = start; i < std::min(start + toolsPerPage, tools.size()); ++i)
        page.append(tools[i]);
    QJsonObject result{{u"tools"_s, page}};
    if (start + toolsPerPage < tools.size())
        result["nextCursor"_L1] = QString::number(start + toolsPerPage);
    return result;
}

} // namespace fairlead::gateway
