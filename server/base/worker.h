// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QCoroSignal>
#include <QCoroTask>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace fairlead {

/**
 * Takes work that would hold up the event loop to a thread of its own, one piece at a time. What
 * the work needs it takes along by value. A worker that goes waits for the work under way, whose
 * result then nobody gets.
 */
class Worker final : public QObject
{
    Q_OBJECT

public:
    explicit Worker(QObject *parent = nullptr);
    ~Worker() override;

    [[nodiscard]] bool isBusy() const { return m_thread != nullptr; }
    /** Until the work under way is done; its result then nobody gets. */
    void wait();

    /** What `work` gave, back on the caller's thread. Only while not busy. */
    template<typename Value>
    [[nodiscard]] QCoro::Task<Result<Value>> run(std::function<Result<Value>()> work)
    {
        // Shared with the thread, which may outlast this frame.
        const auto result = std::make_shared<std::optional<Result<Value>>>();
        start([work = std::move(work), result] { result->emplace(work()); });
        co_await qCoro(this, &Worker::done);
        wait();
        co_return std::move(**result);
    }

Q_SIGNALS:
    void done();

private:
    void start(std::function<void()> work);

    std::unique_ptr<QThread> m_thread;
};

} // namespace fairlead
