// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/mcp/sessiondriver.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

SessionDriver::SessionDriver(const QString &revision)
    : session(std::make_unique<Session>(profile))
{
    caller.keyId = u"key_1"_s;
    connect(session.get(), &Session::messageReady, this, [this](const Outgoing &message) {
        m_messages.append(message);
    });
    connect(session.get(), &Session::finished, this, [this](OriginId origin) {
        m_finished.append(origin);
    });
    if (revision.isEmpty())
        return;
    send(initialize(revision));
    takeMessages();
    takeFinished();
}

OriginId SessionDriver::send(const QByteArray &body)
{
    const auto parsed = parseIncoming(body);
    const auto *incoming = std::get_if<Incoming>(&parsed);
    if (!incoming)
        qFatal("The test sent what is no message: %s", body.constData());
    m_refusal = session->receive(*incoming, ++m_lastOrigin, caller);
    return m_lastOrigin;
}

QByteArray SessionDriver::answer(const QByteArray &body)
{
    takeMessages();
    takeFinished();
    const OriginId origin = send(body);
    const auto messages = takeMessages();
    const bool isOne = messages.size() == 1 && messages.first().isResponse
        && messages.first().origin == origin && takeFinished() == QList{origin};
    return isOne ? messages.first().json : "not one answer"_ba;
}

QByteArray SessionDriver::request(const QByteArray &id,
                                  const QByteArray &method,
                                  const QByteArray &params)
{
    return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + params
        + '}';
}

QByteArray SessionDriver::callOf(const QByteArray &id,
                                 const QByteArray &tool,
                                 const QByteArray &more)
{
    return request(id, "tools/call", R"({"name":")" + tool + '"' + more + '}');
}

QByteArray SessionDriver::initialize(const QString &revision)
{
    return request("0",
                   "initialize",
                   R"({"protocolVersion":")" + revision.toUtf8()
                       + R"(","capabilities":{},"clientInfo":{"name":"Test","version":"1"}})");
}

} // namespace fairlead::mcp
