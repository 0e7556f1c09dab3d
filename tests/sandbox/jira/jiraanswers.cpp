// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jiraanswers.h"

#include <QJsonArray>
#include <QUrl>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

Response jiraError(int status, const QString &message)
{
    return Response::json(
        status,
        QJsonObject{{u"errorMessages"_s, QJsonArray{message}}, {u"errors"_s, QJsonObject{}}});
}

Response jiraErrors(int status, const QMap<QString, QString> &errors)
{
    QJsonObject object;
    for (auto it = errors.begin(); it != errors.end(); ++it)
        object.insert(it.key(), it.value());
    return Response::json(status,
                          QJsonObject{{u"errorMessages"_s, QJsonArray{}}, {u"errors"_s, object}});
}

Response jiraProblem(int status, const QString &title, const QString &detail, const QString &path)
{
    const QJsonObject problem{{u"type"_s, u"about:blank"_s},
                              {u"title"_s, title},
                              {u"status"_s, status},
                              {u"detail"_s, detail},
                              {u"instance"_s, path}};
    return Response::text(status,
                          "application/problem+json;charset=UTF-8",
                          QJsonDocument(problem).toJson(QJsonDocument::Compact));
}

Response notAuthenticated(const QString &origin)
{
    return Response::text(401,
                          "text/html;charset=UTF-8",
                          "Client must be authenticated to access this resource.")
        .with("WWW-Authenticate", "OAuth realm=\"" + QUrl::toPercentEncoding(origin) + '"');
}

Response gatewayUnauthorized(const QString &message)
{
    return Response::json(401, QJsonObject{{u"code"_s, 401}, {u"message"_s, message}});
}

Response issueNotFound()
{
    return jiraError(404, u"Issue does not exist or you do not have permission to see it."_s);
}

Response projectNotFound(const QString &idOrKey)
{
    return jiraError(404, u"No project could be found with key '%1'."_s.arg(idOrKey));
}

} // namespace fairlead::sandbox
