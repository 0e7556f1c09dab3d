// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/mcpdesk.h"

#include "server/base/text.h"
#include "server/connections/connections.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/newissue.h"
#include "server/publishing/recentissues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

using connections::Connection;
using gateway::UpstreamView;
using Kind = AtlassianTools::Kind;
namespace jira = providers::jira;

constexpr qsizetype issuesAtOnce = 100; // Jira's limit
constexpr qsizetype longestStatus = 60;
constexpr qsizetype longestSummary = 255; // Jira's limit

/** A summary as it stays on its way through servers and clean-ups. */
QString comparable(const QString &summary)
{
    return cleanedLine(summary, longestSummary).simplified();
}

/** A site that the server can work on. */
struct Site
{
    QString cloudId;
    QUrl url;
};

QList<Site> sitesIn(const QJsonDocument &said)
{
    QList<Site> sites;
    const QJsonArray all = said.array();
    for (const auto &one : all)
        sites.append({one[u"id"_s].toString(), QUrl(one[u"url"_s].toString())});
    return sites;
}

QJsonObject query(const QString &jql, const QStringList &fields, qsizetype most)
{
    return {{u"jql"_s, jql},
            {u"fields"_s, QJsonArray::fromStringList(fields)},
            {u"maxResults"_s, most}};
}

/** The site with that project; the only one, or the first, where there is none to look for. */
QCoro::Task<Result<Site>> siteWith(AtlassianTools tools, QString project)
{
    const QString serverName = tools.connection().name;
    const auto said =
        co_await tools.run(u"getAccessibleAtlassianResources"_s, Kind::Read, QJsonObject());
    if (!said)
        co_return failure(said.error());
    const QList<Site> sites = sitesIn(*said);
    if (sites.size() == 1 || (project.isEmpty() && !sites.isEmpty()))
        co_return sites.first();
    for (const Site &site : sites) {
        tools.setCloudId(site.cloudId);
        const QJsonObject wanted = query(u"project = \"%1\""_s.arg(project), {u"summary"_s}, 1);
        const auto found = co_await tools.run(u"searchJiraIssuesUsingJql"_s, Kind::Read, wanted);
        if (found)
            co_return site;
    }
    co_return failure(
        ErrorCode::NotFound,
        u"No site that %1 can use has a project %2 that you can see."_s.arg(serverName, project));
}

bool isNamed(const UpstreamView &server, const QString &wanted)
{
    return server.connection.id == wanted
        || server.connection.name.compare(wanted, Qt::CaseInsensitive) == 0;
}

bool hasJira(const connections::Connections &connections, const tools::Caller &caller)
{
    return !connections.usableBy(caller, u"jira"_s).value_or(QList<Connection>()).isEmpty();
}

/** The remote server that is meant; nothing where it is another connection. */
std::optional<UpstreamView> serverFor(const gateway::Upstreams &upstreams,
                                      const connections::Connections &connections,
                                      const DeskRequest &request)
{
    const QString userId = request.caller.userId;
    if (request.connection.isEmpty() && hasJira(connections, request.caller))
        return std::nullopt;
    const auto servers = upstreams.views(userId).value_or(QList<UpstreamView>());
    for (const UpstreamView &server : servers) {
        const bool isMeant = request.connection.isEmpty() || isNamed(server, request.connection);
        if (isMeant && connections.isUsableBy(request.caller, server.connection.id)
            && AtlassianTools::canPublish(server))
            return server;
    }
    return std::nullopt;
}

/** The caller's connection to Jira itself on that site. */
std::optional<QString> restConnectionTo(const QUrl &site,
                                        const connections::Connections &connections,
                                        const tools::Caller &caller)
{
    const auto all = connections.usableBy(caller, u"jira"_s).value_or(QList<Connection>());
    const auto found = std::ranges::find_if(all, [&](const Connection &connection) {
        return connection.site.host() == site.host() && connection.site.port() == site.port();
    });
    return found == all.end() ? std::nullopt : std::optional(found->id);
}

QCoro::Task<Result<std::shared_ptr<IssueDesk>>> notConnected()
{
    co_return failure(ErrorCode::NotFound,
                      u"Jira is not connected. Open Connections and connect Jira."_s);
}

struct Opening
{
    AtlassianTools tools;
    connections::Connections &connections;
    McpDesk::FileWays files;
    DeskRequest request;
};

