// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/requestid.h"
#include "server/mcp/jsonrpc/rpcerror.h"
#include "server/mcp/methods/followings.h"
#include "server/mcp/serverprofile.h"

#include <QJsonObject>

namespace fairlead::mcp {

/**
 * A `subscriptions/listen` of 2026-07-28: tells one client of the changes that it asked for, as
 * long as it listens.
 */
class Subscription final : public QObject
{
    Q_OBJECT

public:
    Subscription(const ServerProfile &server,
                 RequestId id,
                 tools::Caller caller,
                 QObject *parent = nullptr);

    /** Reads the client's filter, acknowledges what of it there is, and tells from now on. */
    [[nodiscard]] std::optional<RpcError> start(const QJsonObject &params);

    /** The server ends it: the client learns that nothing was missed. */
    void end();

Q_SIGNALS:
    void messageReady(const QByteArray &json);

private:
    void follow(bool wanted, void (tools::ChangeFeed::*signal)(), const QString &method);
    /** The addresses of those that there are for this caller. */
    [[nodiscard]] QJsonArray followResources(const QJsonArray &uris);
    void notify(const QString &method, QJsonObject params = {});

    const ServerProfile &m_server;
    RequestId m_id;
    tools::Caller m_caller;
    Followings m_followings;
};

} // namespace fairlead::mcp
