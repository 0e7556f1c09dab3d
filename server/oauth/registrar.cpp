// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/registrar.h"

#include "server/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr std::chrono::seconds deadline{20};
constexpr qint64 largestAnswer = 64 * 1024;
constexpr qsizetype longestId = 2048;
constexpr qsizetype longestSecret = 4096;
constexpr qsizetype longestWords = 200;

QString methodName(ClientAuthentication authentication)
{
    switch (authentication) {
    case ClientAuthentication::Basic:
        return u"client_secret_basic"_s;
    case ClientAuthentication::Body:
        return u"client_secret_post"_s;
    case ClientAuthentication::None:
        break;
    }
    return u"none"_s;
}

std::optional<ClientAuthentication> authenticationFrom(const QString &method)
{
    for (const auto known :
         {ClientAuthentication::Basic, ClientAuthentication::Body, ClientAuthentication::None}) {
        if (methodName(known) == method)
            return known;
    }
    return std::nullopt;
}

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7F;
    });
}

QByteArray request(const Registrar::Wish &wish)
{
    // A program on somebody's computer keeps no secret, so it asks for none where it can.
    const ServerMetadata &server = wish.server;
    const bool canDoWithout =
        server.authenticationMethods.isEmpty() || server.authenticationMethods.contains(u"none"_s);
    const auto method = authenticationAt(server, !canDoWithout);
    const QJsonArray grants{u"authorization_code"_s, u"refresh_token"_s};
    const QJsonArray responses{u"code"_s};
    const QJsonObject json{{u"client_name"_s, u"Fairlead"_s},
                           {u"application_type"_s, u"native"_s},
                           {u"redirect_uris"_s, QJsonArray::fromStringList(wish.redirectUris)},
                           {u"grant_types"_s, grants},
                           {u"response_types"_s, responses},
                           {u"token_endpoint_auth_method"_s, methodName(method)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Error refusal(const net::Response &response, const QString &host)
{
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    const QString error = json.value("error"_L1).toString();
    QString words = cleanedLine(json.value("error_description"_L1).toString(), longestWords);
    if (words.isEmpty())
        words = cleanedLine(error, longestWords);
    const QString said = words.isEmpty() ? QString::number(response.status) : words;
    if (error == "invalid_redirect_uri"_L1 || words.contains("redirect"_L1, Qt::CaseInsensitive)) {
        return {.code = ErrorCode::Forbidden,
                .message = u"%1 does not take the address on this computer that the browser has to "
                           "come back to (%2). Ask whoever runs it to allow http://127.0.0.1 with "
                           "any port."_s.arg(host, said),
                .reason = ErrorReason::RedirectRefused};
    }
    if (response.status >= 500 || response.status == 429) {
        return {.code = ErrorCode::Network,
                .message = u"%1 could not register Fairlead just now (%2). Try again later."_s.arg(
                    host, said)};
    }
    return {.code = ErrorCode::Forbidden,
            .message = u"%1 does not let Fairlead register itself (%2)."_s.arg(host, said),
            .reason = ErrorReason::RegistrationClosed};
}

Result<Registration> registrationFrom(const net::Response &response, const Registrar::Wish &wish)
{
    const QString host = wish.server.registrationEndpoint.host();
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    const QString id = json.value("client_id"_L1).toString();
    const QString secret = json.value("client_secret"_L1).toString();
    if (id.isEmpty() || id.size() > longestId || !isPlain(id) || secret.size() > longestSecret
        || !isPlain(secret)) {
        return failure(ErrorCode::InvalidData,
                       u"%1 registered Fairlead with a client id or secret that cannot be used. "
                       "Tell whoever runs it."_s.arg(host));
    }
    Registration registration;
    registration.client.id = id;
    registration.client.secret = Secret(secret.toLatin1());
    const auto named = authenticationFrom(json.value("token_endpoint_auth_method"_L1).toString());
    registration.client.authentication =
        named.value_or(authenticationAt(wish.server, !secret.isEmpty()));
    registration.redirectUris = wish.redirectUris;
    const qint64 ends = json.value("client_secret_expires_at"_L1).toInteger();
    if (ends > 0 && !secret.isEmpty())
        registration.endsAt = QDateTime::fromSecsSinceEpoch(ends, Qt::UTC);
    return registration;
}

} // namespace

ClientAuthentication authenticationAt(const ServerMetadata &server, bool hasSecret)
{
    if (!hasSecret)
        return ClientAuthentication::None;
    const QStringList &methods = server.authenticationMethods;
    // RFC 8414, section 2: where the server does not say, it is the header.
    const bool takesHeader = methods.isEmpty() || methods.contains(u"client_secret_basic"_s);
    return takesHeader ? ClientAuthentication::Basic : ClientAuthentication::Body;
}

Registrar::Registrar(net::HttpClient &http)
    : m_http(http)
{}

QCoro::Task<Result<Registration>> Registrar::registerClient(Wish wish)
{
    net::Request post;
    post.method = "POST"_ba;
    post.url = wish.server.registrationEndpoint;
    post.headers.append({"Accept"_ba, "application/json"_ba});
    post.headers.append({"Content-Type"_ba, "application/json"_ba});
    post.body = request(wish);
    post.deadline = deadline;
    post.maxResponseBytes = largestAnswer;
    post.cancellation = wish.cancellation;
    post.reach = wish.reach;
    const auto response = co_await m_http.send(std::move(post));
    if (!response)
        co_return failure(response.error());
    if (response->status < 200 || response->status >= 300)
        co_return failure(refusal(*response, wish.server.registrationEndpoint.host()));
    co_return registrationFrom(*response, wish);
}

} // namespace fairlead::oauth