QCoro::Task<Result<std::shared_ptr<IssueDesk>>> open(Opening opening)
{
    const auto site = co_await siteWith(opening.tools, opening.request.project);
    if (!site)
        co_return failure(site.error());
    opening.tools.setCloudId(site->cloudId);
    const auto other = restConnectionTo(site->url, opening.connections, opening.request.caller);
    if (other) {
        DeskRequest request = opening.request;
        request.connection = *other;
        request.project.clear();
        opening.files.other = request;
    }
    co_return std::make_shared<McpDesk>(opening.tools, site->url, opening.files);
}

/** What createJiraIssue takes: what it has no name for goes along as Jira's own fields. */
QJsonObject preparedFrom(const IssueDraft &draft,
                         const QString &parent,
                         const QString &type,
                         QJsonObject fields)
{
    for (const auto named :
         {"project"_L1, "issuetype"_L1, "summary"_L1, "description"_L1, "parent"_L1})
        fields.remove(named);
    QJsonObject prepared{{u"projectKey"_s, draft.project},
                         {u"issueType"_s, type},
                         {u"summary"_s, draft.summary},
                         {u"description"_s, draft.description}};
    if (!parent.isEmpty())
        prepared[u"parent"_s] = parent;
    if (!fields.isEmpty())
        prepared[u"additional_fields"_s] = fields;
    return prepared;
}

} // namespace

McpDesk::McpDesk(AtlassianTools tools, QUrl site, FileWays files)
    : m_tools(std::move(tools))
    , m_site(std::move(site))
    , m_files(std::move(files))
{}

DeskOpener McpDesk::opener(gateway::Upstreams &upstreams,
                           gateway::FileUploads &uploads,
                           connections::Connections &connections,
                           DeskOpener otherwise)
{
    return [&upstreams, &uploads, &connections, otherwise = std::move(otherwise)](
               DeskRequest request) {
        auto server = serverFor(upstreams, connections, request);
        // A key that is limited to some connections is told so.
        const bool isLimited = !request.caller.connectionIds.isEmpty();
        if (!server && !isLimited && !hasJira(connections, request.caller))
            return notConnected();
        if (!server)
            return otherwise(std::move(request));
        AtlassianTools tools(upstreams, std::move(*server), request.caller, request.cancellation);
        FileWays files{.uploads = uploads, .otherDesk = otherwise};
        Opening opening{.tools = std::move(tools),
                        .connections = connections,
                        .files = std::move(files),
                        .request = std::move(request)};
        return open(std::move(opening));
    };
}

const Connection &McpDesk::connection() const
{
    return m_tools.connection();
}

QUrl McpDesk::issueUrl(const QString &key) const
{
    return providers::jira::text::issueUrl(m_site, key);
}

QCoro::Task<Result<QJsonObject>> McpDesk::prepare(IssueDraft draft)
{
    const auto types = co_await issueTypes(draft.project);
    if (!types)
        co_return failure(types.error());
    const auto type = jira::issueTypeNamed(*types, draft.type, draft.project);
    if (!type)
        co_return failure(type.error());
    const auto known = co_await createFields(draft.project, type->id);
    if (!known)
        co_return failure(known.error());
    jira::NewIssue issue{.project = draft.project,
                         .summary = draft.summary,
                         .description = draft.description,
                         .parent = {},
                         .assigneeId = {},
                         .priority = {},
                         .labels = {},
                         .fields = draft.fields};
    if (!draft.parent.isEmpty()) {
        const auto parent = jira::issueAddress(draft.parent, "parent"_L1);
        if (!parent)
            co_return failure(parent.error());
        issue.parent = parent->key;
    }
    QStringList missing;
    const auto lacking = jira::missingFields(issue, *type, *known);
    for (const jira::CreateField &field : lacking)
        missing.append(field.name);
    if (!missing.isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"A %1 in %2 needs more: %3. Nothing was created."_s.arg(
                              type->name, draft.project, missing.join(u", "_s)));
    const auto fields = jira::newIssueFields(issue, *type, *known);
    if (!fields)
        co_return failure(fields.error());
    co_return preparedFrom(draft, issue.parent, type->name, *fields);
}

QCoro::Task<Result<QString>> McpDesk::create(QJsonObject prepared, QString /*mark*/)
{
    const auto made = co_await m_tools.run(u"createJiraIssue"_s, Kind::Write, prepared);
    if (!made)
        co_return failure(made.error());
    const QString key = (*made)["key"_L1].toString();
    if (!providers::jira::isIssueKey(key))
        co_return failure(ErrorCode::InvalidData,
                          u"%1 did not say which issue it has made."_s.arg(connection().name));
    co_return key;
}

