// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/unlinktools.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolResult;

/** A link as one of its ends sees it. */
struct LinkedPair
{
    QString id;
    QString type; ///< "Blocks"
    QString words; ///< "blocks", "is blocked by"
    QString from;
    QString to;

    [[nodiscard]] QString sentence() const { return u"%1 %2 %3"_s.arg(from, words, to); }
};

QString keyOf(const json::Element &link, std::string_view end)
{
    const auto issue = json::member(link, end);
    return issue ? json::line(*issue, "key") : QString();
}

/** `own` is the issue that lists the link; empty where the link names both. */
LinkedPair linkFrom(const json::Element &element, const QString &own)
{
    LinkedPair link{.id = json::line(element, "id"),
                    .type = {},
                    .words = u"is linked to"_s,
                    .from = keyOf(element, "inwardIssue"),
                    .to = keyOf(element, "outwardIssue")};
    const bool isInward = !own.isEmpty() && link.to.isEmpty();
    if (isInward)
        link.to = link.from;
    if (!own.isEmpty())
        link.from = own;
    if (const auto type = json::member(element, "type")) {
        link.type = json::line(*type, "name");
        link.words = json::line(*type, isInward ? "inward" : "outward");
    }
    return link;
}

Result<LinkedPair> parsedLink(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).map([](const json::Element &root) {
        return linkFrom(root, {});
    });
}

Result<QList<LinkedPair>> parsedLinks(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    QList<LinkedPair> links;
    const QString own = json::line(*root, "key");
    const auto fields = json::member(*root, "fields");
    const auto list = fields ? json::list(*fields, "issuelinks") : std::nullopt;
    if (own.isEmpty() || !list)
        return failure(ErrorCode::InvalidData, u"\"issuelinks\" is missing in the answer"_s);
    for (const json::Element element : *list)
        links.append(linkFrom(element, own));
    return links;
}

/** The one link that is meant; InvalidInput lists those that it may be. */
Result<LinkedPair> chosen(const QList<LinkedPair> &links, const QString &to, const QString &type)
{
    QList<LinkedPair> fitting;
    QStringList said;
    for (const LinkedPair &link : links) {
        const bool isOfType = type.isEmpty() || link.type.compare(type, Qt::CaseInsensitive) == 0
            || link.words.compare(type, Qt::CaseInsensitive) == 0;
        if (link.to == to && isOfType)
            fitting.append(link);
        said.append(u"%1 (%2)"_s.arg(link.id, link.sentence()));
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (fitting.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       said.isEmpty()
                           ? u"The issue has no links."_s
                           : u"There is no such link to %1. The issue's links: %2."_s.arg(
                               to, said.join(u", "_s)));
    }
    said.clear();
    for (const LinkedPair &link : std::as_const(fitting))
        said.append(u"%1 (%2)"_s.arg(link.id, link.sentence()));
    return failure(
        ErrorCode::InvalidInput,
        u"Several links lead to %1: %2. Pass the link_id."_s.arg(to, said.join(u", "_s)));
}

QCoro::Task<Result<LinkedPair>> linkBetween(IssueTarget target, QString to, QString type)
{
    RestCall request;
    request.path = u"/rest/api/3/issue/"_s + target.key;
    addText(request.query, u"fields"_s, u"issuelinks"_s);
    request.subject = u"Issue "_s + target.key;
    const auto links = co_await target.session.client->ask(std::move(request), parsedLinks);
    if (!links)
        co_return failure(links.error());
    co_return chosen(*links, to, type);
}

QCoro::Task<Result<LinkedPair>> linkOfId(JiraSessions::Session session, QString id)
{
    RestCall request;
    request.path = u"/rest/api/3/issueLink/"_s + id;
    request.subject = u"Issue link "_s + id;
    co_return co_await session.client->ask(std::move(request), parsedLink);
}

QCoro::Task<Result<ToolResult>> remove(JiraTools tools,
                                       JiraSessions::Session session,
                                       Result<LinkedPair> found)
{
    const auto link = tools.sessions.noted(session.connection, std::move(found));
    if (!link)
        co_return failure(link.error());
    RestCall request;
    request.method = "DELETE"_ba;
    request.path = u"/rest/api/3/issueLink/"_s + link->id;
    request.subject = u"Issue link "_s + link->id;
    request.write = u"removing the link %1 (%2)"_s.arg(link->id, link->sentence());
    request.check = u"Before trying again, look at the links with jira_get_issue and fields: "
                    "[\"issuelinks\"]."_s;
    auto sent = co_await session.client->fetch(std::move(request));
    const auto removed = tools.sessions.noted(session.connection, std::move(sent));
    if (!removed)
        co_return failure(removed.error());
    for (const QString &key : {link->from, link->to}) {
        if (isIssueKey(key))
            tools.watch.noteChange(session.connection, key);
    }
    co_return ToolResult::fromText(u"Removed the link: %1"_s.arg(link->sentence()));
}

QCoro::Task<Result<ToolResult>> unlinkIssues(JiraTools tools, ToolCall call)
{
    const QString id = arguments::text(call, "link_id"_L1);
    const bool hasKeys = call.arguments.contains("from"_L1) && call.arguments.contains("to"_L1);
    if (id.isEmpty() && !hasKeys) {
        co_return failure(
            ErrorCode::InvalidInput,
            u"Give \"link_id\", or the keys of both issues as \"from\" and \"to\"."_s);
    }
    if (!id.isEmpty()) {
        const auto session = co_await siteTarget(tools, call);
        if (!session)
            co_return failure(session.error());
        auto found = co_await linkOfId(*session, id);
        co_return co_await remove(tools, *session, std::move(found));
    }
    const auto to = issueAddress(arguments::text(call, "to"_L1), "to"_L1);
    if (!to)
        co_return failure(to.error());
    const auto target = co_await issueTarget(tools, call, "from"_L1);
    if (!target)
        co_return failure(target.error());
    auto found = co_await linkBetween(*target, to->key, arguments::text(call, "type"_L1));
    co_return co_await remove(tools, target->session, std::move(found));
}

} // namespace

void addUnlinkTools(tools::ToolRegistry &registry, JiraTools tools)
{
    tools::ToolDefinition definition{
        .name = u"jira_unlink_issues"_s,
        .title = u"Unlink issues"_s,
        .description = u"Removes the link between two Jira issues, in whichever direction it goes: "
                       "by their keys or by the link's id."_s,
        .inputSchema = tools::inputSchema(R"({
            "from":{"type":"string","maxLength":2048},
            "to":{"type":"string","maxLength":2048},
            "type":{"type":"string","maxLength":100,"description":"Needed where several link them"},
            "link_id":{"type":"string","pattern":"^[0-9]{1,20}$"},
            "connection":{"type":"string"}})"),
        .outputSchema = {},
        .effect = tools::ToolEffect::Destructive,
        .service = u"jira"_s,
        .toolset = u"jira_links"_s,
        .endpoints = siteEndpoints({u"GET /rest/api/3/issue/{issueIdOrKey}"_s,
                                    u"GET /rest/api/3/issueLink/{linkId}"_s,
                                    u"DELETE /rest/api/3/issueLink/{linkId}"_s})};
    registry.add(std::move(definition),
                 [tools](ToolCall call) { return unlinkIssues(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
