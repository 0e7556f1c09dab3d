// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/proxyjson.h"

#include "server/api/apijson.h"
#include "server/base/text.h"
#include "server/mcp/jsonrpc/jsoncheck.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype methodLimit = 10;
constexpr qsizetype pathLimit = 8LL * 1024;
constexpr qsizetype nameLimit = 320;
constexpr qsizetype headerLimit = 1000;
constexpr qsizetype messageLimit = 1000;
// An answer is as large as server/net lets it become, and nobody here looks into it.
constexpr mcp::JsonLimits answerLimits{
    .bytes = 16LL * 1024 * 1024, .depth = 512, .values = 16LL * 1024 * 1024};

// Neither cookies nor anything that is about the connection, nor permissions for web pages.
constexpr std::array<QByteArrayView, 20> shownHeaders{"atl-traceid",
                                                      "content-disposition",
                                                      "content-language",
                                                      "content-type",
                                                      "etag",
                                                      "last-modified",
                                                      "link",
                                                      "location",
                                                      "ratelimit",
                                                      "ratelimit-policy",
                                                      "ratelimit-reason",
                                                      "retry-after",
                                                      "x-aaccountid",
                                                      "x-arequestid",
                                                      "x-notion-request-id",
                                                      "x-ratelimit-limit",
                                                      "x-ratelimit-nearlimit",
                                                      "x-ratelimit-remaining",
                                                      "x-ratelimit-reset",
                                                      "x-request-id"};

bool isJsonType(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/json"
        || (type.startsWith("application/") && type.endsWith("+json"));
}

tl::unexpected<Error> wrong(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

/** A text, number or truth as it stands in an address; nothing for anything else. */
std::optional<QString> queryText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (!value.isDouble())
        return {};
    const qint64 whole = value.toInteger();
    return value.toDouble() == static_cast<double>(whole) ? QString::number(whole)
                                                          : QString::number(value.toDouble());
}

Result<providers::ProxyPath::Query> queryFrom(const QJsonValue &json)
{
    if (!json.isUndefined() && !json.isNull() && !json.isObject())
        return wrong(u"“query” must be an object of names and values."_s);
    providers::ProxyPath::Query query;
    const QJsonObject object = json.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonValue value = entry.value();
        const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const auto &each : values) {
            const auto text = queryText(each);
            if (!text)
                return wrong(
                    u"“query” has a value for “%1” that is no text, number or truth."_s.arg(
                        cleanedLine(entry.key(), nameLimit)));
            query.append({entry.key(), *text});
        }
    }
    return query;
}

Result<QList<net::Header>> headersFrom(const QJsonValue &json)
{
    if (!json.isUndefined() && !json.isNull() && !json.isObject())
        return wrong(u"“headers” must be an object of names and texts."_s);
    QList<net::Header> headers;
    const QJsonObject object = json.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isString())
            return wrong(u"“headers” has a value for “%1” that is no text."_s.arg(
                cleanedLine(entry.key(), nameLimit)));
        headers.append({entry.key().toUtf8(), entry.value().toString().toUtf8()});
    }
    return headers;
}

/** JSON as it stands, unless the headers say that it is another type: that comes in base64. */
Result<QByteArray> bodyFrom(const QJsonValue &json, const QList<net::Header> &headers)
{
    if (json.isUndefined() || json.isNull())
        return QByteArray();
    const auto type = std::find_if(headers.begin(), headers.end(), [](const net::Header &header) {
        return header.first.compare("content-type", Qt::CaseInsensitive) == 0;
    });
    if (type == headers.end() || isJsonType(type->second)) {
        // QJsonDocument writes no values that are neither list nor object.
        const QByteArray list = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
        return list.sliced(1, list.size() - 2);
    }
    const auto decoded = QByteArray::fromBase64Encoding(json.toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!json.isString() || !decoded)
        return wrong(u"“body” must be a text in base64 when its type is not JSON."_s);
    return *decoded;
}

QJsonObject shown(const QList<net::Header> &headers)
{
    QJsonObject json;
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        if (std::find(shownHeaders.begin(), shownHeaders.end(), lower) != shownHeaders.end())
            json.insert(QString::fromLatin1(lower),
                        cleanedLine(QString::fromUtf8(value), headerLimit));
    }
    return json;
}

http::Response success(const net::Response &response)
{
    QJsonObject json{{u"status"_s, response.status}, {u"headers"_s, shown(response.headers)}};
    const QByteArray &body = response.body;
    const bool isJson =
        isJsonType(response.header("Content-Type")) && !mcp::checkJson(body, answerLimits);
    if (!isJson) {
        json.insert(u"body_encoding"_s, body.isEmpty() ? u"none"_s : u"base64"_s);
        json.insert(u"body"_s,
                    body.isEmpty() ? QJsonValue()
                                   : QJsonValue(QString::fromLatin1(body.toBase64())));
        return http::Response::json(json);
    }
    json.insert(u"body_encoding"_s, u"json"_s);
    http::Response answer = http::Response::json(json);
    // As the service wrote it: QJsonDocument would sort names and round large numbers.
    answer.body.chop(1);
    answer.body.append(",\"body\":").append(body).append('}');
    return answer;
}

/** What an answer that is no success becomes. */
struct Translation
{
    int status = 0;
    QLatin1StringView code;
    ErrorCode error = ErrorCode::Internal;
};

