// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <utility>

namespace fairlead {

struct TraceContext;
/** Shared by everything that is done for one request of a client; never changes. */
using TraceContextPointer = std::shared_ptr<const TraceContext>;

/** Tells whoever works on a request that nobody waits for it any more. Emits at most once. */
class CancellationState final : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    void cancel();
    [[nodiscard]] const TraceContextPointer &trace() const { return m_trace; }
    void setTrace(TraceContextPointer trace) { m_trace = std::move(trace); }

Q_SIGNALS:
    void cancelled();

private:
    bool m_cancelled = false;
    TraceContextPointer m_trace;
};

/**
 * The listening end, cheap to copy and passed by value down to the network call. A default-made
 * token is never cancelled. As it goes wherever work is done for a request, it also knows the trace
 * that the request belongs to.
 */
class CancellationToken
{
public:
    CancellationToken() = default;

    [[nodiscard]] bool isCancelled() const { return m_state && m_state->isCancelled(); }

    /** Null for none. */
    [[nodiscard]] TraceContextPointer trace() const { return m_state ? m_state->trace() : nullptr; }

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
    /** Before the first token is looked at. */
    void setTrace(TraceContextPointer trace) const { m_state->setTrace(std::move(trace)); }

private:
    std::shared_ptr<CancellationState> m_state;
};

} // namespace fairlead
