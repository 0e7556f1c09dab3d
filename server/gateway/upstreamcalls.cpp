// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamcalls.h"

#include "server/gateway/upstreamresult.h"
#include "server/mcp/jsonrpc/rawmember.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

// Whoever waits for a tool mostly gives up before; what nobody waits for must end, too.
constexpr std::chrono::milliseconds callTime{5 * 60'000};
constexpr qsizetype mostHeld = 32;

/** Empty when they are not at hand, or a layer before us has changed them. */
QByteArray argumentsAsTheyCame(const tools::ToolCall &call)
{
    const QByteArray text = mcp::rawMember(call.text, {"params"_L1, "arguments"_L1});
    return QJsonDocument::fromJson(text).object() == call.arguments ? text : QByteArray();
}

UpstreamRequest requestFor(const CalledTool &tool, const tools::ToolCall &call)
{
    UpstreamRequest request{.method = u"tools/call"_s, .time = callTime};
    request.params = {{u"name"_s, tool.name}, {u"arguments"_s, call.arguments}};
    request.arguments = argumentsAsTheyCame(call);
    request.headers = headersOf(tool.headers, call.arguments);
    return request;
}

} // namespace

std::shared_ptr<AskedCall> UpstreamCalls::takeHeld(const tools::ToolCall &call)
{
    const auto found = std::ranges::find_if(
        m_held, [&call](const auto &held) { return held->isContinuedBy(call); });
    if (found == m_held.end())
        return nullptr;
    const auto held = *found;
    m_held.erase(found);
    held->goOn(call);
    return held;
}

void UpstreamCalls::keep(const std::shared_ptr<AskedCall> &call)
{
    m_held.append(call);
    if (m_held.size() > mostHeld)
        m_held.takeFirst()->cancel();
}

void UpstreamCalls::cancel()
{
    for (const auto &held : std::as_const(m_held))
        held->cancel();
    m_held.clear();
}

QCoro::Task<Result<tools::ToolResult>> UpstreamCalls::run(QPointer<UpstreamClient> client,
                                                          CalledTool tool,
                                                          tools::ToolCall call)
{
    auto running = takeHeld(call);
    // What the upstream had done before it asked would be done twice.
    if (!running && AskedCall::continuesAny(call)) {
        co_return failure(
            ErrorCode::InvalidInput,
            u"%1 asked something in the middle of this call, and no longer waits for the "
            "answer: Fairlead was started anew meanwhile, or five minutes have passed. "
            "See what the call has done so far, then make it anew."_s.arg(tool.server));
    }
    if (!running) {
        running = AskedCall::create(call);
        UpstreamRequest request = requestFor(tool, call);
        request.client = running;
        running->start(*client, std::move(request));
    }
    const auto reply = co_await running->step();
    if (!reply && running->isHeld())
        keep(running);
    if (!reply)
        co_return failure(reply.error());
    auto result = upstreamResult(*reply, tool.server, tool.hasOutputSchema);
    if (result && !running->askedInVain().isEmpty()) {
        const QString note = u"(%1 This client cannot show questions, so the answer was no.)"_s;
        result->content.append(tools::Content::fromText(note.arg(running->askedInVain())));
    }
    co_return result;
}

} // namespace fairlead::gateway
