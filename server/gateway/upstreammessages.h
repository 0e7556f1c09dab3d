// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/message.h"
#include "server/mcp/revision.h"
#include "server/net/httpclient.h"

/** What goes to an upstream and what comes back: pure conversions, no state. */
namespace fairlead::gateway {

/** The error of JSON-RPC that an upstream answered with. */
struct UpstreamFault
{
    int code = 0;
    QString message{}; ///< cleaned; may be empty
    QJsonObject data{};

    bool operator==(const UpstreamFault &) const = default;
};

/** One answer: a result or a fault, and how HTTP put it. */
struct UpstreamReply
{
    int status = 200;
    QJsonObject result{};
    std::optional<UpstreamFault> fault{};
    QByteArray sessionId{}; ///< that the upstream gave with it; may be empty
    QByteArray text{}; ///< the message as it came; empty when it came with others

    /** Whether only a server of 2026-07-28 and later answers so. */
    [[nodiscard]] bool isModernFault() const;
};

/** How much of one message is read; beyond it the upstream is not understood. */
inline constexpr qsizetype longestUpstreamMessage = 16LL * 1024 * 1024;

/** The messages in a body or an event: one, or a batch of them. InvalidData when it is not JSON in
 * one unambiguous form, or no JSON-RPC. */
[[nodiscard]] Result<QList<mcp::Message>> upstreamMessages(QByteArrayView json);

/** The fault in the body of a refusal; nothing when there is none in it. */
[[nodiscard]] std::optional<UpstreamFault> faultIn(QByteArrayView json);
[[nodiscard]] UpstreamFault faultFrom(const QJsonObject &error);

/** The parameters as a request of 2026-07-28 and later has them; `capabilities`: what we may be
 * asked for before it is answered. */
[[nodiscard]] QJsonObject withMeta(QJsonObject params,
                                   mcp::Revision revision,
                                   const QJsonObject &capabilities = {});
[[nodiscard]] QJsonObject initializeParams(mcp::Revision revision);

/** The headers that such a request repeats from its body. */
[[nodiscard]] QList<net::Header> mirroredHeaders(const QString &method,
                                                 const QJsonObject &params,
                                                 mcp::Revision revision);

/** The newest revision that both have, of those without sessions or with them; nothing when there
 * is none. */
[[nodiscard]] std::optional<mcp::Revision> commonRevision(const QJsonArray &supported);

/** Whether a session id may go into a header (visible ASCII, not too long). */
[[nodiscard]] bool isSessionId(QByteArrayView id);

} // namespace fairlead::gateway
