// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassian/atlassianmcp.h"

#include "tests/sandbox/jira/jirarest.h"
#include "tests/sandbox/mcp/plainmarkdown.h"

#include <algorithm>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Effect = McpTool::Effect;

QByteArray bearerToken(const Request &request)
{
    const QByteArray header = request.header("authorization");
    return header.left(7).toLower() == "bearer " ? header.mid(7).trimmed() : QByteArray();
}

QString effectSuffix(Effect effect)
{
    return effect == Effect::Read ? u"Read"_s
        : effect == Effect::Write ? u"Write"_s
                                  : u"Destructive"_s;
}

/** Descriptions go out as Markdown. */
QJsonObject readable(QJsonObject issue)
{
    QJsonObject fields = issue[u"fields"_s].toObject();
    const QJsonValue description = fields.value(u"description"_s);
    if (description.isObject())
        fields[u"description"_s] = plainMarkdownFromAdf(description.toObject());
    issue[u"fields"_s] = fields;
    return issue;
}

/** What came in as Markdown, or as ADF. */
QJsonObject document(const QJsonValue &text)
{
    return text.isObject() ? text.toObject() : adfFromPlainMarkdown(text.toString());
}

QString listOf(const QJsonValue &names, const QString &otherwise)
{
    QStringList list;
    const QJsonArray all = names.toArray();
    for (const auto &name : all)
        list.append(name.toString());
    return list.isEmpty() ? otherwise : list.join(u',');
}

} // namespace

AtlassianMcp::AtlassianMcp(const QList<JiraSite *> &sites,
                           const Contract &contract,
                           const GrantStore &grants)
    : m_sites(sites)
    , m_contract(contract)
    , m_grants(grants)
{}

QString AtlassianMcp::name() const
{
    return u"atlassian-mcp"_s;
}

QStringList AtlassianMcp::paths() const
{
    return {u"/v2/mcp"_s, u"/v1/mcp"_s};
}

std::optional<Response> AtlassianMcp::answerBeside(const Request &request)
{
    return m_uploads.answer(request);
}

const JiraUser *AtlassianMcp::userOn(const JiraSite &site, const Request &request) const
{
    const QByteArray bearer = bearerToken(request);
    if (const auto granted = m_grants.access(bearer))
        return granted->resources.contains(site.state().cloudId())
            ? site.state().user(granted->accountId)
            : nullptr;
    const auto [email, secret] = BasicCredentials::of(request);
    for (const ApiToken &token : std::as_const(site.state().tokens)) {
        const bool isKey = !bearer.isEmpty() && token.secret == bearer;
        if (isKey || (token.email == email && token.secret == secret))
            return site.state().userByEmail(token.email);
    }
    return nullptr;
}

bool AtlassianMcp::isSignedIn(const Request &request) const
{
    return std::ranges::any_of(
        m_sites, [&](const JiraSite *site) { return userOn(*site, request) != nullptr; });
}

QList<McpTool> AtlassianMcp::tools(const Request &request) const
{
    const bool isAll = request.parameter(u"tools") == u"all"_s;
    QList<McpTool> listed;
    for (const Entry &entry : entries()) {
        const bool isWay =
            entry.tool.name == "discover"_L1 || entry.tool.name.startsWith("execute"_L1);
        if (isAll ? !isWay : entry.tool.isPrimary)
            listed.append(entry.tool);
    }
    return listed;
}

JiraSite *AtlassianMcp::siteOf(const QJsonObject &arguments) const
{
    const QString wanted = arguments["cloudId"_L1].toString();
    const auto found = std::ranges::find_if(m_sites, [&wanted](const JiraSite *site) {
        return site->state().cloudId() == wanted || (!wanted.isEmpty() && site->url() == wanted);
    });
    return found == m_sites.end() ? nullptr : *found;
}

