// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraprovider.h"

#include "server/providers/jira/jiradefinitions.h"
#include "server/providers/jira/jiraproxy.h"
#include "server/providers/jira/readingtools.h"
#include "server/providers/jira/tools/agiletools.h"
#include "server/providers/jira/tools/attachmenttools.h"
#include "server/providers/jira/tools/bulktools.h"
#include "server/providers/jira/tools/changelogtools.h"
#include "server/providers/jira/tools/commenttools.h"
#include "server/providers/jira/tools/developmenttools.h"
#include "server/providers/jira/tools/downloadtools.h"
#include "server/providers/jira/tools/issuelinktools.h"
#include "server/providers/jira/tools/jqltools.h"
#include "server/providers/jira/tools/metatools.h"
#include "server/providers/jira/tools/peopletools.h"
#include "server/providers/jira/tools/remotelinktools.h"
#include "server/providers/jira/tools/servicetools.h"
#include "server/providers/jira/tools/transitiontools.h"
#include "server/providers/jira/tools/unlinktools.h"
#include "server/providers/jira/tools/updatetools.h"
#include "server/providers/jira/tools/versiontools.h"
#include "server/providers/jira/tools/watchertools.h"
#include "server/providers/jira/tools/worklogtools.h"
#include "server/providers/jira/writingtools.h"
#include "server/tools/resourceregistry.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

using connections::Connection;
using tools::ToolCall;
namespace {

QUrl gatewayOf(const QUrl &apiUrl)
{
    QUrl gateway = apiUrl;
    gateway.setPath(gateway.path() + u"/ex/jira"_s);
    return gateway;
}

} // namespace

JiraProvider::JiraProvider(net::HttpClient &http,
                           connections::Connections &connections,
                           connections::Credentials &credentials,
                           const Clock &clock)
    : JiraProvider(http, connections, credentials, clock, Options())
{}

JiraProvider::JiraProvider(net::HttpClient &http,
                           connections::Connections &connections,
                           connections::Credentials &credentials,
                           const Clock &clock,
                           Options options)
    : m_connections(connections)
    , m_signIn(http, gatewayOf(options.oauth.apiUrl))
    , m_oauth(http, std::move(options.oauth))
    , m_sessions(http, connections, credentials)
    , m_directory(clock)
    , m_files(options.files ? *options.files : m_noFiles)
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
    const JiraTools jira = parts();
    registry.add(definitions::listProjects(),
                 [jira](ToolCall call) { return listProjects(jira, std::move(call)); });
    registry.add(definitions::search(),
                 [jira](ToolCall call) { return searchIssues(jira, std::move(call)); });
    registry.add(definitions::getIssue(),
                 [jira](ToolCall call) { return getIssue(jira, std::move(call)); });
    registry.add(definitions::createIssue(),
                 [jira](ToolCall call) { return createIssue(jira, std::move(call)); });
    addAgileTools(registry, jira);
    addAttachmentTools(registry, jira);
    addBulkTools(registry, jira);
    addChangelogTools(registry, jira);
    addCommentTools(registry, jira);
    addDevelopmentTools(registry, jira);
    addDownloadTools(registry, jira);
    addIssueLinkTools(registry, jira);
    addJqlTools(registry, jira);
    addMetaTools(registry, jira);
    addPeopleTools(registry, jira);
    addRemoteLinkTools(registry, jira);
    addServiceTools(registry, jira);
    addTransitionTools(registry, jira);
    addUnlinkTools(registry, jira);
    addUpdateTools(registry, jira);
    addVersionTools(registry, jira);
    addWatcherTools(registry, jira);
    addWorklogTools(registry, jira);
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

std::optional<oauth::AuthorizationServer> JiraProvider::authorizationServer() const
{
    return m_oauth.server();
}

QCoro::Task<Result<QList<GrantedSite>>> JiraProvider::sitesOf(oauth::TokenSet tokens,
                                                              CancellationToken cancellation)
{
    co_return co_await m_oauth.sitesOf(std::move(tokens), std::move(cancellation));
}

QCoro::Task<Result<ConnectionReport>> JiraProvider::proveSite(GrantedSite site,
                                                              oauth::TokenSet tokens,
                                                              CancellationToken cancellation)
{
    co_return co_await m_signIn.proveAt(
        site.connection, m_oauth.httpWith(tokens), std::move(cancellation));
}

QCoro::Task<Result<ConnectionReport>> JiraProvider::test(Connection connection,
                                                         CancellationToken cancellation)
{
    auto report = co_await m_signIn.proveAt(
        connection, m_sessions.httpOf(connection), std::move(cancellation));
    report = m_sessions.noted(connection, std::move(report));
    if (!report)
        co_return report;
    const auto current = noteFindings(connection, report->connection);
    if (!current)
        co_return failure(current.error());
    report->connection = *current;
    co_return report;
}

Result<Connection> JiraProvider::noteFindings(const Connection &asked, const Connection &found)
{
    auto current = m_connections.find(asked.userId, asked.id);
    if (!current)
        return current;
    const bool isTheSame = current->grantId == asked.grantId && current->account == asked.account
        && current->method == asked.method;
    const bool isChanged =
        current->limitations != found.limitations || current->accountName != found.accountName;
    if (!isTheSame || !isChanged)
        return current;
    current->limitations = found.limitations;
    current->accountName = found.accountName;
    return m_connections.describe(*current);
}

} // namespace fairlead::providers::jira
