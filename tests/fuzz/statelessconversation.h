// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/changefeed.h"
#include "tests/server/http/mcp/mcpharness.h"

#include <vector>

namespace fairlead::fuzz {

/**
 * POSTs that stand for themselves (2026-07-28), by two keys in turn, with the headers that fit
 * their bodies, and the rules that their answers keep. The word STATE in a body becomes the last
 * request state that the server gave.
 */
class StatelessConversation final
{
public:
    StatelessConversation();

    void send(QByteArray body);
    /** The client of the last POST hangs up. */
    void leaveLast();
    /** Every tool that waits reports, asks its client for more, and ends. */
    void finishWaiting();
    /** What is listed changes. */
    void change();
    /** Revokes the keys and looks at every answer. */
    void end();

private:
    struct Post
    {
        QPointer<fakes::FakeExchange> exchange;
        QJsonValue id;
        bool left = false;
    };
    void noteState();
    static void check(const Post &post);

    tools::ChangeFeed m_changes;
    http::McpHarness m_mcp;
    std::vector<Post> m_posts;
    size_t m_finishedCalls = 0;
    QByteArray m_state = "none";
};

} // namespace fairlead::fuzz