McpService::Outcome AtlassianMcp::call(const Request &request,
                                       const QString &tool,
                                       const QJsonObject &arguments)
{
    const auto entry = std::ranges::find_if(
        entries(), [&tool](const Entry &one) { return one.tool.name == tool; });
    if (entry == entries().end())
        return Outcome::refusal(u"Tool %1 not found"_s.arg(tool));
    if (entry->handler == nullptr)
        return callWithoutSite(request, tool, arguments);
    JiraSite *site = siteOf(arguments);
    const JiraUser *user = site != nullptr ? userOn(*site, request) : nullptr;
    if (user == nullptr)
        return Outcome::refusal(u"Cloud id: %1 isn't explicitly granted by the user."_s.arg(
            arguments["cloudId"_L1].toString()));
    return (this->*entry->handler)({*site, user, request.origin}, arguments);
}

McpService::Outcome AtlassianMcp::callWithoutSite(const Request &request,
                                                  const QString &tool,
                                                  const QJsonObject &arguments)
{
    if (tool == "getAccessibleAtlassianResources"_L1)
        return resources(request);
    if (tool.startsWith("execute"_L1))
        return executed(request, tool, arguments);
    if (tool == "atlassianUserInfo"_L1) {
        for (const JiraSite *site : m_sites) {
            if (const JiraUser *user = userOn(*site, request))
                return {QJsonObject{{u"account_id"_s, user->accountId},
                                    {u"email"_s, user->email},
                                    {u"name"_s, user->displayName}}};
        }
    }
    QJsonArray found;
    const QString wanted = arguments[tool == "discover"_L1 ? "query"_L1 : "name"_L1].toString();
    for (const Entry &entry : entries()) {
        const bool isMeant = tool == "discover"_L1 ? !entry.tool.isPrimary
                && (entry.tool.name + entry.tool.description).contains(wanted, Qt::CaseInsensitive)
                                                   : entry.tool.name == wanted;
        if (isMeant)
            found.append(entry.tool.toJson());
    }
    return {QJsonObject{{u"tools"_s, found}}};
}

McpService::Outcome AtlassianMcp::executed(const Request &request,
                                           const QString &tool,
                                           const QJsonObject &arguments)
{
    const QString name = arguments["name"_L1].toString();
    const auto entry = std::ranges::find_if(
        entries(), [&name](const Entry &one) { return one.tool.name == name; });
    if (entry == entries().end() || entry->handler == nullptr)
        return Outcome::refusal(u"Tool %1 not found"_s.arg(name));
    const QString right = u"execute"_s + effectSuffix(entry->tool.effect);
    if (tool != right)
        return Outcome::refusal(u"Use %1 to run %2."_s.arg(right, name));
    QJsonObject inputs = arguments["inputs"_L1].toObject();
    inputs[u"cloudId"_s] = arguments["cloudId"_L1];
    return call(request, name, inputs);
}

McpService::Outcome AtlassianMcp::resources(const Request &request) const
{
    QJsonArray sites;
    for (const JiraSite *site : m_sites) {
        if (userOn(*site, request) != nullptr)
            sites.append(QJsonObject{{u"id"_s, site->state().cloudId()},
                                     {u"url"_s, site->url()},
                                     {u"name"_s, site->state().name()},
                                     {u"scopes"_s, QJsonArray{u"read:jira-work"_s}}});
    }
    return {sites};
}

McpService::Outcome AtlassianMcp::ask(const Place &place, const RestQuestion &question) const
{
    Request request;
    request.method = question.method;
    request.path = u"/rest/api/3/"_s + question.path;
    request.target = request.path.toUtf8();
    request.query = question.query;
    request.origin = place.site.url();
    if (!question.body.isEmpty()) {
        request.body = QJsonDocument(question.body).toJson(QJsonDocument::Compact);
        request.headers.append(HeaderField{"Content-Type", "application/json"});
    }
    return answered(place, std::move(request));
}

