// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace fairlead::ctl {

/** The error codes that the bridge itself answers with. */
enum class BridgeCode {
    ParseError = -32700,
    InvalidRequest = -32600,
    Unavailable = -32000, ///< Fairlead could not be reached, or did not let us in
};

/** One message of the client, and what the bridge has to know of it; its bytes are passed on as
 * they are. */
struct RpcLine
{
    enum class Kind { Request, Notification, Response, Batch };

    Kind kind = Kind::Notification;
    QByteArray bytes = {};
    QByteArray id = {}; ///< of a request or response, as written
    QList<QByteArray> requestIds = {}; ///< of everything in it that will be answered, as written
    QString method = {};
    QJsonObject params = {};
    QString revision =
        {}; ///< that it names in its `_meta` (since 2026-07-28); empty with a session

    /** InvalidData for what is not JSON, InvalidInput for JSON that is no message. */
    [[nodiscard]] static Result<RpcLine> parse(const QByteArray &bytes);

    /** Whether it stands for itself, without a session. */
    [[nodiscard]] bool isStateless() const;
    /** Whether doing it twice is the same as doing it once: everything but running a tool. */
    [[nodiscard]] bool isRepeatable() const;
};

/** An id in the one form that can be compared: 1 and "1" differ, 1 and 1.0 do not. */
[[nodiscard]] QByteArray comparableId(const QJsonValue &id);

/** An error answer to the request with this id, as written; no id gives null. */
[[nodiscard]] QByteArray errorLine(const QByteArray &id, BridgeCode code, const QString &message);

/** A message of Fairlead's on one line: line ends can stand between its values only. */
[[nodiscard]] QByteArray onOneLine(QByteArray json);

} // namespace fairlead::ctl
