// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/askedcall.h"
#include "server/gateway/headerparameters.h"

namespace fairlead::gateway {

/** A tool where it is. */
struct CalledTool
{
    QString server; ///< its name, for sentences
    QString name; ///< as the upstream calls it
    QList<HeaderParameter> headers{};
    bool hasOutputSchema = false;
};

/** Calls tools of upstreams, and keeps the calls that wait for their client's answers. */
class UpstreamCalls final
{
public:
    UpstreamCalls() = default;
    ~UpstreamCalls() { cancel(); }
    Q_DISABLE_COPY_MOVE(UpstreamCalls)

    /** `client` may be gone before the end. */
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> run(QPointer<UpstreamClient> client,
                                                             CalledTool tool,
                                                             tools::ToolCall call);
    /** Gives up all that waits. */
    void cancel();

private:
    [[nodiscard]] std::shared_ptr<AskedCall> takeHeld(const tools::ToolCall &call);
    void keep(const std::shared_ptr<AskedCall> &call);

    // Shared with the coroutines that wait in them.
    QList<std::shared_ptr<AskedCall>> m_held; ///< oldest first
};

} // namespace fairlead::gateway
