// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/remotelinktools.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

const QString toolset = u"jira_links"_s;

struct RemoteLink
{
    QString id;
    QString globalId;
    QString relationship;
    QString title;
    QString url;
};

/** Jira writes it as a number. */
QString idOf(const json::Element &element)
{
    const qint64 number = json::number(element, "id");
    return number > 0 ? QString::number(number) : json::line(element, "id");
}

Result<QList<RemoteLink>> parsedLinks(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::array list;
    if (parser.parse(body.constData(), static_cast<size_t>(body.size())).get(list)
        != simdjson::SUCCESS)
        return failure(ErrorCode::InvalidData, u"it is no list of links"_s);
    QList<RemoteLink> links;
    for (const json::Element element : list) {
        RemoteLink link{.id = idOf(element),
                        .globalId = json::line(element, "globalId"),
                        .relationship = json::line(element, "relationship"),
                        .title = {},
                        .url = {}};
        if (const auto object = json::member(element, "object")) {
            link.title = json::line(*object, "title");
            link.url = json::line(*object, "url");
        }
        links.append(std::move(link));
    }
    return links;
}

Result<QString> parsedId(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).map(idOf);
}

QString linksText(const QString &key, const QList<RemoteLink> &links)
{
    if (links.isEmpty())
        return u"%1 has no remote links."_s.arg(key);
    QStringList lines;
    for (const RemoteLink &link : links) {
        QString line = u"%1  %2  %3"_s.arg(link.id, link.title, link.url);
        if (!link.relationship.isEmpty())
            line += u"  [%1]"_s.arg(link.relationship);
        if (!link.globalId.isEmpty() && link.globalId != link.url)
            line += u"  global_id: "_s + link.globalId;
        lines.append(line);
    }
    return lines.join(u'\n');
}

RestCall linksCall(const QString &key)
{
    RestCall request;
    request.path = u"/rest/api/3/issue/%1/remotelink"_s.arg(key);
    request.subject = u"Issue "_s + key;
    return request;
}

QCoro::Task<Result<ToolResult>> listRemoteLinks(JiraTools tools, ToolCall call)
{
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    auto asked = co_await target->session.client->ask(linksCall(target->key), parsedLinks);
    const auto links = tools.sessions.noted(target->session.connection, std::move(asked));
    if (!links)
        co_return failure(links.error());
    co_return ToolResult::fromText(text::bounded(
        linksText(target->key, *links), text::defaultBytes, u"open the issue in Jira"_s));
}

Result<QJsonObject> newLink(const ToolCall &call)
{
    const QString given = arguments::text(call, "url"_L1);
    const QUrl url(given, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"url\" is \"%1\", but must be a web address such as "
                       "https://example.com/page."_s.arg(cleanedLine(given, 200)));
    }
    const QString title = arguments::text(call, "title"_L1).simplified();
    QJsonObject object{{u"url"_s, given}, {u"title"_s, title.isEmpty() ? given : title}};
    if (const QString summary = arguments::text(call, "summary"_L1); !summary.isEmpty())
        object.insert(u"summary"_s, summary);
    QJsonObject link{{u"object"_s, object}};
    if (const QString relationship = arguments::text(call, "relationship"_L1);
        !relationship.isEmpty())
        link.insert(u"relationship"_s, relationship);
    if (const QString id = arguments::text(call, "global_id"_L1); !id.isEmpty())
        link.insert(u"globalId"_s, id);
    return link;
}

QCoro::Task<Result<ToolResult>> addRemoteLink(JiraTools tools, ToolCall call)
{
    const auto link = newLink(call);
    if (!link)
        co_return failure(link.error());
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    RestCall request = linksCall(target->key);
    request.method = "POST"_ba;
    request.json = *link;
    request.write = u"adding the link to "_s + target->key;
    request.check = u"Before trying again, look at its links with jira_list_remote_links."_s;
    // The same global id is the same link.
    request.isIdempotent = link->contains("globalId"_L1);
    auto sent = co_await target->session.client->ask(std::move(request), parsedId);
    const auto id = tools.sessions.noted(target->session.connection, std::move(sent));
    if (!id)
        co_return failure(id.error());
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(u"Linked %1 to %2 (id %3)  %4"_s.arg(
        target->key,
        cleanedLine(arguments::text(call, "url"_L1), 2048),
        *id,
        text::issueLink(target->session.connection.site, target->key)));
}

