// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassian/atlassianauth.h"

#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "jira"_L1;
constexpr auto product = "Atlassian"_L1;

/** The scopes that a Jira app may ask for, classic and (for boards and sprints) granular. */
bool isKnownScope(const QString &scope)
{
    static const QStringList classic{u"offline_access"_s,
                                     u"read:me"_s,
                                     u"read:account"_s,
                                     u"read:jira-work"_s,
                                     u"write:jira-work"_s,
                                     u"read:jira-user"_s,
                                     u"manage:jira-project"_s,
                                     u"manage:jira-configuration"_s,
                                     u"manage:jira-webhook"_s,
                                     u"manage:jira-data-provider"_s};
    static const QRegularExpression granular(QRegularExpression::anchoredPattern(
        u"(read|write|delete):(board-scope|board-scope\\.admin|sprint|epic|issue|issue-details|"
        "project|jql|user):(jira|jira-software)"_s));
    return classic.contains(scope) || granular.match(scope).hasMatch();
}

bool mayAskFor(const OAuthClient &client, const QString &scope)
{
    return isKnownScope(scope)
        && (client.scopes.isEmpty() || client.scopes.contains(scope)
            || scope == "offline_access"_L1);
}

/** Why the app is sent back at once; empty: it is not. */
QList<QPair<QString, QString>> refusedByPolicy(const Request &request,
                                               const SignInFlow::Wanted &wanted)
{
    const auto error = [](const QString &code, const QString &sentence) {
        return QList<QPair<QString, QString>>{{u"error"_s, code},
                                              {u"error_description"_s, sentence}};
    };
    if (wanted.scopes.isEmpty())
        return error(u"invalid_scope"_s, u"No scope was requested."_s);
    for (const QString &scope : wanted.scopes) {
        if (!mayAskFor(wanted.client, scope))
            return error(u"invalid_scope"_s, u"The app may not ask for the scope %1."_s.arg(scope));
    }
    if (!wanted.codeChallenge.isEmpty()
        && request.parameter(u"code_challenge_method").value_or(QString()) != "S256"_L1)
        return error(u"invalid_request"_s, u"The code_challenge_method must be S256."_s);
    return {};
}

Response tokenError(int status, const QString &error, const QString &description)
{
    return Response::json(status,
                          QJsonObject{{u"error"_s, error}, {u"error_description"_s, description}})
        .with("Cache-Control", "no-store");
}

Response tokensAnswer(const GrantStore::Tokens &tokens)
{
    QJsonObject answer{{u"access_token"_s, QString::fromLatin1(tokens.access)},
                       {u"expires_in"_s, qint64(tokens.expiresIn.count())},
                       {u"token_type"_s, u"Bearer"_s},
                       {u"scope"_s, tokens.scopes.join(u' ')}};
    if (!tokens.refresh.isEmpty())
        answer.insert(u"refresh_token"_s, QString::fromLatin1(tokens.refresh));
    return Response::json(200, answer).with("Cache-Control", "no-store");
}

/** Those members, each a string; nothing when one is missing. */
std::optional<QStringList> texts(const QJsonObject &body, const QStringList &names)
{
    QStringList result;
    for (const QString &name : names) {
        if (!body[name].isString())
            return std::nullopt;
        result.append(body[name].toString());
    }
    return result;
}

Response missingMember(const QStringList &names)
{
    return tokenError(400,
                      u"invalid_request"_s,
                      u"These members are needed, as strings: %1."_s.arg(names.join(u", ")));
}

} // namespace

AtlassianAuth::AtlassianAuth(const QList<JiraSite *> &sites,
                             const ClientRegistry &clients,
                             GrantStore &grants,
                             const Clock &clock)
    : m_sites(sites)
    , m_clients(clients)
    , m_grants(grants)
    , m_flow({.service = service,
              .product = product,
              .loginPath = u"/login"_s,
              .consentPath = u"/consent"_s},
             *this,
             grants,
             clock)
{}

GrantStore::Rules AtlassianAuth::rules()
{
    GrantStore::Rules rules;
    rules.access = {.kind = TokenShape::Kind::LikeJwt, .randomBytes = 1200};
    rules.refresh = {.kind = TokenShape::Kind::LikeJwt, .randomBytes = 300};
    return rules;
}

QString AtlassianAuth::name() const
{
    return u"atlassian-auth"_s;
}

Response AtlassianAuth::answer(const Request &request)
{
    const QString wanted = QString::fromLatin1(request.method) + u' ' + request.path;
    if (wanted == "GET /authorize"_L1)
        return authorize(request);
    if (wanted == "POST /login"_L1)
        return m_flow.logIn(request);
    if (wanted == "POST /consent"_L1)
        return m_flow.decide(request);
    if (request.path == "/oauth/token"_L1)
        return token(request);
    return signInErrorPage(404, product, u"There is no page %1."_s.arg(wanted));
}

