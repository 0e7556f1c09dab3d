// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/mcp/jsonrpc/message.h"
#include "server/mcp/sessions/outgoing.h"
#include "server/mcp/stateless/requestmeta.h"
#include "server/mcp/stateless/roundtripport.h"

#include <QObject>

namespace fairlead::mcp {

/**
 * One request that stands for itself, from its start to its answer (since 2026-07-28). Dies only
 * through deleteLater(); then its work is cancelled.
 */
class StatelessRequest final : public QObject
{
    Q_OBJECT

public:
    /** All of what is passed by reference outlives the request. */
    StatelessRequest(const ServerProfile &server, const Clock &clock, QObject *parent = nullptr);
    ~StatelessRequest() override;
    Q_DISABLE_COPY_MOVE(StatelessRequest)

    /** Once. The answer may come before this returns. */
    void run(const RequestMessage &request, const RequestMeta &meta, tools::Caller caller);

    /** Nobody waits any more: nothing follows. */
    void cancel();

Q_SIGNALS:
    void messageReady(const fairlead::mcp::Outgoing &message);

private:
    void start(const Method &method, const QJsonObject &answers);
    void finish(const Method &method, const Reply &reply);
    void respond(const Reply &reply);
    void send(const QByteArray &json);
    void reportProgress(const tools::Progress &progress);
    [[nodiscard]] QJsonObject completed(const Method &method, QJsonObject result) const;

    const ServerProfile &m_server;
    const Clock &m_clock;
    CancellationSource m_cancellation;
    RequestMessage m_request;
    RequestMeta m_meta;
    std::shared_ptr<RoundTripPort> m_port; ///< shared with the call
    tools::Caller m_caller;
    std::optional<double> m_lastProgress;
    bool m_done = false;
};

} // namespace fairlead::mcp
