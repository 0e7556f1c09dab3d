// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

QJsonObject objectOf(const net::Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

/** The error that a problem+json answer reports. */
Error problemError(const net::Response &response)
{
    const QJsonObject problem = objectOf(response);
    const QString code = problem.value(u"code"_s).toString();
    Error error{.code = ErrorCode::Internal, .message = problem.value(u"detail"_s).toString()};
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        if (code == errorName(static_cast<ErrorCode>(i)))
            error.code = static_cast<ErrorCode>(i);
    }
    if (error.message.isEmpty())
        error.message = u"Fairlead answered %1 without saying why."_s.arg(response.status);
    return error;
}

} // namespace

ApiClient::ApiClient(net::HttpClient &http, QString dataFolder, QString user)
    : m_http(http)
    , m_dataFolder(std::move(dataFolder))
    , m_user(std::move(user))
{}

QCoro::Task<Result<QJsonObject>> ApiClient::call(QByteArray method, QString path, QJsonObject body)
{
    const auto signedIn = co_await signIn();
    if (!signedIn)
        co_return failure(signedIn.error());
    const auto response =
        co_await send(std::move(method), std::move(path), std::move(body), m_token);
    co_return response.map(objectOf);
}

QCoro::Task<Result<net::Response>> ApiClient::fetch(QString path)
{
    const auto signedIn = co_await signIn();
    if (!signedIn)
        co_return failure(signedIn.error());
    co_return co_await send("GET"_ba, std::move(path), QJsonObject(), m_token);
}

QCoro::Task<Result<>> ApiClient::signIn()
{
    if (!m_token.isEmpty())
        co_return Result<>();
    auto instance = Instance::find(m_dataFolder);
    if (!instance) {
        m_noInstance = true;
        co_return failure(instance.error());
    }
    m_instance = std::move(*instance);
    if (m_user.isEmpty()) {
        m_token = m_instance.controlToken;
        co_return Result<>();
    }
    const QJsonObject request{{u"user"_s, m_user}};
    const auto token = co_await send("POST"_ba, u"/api/tokens"_s, request, m_instance.controlToken);
    if (!token)
        co_return failure(token.error());
    m_token = Secret(objectOf(*token).value(u"token"_s).toString().toLatin1());
    co_return Result<>();
}

QCoro::Task<Result<net::Response>> ApiClient::send(QByteArray method,
                                                   QString path,
                                                   QJsonObject body,
                                                   Secret token)
{
    net::Request request;
    request.method = method;
    request.url = m_instance.url.resolved(QUrl(path));
    request.headers = {{"Authorization"_ba, "Bearer " + token.reveal()},
                       {"Accept"_ba, "application/json, */*"_ba}};
    request.deadline = std::chrono::minutes(2);
    if (method == "POST" || method == "PATCH" || method == "PUT") {
        request.headers.append({"Content-Type"_ba, "application/json"_ba});
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    auto response = co_await m_http.send(std::move(request));
    if (!response) {
        // The file of a killed instance stays behind; nobody listens there any more.
        m_noInstance = response.error().code == ErrorCode::Network;
        if (m_noInstance)
            co_return failure(
                ErrorCode::NotFound,
                u"No Fairlead answers on %1. Start Fairlead, or: fairleadd --data-dir '%2'"_s.arg(
                    m_instance.url.toString(), m_dataFolder));
        co_return failure(response.error());
    }
    if (response->status >= 400)
        co_return failure(problemError(*response));
    co_return std::move(*response);
}

} // namespace fairlead::ctl
