// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

#include <coroutine>
#include <memory>
#include <vector>

namespace fairlead::fakes {

/**
 * One call that FakeTools was asked to make; its coroutine waits on it and goes on inside finish(),
 * so that tests need no event loop.
 */
class FakeCall final
{
public:
    explicit FakeCall(tools::ToolCall call)
        : m_call(std::move(call))
    {}
    ~FakeCall();
    Q_DISABLE_COPY_MOVE(FakeCall)

    [[nodiscard]] const tools::ToolCall &call() const { return m_call; }
    [[nodiscard]] bool isCancelled() const { return m_call.cancellation.isCancelled(); }
    void report(tools::Progress progress) const;
    /** Once. */
    void finish(const Result<tools::ToolResult> &result);

    /** Waits for finish(). */
    struct Answer
    {
        FakeCall *call;
        [[nodiscard]] bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> waiting) const { call->m_waiting = waiting; }
        [[nodiscard]] Result<tools::ToolResult> await_resume() const { return call->m_result; }
    };
    [[nodiscard]] Answer answer() { return {this}; }

private:
    tools::ToolCall m_call;
    Result<tools::ToolResult> m_result;
    std::coroutine_handle<> m_waiting;
};

/**
 * Tools whose answers the test decides. `echo` answers at once with the text argument, `fail` with
 * an error result, `throw` throws, `wait` waits until the test finishes the call. Every other name
 * is unknown.
 */
class FakeTools final : public tools::ToolInvoker
{
public:
    FakeTools();

    [[nodiscard]] QList<tools::ToolDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invoke(tools::ToolCall call) override;

    /** More names for tools/list. */
    void addNames(const QStringList &names);
    [[nodiscard]] static tools::ToolDefinition definition(const QString &name);

    /** The calls of `wait`, in order. */
    [[nodiscard]] FakeCall &waiting(size_t index) { return *m_waiting.at(index); }
    [[nodiscard]] size_t waitingCount() const { return m_waiting.size(); }
    /** Who made the last call. */
    [[nodiscard]] const tools::Caller &lastCaller() const { return m_lastCaller; }

private:
    QList<tools::ToolDefinition> m_definitions;
    std::vector<std::unique_ptr<FakeCall>> m_waiting;
    tools::Caller m_lastCaller;
};

} // namespace fairlead::fakes
