// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/message.h"
#include "server/mcp/sessions/question.h"

#include <map>
#include <memory>

namespace fairlead::mcp {

/** The requests of ours that a session's client has not answered yet. */
class Questions final
{
public:
    struct Entry
    {
        RequestId id;
        // Shared: the coroutine that waits may outlive the session.
        std::shared_ptr<Question> question;
    };

    [[nodiscard]] Entry add();

    /** The client's answer; one to a question that nobody waits for is ignored. */
    void answer(const ResponseMessage &response);

    /** Nobody waits any more. False when it was answered already. */
    bool cancel(const RequestId &id, const Error &why);
    void cancelAll();

private:
    [[nodiscard]] std::shared_ptr<Question> take(const RequestId &id);

    std::map<QString, std::shared_ptr<Question>> m_open; ///< by the id's text
    quint64 m_last = 0;
};

} // namespace fairlead::mcp