Translation translationOf(const net::Response &response, const providers::ProxyRules &rules)
{
    const int status = response.status;
    if (rules.isRefusal(response))
        return {502, "needs_sign_in"_L1, ErrorCode::Unauthorized};
    if (status < 400)
        return {502, "upstream_redirect"_L1, ErrorCode::InvalidData};
    switch (status) {
    case 401:
    case 403:
        return {403, "forbidden"_L1, ErrorCode::Forbidden};
    case 404:
        return {404, "not_found"_L1, ErrorCode::NotFound};
    case 409:
        return {409, "conflict"_L1, ErrorCode::Conflict};
    case 410:
        return {410, "gone"_L1, ErrorCode::NotFound};
    case 413:
        return {413, "too_large"_L1, ErrorCode::InvalidInput};
    case 429:
        return {429, "rate_limited"_L1, ErrorCode::RateLimited};
    case 503:
    case 529:
        return {503, "upstream_unavailable"_L1, ErrorCode::Network};
    default:
        break;
    }
    if (status >= 500)
        return {502, "upstream_error"_L1, ErrorCode::Network};
    return {status == 422 ? 422 : 400, "invalid_input"_L1, ErrorCode::InvalidInput};
}

QString sentence(const Translation &translation,
                 const net::Response &response,
                 const providers::ServiceProblem &problem,
                 const QString &where)
{
    if (translation.code == "upstream_redirect"_L1)
        return u"%1 sends the call on to another address (%2), where Fairlead does not follow: the "
               "credential would go along."_s.arg(where)
                   .arg(response.status);
    if (translation.error == ErrorCode::Unauthorized)
        return u"%1 no longer accepts the sign-in (%2). Open Fairlead and click Reconnect."_s
            .arg(where)
            .arg(response.status);
    const QString message = cleanedText(problem.message, messageLimit);
    const QString start = translation.error == ErrorCode::Network
        ? u"%1 has a problem of its own (%2)"_s.arg(where).arg(response.status)
        : u"%1 refused the call (%2)"_s.arg(where).arg(response.status);
    return message.isEmpty() ? start + u'.' : start + u": "_s + message;
}

http::Response problemWith(const Translation &translation, const QString &detail, QJsonObject more)
{
    http::Response answer =
        http::Response::problem(translation.status, QString(translation.code), detail);
    const QJsonObject usual = QJsonDocument::fromJson(answer.body).object();
    for (auto entry = usual.begin(); entry != usual.end(); ++entry)
        more.insert(entry.key(), entry.value());
    answer.body = QJsonDocument(more).toJson(QJsonDocument::Compact);
    return answer;
}

} // namespace

Result<ProxyRequest> proxyRequestFrom(const http::Request &request)
{
    const auto body = bodyObject(
        request, {u"method"_s, u"path"_s, u"query"_s, u"headers"_s, u"body"_s, u"connection"_s});
    if (!body)
        return failure(body.error());
    const auto method = textMember(*body, u"method"_s, methodLimit);
    if (!method)
        return failure(method.error());
    const auto path = textMember(*body, u"path"_s, pathLimit);
    if (!path)
        return failure(path.error());
    const auto connection = textMember(*body, u"connection"_s, nameLimit, QString());
    if (!connection)
        return failure(connection.error());
    const auto query = queryFrom(body->value(u"query"_s));
    if (!query)
        return failure(query.error());
    const auto headers = headersFrom(body->value(u"headers"_s));
    if (!headers)
        return failure(headers.error());
    const auto content = bodyFrom(body->value(u"body"_s), *headers);
    if (!content)
        return failure(content.error());
    return ProxyRequest{.call = {.method = method->toUpper().toLatin1(),
                                 .path = *path,
                                 .query = *query,
                                 .headers = *headers,
                                 .body = *content},
                        .connection = *connection};
}

ProxyAnswer proxyAnswerFrom(const net::Response &response,
                            const providers::ProxyRules &rules,
                            const QString &service,
                            const QString &connection)
{
    // A service may answer a refused credential as it answers a visitor.
    const bool isSuccess =
        response.status >= 200 && response.status < 300 && !rules.isRefusal(response);
    if (isSuccess)
        return {.response = success(response), .error = {}};
    const Translation translation = translationOf(response, rules);
    const providers::ServiceProblem problem = rules.problemOf(response);
    const QString detail =
        sentence(translation, response, problem, u"%1 at %2"_s.arg(service, connection));
    QJsonObject more{{u"upstream_status"_s, response.status}};
    if (!problem.code.isEmpty())
        more.insert(u"upstream_code"_s, cleanedLine(problem.code, nameLimit));
    const Error error{.code = translation.error,
                      .message = detail,
                      .retryAfter = providers::Proxy::waitAskedBy(response)};
    ProxyAnswer answer{.response = problemWith(translation, detail, more), .error = error};
    if (error.retryAfter.count() > 0)
        answer.response.headers.append(
            {"Retry-After"_ba, QByteArray::number(error.retryAfter.count())});
    return answer;
}

http::Response signInProblemFor(const Error &error)
{
    if (error.code != ErrorCode::Unauthorized)
        return problemFor(error);
    return http::Response::problem(502, u"needs_sign_in"_s, error.message);
}

} // namespace fairlead::api
