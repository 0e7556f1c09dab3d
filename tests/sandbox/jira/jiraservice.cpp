// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jiraservice.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/schemacheck.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto gatewayPrefix = "/ex/jira/"_L1;

struct BasicCredentials
{
    QString email;
    QByteArray secret;
};

BasicCredentials basicCredentials(const Request &request)
{
    const QByteArray header = request.header("authorization");
    if (header.left(6).toLower() != "basic ")
        return {};
    const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
    const qsizetype colon = pair.indexOf(':');
    if (colon < 0)
        return {};
    return {.email = QString::fromUtf8(pair.left(colon)), .secret = pair.mid(colon + 1)};
}

/** What the contract refuses before the site is asked; nothing when it has no objection. */
std::optional<Response> refusedByContract(const Contract::Operation &operation,
                                          const Request &request)
{
    const QByteArray type = request.contentType();
    if (!operation.contentType.isEmpty() && type != operation.contentType)
        return jiraProblem(415,
                           u"Unsupported Media Type"_s,
                           u"Content-Type '%1' is not supported."_s.arg(
                               type.isEmpty() ? u"null"_s : QString::fromLatin1(type)),
                           request.path);
    const QMap<QString, QString> query = Contract::checkQuery(operation, request);
    if (!query.isEmpty())
        return jiraErrors(400, query);
    if (operation.contentType != "application/json")
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return jiraError(400,
                         u"There was an error parsing JSON. Check that your request body is "
                         "valid."_s);
    const QMap<QString, QString> body = checkSchema(operation.bodySchema, document.object());
    if (body.isEmpty())
        return std::nullopt;
    Response response = jiraErrors(400, body);
    QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    answer.insert(u"errorMessages"_s,
                  QJsonArray{u"Invalid request payload. Refer to the REST API documentation and "
                             "try again."_s});
    response.body = QJsonDocument(answer).toJson(QJsonDocument::Compact);
    return response;
}

/** Routes a path below a site's root and asks the site. */
Response answerRest(const Contract &contract,
                    JiraSite &site,
                    const Request &request,
                    const JiraUser *caller,
                    const QString &base)
{
    const Contract::Match match = contract.match(request.method, request.path);
    if (match.methodsOfPath.isEmpty())
        return jiraProblem(
            404,
            u"Not Found"_s,
            u"No endpoint %1 %2."_s.arg(QString::fromLatin1(request.method), request.path),
            request.path);
    if (!match.isKnown)
        return jiraProblem(405,
                           u"Method Not Allowed"_s,
                           u"Request method '%1' is not supported."_s.arg(
                               QString::fromLatin1(request.method)),
                           request.path)
            .with("Allow", match.methodsOfPath.join(", "));
    if (!match.operation)
        return jiraError(501,
                         u"Jira has %1 %2, but the sandbox does not serve it."_s.arg(
                             QString::fromLatin1(request.method), request.path));
    if (const auto refused = refusedByContract(*match.operation, request))
        return *refused;
    return site.answer(match.operation->id,
                       {.request = request,
                        .caller = caller,
                        .path = match.pathParameters,
                        .body = QJsonDocument::fromJson(request.body).object(),
                        .base = base});
}

} // namespace

JiraService::JiraService(JiraSite &site, const QList<JiraSite *> &sites, const Contract &contract)
    : m_site(site)
    , m_sites(sites)
    , m_contract(contract)
{}

QString JiraService::name() const
{
    return u"jira:"_s + m_site.state().name();
}

void JiraService::reset()
{
    m_site.reset();
}

Response JiraService::answer(const Request &request)
{
    if (request.path == "/_edge/tenant_info"_L1)
        return Response::json(200, QJsonObject{{u"cloudId"_s, m_site.state().cloudId()}});
    if (request.path.startsWith(gatewayPrefix))
        return answerGateway(request);
    if (request.path.startsWith("/rest/"_L1))
        return answerSite(request);
    return Response::text(404,
                          "text/html;charset=UTF-8",
                          "<!DOCTYPE html><html lang=\"en\"><head><title>Oops, you&#39;ve found a "
                          "dead link. - JIRA</title></head><body></body></html>");
}

Response JiraService::answerSite(const Request &request)
{
    // As measured on real sites: a refused token does not stop a request, it makes the caller
    // anonymous, and only endpoints that need a person answer 401.
    const auto [email, secret] = basicCredentials(request);
    const ApiToken *token = m_site.state().token(email, secret);
    const bool isAccepted = token && !token->isScoped;
    const JiraUser *caller = isAccepted ? m_site.state().userByEmail(email) : nullptr;
    Response response = answerRest(m_contract, m_site, request, caller, request.origin);
    if (caller)
        response.with("X-AACCOUNTID", caller->accountId.toUtf8().toPercentEncoding());
    else if (request.hasHeader("authorization"))
        response.with("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
    return response;
}

Response JiraService::answerGateway(const Request &request)
{
    const QString cloudId = request.path.section(u'/', 3, 3);
    const auto site = std::find_if(m_sites.begin(), m_sites.end(), [&](const JiraSite *candidate) {
        return candidate->state().cloudId() == cloudId;
    });
    if (site == m_sites.end())
        return Response::json(404, QJsonObject{{u"code"_s, 404}, {u"message"_s, u"Not Found"_s}});
    const auto [email, secret] = basicCredentials(request);
    const ApiToken *token = (*site)->state().token(email, secret);
    if (!token || !token->isScoped)
        return gatewayUnauthorized(u"Unauthorized"_s);
    Request inner = request;
    inner.path = u'/' + request.path.section(u'/', 4);
    const Contract::Match match = m_contract.match(inner.method, inner.path);
    const QStringList needed = match.operation ? match.operation->scopes : QStringList();
    const bool isCovered = std::all_of(needed.begin(), needed.end(), [token](const QString &scope) {
        return token->scopes.contains(scope);
    });
    if (!isCovered)
        return gatewayUnauthorized(u"Unauthorized; scope does not match"_s);
    return answerRest(m_contract,
                      **site,
                      inner,
                      (*site)->state().userByEmail(email),
                      request.origin + gatewayPrefix + cloudId);
}

} // namespace fairlead::sandbox
