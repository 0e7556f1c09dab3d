// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraprovider.h"

#include "server/providers/jira/jiradefinitions.h"
#include "server/providers/jira/jiraproxy.h"
#include "server/providers/jira/readingtools.h"
#include "server/providers/jira/writingtools.h"
#include "server/tools/resourceregistry.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

using connections::Connection;
using tools::ToolCall;

JiraProvider::JiraProvider(net::HttpClient &http,
                           connections::Connections &connections,
                           const Clock &clock)
    : JiraProvider(http, connections, clock, Options())
{}

JiraProvider::JiraProvider(net::HttpClient &http,
                           connections::Connections &connections,
                           const Clock &clock,
                           Options options)
    : m_connections(connections)
    , m_signIn(http, std::move(options.gatewayBase))
    , m_sessions(http, connections)
    , m_suggestions(m_sessions, clock)
    , m_watch(m_sessions, options.watchInterval)
    , m_resources(m_sessions, m_suggestions, m_watch)
    , m_prompts(m_sessions, m_suggestions)
{}

QString JiraProvider::type() const
{
    return u"jira"_s;
}

QString JiraProvider::displayName() const
{
    return u"Jira"_s;
}

std::optional<ProxyRules> JiraProvider::proxyRules() const
{
    return jira::proxyRules();
}

void JiraProvider::addTools(tools::ToolRegistry &registry)
{
    registry.add(definitions::listProjects(),
                 [this](ToolCall call) { return listProjects(m_sessions, std::move(call)); });
    registry.add(definitions::search(),
                 [this](ToolCall call) { return searchIssues(m_sessions, std::move(call)); });
    registry.add(definitions::getIssue(),
                 [this](ToolCall call) { return getIssue(m_sessions, std::move(call)); });
    registry.add(definitions::createIssue(), [this](ToolCall call) {
        return createIssue(m_sessions, m_watch, std::move(call));
    });
    registry.add(definitions::addComment(), [this](ToolCall call) {
        return addComment(m_sessions, m_watch, std::move(call));
    });
}

void JiraProvider::addResources(tools::ResourceRegistry &registry)
{
    registry.add(u"jira"_s, m_resources);
}

void JiraProvider::addPrompts(tools::PromptRegistry &registry)
{
    m_prompts.addTo(registry);
}

QCoro::Task<Result<ConnectionReport>> JiraProvider::connectWithToken(TokenSignIn signIn)
{
    auto report = co_await m_signIn.prove(signIn);
    if (!report)
        co_return report;
    const Secret token(signIn.token.reveal().trimmed());
    const auto saved = m_connections.save(report->connection, token);
    if (!saved)
        co_return failure(saved.error());
    report->connection = *saved;
    co_return report;
}

QCoro::Task<Result<ConnectionReport>> JiraProvider::test(Connection connection,
                                                         CancellationToken cancellation)
{
    const auto token = m_connections.credential(connection);
    if (!token)
        co_return failure(token.error());
    auto report = co_await m_signIn.proveAgain(connection, *token, std::move(cancellation));
    report = m_sessions.noted(connection, std::move(report));
    if (!report)
        co_return report;
    // Somebody may have reconnected or removed it while Jira was asked.
    auto current = m_connections.find(connection.userId, connection.id);
    if (!current)
        co_return failure(current.error());
    const bool isChanged = current->limitations != report->connection.limitations
        || current->accountName != report->connection.accountName;
    const auto currentToken = m_connections.credential(*current);
    if (isChanged && currentToken && currentToken->equals(token->reveal())) {
        current->limitations = report->connection.limitations;
        current->accountName = report->connection.accountName;
        current = m_connections.save(*current, *token);
        if (!current)
            co_return failure(current.error());
    }
    report->connection = *current;
    co_return report;
}

} // namespace fairlead::providers::jira
