// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/requestid.h"
#include "server/mcp/jsonrpc/rpcerror.h"

#include <QJsonObject>

#include <optional>
#include <variant>

namespace fairlead::mcp {

/** The client asks and waits for an answer. */
struct RequestMessage
{
    RequestId id;
    QString method;
    QJsonObject params;
    QByteArray text{}; ///< the whole message as it came; empty when it came with others
};

/** The client tells; no answer is ever sent. */
struct NotificationMessage
{
    QString method;
    QJsonObject params;
};

/** The client answers a request of ours. */
struct ResponseMessage
{
    RequestId id;
    QJsonObject result;
    std::optional<QJsonObject> error;
};

/** JSON that is no message. The id is known when the sender can be told about it. */
struct InvalidMessage
{
    std::optional<RequestId> id;
    RpcError error;
};

using Message = std::variant<RequestMessage, NotificationMessage, ResponseMessage, InvalidMessage>;

/** Reads one JSON-RPC 2.0 message. */
[[nodiscard]] Message messageFromJson(const QJsonValue &value);

/** One line of compact JSON each, as it goes on the wire. */
[[nodiscard]] QByteArray resultMessage(const RequestId &id, const QJsonObject &result);
/** With a result that is written already. */
[[nodiscard]] QByteArray writtenResultMessage(const RequestId &id, QByteArrayView resultJson);
/** The same with `structuredContent` as these bytes, which are JSON; empty: it stays as it is. */
[[nodiscard]] QByteArray resultMessage(const RequestId &id,
                                       const QJsonObject &result,
                                       const QByteArray &structuredContent);
/** An error without an id answers what could not be read. */
[[nodiscard]] QByteArray errorMessage(const std::optional<RequestId> &id, const RpcError &error);
[[nodiscard]] QByteArray requestMessage(const RequestId &id,
                                        const QString &method,
                                        const QJsonObject &params);
/** The same with `arguments` as these bytes, which are JSON; empty: they stay as they are. */
[[nodiscard]] QByteArray requestMessage(const RequestId &id,
                                        const QString &method,
                                        const QJsonObject &params,
                                        const QByteArray &arguments);
[[nodiscard]] QByteArray notificationMessage(const QString &method, const QJsonObject &params);

} // namespace fairlead::mcp
