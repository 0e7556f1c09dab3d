// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/keygate.h"

#include "server/http/mcp/owner.h"
#include "server/http/mcp/rpcresponse.h"
#include "server/mcp/jsonrpc/incoming.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

constexpr std::chrono::seconds waitForACall{1};

Response tooMany(const std::optional<mcp::RequestId> &id,
                 const QString &message,
                 std::chrono::seconds wait)
{
    return rpcTooMany(mcp::InvalidMessage{id, {mcp::RpcCode::Refused, message}}, wait);
}

/** What callers of the REST API read. */
Response problemTooMany(const QString &message, std::chrono::seconds wait)
{
    Response response = Response::problem(429, u"rate_limited"_s, message);
    response.headers.append({"Retry-After"_ba, QByteArray::number(wait.count())});
    return response;
}

/** The id of a request that would run a tool. */
std::optional<mcp::RequestId> toolCallIn(const Request &request)
{
    const auto parsed = mcp::parseIncoming(request.body);
    const auto *incoming = std::get_if<mcp::Incoming>(&parsed);
    if (!incoming)
        return {};
    for (const mcp::Message &message : incoming->messages) {
        const auto *call = std::get_if<mcp::RequestMessage>(&message);
        if (call && call->method == "tools/call"_L1)
            return call->id;
    }
    return {};
}

} // namespace

KeyGate::KeyGate(const Clock &clock, int requestsPerMinute, const tools::CallLimit &calls)
    : m_rate(clock, requestsPerMinute)
    , m_calls(calls)
{}

std::optional<Response> KeyGate::refuse(const Request &request, const Principal &principal)
{
    if (!principal.caller)
        return {};
    if (const auto wait = m_rate.take(ownerOf(*principal.caller)); wait.count() > 0) {
        const QString message =
            u"This key has made %1 requests within a minute, which is all it may. Wait %2 "
            "seconds."_s.arg(m_rate.perMinute())
                .arg(wait.count());
        return request.path.startsWith("/api/") ? problemTooMany(message, wait)
                                                : tooMany({}, message, wait);
    }
    // Reading the body twice is only worth it for a key that is full.
    if (!m_calls.isFull(*principal.caller))
        return {};
    const auto id = toolCallIn(request);
    if (!id)
        return {};
    return tooMany(
        id,
        u"%1 calls of this key are running already. Wait for one of them to finish."_s.arg(
            m_calls.callsPerKey()),
        waitForACall);
}

} // namespace fairlead::http
