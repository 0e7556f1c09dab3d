// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace fairlead {

/** Tells whoever works on a request that nobody waits for it any more. Emits at most once. */
class CancellationState final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    void cancel();

Q_SIGNALS:
    void cancelled();

private:
    bool m_cancelled = false;
};

/**
 * The listening end, cheap to copy and passed by value down to the network call. A default-made
 * token is never cancelled.
 */
class CancellationToken
{
public:
    CancellationToken() = default;

    [[nodiscard]] bool isCancelled() const { return m_state && m_state->isCancelled(); }

    /** Calls `callback` in `context`'s thread when cancelled; at once when it already is. */
    template<typename Callback>
    void onCancelled(QObject *context, Callback callback) const
    {
        if (!m_state)
            return;
        if (m_state->isCancelled())
            callback();
        else
            QObject::connect(
                m_state.get(), &CancellationState::cancelled, context, std::move(callback));
    }

private:
    friend class CancellationSource;
    explicit CancellationToken(std::shared_ptr<CancellationState> state);

    // Shared: the source may be gone while the work still looks at its token.
    std::shared_ptr<CancellationState> m_state;
};

/** The telling end; held by whoever owns the request. Destroying it does not cancel. */
class CancellationSource
{
public:
    CancellationSource();

    [[nodiscard]] CancellationToken token() const;
    void cancel() const;

private:
    std::shared_ptr<CancellationState> m_state;
};

} // namespace fairlead
