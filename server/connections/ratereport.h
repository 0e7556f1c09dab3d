// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace fairlead::connections {

/** How much of its service a connection may use, and what of that is left. */
struct RateStanding
{
    int perMinute = 0;
    int atOnce = 0; ///< requests that need not wait, after a while of silence
    int leftNow = 0; ///< of `atOnce`
    qint64 heldBackMs = 0; ///< how long the service wants no request; 0: it has not asked for that

    bool operator==(const RateStanding &) const = default;
};

/** Tells how much of its service a connection may still use now. */
class RateReport
{
public:
    virtual ~RateReport() = default;
    RateReport &operator=(const RateReport &) = delete;

    /** Nothing when no request has gone over this connection since the start. */
    [[nodiscard]] virtual std::optional<RateStanding> standing(
        const QString &connectionId) const = 0;

protected:
    RateReport() = default;
    RateReport(const RateReport &) = default;
};

} // namespace fairlead::connections
