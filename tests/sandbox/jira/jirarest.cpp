// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jirarest.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/schemacheck.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

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
    // A document that is one string, such as a watcher's account id, stands in no QJsonDocument.
    if (operation.bodySchema["type"_L1] == "string"_L1) {
        const QJsonArray text = QJsonDocument::fromJson('[' + request.body + ']').array();
        return text.size() == 1 && text[0].isString()
            ? std::optional<Response>()
            : jiraError(400, u"The request body must be a JSON string."_s);
    }
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

} // namespace

BasicCredentials BasicCredentials::of(const Request &request)
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

} // namespace fairlead::sandbox
