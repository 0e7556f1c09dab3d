// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/sessions/session.h"
#include "tests/fakes/faketools.h"

namespace fairlead::mcp {

/** A session with fake tools behind it: bytes in, bytes out. */
class SessionDriver final : public QObject
{
    Q_OBJECT

public:
    /** Without a revision the session is not initialized. */
    explicit SessionDriver(const QString &revision = {});

    /** Hands in a body under the next origin number; that number. */
    OriginId send(const QByteArray &body);
    /** The one message that this body brings, as compact JSON; fails the test when there are
     * others. */
    [[nodiscard]] QByteArray answer(const QByteArray &body);
    /** The messages that came since the last call. */
    QList<Outgoing> takeMessages() { return std::exchange(m_messages, {}); }
    QList<OriginId> takeFinished() { return std::exchange(m_finished, {}); }
    /** Why the last send() was refused as a whole. */
    [[nodiscard]] const std::optional<RpcError> &refusal() const { return m_refusal; }

    static QByteArray request(const QByteArray &id,
                              const QByteArray &method,
                              const QByteArray &params = "{}");
    static QByteArray callOf(const QByteArray &id,
                             const QByteArray &tool,
                             const QByteArray &more = {});
    static QByteArray initialize(const QString &revision);

    fakes::FakeTools tools;
    ServerProfile profile{.tools = tools, .instructions = QStringLiteral("Ask for Jira.")};
    tools::Caller caller;
    std::unique_ptr<Session> session;

private:
    OriginId m_lastOrigin = 0;
    QList<Outgoing> m_messages;
    QList<OriginId> m_finished;
    std::optional<RpcError> m_refusal;
};

} // namespace fairlead::mcp
