// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreamquestion.h"
#include "server/mcp/jsonrpc/message.h"

#include <QCoroTask>
#include <QObject>

#include <map>

namespace fairlead::gateway {

/**
 * The questions that an upstream with sessions asks while it works on a call: each goes to the
 * client that made the call. However much an upstream asks, few are asked.
 */
class UpstreamAsking final : public QObject
{
    Q_OBJECT

public:
    explicit UpstreamAsking(QString server, QObject *parent = nullptr);

    /** Until forget(): what is asked during this request is asked of this client. */
    void expect(qint64 id, const tools::ClientPortPointer &client);
    void forget(qint64 id) { m_asked.erase(id); }

    /** Whether there is one to ask. -1, not known during which: only when there can be no doubt. */
    [[nodiscard]] bool isExpected(qint64 during) const;

    /** The message that answers the upstream; empty when nobody waits for it any more. */
    [[nodiscard]] QCoro::Task<QByteArray> answer(mcp::RequestMessage request, qint64 during);

private:
    struct Asked
    {
        tools::ClientPortPointer client;
        int count = 0;
    };

    QString m_server;
    std::map<qint64, Asked> m_asked; ///< by the request's id
};

/**
 * What a request is sent again with when its result wants input (2026-07-28): inputResponses and
 * requestState. `client` may be null. InvalidData when the result asks for what nobody grants; the
 * errors of ClientPort::ask() are handed on.
 */
[[nodiscard]] QCoro::Task<Result<QJsonObject>> inputFor(QString server,
                                                        tools::ClientPortPointer client,
                                                        QJsonObject result);

} // namespace fairlead::gateway
