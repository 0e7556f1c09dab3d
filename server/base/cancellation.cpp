// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/cancellation.h"

namespace fairlead {

void CancellationState::cancel()
{
    if (m_cancelled)
        return;
    m_cancelled = true;
    Q_EMIT cancelled();
}

CancellationToken::CancellationToken(std::shared_ptr<CancellationState> state)
    : m_state(std::move(state))
{}

CancellationSource::CancellationSource()
    : m_state(std::make_shared<CancellationState>())
{}

CancellationToken CancellationSource::token() const
{
    return CancellationToken(m_state);
}

void CancellationSource::cancel() const
{
    // A listener may drop the source; the state must live until all have heard.
    const auto state = m_state;
    state->cancel();
}

} // namespace fairlead
