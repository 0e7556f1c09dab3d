// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/wait.h"

#include <QTimer>

namespace fairlead::net {

Wait::Wait(std::chrono::milliseconds time, const CancellationToken &cancellation)
{
    QTimer::singleShot(time, this, [this] { end(Outcome::Elapsed); });
    cancellation.onCancelled(this, [this] { end(Outcome::Cancelled); });
}

void Wait::grant()
{
    end(Outcome::Granted);
}

void Wait::end(Outcome outcome)
{
    if (m_outcome != Outcome::Pending)
        return;
    m_outcome = outcome;
    Q_EMIT finished();
}

} // namespace fairlead::net