McpService::Outcome AtlassianMcp::answered(const Place &place, Request request) const
{
    const Response response =
        answerRest(m_contract, place.site, request, place.user, place.site.url());
    const QJsonDocument said = QJsonDocument::fromJson(response.body);
    const QJsonValue value = said.isArray() ? QJsonValue(said.array()) : QJsonValue(said.object());
    if (response.status < 300)
        return {value};
    QStringList messages;
    const QJsonArray general = value["errorMessages"_L1].toArray();
    for (const auto &message : general)
        messages.append(message.toString());
    const QJsonObject errors = value["errors"_L1].toObject();
    for (auto it = errors.begin(); it != errors.end(); ++it)
        messages.append(it.key() + u": "_s + it->toString());
    return {QJsonObject{{u"error"_s, true},
                        {u"status"_s, response.status},
                        {u"message"_s, messages.join(u"; "_s)}},
            true};
}

McpService::Outcome AtlassianMcp::getIssue(const Place &place, const QJsonObject &arguments)
{
    Outcome outcome =
        ask(place,
            {.method = "GET",
             .path = u"issue/"_s + arguments["issueIdOrKey"_L1].toString(),
             .query = {{u"fields"_s,
                        listOf(arguments["fields"_L1],
                               u"summary,description,status,issuetype,assignee,labels"_s)}}});
    if (!outcome.isError)
        outcome.value = readable(outcome.value.toObject());
    return outcome;
}

McpService::Outcome AtlassianMcp::search(const Place &place, const QJsonObject &arguments)
{
    QJsonObject body{
        {u"jql"_s, arguments["jql"_L1]},
        {u"fields"_s,
         QJsonArray::fromStringList(
             listOf(arguments["fields"_L1], u"summary,status,issuetype,assignee"_s).split(u','))},
        {u"maxResults"_s, std::min(arguments["maxResults"_L1].toInt(50), 100)}};
    if (const auto page = arguments["nextPageToken"_L1]; page.isString())
        body[u"nextPageToken"_s] = page;
    Outcome outcome =
        ask(place, {.method = "POST", .path = u"search/jql"_s, .query = {}, .body = body});
    if (outcome.isError)
        return outcome;
    QJsonObject result = outcome.value.toObject();
    QJsonArray issues;
    const QJsonArray found = result[u"issues"_s].toArray();
    for (const auto &issue : found)
        issues.append(readable(issue.toObject()));
    result[u"issues"_s] = issues;
    return {result};
}

McpService::Outcome AtlassianMcp::create(const Place &place, const QJsonObject &arguments)
{
    QJsonObject fields = arguments["additional_fields"_L1].toObject();
    fields[u"project"_s] = QJsonObject{{u"key"_s, arguments["projectKey"_L1]}};
    fields[u"issuetype"_s] = QJsonObject{{u"name"_s, arguments["issueType"_L1]}};
    fields[u"summary"_s] = arguments["summary"_L1];
    if (arguments.contains("description"_L1))
        fields[u"description"_s] = document(arguments["description"_L1]);
    if (const QString parent = arguments["parent"_L1].toString(); !parent.isEmpty())
        fields[u"parent"_s] = QJsonObject{{u"key"_s, parent}};
    if (const QString assignee = arguments["assignee"_L1].toString(); !assignee.isEmpty())
        fields[u"assignee"_s] = QJsonObject{{u"accountId"_s, assignee}};
    if (const QString priority = arguments["priority"_L1].toString(); !priority.isEmpty())
        fields[u"priority"_s] = QJsonObject{{u"name"_s, priority}};
    const QJsonObject body{{u"fields"_s, fields}};
    return ask(place, {.method = "POST", .path = u"issue"_s, .query = {}, .body = body});
}

McpService::Outcome AtlassianMcp::edit(const Place &place, const QJsonObject &arguments)
{
    QJsonObject fields = arguments["fields"_L1].toObject();
    if (fields.value(u"description"_s).isString())
        fields[u"description"_s] = document(fields.value(u"description"_s));
    const QString key = arguments["issueIdOrKey"_L1].toString();
    const QJsonObject body{{u"fields"_s, fields}};
    const Outcome outcome =
        ask(place, {.method = "PUT", .path = u"issue/"_s + key, .query = {}, .body = body});
    return outcome.isError ? outcome : Outcome{QJsonObject{{u"success"_s, true}, {u"key"_s, key}}};
}

