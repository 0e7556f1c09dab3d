// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionprovider.h"

#include "server/providers/notion/notiondefinitions.h"
#include "server/providers/notion/notionproxy.h"
#include "server/providers/notion/readingtools.h"
#include "server/providers/notion/tools/commenttools.h"
#include "server/providers/notion/tools/contenttools.h"
#include "server/providers/notion/tools/databasetools.h"
#include "server/providers/notion/tools/pagetools.h"
#include "server/providers/notion/tools/propertytools.h"
#include "server/providers/notion/tools/toolsets.h"
#include "server/providers/notion/tools/usertools.h"
#include "server/providers/notion/writingtools.h"
#include "server/tools/resourceregistry.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

QUrl endpoint(QUrl base, const QString &path)
{
    base.setPath(base.path() + path);
    return base;
}

} // namespace

using connections::Connection;
using connections::SignInMethod;
using tools::ToolCall;

NotionProvider::NotionProvider(net::HttpClient &http,
                               connections::Connections &connections,
                               connections::Credentials &credentials,
                               const Clock &clock,
                               Options options)
    : m_apiBase(std::move(options.apiBase))
    , m_connections(connections)
    , m_files(options.files ? *options.files : m_noFiles)
    , m_signIn(http, m_apiBase)
    , m_sessions(http, connections, credentials)
    , m_directory(clock)
    , m_watch(NotionResources::watchedPages(m_sessions), options.watchInterval)
    , m_resources(m_sessions, m_watch)
    , m_tools{m_sessions, m_directory, m_watch, m_files}
{}

QString NotionProvider::type() const
{
    return u"notion"_s;
}

QString NotionProvider::displayName() const
{
    return u"Notion"_s;
}

std::optional<ProxyRules> NotionProvider::proxyRules() const
{
    return notion::proxyRules();
}

void NotionProvider::addTools(tools::ToolRegistry &registry)
{
    registry.add(definitions::search(),
                 [this](ToolCall call) { return searchNotion(m_tools, std::move(call)); });
    registry.add(definitions::readPage(),
                 [this](ToolCall call) { return readPage(m_tools, std::move(call)); });
    registry.add(definitions::createPage(),
                 [this](ToolCall call) { return createPage(m_tools, std::move(call)); });
    registry.add(definitions::listDatabases(),
                 [this](ToolCall call) { return listDatabases(m_tools, std::move(call)); });
    addDatabaseTools(registry, m_tools);
    addPropertyTools(registry, m_tools);
    addToolsets(registry, m_tools);
    addContentTools(registry, m_tools);
    addCommentTools(registry, m_tools);
    addUserTools(registry, m_tools);
    addPageTools(registry, m_tools);
}

void NotionProvider::addResources(tools::ResourceRegistry &registry)
{
    registry.add(u"notion"_s, m_resources);
}

QCoro::Task<Result<ConnectionReport>> NotionProvider::connectWithToken(TokenSignIn signIn)
{
    auto report = co_await m_signIn.prove(signIn);
    if (!report)
        co_return report;
    const auto token = NotionSignIn::checkedToken(signIn.token);
    if (!token)
        co_return failure(token.error());
    const auto saved = m_connections.save(report->connection, *token);
    if (!saved)
        co_return failure(saved.error());
    report->connection = *saved;
    co_return report;
}

std::optional<oauth::AuthorizationServer> NotionProvider::authorizationServer() const
{
    oauth::AuthorizationServer server;
    server.service = type();
    server.displayName = displayName();
    server.authorizationEndpoint = endpoint(m_apiBase, u"/v1/oauth/authorize"_s);
    server.tokenEndpoint = endpoint(m_apiBase, u"/v1/oauth/token"_s);
    server.revocationEndpoint = endpoint(m_apiBase, u"/v1/oauth/revoke"_s);
    server.authorizationParameters = {{u"owner"_s, u"user"_s}};
    server.headers = {{"Notion-Version"_ba, apiVersion.toByteArray()}};
    server.authentication = oauth::ClientAuthentication::Basic;
    server.format = oauth::BodyFormat::Json;
    return server;
}

QCoro::Task<Result<QList<GrantedSite>>> NotionProvider::sitesOf(oauth::TokenSet tokens,
                                                                CancellationToken)
{
    const auto site = m_signIn.siteOf(tokens);
    if (!site)
        co_return failure(site.error());
    const QList<GrantedSite> sites(1, *site);
    co_return sites;
}

QCoro::Task<Result<ConnectionReport>> NotionProvider::proveSite(GrantedSite site,
                                                                oauth::TokenSet tokens,
                                                                CancellationToken cancellation)
{
    co_return co_await m_signIn.proveSite(
        std::move(site), std::move(tokens), std::move(cancellation));
}

QCoro::Task<Result<ConnectionReport>> NotionProvider::test(Connection connection,
                                                           CancellationToken cancellation)
{
    Result<Secret> before;
    if (connection.method != SignInMethod::OAuth)
        before = m_connections.credential(connection);
    if (!before)
        co_return failure(before.error());
    const auto session = m_sessions.open(connection, {}, cancellation);
    auto report = co_await m_signIn.proveAgain(connection, session.client);
    report = m_sessions.choice().noted(connection, std::move(report));
    if (!report)
        co_return report;
    const auto current = updated(report->connection, *before);
    if (!current)
        co_return failure(current.error());
    report->connection = *current;
    co_return report;
}

Result<Connection> NotionProvider::updated(const Connection &proven, const Secret &token) const
{
    // Somebody may have reconnected or removed it while Notion was asked.
    auto current = m_connections.find(proven.userId, proven.id);
    if (!current)
        return current;
    const bool isSame = current->name == proven.name && current->accountName == proven.accountName
        && current->limitations == proven.limitations;
    if (isSame || current->method != proven.method || current->grantId != proven.grantId)
        return current;
    current->name = proven.name;
    current->accountName = proven.accountName;
    current->limitations = proven.limitations;
    if (current->method == SignInMethod::OAuth)
        return m_connections.saveGranted(*current);
    const auto stored = m_connections.credential(*current);
    if (!stored || !stored->equals(token.reveal()))
        return m_connections.find(proven.userId, proven.id);
    return m_connections.save(*current, *stored);
}

} // namespace fairlead::providers::notion