QCoro::Task<Result<ToolResult>> deleteRemoteLink(JiraTools tools, ToolCall call)
{
    const QString id = arguments::text(call, "id"_L1);
    const QString globalId = arguments::text(call, "global_id"_L1);
    if (id.isEmpty() == globalId.isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Give either \"id\" or \"global_id\"; jira_list_remote_links shows "
                          "both."_s);
    }
    const auto target = co_await issueTarget(tools, call, "key"_L1);
    if (!target)
        co_return failure(target.error());
    const QString which =
        u"remote link %1 of %2"_s.arg(cleanedLine(id.isEmpty() ? globalId : id, 255), target->key);
    RestCall request = linksCall(target->key);
    request.method = "DELETE"_ba;
    if (id.isEmpty())
        addText(request.query, u"globalId"_s, globalId);
    else
        request.path += u'/' + id;
    request.subject = u"R"_s + which.sliced(1);
    request.write = u"deleting "_s + which;
    request.check = u"Before trying again, look at the links with jira_list_remote_links."_s;
    auto sent = co_await target->session.client->fetch(std::move(request));
    const auto deleted = tools.sessions.noted(target->session.connection, std::move(sent));
    if (!deleted)
        co_return failure(deleted.error());
    tools.watch.noteChange(target->session.connection, target->key);
    co_return ToolResult::fromText(u"Deleted %1  %2"_s.arg(
        which, text::issueLink(target->session.connection.site, target->key)));
}

ToolDefinition listDefinition()
{
    return {.name = u"jira_list_remote_links"_s,
            .title = u"List remote links"_s,
            .description =
                u"Lists the links from a Jira issue to pages elsewhere: id, title, URL."_s,
            .inputSchema = tools::inputSchema(R"({
                "key":{"type":"string","maxLength":2048},
                "connection":{"type":"string"}})",
                                              {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}/remotelink"_s})};
}

ToolDefinition addDefinition()
{
    return {.name = u"jira_add_remote_link"_s,
            .title = u"Add a remote link"_s,
            .description = u"Links a Jira issue to a web page. A known global_id replaces that "
                           "link as a whole."_s,
            .inputSchema = tools::inputSchema(R"({
                "key":{"type":"string","maxLength":2048},
                "url":{"type":"string","maxLength":2000},
                "title":{"type":"string","maxLength":255},
                "summary":{"type":"string","maxLength":1000},
                "relationship":{"type":"string","maxLength":100,"description":"e.g. documented by"},
                "global_id":{"type":"string","maxLength":255},
                "connection":{"type":"string"}})",
                                              {u"key"_s, u"url"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = siteEndpoints({u"POST /rest/api/3/issue/{issueIdOrKey}/remotelink"_s})};
}

ToolDefinition deleteDefinition()
{
    return {.name = u"jira_delete_remote_link"_s,
            .title = u"Delete a remote link"_s,
            .description = u"Deletes a link from a Jira issue to a page elsewhere, by id or "
                           "global_id."_s,
            .inputSchema = tools::inputSchema(R"({
                "key":{"type":"string","maxLength":2048},
                "id":{"type":"string","pattern":"^[0-9]{1,20}$"},
                "global_id":{"type":"string","maxLength":255},
                "connection":{"type":"string"}})",
                                              {u"key"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Destructive,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints =
                siteEndpoints({u"DELETE /rest/api/3/issue/{issueIdOrKey}/remotelink"_s,
                               u"DELETE /rest/api/3/issue/{issueIdOrKey}/remotelink/{linkId}"_s})};
}

} // namespace

void addRemoteLinkTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(listDefinition(),
                 [tools](ToolCall call) { return listRemoteLinks(tools, std::move(call)); });
    registry.add(addDefinition(),
                 [tools](ToolCall call) { return addRemoteLink(tools, std::move(call)); });
    registry.add(deleteDefinition(),
                 [tools](ToolCall call) { return deleteRemoteLink(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
