// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/offeredtool.h"
#include "server/gateway/upstreamclient.h"

namespace fairlead::conformance {

/**
 * Does with the suite's server what Fairlead does with an upstream, so that the suite sees
 * everything that it looks for: connects, lists the tools, leaves out those that must not be
 * offered, and calls the others. Questions are accepted without filling in anything.
 */
class ClientScenario final
{
public:
    /** `context`: what the suite says of the scenario. */
    ClientScenario(QString name, gateway::UpstreamTarget target, QJsonObject context);

    /** All of it; must outlive the task. */
    [[nodiscard]] QCoro::Task<Result<>> run();

private:
    struct Call
    {
        gateway::OfferedTool tool;
        QJsonObject arguments;
    };

    [[nodiscard]] QList<Call> callsFor(const QList<gateway::OfferedTool> &tools) const;
    [[nodiscard]] QCoro::Task<Result<>> call(Call call);
    /** What Fairlead does not use of an upstream, sent as it would be. */
    [[nodiscard]] QCoro::Task<Result<>> readTheRest();

    QString m_name;
    QJsonObject m_context;
    SystemClock m_clock;
    net::StreamingClient m_http;
    gateway::UpstreamClient m_client;
};

} // namespace fairlead::conformance
