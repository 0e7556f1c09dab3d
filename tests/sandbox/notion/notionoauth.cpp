// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionoauth.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionrenderer.h"

#include <QUuid>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "notion"_L1;
constexpr auto product = "Notion"_L1;
constexpr auto prefix = "/v1/oauth/"_L1;

/** A bot stays the same for an app and a person, however often they sign in. */
QString botId(const QString &clientId, const QString &accountId)
{
    return QUuid::createUuidV5(QUuid::fromString(accountId), clientId)
        .toString(QUuid::WithoutBraces);
}

} // namespace

NotionOAuth::NotionOAuth(const Options &options,
                         NotionSite &site,
                         const ClientRegistry &clients,
                         GrantStore &grants,
                         const Clock &clock)
    : m_options(options)
    , m_site(site)
    , m_clients(clients)
    , m_grants(grants)
    , m_flow({.service = service,
              .product = product,
              .loginPath = prefix + u"authorize/login"_s,
              .consentPath = prefix + u"authorize/consent"_s},
             *this,
             grants,
             clock)
{}

GrantStore::Rules NotionOAuth::rules(const Options &options)
{
    GrantStore::Rules rules;
    rules.codeLife = std::chrono::minutes(10);
    rules.accessLife = options.accessLife;
    rules.refreshTokens = options.givesRefreshTokens ? GrantStore::RefreshTokens::Always
                                                     : GrantStore::RefreshTokens::Never;
    rules.access = {.prefix = "ntn_"_ba, .randomBytes = 46};
    rules.refresh = {.prefix = "nrt_"_ba, .randomBytes = 46};
    return rules;
}

std::optional<Response> NotionOAuth::answer(const Request &request)
{
    if (!request.path.startsWith(prefix))
        return std::nullopt;
    const QString wanted =
        QString::fromLatin1(request.method) + u' ' + request.path.mid(prefix.size());
    if (wanted == "GET authorize"_L1)
        return authorize(request);
    if (wanted == "POST authorize/login"_L1)
        return m_flow.logIn(request);
    if (wanted == "POST authorize/consent"_L1)
        return m_flow.decide(request);
    if (wanted == "POST token"_L1 || wanted == "POST revoke"_L1 || wanted == "POST introspect"_L1)
        return answerApp(request).with("Cache-Control", "no-store");
    return notionError(400, u"invalid_request_url"_s, u"Invalid request URL."_s);
}

std::optional<SignInPerson> NotionOAuth::person(const QString &email, const QString &password) const
{
    const NotionUser *user = m_site.state().userByEmail(email);
    if (!user || user->password.isEmpty() || user->password != password)
        return std::nullopt;
    return SignInPerson{.accountId = user->id, .displayName = user->name, .email = user->email};
}

void NotionOAuth::offer(const OAuthClient &, const SignInPerson &person, ConsentPage &page) const
{
    page.choice = ConsentPage::Choice::Several;
    page.choiceName = u"page"_s;
    page.choiceTitle = u"Select the pages of %1 that it may use:"_s.arg(m_site.state().name);
    const QList<const NotionPage *> tops = m_site.state().topPages(person.accountId);
    for (const NotionPage *top : tops)
        page.options.append({.value = top->id,
                             .title = NotionWorkspace::title(*top),
                             .detail = top->audience.isEmpty() ? u"Shared"_s : u"Private"_s});
}

Response NotionOAuth::authorize(const Request &request)
{
    if (const std::optional<Response> refused = m_flow.refused(request, m_clients))
        return *refused;
    if (request.parameter(u"owner").value_or(QString()) != "user"_L1)
        return signInErrorPage(400, product, u"The owner must be \"user\"."_s);
    const QString clientId = request.parameter(u"client_id").value_or(QString());
    return m_flow.begin({.client = *m_clients.client(service, clientId),
                         .scopes = {},
                         .state = request.parameter(u"state")});
}

