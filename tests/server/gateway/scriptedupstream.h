// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fakes/localhttpserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPointer>

namespace fairlead::gateway {

/**
 * An MCP server on a loopback port that speaks as the test says, badly too. As it is made it speaks
 * 2025-11-25 with a session and has one tool, "echo".
 */
class ScriptedUpstream final
{
public:
    enum class Age { Stateless, Session, EventStream };

    explicit ScriptedUpstream(Age age = Age::Session);

    [[nodiscard]] QUrl url() const { return m_server.url(QStringLiteral("/mcp")); }
    /** The messages that came with this method, in order. */
    [[nodiscard]] QList<QJsonObject> received(const QString &method) const;
    /** The heads of the POSTs with that method. */
    [[nodiscard]] QByteArrayList headsOf(const QString &method) const;
    [[nodiscard]] fakes::LocalHttpServer &server() { return m_server; }

    QJsonArray tools; ///< what tools/list answers
    QByteArray session = "one"; ///< the one it knows; empty: it has none
    qsizetype toolsPerPage = 0; ///< 0: all on one page
    /** Instead of the usual answer to a method; returns false to give the usual one. */
    std::function<bool(QTcpSocket &, const QJsonObject &message)> instead;

    [[nodiscard]] static QJsonObject tool(const QString &name, const QString &description);
    [[nodiscard]] static QByteArray json(const QJsonObject &message);
    static void answer(QTcpSocket &socket, const QByteArray &body, const QByteArray &headers = {});
    static void refuse(QTcpSocket &socket,
                       const QByteArray &statusLine,
                       const QByteArray &body = {});
    /** An event stream: the head, and each part as an event. Stays open. */
    static void stream(QTcpSocket &socket, const QByteArrayList &parts);
    static void push(QTcpSocket &socket, const QByteArray &data);
    [[nodiscard]] static QJsonObject resultFor(const QJsonObject &message,
                                               const QJsonObject &result);
    /** Over the open event stream, if there is one. */
    void say(const QJsonObject &message);
    [[nodiscard]] bool isHeard() const { return !m_listening.isNull(); }

private:
    void respond(QTcpSocket &socket, const fakes::LocalHttpServer::Received &request);
    void listen(QTcpSocket &socket);
    [[nodiscard]] QJsonObject usualResult(const QJsonObject &message) const;
    [[nodiscard]] QJsonObject listed(const QJsonObject &params) const;

    Age m_age;
    QList<QPair<QByteArray, QJsonObject>> m_messages; ///< head and message
    QPointer<QTcpSocket> m_listening;
    fakes::LocalHttpServer m_server;
};

} // namespace fairlead::gateway
