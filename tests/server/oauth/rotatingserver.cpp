// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/oauth/rotatingserver.h"

#include <QCoroTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::tests {

oauth::AuthorizationServer RotatingServer::description()
{
    return {.service = u"jira"_s,
            .displayName = u"Atlassian"_s,
            .issuer = u"https://auth.example"_s,
            .authorizationEndpoint = QUrl(u"https://auth.example/authorize"_s),
            .tokenEndpoint = QUrl(u"https://auth.example/oauth/token"_s),
            .format = oauth::BodyFormat::Json};
}

QByteArray RotatingServer::issue()
{
    m_current = "refresh-" + QByteArray::number(++m_issued);
    return m_current;
}

void RotatingServer::revokeAll()
{
    m_retired.insert(m_current);
    m_current.clear();
}

QCoro::Task<Result<net::Response>> RotatingServer::send(net::Request request)
{
    ++m_requests;
    m_bodies.append(request.body);
    const Fault fault = nextFault();
    beforehand();
    if (fault == Fault::NotReached)
        co_return failure(ErrorCode::Network, u"auth.example could not be reached."_s);
    net::Response response;
    if (fault == Fault::ServerError)
        response = {.status = 503, .headers = {}, .body = "busy"_ba};
    else if (fault == Fault::Garbage)
        response = {.status = 200, .headers = {}, .body = "<html>"_ba};
    else
        response = answer(request.body);
    afterwards();
    do {
        QTimer turn;
        turn.setSingleShot(true);
        turn.start(0);
        co_await turn;
    } while (holds);
    if (fault == Fault::AnswerLost)
        co_return failure(ErrorCode::Timeout, u"auth.example did not answer within 20 seconds."_s);
    co_return response;
}

net::Response RotatingServer::answer(const QByteArray &body)
{
    const QByteArray given =
        QJsonDocument::fromJson(body)["refresh_token"_L1].toString().toLatin1();
    if (given.isEmpty() || given != m_current) {
        if (m_retired.contains(given))
            ++m_reuses;
        return {.status = 403,
                .headers = {},
                .body = "{\"error\":\"invalid_grant\",\"error_description\":\"Unknown or invalid "
                        "refresh token.\"}"_ba};
    }
    m_retired.insert(given);
    ++m_rotations;
    const QJsonObject tokens{{u"access_token"_s, u"access-%1"_s.arg(m_issued + 1)},
                             {u"refresh_token"_s, QString::fromLatin1(issue())},
                             {u"token_type"_s, u"Bearer"_s},
                             {u"expires_in"_s, 3600},
                             {u"scope"_s, u"read:jira-work"_s}};
    return {.status = 200, .headers = {}, .body = QJsonDocument(tokens).toJson()};
}

} // namespace fairlead::tests