QCoro::Task<Result<FoundIssues>> McpDesk::find(LostIssue lost)
{
    if (lost.summary.isEmpty())
        co_return failure(ErrorCode::Conflict,
                          u"An older Fairlead asked for it, which kept too little to look for."_s);
    const QString summary = comparable(lost.summary);
    QJsonObject wanted = query(recentIssuesOf(lost), {u"summary"_s}, recentIssuesOfAPage);
    FoundIssues alike;
    for (int page = 0; page < mostRecentPages; ++page) {
        const auto said = co_await m_tools.run(u"searchJiraIssuesUsingJql"_s, Kind::Read, wanted);
        if (!said)
            co_return failure(said.error());
        const QJsonArray issues = (*said)["issues"_L1].toArray();
        for (const auto &issue : issues) {
            const QString key = issue[u"key"_s].toString();
            const QString other = comparable(issue[u"fields"_s][u"summary"_s].toString());
            if (other == summary && providers::jira::isIssueKey(key))
                alike.keys.append(key);
        }
        const QString next = (*said)["nextPageToken"_L1].toString();
        if (next.isEmpty())
            co_return alike;
        wanted[u"nextPageToken"_s] = next;
    }
    co_return tooManyRecent(lost);
}

QCoro::Task<Result<QString>> McpDesk::description(QString key)
{
    const QJsonObject wanted{{u"issueIdOrKey"_s, key}, {u"fields"_s, QJsonArray{u"description"_s}}};
    const auto said = co_await m_tools.run(u"getJiraIssue"_s, Kind::Read, wanted);
    if (!said)
        co_return failure(said.error());
    const QJsonValue stored = (*said)["fields"_L1]["description"_L1];
    co_return stored.isObject() ? providers::jira::markdownFromAdf(stored.toObject())
                                : stored.toString();
}

QCoro::Task<Result<>> McpDesk::update(QString key, IssueDraft draft)
{
    const QJsonObject fields{{u"summary"_s, draft.summary}, {u"description"_s, draft.description}};
    const QJsonObject wanted{{u"issueIdOrKey"_s, key}, {u"fields"_s, fields}};
    const auto said = co_await m_tools.run(u"editJiraIssue"_s, Kind::Write, wanted);
    if (!said)
        co_return failure(said.error());
    co_return {};
}

QCoro::Task<Result<>> McpDesk::comment(QString key, QString markdown)
{
    const QJsonObject wanted{{u"issueIdOrKey"_s, key}, {u"commentBody"_s, markdown}};
    const auto said = co_await m_tools.run(u"addOrEditJiraIssueComment"_s, Kind::Write, wanted);
    if (!said)
        co_return failure(said.error());
    co_return {};
}

QCoro::Task<Result<QString>> McpDesk::status(QString key)
{
    const QJsonObject wanted{{u"issueIdOrKey"_s, key}, {u"fields"_s, QJsonArray{u"status"_s}}};
    const auto said = co_await m_tools.run(u"getJiraIssue"_s, Kind::Read, wanted);
    if (!said)
        co_return failure(said.error());
    co_return cleanedLine((*said)["fields"_L1]["status"_L1]["name"_L1].toString(), longestStatus);
}

QCoro::Task<Result<QHash<QString, QString>>> McpDesk::statuses(QStringList keys)
{
    QHash<QString, QString> all;
    for (qsizetype start = 0; start < keys.size(); start += issuesAtOnce) {
        const QStringList part = keys.mid(start, issuesAtOnce);
        const QJsonObject wanted =
            query(u"key in (%1)"_s.arg(part.join(u", "_s)), {u"status"_s}, issuesAtOnce);
        const auto said = co_await m_tools.run(u"searchJiraIssuesUsingJql"_s, Kind::Read, wanted);
        const QJsonArray issues = said ? (*said)["issues"_L1].toArray() : QJsonArray();
        for (const auto &issue : issues) {
            const QString name = issue[u"fields"_s][u"status"_s][u"name"_s].toString();
            all.insert(issue[u"key"_s].toString(), cleanedLine(name, longestStatus));
        }
        const bool isRefused = !said
            && (said.error().code == ErrorCode::NotFound
                || said.error().code == ErrorCode::InvalidInput);
        if (!said && !isRefused)
            co_return failure(said.error());
        // One that is gone spoils the whole search, and one that is new is not found by it yet.
        for (const QString &key : part) {
            if (all.contains(key))
                continue;
            const auto one = co_await status(key);
            if (one)
                all.insert(key, *one);
            else if (one.error().code != ErrorCode::NotFound)
                co_return failure(one.error());
        }
    }
    co_return all;
}

} // namespace fairlead::publishing
