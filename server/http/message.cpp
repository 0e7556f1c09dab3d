// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/message.h"

#include "server/http/engine/responsehead.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

QByteArray valueOf(const QList<Header> &list, QByteArrayView name)
{
    const auto found = std::find_if(
        list.begin(), list.end(), [name](const Header &entry) { return entry.first == name; });
    return found == list.end() ? QByteArray() : found->second;
}

bool has(const QList<Header> &entries, QByteArrayView name)
{
    return std::any_of(entries.begin(), entries.end(), [name](const Header &entry) {
        return entry.first == name;
    });
}

Response jsonText(QByteArray text, int status)
{
    Response response;
    response.status = status;
    response.headers.append({"Content-Type"_ba, "application/json"_ba});
    response.body = std::move(text);
    return response;
}

} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    return valueOf(headers, name);
}

bool Request::hasHeader(QByteArrayView name) const
{
    return has(headers, name);
}

bool Request::hasQuery(QByteArrayView name) const
{
    return has(query, name);
}

QByteArray Request::queryValue(QByteArrayView name) const
{
    return valueOf(query, name);
}

QByteArray Request::pathParameter(QByteArrayView name) const
{
    return valueOf(pathParameters, name);
}

Response Response::json(const QJsonObject &object, int status)
{
    return jsonText(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Response Response::json(const QJsonArray &array, int status)
{
    return jsonText(QJsonDocument(array).toJson(QJsonDocument::Compact), status);
}

Response Response::empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response Response::problem(int status, const QString &code, const QString &detail)
{
    const QJsonObject object{{u"type"_s, u"about:blank"_s},
                             {u"title"_s, QString::fromLatin1(engine::reasonPhrase(status))},
                             {u"status"_s, status},
                             {u"code"_s, code},
                             {u"detail"_s, detail}};
    Response response = json(object, status);
    response.headers.front().second = "application/problem+json"_ba;
    return response;
}

} // namespace fairlead::http
