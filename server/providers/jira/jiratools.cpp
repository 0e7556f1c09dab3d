// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiratools.h"

#include "server/providers/jira/askperson.h"
#include "server/providers/jira/issuekey.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

QCoro::Task<Result<JiraSessions::Session>> opened(JiraTools tools,
                                                  tools::ToolCall call,
                                                  QString host)
{
    const auto connection = co_await chooseAsking(tools.sessions, call, std::move(host));
    if (!connection)
        co_return failure(connection.error());
    co_return tools.sessions.open(*connection, call.caller, call.cancellation);
}

} // namespace

QCoro::Task<Result<IssueTarget>> issueTarget(JiraTools tools,
                                             tools::ToolCall call,
                                             QLatin1StringView argument)
{
    const auto address = issueAddress(call.arguments.value(argument).toString(), argument);
    if (!address)
        co_return failure(address.error());
    const auto session = co_await opened(tools, std::move(call), address->host);
    if (!session)
        co_return failure(session.error());
    co_return IssueTarget{*session, address->key};
}

QCoro::Task<Result<JiraSessions::Session>> projectTarget(JiraTools tools,
                                                         tools::ToolCall call,
                                                         QString)
{
    co_return co_await opened(tools, std::move(call), {});
}

QCoro::Task<Result<JiraSessions::Session>> siteTarget(JiraTools tools, tools::ToolCall call)
{
    co_return co_await opened(tools, std::move(call), {});
}

} // namespace fairlead::providers::jira
