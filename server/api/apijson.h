// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/accounts/organizations.h"
#include "server/connections/connection.h"
#include "server/connections/ratereport.h"
#include "server/http/message.h"
#include "server/providers/provider.h"

#include <QJsonObject>

#include <optional>

/** What the REST API reads and writes: pure conversions, no state. */
namespace fairlead::api {

[[nodiscard]] QJsonObject toJson(const accounts::McpKey &key);
[[nodiscard]] QJsonObject toJson(const tools::ToolDecisions &decisions);
[[nodiscard]] QJsonObject toJson(const accounts::User &user);
[[nodiscard]] QJsonObject toJson(const accounts::Membership &membership);
[[nodiscard]] QJsonObject toJson(const connections::Connection &connection);
[[nodiscard]] QJsonObject toJson(const connections::RateStanding &standing);
[[nodiscard]] QJsonObject toJson(const providers::ConnectionReport &report);

/** RFC 3339 in UTC, to the second; null for an invalid time. */
[[nodiscard]] QJsonValue timeJson(const QDateTime &time);

/** The problem+json answer for an error: the status that fits its code, `code` its name. */
[[nodiscard]] http::Response problemFor(const Error &error);

/** The request's body as an object with no other members than these; InvalidInput with a sentence
 * otherwise: a misspelt limit must not make something unlimited. An empty body is an empty object.
 */
[[nodiscard]] Result<QJsonObject> bodyObject(const http::Request &request,
                                             const QStringList &members);

/** A text member of `object`; InvalidInput naming it when it is missing (unless `fallback` is
   given), no text, or longer than `limit` characters. */
[[nodiscard]] Result<QString> textMember(const QJsonObject &object,
                                         const QString &name,
                                         qsizetype limit,
                                         const std::optional<QString> &fallback = {});

} // namespace fairlead::api
