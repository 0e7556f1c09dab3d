// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/tokenendpoint.h"

#include "server/oauth/tokenanswer.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qint64 largestAnswer = 64 * 1024;
constexpr std::chrono::seconds deadline{20};

QByteArray jsonBody(const QList<std::pair<QString, Secret>> &parameters)
{
    QJsonObject json;
    for (const auto &[name, value] : parameters)
        json.insert(name, QString::fromUtf8(value.reveal()));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray formBody(const QList<std::pair<QString, Secret>> &parameters)
{
    QByteArray body;
    for (const auto &[name, value] : parameters) {
        if (!body.isEmpty())
            body += '&';
        body += name.toLatin1() + '=' + QUrl::toPercentEncoding(QString::fromUtf8(value.reveal()));
    }
    return body;
}

QByteArray basicValue(const Client &client)
{
    return "Basic "_ba + (client.id.toUtf8() + ':' + client.secret.reveal()).toBase64();
}

Secret plain(const QString &text)
{
    return Secret(text.toUtf8());
}

} // namespace

TokenEndpoint::TokenEndpoint(net::HttpClient &http, const Clock &clock)
    : m_http(http)
    , m_clock(clock)
{}

QCoro::Task<TokenResult> TokenEndpoint::exchange(AuthorizationServer server,
                                                 Client client,
                                                 Code code,
                                                 CancellationToken cancellation)
{
    Parameters parameters;
    parameters.append({u"grant_type"_s, plain(u"authorization_code"_s)});
    parameters.append({u"code"_s, code.code});
    parameters.append({u"redirect_uri"_s, plain(code.redirectUri.toString(QUrl::FullyEncoded))});
    if (!code.verifier.isEmpty())
        parameters.append({u"code_verifier"_s, code.verifier});
    if (!server.resource.isEmpty())
        parameters.append({u"resource"_s, plain(server.resource)});
    co_return co_await ask(
        std::move(server), std::move(client), std::move(parameters), std::move(cancellation));
}

QCoro::Task<TokenResult> TokenEndpoint::refresh(AuthorizationServer server,
                                                Client client,
                                                Secret refreshToken)
{
    Parameters parameters;
    parameters.append({u"grant_type"_s, plain(u"refresh_token"_s)});
    parameters.append({u"refresh_token"_s, refreshToken});
    if (!server.resource.isEmpty())
        parameters.append({u"resource"_s, plain(server.resource)});
    // Nobody's hanging up may leave the outcome of a rotation open.
    auto answer = co_await ask(std::move(server), std::move(client), std::move(parameters), {});
    if (answer && answer->refreshToken.isEmpty())
        answer->refreshToken = refreshToken;
    co_return answer;
}

QCoro::Task<Result<>> TokenEndpoint::revoke(AuthorizationServer server, Client client, Secret token)
{
    Parameters parameters;
    parameters.append({u"token"_s, token});
    const QString name = server.displayName;
    const QUrl url = server.revocationEndpoint;
    const auto response =
        co_await post(std::move(server), url, std::move(client), std::move(parameters), {});
    if (!response)
        co_return failure(response.error());
    if (response->status < 200 || response->status >= 300) {
        co_return failure(ErrorCode::InvalidData,
                          u"%1 did not revoke the sign-in (%2)."_s.arg(name).arg(response->status));
    }
    co_return Result<>();
}

QCoro::Task<TokenResult> TokenEndpoint::ask(AuthorizationServer server,
                                            Client client,
                                            Parameters parameters,
                                            CancellationToken cancellation)
{
    const QString name = server.displayName;
    const QUrl url = server.tokenEndpoint;
    const auto response = co_await post(
        std::move(server), url, std::move(client), std::move(parameters), std::move(cancellation));
    if (!response)
        co_return tl::make_unexpected(TokenFailure{TokenFault::None, response.error()});
    co_return readTokenAnswer(*response, name, m_clock.now());
}

QCoro::Task<Result<net::Response>> TokenEndpoint::post(AuthorizationServer server,
                                                       QUrl url,
                                                       Client client,
                                                       Parameters parameters,
                                                       CancellationToken cancellation)
{
    net::Request request;
    request.method = "POST"_ba;
    request.url = url;
    request.deadline = deadline;
    request.maxResponseBytes = largestAnswer;
    request.cancellation = std::move(cancellation);
    request.headers = server.headers;
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.reach = server.reach;
    const ClientAuthentication authentication =
        client.authentication.value_or(server.authentication);
    if (authentication == ClientAuthentication::Basic)
        request.headers.append({"Authorization"_ba, basicValue(client)});
    else
        parameters.append({u"client_id"_s, plain(client.id)});
    if (authentication == ClientAuthentication::Body)
        parameters.append({u"client_secret"_s, client.secret});
    const bool isJson = server.format == BodyFormat::Json;
    request.headers.append(
        {"Content-Type"_ba,
         isJson ? "application/json"_ba : "application/x-www-form-urlencoded"_ba});
    request.body = isJson ? jsonBody(parameters) : formBody(parameters);
    co_return co_await m_http.send(std::move(request));
}

} // namespace fairlead::oauth
