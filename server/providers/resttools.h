// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/connectionchoice.h"
#include "server/providers/restclient.h"
#include "server/tools/toolregistry.h"

#include <memory>

namespace fairlead::connections {
class Credentials;
} // namespace fairlead::connections

namespace fairlead::providers {

/** A connection and a client for it; its tasks must end before it goes. */
struct RestSession
{
    connections::Connection connection;
    std::shared_ptr<RestClient> client; // shared only because a value is copied into tasks
};

/** Runs a tool over the connection that its call means. */
using RestHandler = QCoro::Task<Result<tools::ToolResult>> (*)(RestSession session,
                                                               tools::ToolCall call);

/**
 * The tools of a RestService: which connection a call uses, and the client for it. Outlives the
 * event loop.
 */
class RestTools final
{
public:
    RestTools(net::HttpClient &http,
              connections::Connections &connections,
              connections::Credentials &credentials,
              RestService service);

    /** Adds a tool of the service's own toolset; the argument "connection" is added to its schema.
     * A write asks the person at the client where it is not clear which connection is meant. */
    void add(tools::ToolRegistry &registry, tools::ToolDefinition definition, RestHandler handler);

    [[nodiscard]] const RestService &service() const { return m_service; }
    [[nodiscard]] RestSession open(const connections::Connection &connection,
                                   const tools::Caller &caller,
                                   const CancellationToken &cancellation) const;
    /** For a token that nobody keeps yet. */
    [[nodiscard]] RestSession tryOut(const connections::Connection &connection,
                                     Secret authorization,
                                     const CancellationToken &cancellation) const;

private:
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> run(tools::ToolCall call,
                                                             bool mayAsk,
                                                             RestHandler handler) const;

    net::HttpClient &m_http;
    connections::Credentials &m_credentials;
    RestService m_service;
    ConnectionChoice m_choice;
};

} // namespace fairlead::providers
