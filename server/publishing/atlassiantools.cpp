// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/atlassiantools.h"

#include "server/base/text.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

using gateway::PinnedTool;
using gateway::UpstreamView;

constexpr qsizetype longestRefusal = 1000;

bool isUsable(const UpstreamView &server, const QString &name)
{
    return std::ranges::any_of(server.tools, [&name](const PinnedTool &tool) {
        return tool.name == name && tool.isOn && tool.state() == PinnedTool::State::Approved;
    });
}

ErrorCode codeOf(int status, const QString &message)
{
    if (status == 404 || message.contains("does not exist"_L1, Qt::CaseInsensitive))
        return ErrorCode::NotFound;
    if (status == 401)
        return ErrorCode::Unauthorized;
    if (status == 403)
        return ErrorCode::Forbidden;
    if (status == 429)
        return ErrorCode::RateLimited;
    return ErrorCode::InvalidInput;
}

} // namespace

AtlassianTools::AtlassianTools(gateway::Upstreams &upstreams,
                               UpstreamView server,
                               tools::Caller caller,
                               CancellationToken cancellation)
    : m_upstreams(upstreams)
    , m_server(std::move(server))
    , m_caller(std::move(caller))
    , m_cancellation(std::move(cancellation))
{}

bool AtlassianTools::canPublish(const UpstreamView &server)
{
    return std::ranges::any_of(
        server.tools, [](const PinnedTool &tool) { return tool.name == "createJiraIssue"_L1; });
}

Result<tools::ToolCall> AtlassianTools::callOf(const QString &tool,
                                               Kind kind,
                                               QJsonObject inputs) const
{
    tools::ToolCall call;
    call.caller = m_caller;
    call.cancellation = m_cancellation;
    const QString way = kind == Kind::Read ? u"executeRead"_s : u"executeWrite"_s;
    const bool isDirect = isUsable(m_server, tool);
    if (!isDirect && !isUsable(m_server, way)) {
        return failure(ErrorCode::Forbidden,
                       u"%1 may not use %2: it is not offered, or not approved. Look at its tools: "
                       "fairleadctl upstreams review \"%1\""_s.arg(m_server.connection.name, tool));
    }
    call.tool = gateway::listedName(m_server.prefix, isDirect ? tool : way);
    if (isDirect) {
        if (!m_cloudId.isEmpty())
            inputs[u"cloudId"_s] = m_cloudId;
        call.arguments = inputs;
    } else {
        call.arguments = {{u"name"_s, tool}, {u"cloudId"_s, m_cloudId}, {u"inputs"_s, inputs}};
    }
    return call;
}

Error AtlassianTools::explained(Error error) const
{
    if (error.code == ErrorCode::NotFound)
        return {.code = ErrorCode::Forbidden,
                .message = u"This key may not use %1."_s.arg(m_server.connection.name)};
    if (error.code != ErrorCode::Network)
        return error;
    const auto now =
        m_upstreams.view(m_server.connection.userId, m_server.connection.id).value_or(m_server);
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(now.standing.nextTry);
    error.message = u"Cannot reach Jira's MCP service (%1)."_s.arg(m_server.connection.name);
    if (now.standing.nextTry.isValid() && seconds > 0)
        error.message += u" Fairlead will try again in %1 s."_s.arg(seconds);
    return error;
}

Error AtlassianTools::refusalIn(const QString &text) const
{
    const QJsonObject said = QJsonDocument::fromJson(text.toUtf8()).object();
    QString message = said["message"_L1].toString();
    if (message.isEmpty())
        message = text;
    return {.code = codeOf(said["status"_L1].toInt(), message),
            .message =
                u"%1: %2"_s.arg(m_server.connection.name, cleanedLine(message, longestRefusal))};
}

QCoro::Task<Result<QJsonDocument>> AtlassianTools::run(QString tool,
                                                       Kind kind,
                                                       QJsonObject inputs) const
{
    const auto call = callOf(tool, kind, std::move(inputs));
    if (!call)
        co_return failure(call.error());
    const auto result = co_await m_upstreams.call(*call);
    if (!result)
        co_return failure(explained(result.error()));
    const QString text = result->content.isEmpty() ? QString() : result->content.first().text;
    if (result->isError)
        co_return failure(refusalIn(text));
    const QJsonDocument said = QJsonDocument::fromJson(text.toUtf8());
    if (said.isNull())
        co_return failure(
            ErrorCode::InvalidData,
            u"%1 answered %2 with something else than JSON."_s.arg(m_server.connection.name, tool));
    co_return said;
}

} // namespace fairlead::publishing
