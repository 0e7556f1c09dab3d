// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/apijson.h"

#include "server/base/text.h"
#include "server/doctor/signincommand.h"
#include "server/mcp/jsonrpc/jsoncheck.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

int statusFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::RateLimited:
        return 429;
    case ErrorCode::SecretsUnavailable:
        return 503;
    case ErrorCode::Network:
    case ErrorCode::Tls:
    case ErrorCode::InvalidData:
        return 502;
    case ErrorCode::Timeout:
        return 504;
    case ErrorCode::Storage:
        return 507;
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        break;
    }
    return 500;
}

} // namespace

QJsonValue timeJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const tools::ToolDecisions &decisions)
{
    QJsonObject json;
    for (auto each = decisions.begin(); each != decisions.end(); ++each)
        json.insert(each.key(), QString(tools::decisionName(each.value())));
    return json;
}

QJsonObject toJson(const accounts::McpKey &key)
{
    return {
        {u"id"_s, key.id},
        {u"name"_s, key.name},
        {u"prefix"_s, key.prefix},
        {u"access"_s, QString(tools::accessName(key.access))},
        {u"rights"_s, QJsonArray::fromStringList(tools::rightNames(key.rights))},
        {u"toolsets"_s, QJsonArray::fromStringList(key.toolsets)},
        {u"asks"_s, QString(tools::askingName(key.asks))},
        {u"tools"_s, toJson(key.decisions)},
        {u"connections"_s, QJsonArray::fromStringList(key.connectionIds)},
        {u"created_at"_s, timeJson(key.createdAt)},
        {u"last_used_at"_s, timeJson(key.lastUsedAt)},
        {u"last_client"_s, key.lastClient},
        {u"expires_at"_s, timeJson(key.expiresAt)},
        {u"revoked_at"_s, timeJson(key.revokedAt)},
    };
}

QJsonObject toJson(const accounts::User &user)
{
    return {
        {u"id"_s, user.id},
        {u"name"_s, user.name},
        {u"email"_s, user.email},
        {u"created_at"_s, timeJson(user.createdAt)},
    };
}

QJsonObject toJson(const accounts::Membership &membership)
{
    return {
        {u"id"_s, membership.id},
        {u"name"_s, membership.name},
        {u"role"_s, QString(roleName(membership.role))},
    };
}

QJsonObject toJson(const connections::Connection &connection)
{
    const QJsonObject organization{{u"id"_s, connection.userId},
                                   {u"name"_s, connection.organization}};
    return {
        {u"id"_s, connection.id},
        {u"provider_type"_s, connection.provider},
        {u"name"_s, connection.name},
        {u"base_url"_s, connection.site.toString()},
        {u"username"_s, connection.account},
        {u"account_name"_s, connection.accountName},
        {u"sign_in"_s, QString(methodName(connection.method))},
        {u"state"_s, QString(stateName(connection.state))},
        {u"last_error"_s, connection.lastError},
        {u"sign_in_command"_s, doctor::signInCommand(connection)},
        {u"limitations"_s, QJsonArray::fromStringList(connection.limitations)},
        {u"organization"_s, connection.isPersonal() ? QJsonValue() : QJsonValue(organization)},
        {u"created_at"_s, timeJson(connection.createdAt)},
        {u"last_used_at"_s, timeJson(connection.lastUsedAt)},
    };
}

QJsonObject toJson(const connections::RateStanding &standing)
{
    return {{u"per_minute"_s, standing.perMinute},
            {u"at_once"_s, standing.atOnce},
            {u"left_now"_s, standing.leftNow},
            {u"held_back_ms"_s, standing.heldBackMs}};
}

QJsonObject toJson(const providers::ConnectionReport &report)
{
    QJsonObject json = toJson(report.connection);
    json.insert(u"projects"_s, QJsonArray::fromStringList(report.projects));
    json.insert(u"project_count"_s, report.projectCount);
    return json;
}

http::Response problemFor(const Error &error)
{
    http::Response response = http::Response::problem(
        statusFor(error.code), QString(errorName(error.code)), error.message);
    if (error.retryAfter.count() > 0)
        response.headers.append({"Retry-After"_ba, QByteArray::number(error.retryAfter.count())});
    return response;
}

Result<QJsonObject> bodyObject(const http::Request &request, const QStringList &members)
{
    if (request.body.isEmpty())
        return QJsonObject();
    // QJsonDocument alone would take the second of two members with the same name.
    if (const auto fault = mcp::checkJson(request.body))
        return failure(ErrorCode::InvalidInput,
                       u"The request's body is not JSON: %1"_s.arg(fault->message));
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return failure(ErrorCode::InvalidInput, u"The request's body must be a JSON object."_s);
    const QJsonObject object = document.object();
    const QStringList given = object.keys();
    for (const QString &name : given) {
        if (!members.contains(name))
            return failure(ErrorCode::InvalidInput,
                           u"There is no “%1” here; known are: %2."_s.arg(cleanedLine(name, 100),
                                                                          members.join(u", "_s)));
    }
    return object;
}

Result<QString> textMember(const QJsonObject &object,
                           const QString &name,
                           qsizetype limit,
                           const std::optional<QString> &fallback)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined() || value.isNull()) {
        if (fallback)
            return *fallback;
        return failure(ErrorCode::InvalidInput, u"“%1” is missing; it must be a text."_s.arg(name));
    }
    if (!value.isString())
        return failure(ErrorCode::InvalidInput, u"“%1” must be a text."_s.arg(name));
    const QString text = value.toString();
    if (text.size() > limit)
        return failure(ErrorCode::InvalidInput,
                       u"“%1” has %2 characters; at most %3 are allowed."_s.arg(name)
                           .arg(text.size())
                           .arg(limit));
    return text;
}

} // namespace fairlead::api
