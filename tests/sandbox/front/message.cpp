// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/message.h"

#include <QJsonArray>

namespace fairlead::sandbox {

namespace {

QByteArray firstHeader(const QList<HeaderField> &headers, QByteArrayView name)
{
    for (const HeaderField &field : headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

QString decoded(const QByteArray &part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
}

} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    return firstHeader(headers, name);
}

bool Request::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(), [name](const HeaderField &field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray Request::contentType() const
{
    return header("content-type").split(';').constFirst().trimmed().toLower();
}

std::optional<QString> Request::parameter(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

QStringList Request::parameterList(QStringView name) const
{
    QStringList result;
    for (const auto &[key, value] : query) {
        if (key == name)
            result += value.split(u',', Qt::SkipEmptyParts);
    }
    for (QString &item : result)
        item = item.trimmed();
    return result;
}

int Request::integer(QStringView name, int otherwise) const
{
    const std::optional<QString> text = parameter(name);
    return text ? text->toInt() : otherwise;
}

QStringList Request::formValues(QStringView name) const
{
    QStringList result;
    if (contentType() != "application/x-www-form-urlencoded")
        return result;
    for (const auto &[key, value] : parsedPairs(body)) {
        if (key == name)
            result.append(value);
    }
    return result;
}

QList<QPair<QString, QString>> parsedPairs(const QByteArray &text)
{
    QList<QPair<QString, QString>> result;
    for (QByteArray pair : text.split('&')) {
        if (pair.isEmpty())
            continue;
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        result.append(equals < 0
                          ? qMakePair(decoded(pair), QString())
                          : qMakePair(decoded(pair.left(equals)), decoded(pair.mid(equals + 1))));
    }
    return result;
}

Response Response::json(int status, const QJsonObject &object)
{
    return text(status,
                "application/json;charset=UTF-8",
                QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Response Response::json(int status, const QJsonArray &array)
{
    return text(status,
                "application/json;charset=UTF-8",
                QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Response Response::text(int status, const QByteArray &type, const QByteArray &body)
{
    return {.status = status, .headers = {{"Content-Type", type}}, .body = body};
}

Response Response::empty(int status)
{
    return {.status = status, .headers = {}, .body = {}};
}

Response &Response::with(const QByteArray &name, const QByteArray &value)
{
    headers.append({name, value});
    return *this;
}

QByteArray Response::header(QByteArrayView name) const
{
    return firstHeader(headers, name);
}

QByteArray reasonPhrase(int status)
{
    static const QHash<int, QByteArray> phrases{
        {200, "OK"},
        {201, "Created"},
        {204, "No Content"},
        {206, "Partial Content"},
        {302, "Found"},
        {303, "See Other"},
        {307, "Temporary Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {413, "Payload Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
        {529, "Site is overloaded"},
    };
    return phrases.value(status, "Unknown");
}

} // namespace fairlead::sandbox
