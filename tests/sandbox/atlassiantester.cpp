// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassiantester.h"

#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/signinwalk.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

Sandbox::Options twoSites()
{
    Sandbox::Options options;
    options.jiraRedirect = AtlassianTester::callback();
    options.sites.append({u"tidewater"_s, 0});
    return options;
}

} // namespace

AtlassianTester::AtlassianTester()
    : m_sandbox(twoSites())
{}

QString AtlassianTester::callback()
{
    return u"http://127.0.0.1:9/callback"_s;
}

AtlassianTester::Answer AtlassianTester::ask(const QString &origin,
                                             const QByteArray &method,
                                             const QByteArray &target,
                                             const QByteArray &authorization,
                                             const QByteArray &body,
                                             const QByteArray &type)
{
    QByteArray head = method + ' ' + target + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!authorization.isEmpty())
        head += "Authorization: " + authorization + "\r\n";
    RawClient client(origin);
    client.send(head + "\r\n" + body);
    const QByteArray answer = client.answer();
    const QByteArray content = RawClient::bodyOf(answer);
    return {.status = RawClient::statusOf(answer),
            .body = content,
            .json = QJsonDocument::fromJson(content).object()};
}

QString AtlassianTester::code(const QString &scope, const QString &site, const QString &challenge)
{
    QUrl url(m_sandbox.atlassianAuthUrl() + u"/authorize"_s);
    QUrlQuery query{{u"audience"_s, u"api.atlassian.com"_s},
                    {u"client_id"_s, u"sandbox-jira-client"_s},
                    {u"scope"_s, scope},
                    {u"redirect_uri"_s, callback()},
                    {u"state"_s, u"s"_s},
                    {u"response_type"_s, u"code"_s},
                    {u"prompt"_s, u"consent"_s}};
    if (!challenge.isEmpty()) {
        query.addQueryItem(u"code_challenge"_s, challenge);
        query.addQueryItem(u"code_challenge_method"_s, u"S256"_s);
    }
    url.setQuery(query);
    return QUrlQuery(SignInWalk().accept(url, {site})).queryItemValue(u"code"_s);
}

QJsonObject AtlassianTester::exchangeBody(const QString &code)
{
    return {{u"grant_type"_s, u"authorization_code"_s},
            {u"client_id"_s, u"sandbox-jira-client"_s},
            {u"client_secret"_s, u"sandbox-jira-secret"_s},
            {u"code"_s, code},
            {u"redirect_uri"_s, callback()}};
}

AtlassianTester::Answer AtlassianTester::token(const QJsonObject &body)
{
    return ask(
        m_sandbox.atlassianAuthUrl(), "POST", "/oauth/token", {}, QJsonDocument(body).toJson());
}

AtlassianTester::Answer AtlassianTester::signIn(const QString &scope, const QString &site)
{
    return token(exchangeBody(code(scope, site)));
}

AtlassianTester::Answer AtlassianTester::refresh(const QString &refreshToken)
{
    return token({{u"grant_type"_s, u"refresh_token"_s},
                  {u"client_id"_s, u"sandbox-jira-client"_s},
                  {u"client_secret"_s, u"sandbox-jira-secret"_s},
                  {u"refresh_token"_s, refreshToken}});
}

AtlassianTester::Answer AtlassianTester::api(const QByteArray &target, const QString &accessToken)
{
    return ask(m_sandbox.atlassianApiUrl(), "GET", target, "Bearer " + accessToken.toLatin1());
}

AtlassianTester::Answer AtlassianTester::control(const QByteArray &method,
                                                 const QByteArray &what,
                                                 const QByteArray &body)
{
    return ask(m_sandbox.url(), method, "/_sandbox/" + what, {}, body);
}

QByteArray AtlassianTester::gatewayPath(const QByteArray &path, const QString &site)
{
    return "/ex/jira/" + m_sandbox.site(site).cloudId().toLatin1() + path;
}

} // namespace fairlead::sandbox
