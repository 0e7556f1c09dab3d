// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraproxy.h"

#include "server/providers/jira/jiraclient.h"
#include "server/providers/jira/jiraerrors.h"
#include "server/providers/jira/jiraparser.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

ServiceProblem problemOf(const net::Response &response)
{
    return {.message = problemText(parser::problem(response.body)), .code = {}};
}

bool isNoCheck(QByteArrayView value)
{
    return value == "no-check";
}

} // namespace

ProxyRules proxyRules()
{
    return {.prefixes = {u"/rest/api/2/"_s,
                         u"/rest/api/3/"_s,
                         u"/rest/agile/1.0/"_s,
                         u"/rest/software/1.0/"_s,
                         u"/rest/servicedeskapi/"_s},
            .excluded = {},
            .readingPosts = {u"/rest/api/{}/search/jql"_s,
                             u"/rest/api/{}/search/approximate-count"_s,
                             u"/rest/api/{}/issue/bulkfetch"_s,
                             u"/rest/api/{}/changelog/bulkfetch"_s,
                             u"/rest/api/{}/comment/list"_s,
                             u"/rest/api/{}/worklog/list"_s,
                             u"/rest/api/{}/permissions/check"_s,
                             u"/rest/api/{}/permissions/project"_s,
                             u"/rest/api/{}/jql/parse"_s,
                             u"/rest/api/{}/jql/match"_s,
                             u"/rest/api/{}/jql/sanitize"_s},
            // Jira wants it on uploads, which browsers could otherwise be made to send.
            .headers = {{.name = "X-Atlassian-Token"_ba, .value = {}, .isAcceptable = isNoCheck}},
            .rate = callRate,
            .isRefusal = &JiraClient::isRefusal,
            .problemOf = problemOf};
}

} // namespace fairlead::providers::jira
