// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "server/base/secret.h"

#include <QCoroTask>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::net {
class Wait;
} // namespace fairlead::net

namespace fairlead::oauth {

/**
 * One renewal that is under way, and all who wait for its outcome. Whoever gives up leaves alone;
 * the renewal goes on.
 */
class RefreshFlight final
{
public:
    /** The outcome, when it is there; Cancelled, or Timeout after half a minute. Holds the flight
     * while it waits. */
    [[nodiscard]] static QCoro::Task<Result<Secret>> outcomeOf(
        std::shared_ptr<RefreshFlight> flight, CancellationToken cancellation);

    void land(Result<Secret> outcome);

private:
    std::optional<Result<Secret>> m_outcome;
    std::vector<QPointer<net::Wait>> m_waiting;
};

} // namespace fairlead::oauth
