// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamtransport.h"

#include "server/base/text.h"
#include "server/net/retrypolicy.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr qsizetype longestHost = 100;

Error redirected(const QString &name, const net::Response &response)
{
    const QUrl place(QString::fromUtf8(response.header("Location")));
    const QString host =
        place.host().isEmpty() ? u"another address"_s : cleanedLine(place.host(), longestHost);
    return {.code = ErrorCode::InvalidData,
            .message = u"%1 sends callers on to %2, which Fairlead does not follow. If you trust "
                       "that address, connect it instead."_s.arg(name, host)};
}

Error tooMany(const QString &name, const net::Response &response)
{
    const auto wait = net::retryAfter(response, QDateTime::currentDateTimeUtc())
                          .value_or(std::chrono::seconds(0));
    const QString when = wait.count() > 0 ? u"in %1 seconds"_s.arg(wait.count()) : u"in a while"_s;
    return {.code = ErrorCode::RateLimited,
            .message =
                u"%1 has had too many requests (429), so nothing was done. Try again %2."_s.arg(
                    name, when),
            .retryAfter = wait};
}

} // namespace

std::optional<UpstreamReply> UpstreamTransport::takeAnswer(const QList<mcp::Message> &messages,
                                                           const QByteArray &text,
                                                           const Outgoing &outgoing)
{
    const qint64 during = outgoing.id ? outgoing.id->toJson().toInteger(-1) : -1;
    std::optional<UpstreamReply> reply;
    for (const mcp::Message &message : messages) {
        const auto *response = std::get_if<mcp::ResponseMessage>(&message);
        const bool isOurs = response != nullptr && outgoing.id && response->id == *outgoing.id;
        if (!isOurs) {
            Q_EMIT messageReceived(message, during);
        } else if (!reply) {
            reply = UpstreamReply{.result = response->result};
            if (messages.size() == 1)
                reply->text = text;
            if (response->error)
                reply->fault = faultFrom(*response->error);
        }
    }
    return reply;
}

Error refusalOf(const UpstreamTarget &target, const net::Response &response)
{
    const Error usual = refusalOf(target.name, response);
    const bool isAboutRights = response.status == 401 || response.status == 403;
    return isAboutRights && target.explain ? target.explain(response, usual) : usual;
}

Error faultOf(const QString &name, const UpstreamReply &reply)
{
    const UpstreamFault fault = reply.fault.value_or(UpstreamFault{.code = reply.status});
    const QString said = fault.message.isEmpty() ? u"error %1"_s.arg(fault.code) : fault.message;
    return {.code = ErrorCode::InvalidInput, .message = u"%1: %2"_s.arg(name, said)};
}

Error refusalOf(const QString &name, const net::Response &response)
{
    const int status = response.status;
    if (status >= 300 && status < 400)
        return redirected(name, response);
    if (status == 429)
        return tooMany(name, response);
    if (status == 401) {
        return {.code = ErrorCode::Unauthorized,
                .message = u"%1 does not accept the token, or wants one and has none (401). Create "
                           "a new token there and connect it again."_s.arg(name)};
    }
    if (status == 403) {
        return {.code = ErrorCode::Forbidden,
                .message = u"%1 does not allow this (403). Ask whoever manages it what the token "
                           "may do."_s.arg(name)};
    }
    if (status >= 500) {
        return {.code = ErrorCode::InvalidData,
                .message =
                    u"%1 has a fault of its own (%2). Try again later."_s.arg(name).arg(status)};
    }
    return {.code = ErrorCode::InvalidData,
            .message = u"%1 answered %2, which is no answer of an MCP server. Check the address."_s
                           .arg(name)
                           .arg(status)};
}

} // namespace fairlead::gateway
