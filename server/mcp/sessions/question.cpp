// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/sessions/question.h"

#include <utility>

namespace fairlead::mcp {

void Question::resolve(const Result<QJsonObject> &answer)
{
    if (m_answer)
        return;
    m_answer = answer;
    if (const auto waiting = std::exchange(m_waiting, nullptr))
        waiting.resume();
}

} // namespace fairlead::mcp
