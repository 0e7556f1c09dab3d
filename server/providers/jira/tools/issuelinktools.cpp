// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/issuelinktools.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/issueextras.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/givenvalue.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolResult;

tools::ToolDefinition linkDefinition()
{
    return {.name = u"jira_link_issues"_s,
            .title = u"Link issues"_s,
            .description = u"Links issues to read: from type to."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "from":{"type":"string","minLength":3,"maxLength":2048},
                "type":{"type":"string","minLength":1,"maxLength":100,"description":"blocks, is blocked by, ..."},
                "to":{"type":"string","minLength":3,"maxLength":2048},
                "comment":{"type":"string","maxLength":32767},
                "connection":{"type":"string","maxLength":200}})",
                {u"from"_s, u"type"_s, u"to"_s}),
            .outputSchema = {},
            .effect = tools::ToolEffect::Write,
            .service = u"jira"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/issueLinkType"_s,
                                        u"POST /rest/api/3/issueLink"_s,
                                        u"GET /rest/api/3/issue/{issueIdOrKey}"_s})};
}

/** A kind of link, and which of the two issues it starts at. */
struct Meant
{
    LinkType type;
    bool isTurned = false; ///< said from its other end: "is blocked by"
};

bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

Result<Meant> meantBy(const QString &wanted, const QList<LinkType> &types)
{
    // The name comes last: of "Cloners" it says nothing about the direction.
    for (const LinkType &type : types) {
        if (isSame(type.outward, wanted))
            return Meant{type, false};
    }
    for (const LinkType &type : types) {
        if (isSame(type.inward, wanted))
            return Meant{type, true};
    }
    QStringList known;
    for (const LinkType &type : types) {
        if (isSame(type.name, wanted))
            return Meant{type, false};
        known.append(type.outward);
        if (type.inward != type.outward)
            known.append(type.inward);
    }
    return wrongArgument("type"_L1, wanted, u"one of: "_s + known.join(u", "_s));
}

QJsonObject member(const QString &name, const QJsonValue &value)
{
    QJsonObject object;
    object.insert(name, value);
    return object;
}

/** The id that Jira gave the link and did not tell; empty where it cannot be read. */
QCoro::Task<QString> newLinkId(JiraSessions::Session session, QString from, QString to)
{
    const auto links = co_await linksOf(session, from);
    QString id;
    for (const LinkedIssue &link : links.value_or(QList<LinkedIssue>())) {
        if (link.otherKey == to && (id.isEmpty() || link.id.toLongLong() > id.toLongLong()))
            id = link.id;
    }
    co_return id;
}

QCoro::Task<Result<ToolResult>> link(JiraTools tools, IssueTarget target, QString to, ToolCall call)
{
    const QString from = target.key;
    const auto types = co_await tools.directory.linkTypes(target.session);
    if (!types)
        co_return failure(types.error());
    const auto meant = meantBy(arguments::text(call, "type"_L1), *types);
    if (!meant)
        co_return failure(meant.error());
    RestCall creation;
    creation.method = "POST"_ba;
    creation.path = u"/rest/api/3/issueLink"_s;
    creation.subject = u"%1 or %2"_s.arg(from, to);
    creation.write = u"linking %1 and %2"_s.arg(from, to);
    creation.check =
        u"Before trying again, look at the links with jira_get_issue and include: [\"links\"]."_s;
    // Jira's words are the wrong way round: the issue that blocks is the inward one.
    QJsonObject content = member(u"type"_s, member(u"name"_s, meant->type.name));
    content.insert("inwardIssue"_L1, member(u"key"_s, meant->isTurned ? to : from));
    content.insert("outwardIssue"_L1, member(u"key"_s, meant->isTurned ? from : to));
    if (const QString comment = arguments::text(call, "comment"_L1); !comment.isEmpty())
        content.insert("comment"_L1, member(u"body"_s, adfFromMarkdown(comment)));
    creation.json = content;
    const auto done = co_await target.session.client->fetch(creation);
    if (!done)
        co_return failure(done.error());
    const QString words = meant->isTurned ? meant->type.inward : meant->type.outward;
    const QString id = co_await newLinkId(target.session, from, to);
    const QString said = u"Linked: %1 %2 %3"_s.arg(from, words, to);
    co_return ToolResult::fromText(id.isEmpty() ? said + u'.' : said + u" (link id %1)"_s.arg(id));
}

QCoro::Task<Result<ToolResult>> linkIssues(JiraTools tools, ToolCall call)
{
    const auto from = issueAddress(arguments::text(call, "from"_L1), "from"_L1);
    const auto to = issueAddress(arguments::text(call, "to"_L1), "to"_L1);
    if (!from || !to)
        co_return failure(!from ? from.error() : to.error());
    if (from->key == to->key)
        co_return failure(ErrorCode::InvalidInput, u"An issue cannot be linked to itself."_s);
    if (!from->host.isEmpty() && !to->host.isEmpty() && from->host != to->host) {
        co_return failure(ErrorCode::InvalidInput,
                          u"%1 is on %2 and %3 on %4, but a link stays within one site."_s.arg(
                              from->key, from->host, to->key, to->host));
    }
    // Either URL tells the site.
    const auto target = co_await issueTarget(
        tools, call, from->host.isEmpty() && !to->host.isEmpty() ? "to"_L1 : "from"_L1);
    if (!target)
        co_return failure(target.error());
    const IssueTarget start{target->session, from->key};
    auto result = co_await link(tools, start, to->key, call);
    result = tools.sessions.noted(target->session.connection, std::move(result));
    if (!result)
        co_return failure(result.error());
    tools.watch.noteChange(target->session.connection, from->key);
    tools.watch.noteChange(target->session.connection, to->key);
    co_return result;
}

} // namespace

void addIssueLinkTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(linkDefinition(),
                 [tools](ToolCall call) { return linkIssues(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
