// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/developmenttools.h"

#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/developmentparser.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

/** What can be asked for one by one; of the rest the panel only tells how many there are. */
constexpr std::array detailed{"pullrequest"_L1, "branch"_L1, "repository"_L1};
constexpr qsizetype mostApplications = 5;

QCoro::Task<Result<QString>> idOf(JiraSessions::Session session, QString key)
{
    RestCall read;
    read.path = u"/rest/api/3/issue/"_s + key;
    read.subject = u"Issue "_s + key;
    addText(read.query, u"fields"_s, u"id"_s);
    co_return co_await session.client->ask(read, parser::issueId);
}

QCoro::Task<Result<QStringList>> linesOf(JiraSessions::Session session,
                                         QString issueId,
                                         DevelopmentSection section)
{
    QStringList lines;
    for (const QString &application : section.applications.mid(0, mostApplications)) {
        RestCall detail;
        detail.path = u"/rest/dev-status/1.0/issue/detail"_s;
        addText(detail.query, u"issueId"_s, issueId);
        addText(detail.query, u"applicationType"_s, application);
        addText(detail.query, u"dataType"_s, section.type);
        const auto found = co_await session.client->ask(detail, parser::developmentLines);
        if (!found)
            co_return failure(found.error());
        lines += *found;
    }
    lines.removeDuplicates(); // one repository may be connected by two applications
    co_return lines;
}

/** "build: 2 (1 successful, 1 failed)" */
QString countLine(const DevelopmentSection &section)
{
    const QString line = u"%1: %2"_s.arg(section.type).arg(section.count);
    return section.state.isEmpty() ? line : u"%1 (%2)"_s.arg(line, section.state);
}

QCoro::Task<Result<QString>> developmentInfo(JiraTools,
                                             JiraSessions::Session session,
                                             ToolCall call)
{
    const auto address = issueAddress(arguments::text(call, "key"_L1), "key"_L1);
    if (!address)
        co_return failure(address.error());
    const auto id = co_await idOf(session, address->key);
    if (!id)
        co_return failure(id.error());
    RestCall ask;
    ask.path = u"/rest/dev-status/1.0/issue/summary"_s;
    addText(ask.query, u"issueId"_s, *id);
    const auto sections = co_await session.client->ask(ask, parser::developmentSummary);
    if (!sections)
        co_return failure(sections.error());
    QStringList counts;
    QStringList lines;
    for (const DevelopmentSection &section : *sections) {
        if (section.count == 0)
            continue;
        const bool isDetailed = std::ranges::find(detailed, section.type) != detailed.end();
        if (!isDetailed) {
            counts.append(countLine(section));
            continue;
        }
        const auto found = co_await linesOf(session, *id, section);
        if (!found)
            co_return failure(found.error());
        if (found->isEmpty())
            counts.append(countLine(section));
        lines += *found;
    }
    lines += counts;
    if (lines.isEmpty()) {
        co_return u"Jira knows of no branch, commit, pull request or build for %1. Those that do "
                  "not name its key are not linked to it."_s.arg(address->key);
    }
    co_return u"Development of %1:\n%2"_s.arg(address->key, lines.join(u'\n'));
}

} // namespace

void addDevelopmentTools(tools::ToolRegistry &registry, JiraTools tools)
{
    const ToolDefinition definition{
        .name = u"jira_dev_info"_s,
        .title = u"Get development information"_s,
        .description = u"Lists the pull requests, branches, commits and builds linked to a Jira "
                       "issue."_s,
        .inputSchema = inputSchema(R"({
            "key":{"type":"string","minLength":3,"maxLength":2048},
            "connection":{"type":"string","maxLength":200}})",
                                   {u"key"_s}),
        .outputSchema = {},
        .effect = ToolEffect::Read,
        .service = u"jira"_s,
        .toolset = u"jira_dev"_s,
        .endpoints = {u"GET /rest/api/3/issue/{issueIdOrKey}"_s,
                      u"GET /rest/dev-status/1.0/issue/summary"_s,
                      u"GET /rest/dev-status/1.0/issue/detail"_s}};
    addSiteTool(registry, tools, definition, developmentInfo);
}

} // namespace fairlead::providers::jira
