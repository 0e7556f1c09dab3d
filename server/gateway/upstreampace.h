// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/clock.h"
#include "server/base/result.h"
#include "server/gateway/pacestore.h"
#include "server/gateway/requestlimit.h"
#include "server/gateway/upstreammessages.h"

#include <QCoroTask>
#include <QList>
#include <QObject>

namespace fairlead::gateway {

/**
 * Keeps a connection within what its upstream allows: a request waits for its turn when that comes
 * soon, and is refused with the time to wait when not. No more than the limit goes out in any time
 * of its length. An upstream that answers 429 is left alone for as long as it says, or for longer
 * each time when it does not say. The clock outlives it.
 */
class UpstreamPace final : public QObject
{
    Q_OBJECT

public:
    /** `server`: its name, for sentences. */
    UpstreamPace(QString server, RequestLimit limit, const Clock &clock, QObject *parent = nullptr);

    /** Ends when a request may go out. RateLimited, with the time to wait, when that is too far
     * off; Cancelled. */
    [[nodiscard]] QCoro::Task<Result<>> turn(CancellationToken cancellation);

    /** What an answer says of the pace. */
    void note(const Result<UpstreamReply> &reply);
    /** The upstream has had too many; 0: it did not say how long it wants none. */
    void holdBack(std::chrono::seconds asked);
    void noteAnswer() { m_refusals = 0; }

    [[nodiscard]] LimitStanding standing() const;

    /** What the next life of the program has to know. */
    [[nodiscard]] PaceRecord record() const;
    /** Goes on from there; before the first turn. */
    void restore(const PaceRecord &record);

Q_SIGNALS:
    /** Most of the limit is used: once, until there is more again. */
    void low();
    /** record() is another one now. */
    void changed();
    /** A request begins to wait for its turn, so long. */
    void waiting(std::chrono::milliseconds time);

private:
    [[nodiscard]] qint64 nextTurn(qint64 now) const;
    void take(qint64 at);
    [[nodiscard]] Error tooMany(qint64 waitMs) const;

    QString m_server;
    RequestLimit m_limit;
    const Clock &m_clock;
    QList<qint64> m_turns; ///< taken within the time of the limit, and to come; sorted
    qint64 m_heldUntil = 0;
    int m_refusals = 0; ///< in a row
    bool m_isWarned = false;
};

} // namespace fairlead::gateway
