// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/protectedupstream.h"

#include "server/oauth/pkce.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using Server = fakes::LocalHttpServer;

QByteArray bytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray ok(const QJsonObject &json)
{
    return Server::answer("200 OK"_ba, bytes(json), "Content-Type: application/json\r\n"_ba);
}

QString withoutSlash(const QUrl &url)
{
    return url.toString(QUrl::RemovePath);
}

QByteArray tokenIn(const QByteArray &head)
{
    const QByteArray mark = "\r\nauthorization: bearer "_ba;
    const qsizetype at = head.toLower().indexOf(mark);
    return at < 0 ? QByteArray()
                  : head.mid(at + mark.size(), head.indexOf('\r', at + 2) - at - mark.size());
}

bool holdsAll(const QStringList &scopes, const QStringList &needed)
{
    return std::ranges::all_of(needed,
                               [&](const QString &scope) { return scopes.contains(scope); });
}

QHash<QString, QString> fieldsOf(const QByteArray &form)
{
    QHash<QString, QString> fields;
    const QUrlQuery query(QString::fromLatin1(form));
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        fields.insert(name, value);
    return fields;
}

} // namespace

ProtectedUpstream::ProtectedUpstream()
    : m_signIn([this](QTcpSocket &socket, const Server::Received &request) {
        socket.write(answer(request));
    })
{
    resource = {{u"resource"_s, m_upstream.url().toString()},
                {u"authorization_servers"_s, QJsonArray{issuer()}}};
    metadata = {{u"issuer"_s, issuer()},
                {u"authorization_endpoint"_s, QString(issuer() + u"/authorize"_s)},
                {u"token_endpoint"_s, QString(issuer() + u"/token"_s)},
                {u"registration_endpoint"_s, QString(issuer() + u"/register"_s)},
                {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}},
                {u"authorization_response_iss_parameter_supported"_s, true},
                {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"none"_s}}};
    m_upstream.instead = [this](QTcpSocket &socket, const QJsonObject &message) {
        return guard(socket, message);
    };
}

QString ProtectedUpstream::issuer() const
{
    return withoutSlash(m_signIn.url());
}

providers::Arrival ProtectedUpstream::allow(const QUrl &page)
{
    const QUrlQuery query(page);
    const auto value = [&query](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    const QString code = u"code-%1"_s.arg(++m_count);
    m_codes.insert(code,
                   {value(u"code_challenge"_s), value(u"scope"_s).split(u' ', Qt::SkipEmptyParts)});
    return {.state = value(u"state"_s).toLatin1(),
            .code = Secret(code.toLatin1()),
            .error = {},
            .issuer = issuer()};
}

void ProtectedUpstream::endScopes()
{
    for (QStringList &scopes : m_tokens)
        scopes.clear();
}

bool ProtectedUpstream::guard(QTcpSocket &socket, const QJsonObject &message)
{
    const QByteArray head = m_upstream.server().received().last().head;
    const QByteArray path = head.split(' ').value(1);
    if (path.startsWith("/.well-known/")) {
        ++m_asked[path];
        const bool isIt = path.startsWith("/.well-known/oauth-protected-resource");
        socket.write(isIt ? ok(resource) : Server::answer("404 Not Found"_ba, {}));
        return true;
    }
    const auto scopes = m_tokens.constFind(tokenIn(head));
    if (scopes == m_tokens.cend()) {
        QString challenge = u"Bearer"_s;
        if (namesDocument)
            challenge +=
                u" resource_metadata=\"%1/.well-known/oauth-protected-resource/mcp\""_s.arg(
                    withoutSlash(m_upstream.url()));
        if (!scopesForAll.isEmpty())
            challenge += u"%1 scope=\"%2\""_s.arg(namesDocument ? u","_s : QString(),
                                                  scopesForAll.join(u' '));
        socket.write(refusal("401 Unauthorized"_ba, challenge));
        return true;
    }
    const bool isCall = message["method"_L1].toString() == "tools/call"_L1;
    if (!isCall || holdsAll(*scopes, scopesForCalls))
        return false;
    socket.write(refusal(
        "403 Forbidden"_ba,
        u"Bearer error=\"insufficient_scope\", scope=\"%1\""_s.arg(scopesForCalls.join(u' '))));
    return true;
}

QByteArray ProtectedUpstream::refusal(const QByteArray &statusLine, const QString &challenge) const
{
    return Server::answer(statusLine, {}, "WWW-Authenticate: "_ba + challenge.toLatin1() + "\r\n");
}

QByteArray ProtectedUpstream::answer(const Server::Received &request)
{
    const QByteArray path = request.head.split(' ').value(1).split('?').first();
    ++m_asked[path];
    if (instead) {
        if (const QByteArray other = instead(path); !other.isEmpty())
            return other;
    }
    if (path == "/.well-known/oauth-authorization-server")
        return ok(metadata);
    if (path == "/register")
        return registered(request.body);
    if (path == "/token")
        return exchanged(request.body);
    if (path == "/authorize")
        return Server::answer("200 OK"_ba, "<html>Sign in</html>"_ba);
    return Server::answer("404 Not Found"_ba, {});
}

QByteArray ProtectedUpstream::registered(const QByteArray &body)
{
    m_registrations.append(QJsonDocument::fromJson(body).object());
    return ok({{u"client_id"_s, u"client-%1"_s.arg(m_registrations.size())}});
}

QByteArray ProtectedUpstream::exchanged(const QByteArray &body)
{
    const auto fields = fieldsOf(body);
    m_exchanges.append(fields);
    QStringList scopes;
    if (fields.value(u"grant_type"_s) == "refresh_token"_L1) {
        const auto known = m_refreshTokens.constFind(fields.value(u"refresh_token"_s));
        if (known == m_refreshTokens.cend())
            return Server::answer("400 Bad Request"_ba, R"({"error":"invalid_grant"})"_ba);
        scopes = *known;
        m_refreshTokens.erase(known);
    } else {
        const Code code = m_codes.take(fields.value(u"code"_s));
        const Secret verifier(fields.value(u"code_verifier"_s).toLatin1());
        if (code.challenge.toLatin1() != oauth::Pkce::challengeOf(verifier))
            return Server::answer("400 Bad Request"_ba, R"({"error":"invalid_grant"})"_ba);
        scopes = code.scopes;
    }
    const QByteArray access = "access-"_ba + QByteArray::number(++m_count);
    const QString refresh = u"refresh-%1"_s.arg(m_count);
    m_tokens.insert(access, scopes);
    m_refreshTokens.insert(refresh, scopes);
    return ok({{u"access_token"_s, QString::fromLatin1(access)},
               {u"refresh_token"_s, refresh},
               {u"token_type"_s, u"Bearer"_s},
               {u"expires_in"_s, 3600}});
}

} // namespace fairlead::gateway
