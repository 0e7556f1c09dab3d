// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/browserprovider.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::api {

BrowserProvider::BrowserProvider(net::HttpClient &http, oauth::AuthorizationServer signInAt)
    : server(std::move(signInAt))
    , m_http(http)
{}

QCoro::Task<Result<providers::ConnectionReport>> BrowserProvider::connectWithToken(
    providers::TokenSignIn)
{
    co_return failure(ErrorCode::InvalidInput, u"This service knows only the browser."_s);
}

std::optional<oauth::AuthorizationServer> BrowserProvider::authorizationServer() const
{
    return server;
}

QCoro::Task<Result<QList<providers::GrantedSite>>> BrowserProvider::sitesOf(oauth::TokenSet,
                                                                            CancellationToken)
{
    providers::GrantedSite site;
    site.id = u"only"_s;
    site.connection.provider = server.service;
    site.connection.name = u"site.example"_s;
    site.connection.site = QUrl(u"https://site.example"_s);
    site.connection.apiBase = site.connection.site;
    site.connection.account = u"ada"_s;
    site.connection.accountName = u"Ada"_s;
    QList<providers::GrantedSite> sites;
    sites.append(site);
    co_return sites;
}

QCoro::Task<Result<providers::ConnectionReport>> BrowserProvider::proveSite(
    providers::GrantedSite site, oauth::TokenSet tokens, CancellationToken cancellation)
{
    providers::ConnectionReport report{
        .connection = site.connection, .projects = {}, .projectCount = 0};
    if (userInfo.isEmpty())
        co_return report;
    net::Request request;
    request.url = userInfo;
    request.headers.append({"Authorization"_ba, "Bearer "_ba + tokens.accessToken.reveal()});
    request.cancellation = cancellation;
    const auto answer = co_await m_http.send(std::move(request));
    if (!answer)
        co_return failure(answer.error());
    if (answer->status != 200)
        co_return failure(ErrorCode::Unauthorized, u"The service refused the access token."_s);
    const auto person = QJsonDocument::fromJson(answer->body).object();
    report.connection.accountName = person.value(u"sub"_s).toString();
    co_return report;
}

QCoro::Task<Result<providers::ConnectionReport>> BrowserProvider::test(
    connections::Connection connection, CancellationToken)
{
    co_return providers::ConnectionReport{
        .connection = std::move(connection), .projects = {}, .projectCount = 0};
}

} // namespace fairlead::api
