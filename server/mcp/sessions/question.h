// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>

#include <coroutine>
#include <optional>

namespace fairlead::mcp {

/**
 * One request of ours to the client, and the coroutine that waits for its answer. It goes on inside
 * resolve(); only the first answer counts.
 */
class Question final
{
public:
    Question() = default;
    ~Question() = default;
    Q_DISABLE_COPY_MOVE(Question)

    void resolve(const Result<QJsonObject> &answer);

    /** Waits for resolve(). The question outlives the wait. */
    struct Answer
    {
        Question *question;
        [[nodiscard]] bool await_ready() const { return question->m_answer.has_value(); }
        void await_suspend(std::coroutine_handle<> waiting) const { question->m_waiting = waiting; }
        [[nodiscard]] Result<QJsonObject> await_resume() const { return *question->m_answer; }
    };
    [[nodiscard]] Answer answer() { return {this}; }

private:
    std::optional<Result<QJsonObject>> m_answer;
    std::coroutine_handle<> m_waiting;
};

} // namespace fairlead::mcp