Response NotionOAuth::error(int status, const QString &code, const QString &description) const
{
    if (m_options.hasDocumentedErrors)
        return notionError(status, code, description);
    return Response::json(
        status,
        QJsonObject{{u"error"_s, code},
                    {u"error_description"_s, description},
                    {u"request_id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}});
}

const OAuthClient *NotionOAuth::app(const Request &request) const
{
    const QByteArray header = request.header("authorization");
    if (header.left(6).toLower() != "basic ")
        return nullptr;
    const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
    const qsizetype colon = pair.indexOf(':');
    const OAuthClient *known =
        m_clients.client(service, QString::fromUtf8(pair.left(qMax(qsizetype(0), colon))));
    return colon > 0 && known && known->clientSecret == pair.mid(colon + 1) ? known : nullptr;
}

Response NotionOAuth::answerApp(const Request &request)
{
    const OAuthClient *client = app(request);
    if (!client)
        return error(401, u"invalid_client"_s, u"Client authentication failed."_s);
    const QString version = notionVersionComplaint(request.header("notion-version"));
    if (!version.isEmpty())
        return error(400, u"invalid_request"_s, version);
    if (request.contentType() != "application/json")
        return error(400, u"invalid_request"_s, u"The Content-Type must be application/json."_s);
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return error(400, u"invalid_request"_s, u"Error parsing JSON body."_s);
    const QJsonObject body = document.object();
    if (request.path.endsWith("/token"_L1))
        return answerToken(*client, body);
    if (!body["token"_L1].isString())
        return missing(body, u"token"_s);
    const QByteArray token = body["token"_L1].toString().toUtf8();
    if (request.path.endsWith("/introspect"_L1)) {
        const auto access = m_grants.access(token);
        return notionOk({{u"active"_s, access && access->clientId == client->clientId}});
    }
    m_grants.revoke(client->clientId, token);
    return notionOk({});
}

Response NotionOAuth::missing(const QJsonObject &body, const QString &name) const
{
    return error(400,
                 u"invalid_request"_s,
                 u"body failed validation: "_s
                     + notionComplaint(u"body."_s + name,
                                       body.contains(name) ? u"a string"_s : u"defined"_s,
                                       body[name]));
}

Response NotionOAuth::answerToken(const OAuthClient &app, const QJsonObject &body)
{
    const QString grantType = body["grant_type"_L1].toString();
    if (grantType.isEmpty())
        return missing(body, u"grant_type"_s);
    if (grantType == "authorization_code"_L1)
        return body["code"_L1].isString() ? exchange(app, body) : missing(body, u"code"_s);
    if (grantType == "refresh_token"_L1)
        return body["refresh_token"_L1].isString() ? refresh(app, body)
                                                   : missing(body, u"refresh_token"_s);
    return error(400, u"unsupported_grant_type"_s, u"Unsupported grant type: %1"_s.arg(grantType));
}

Response NotionOAuth::exchange(const OAuthClient &app, const QJsonObject &body)
{
    const GrantStore::Tokens given = m_grants.exchange(
        app.clientId, body["code"_L1].toString().toUtf8(), body["redirect_uri"_L1].toString(), {});
    if (given.refusal == GrantStore::Refusal::WrongRedirect)
        return error(400,
                     u"invalid_grant"_s,
                     u"The redirect_uri does not match the one of the authorization."_s);
    if (given.refusal != GrantStore::Refusal::None)
        return error(400, u"invalid_grant"_s, u"Invalid code."_s);
    // What was picked now, together with what earlier consents gave and nobody took back.
    bot(app, given.accountId).pageIds = given.resources;
    return tokens(app, given);
}

Response NotionOAuth::refresh(const OAuthClient &app, const QJsonObject &body)
{
    const GrantStore::Tokens given =
        m_grants.refresh(app.clientId, body["refresh_token"_L1].toString().toUtf8());
    if (given.refusal != GrantStore::Refusal::None)
        return error(400, m_grants.rules().refreshError, u"Token has been expired or revoked."_s);
    return tokens(app, given);
}

Response NotionOAuth::tokens(const OAuthClient &app, const GrantStore::Tokens &tokens)
{
    const NotionUser *user = m_site.state().user(tokens.accountId);
    const QJsonObject owner{{u"type"_s, u"user"_s},
                            {u"user"_s, user ? NotionRenderer::user(*user) : QJsonObject()}};
    QJsonObject answer{{u"access_token"_s, QString::fromLatin1(tokens.access)},
                       {u"token_type"_s, u"bearer"_s},
                       {u"refresh_token"_s,
                        tokens.refresh.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                 : QJsonValue(QString::fromLatin1(tokens.refresh))},
                       {u"bot_id"_s, botId(app.clientId, tokens.accountId)},
                       {u"workspace_id"_s, m_site.state().id},
                       {u"workspace_name"_s, m_site.state().name},
                       {u"workspace_icon"_s, QJsonValue::Null},
                       {u"owner"_s, owner},
                       {u"duplicated_template_id"_s, QJsonValue::Null}};
    if (m_options.tellsExpiry && tokens.expiresIn.count() > 0)
        answer.insert(u"expires_in"_s, qint64(tokens.expiresIn.count()));
    return notionOk(answer);
}

NotionConnection &NotionOAuth::bot(const OAuthClient &app, const QString &accountId)
{
    std::list<NotionConnection> &connections = m_site.state().connections;
    const QString id = botId(app.clientId, accountId);
    const auto known = std::find_if(connections.begin(),
                                    connections.end(),
                                    [&id](const NotionConnection &c) { return c.id == id; });
    if (known != connections.end())
        return *known;
    NotionConnection added;
    added.id = id;
    added.name = app.name;
    added.kind = NotionConnection::Kind::Public;
    added.ownerId = accountId;
    connections.push_back(added);
    return connections.back();
}

NotionConnection *NotionOAuth::connection(const QByteArray &accessToken)
{
    const std::optional<GrantStore::Access> access = m_grants.access(accessToken);
    const OAuthClient *client = access ? m_clients.client(service, access->clientId) : nullptr;
    return client ? &bot(*client, access->accountId) : nullptr;
}

} // namespace fairlead::sandbox