std::optional<SignInPerson> AtlassianAuth::person(const QString &email,
                                                  const QString &password) const
{
    for (const JiraSite *site : m_sites) {
        const JiraUser *user = site->state().userByEmail(email);
        if (user && user->isActive && !password.isEmpty() && user->password == password)
            return SignInPerson{.accountId = user->accountId,
                                .displayName = user->displayName,
                                .email = user->email};
    }
    return std::nullopt;
}

void AtlassianAuth::offer(const OAuthClient &client,
                          const SignInPerson &person,
                          ConsentPage &page) const
{
    const bool isForOneSite = client.access == OAuthClient::Access::Resource;
    page.choice = isForOneSite ? ConsentPage::Choice::One : ConsentPage::Choice::None;
    page.choiceName = u"site"_s;
    page.choiceTitle =
        isForOneSite ? u"Choose the site that it may use:"_s : u"It may use all of your sites:"_s;
    for (const JiraSite *site : m_sites) {
        const JiraUser *user = site->state().user(person.accountId);
        if (user && user->isActive)
            page.options.append({.value = site->state().cloudId(),
                                 .title = site->state().title(),
                                 .detail = site->url()});
    }
}

Response AtlassianAuth::authorize(const Request &request)
{
    if (const std::optional<Response> refused = m_flow.refused(request, m_clients))
        return *refused;
    if (request.parameter(u"audience").value_or(QString()) != "api.atlassian.com"_L1)
        return signInErrorPage(400, product, u"The audience must be \"api.atlassian.com\"."_s);
    const QString clientId = request.parameter(u"client_id").value_or(QString());
    const QString scopes = request.parameter(u"scope").value_or(QString());
    const SignInFlow::Wanted wanted{.client = *m_clients.client(service, clientId),
                                    .scopes = scopes.split(u' ', Qt::SkipEmptyParts),
                                    .state = request.parameter(u"state"),
                                    .codeChallenge =
                                        request.parameter(u"code_challenge").value_or(QString())};
    const auto refused = refusedByPolicy(request, wanted);
    return refused.isEmpty() ? m_flow.begin(wanted) : SignInFlow::backToApp(wanted, refused);
}

Response AtlassianAuth::token(const Request &request)
{
    if (request.method != "POST")
        return tokenError(405, u"invalid_request"_s, u"Send a POST request."_s)
            .with("Allow", "POST");
    if (request.contentType() != "application/json")
        return tokenError(
            415, u"invalid_request"_s, u"The Content-Type must be application/json."_s);
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return tokenError(400, u"invalid_request"_s, u"The body is not a JSON object."_s);
    const QJsonObject body = document.object();
    const QStringList needed{u"grant_type"_s, u"client_id"_s, u"client_secret"_s};
    const std::optional<QStringList> given = texts(body, needed);
    if (!given)
        return missingMember(needed);
    const OAuthClient *client = m_clients.client(service, (*given)[1]);
    if (!client || client->clientSecret != (*given)[2].toUtf8())
        return tokenError(401, u"access_denied"_s, u"Unauthorized"_s);
    if ((*given)[0] == "authorization_code"_L1)
        return exchange(client->clientId, body);
    if ((*given)[0] == "refresh_token"_L1)
        return refresh(client->clientId, body);
    return tokenError(
        400, u"unsupported_grant_type"_s, u"Unsupported grant type: %1"_s.arg((*given)[0]));
}

Response AtlassianAuth::exchange(const QString &clientId, const QJsonObject &body)
{
    const QStringList needed{u"code"_s, u"redirect_uri"_s};
    const std::optional<QStringList> given = texts(body, needed);
    if (!given)
        return missingMember(needed);
    const GrantStore::Tokens tokens = m_grants.exchange(
        clientId, (*given)[0].toUtf8(), (*given)[1], body["code_verifier"_L1].toString().toUtf8());
    switch (tokens.refusal) {
    case GrantStore::Refusal::None:
        return tokensAnswer(tokens);
    case GrantStore::Refusal::WrongRedirect:
        return tokenError(403,
                          u"invalid_grant"_s,
                          u"The redirect_uri is not the one of the authorization request."_s);
    case GrantStore::Refusal::WrongVerifier:
        return tokenError(403, u"invalid_grant"_s, u"Failed to verify code verifier"_s);
    default:
        return tokenError(403, u"invalid_grant"_s, u"Invalid authorization code"_s);
    }
}

Response AtlassianAuth::refresh(const QString &clientId, const QJsonObject &body)
{
    const QStringList needed{u"refresh_token"_s};
    const std::optional<QStringList> given = texts(body, needed);
    if (!given)
        return missingMember(needed);
    const GrantStore::Tokens tokens = m_grants.refresh(clientId, (*given)[0].toUtf8());
    if (tokens.refusal == GrantStore::Refusal::None)
        return tokensAnswer(tokens);
    // Both are seen from Atlassian; its documentation names the first only.
    const QString error = m_grants.rules().refreshError;
    return tokenError(403,
                      error,
                      error == "invalid_grant"_L1 ? u"Unknown or invalid refresh token."_s
                                                  : u"refresh_token is invalid"_s);
}

} // namespace fairlead::sandbox