McpService::Outcome AtlassianMcp::transitions(const Place &place, const QJsonObject &arguments)
{
    return ask(place,
               {.method = "GET",
                .path = u"issue/%1/transitions"_s.arg(arguments["issueIdOrKey"_L1].toString())});
}

McpService::Outcome AtlassianMcp::transition(const Place &place, const QJsonObject &arguments)
{
    const QJsonObject body{{u"transition"_s, arguments["transition"_L1]}};
    const Outcome outcome =
        ask(place,
            {.method = "POST",
             .path = u"issue/%1/transitions"_s.arg(arguments["issueIdOrKey"_L1].toString()),
             .query = {},
             .body = body});
    return outcome.isError ? outcome : Outcome{QJsonObject{{u"success"_s, true}}};
}

McpService::Outcome AtlassianMcp::comment(const Place &place, const QJsonObject &arguments)
{
    const QJsonObject body{{u"body"_s, document(arguments["commentBody"_L1])}};
    return ask(place,
               {.method = "POST",
                .path = u"issue/%1/comment"_s.arg(arguments["issueIdOrKey"_L1].toString()),
                .query = {},
                .body = body});
}

McpService::Outcome AtlassianMcp::comments(const Place &place, const QJsonObject &arguments)
{
    return ask(place,
               {.method = "GET",
                .path = u"issue/%1/comment"_s.arg(arguments["issueIdOrKey"_L1].toString())});
}

McpService::Outcome AtlassianMcp::projects(const Place &place, const QJsonObject &arguments)
{
    QList<QPair<QString, QString>> query;
    if (const QString wanted = arguments["query"_L1].toString(); !wanted.isEmpty())
        query.append({u"query"_s, wanted});
    return ask(place, {.method = "GET", .path = u"project/search"_s, .query = query});
}

McpService::Outcome AtlassianMcp::issueTypes(const Place &place, const QJsonObject &arguments)
{
    return ask(place,
               {.method = "GET",
                .path = u"issue/createmeta/%1/issuetypes"_s.arg(
                    arguments["projectIdOrKey"_L1].toString())});
}

McpService::Outcome AtlassianMcp::createFields(const Place &place, const QJsonObject &arguments)
{
    return ask(
        place,
        {.method = "GET",
         .path = u"issue/createmeta/%1/issuetypes/%2"_s.arg(
             arguments["projectIdOrKey"_L1].toString(), arguments["issueTypeId"_L1].toString())});
}

McpService::Outcome AtlassianMcp::remove(const Place &place, const QJsonObject &arguments)
{
    const QString key = arguments["issueIdOrKey"_L1].toString();
    const Outcome outcome = ask(place, {.method = "DELETE", .path = u"issue/"_s + key});
    return outcome.isError ? outcome : Outcome{QJsonObject{{u"success"_s, true}}};
}

McpService::Outcome AtlassianMcp::upload(const Place &place, const QJsonObject &arguments)
{
    const QString id = arguments["fileId"_L1].toString();
    const QString path = arguments["filePath"_L1].toString();
    if (id.isEmpty() == path.isEmpty())
        return Outcome::refusal(u"Give either filePath or fileId."_s);
    if (id.isEmpty())
        return {m_uploads.offer(place.origin, path)};
    const AtlassianUploads::File *file = m_uploads.file(id);
    if (file == nullptr)
        return Outcome::refusal(u"File %1 not found"_s.arg(id));
    const QByteArray boundary = "sandbox-boundary-" + id.toLatin1();
    Request request;
    request.method = "POST";
    request.path =
        u"/rest/api/3/issue/%1/attachments"_s.arg(arguments["issueIdOrKey"_L1].toString());
    request.target = request.path.toUtf8();
    request.origin = place.site.url();
    request.headers = {{"Content-Type", "multipart/form-data; boundary=" + boundary},
                       {"X-Atlassian-Token", "no-check"}};
    request.body = "--" + boundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file->name.toUtf8()
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file->content + "\r\n--"
        + boundary + "--\r\n";
    return answered(place, std::move(request));
}

} // namespace fairlead::sandbox
