// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace fairlead::http {

using Header = std::pair<QByteArray, QByteArray>;

/** A request that passed the guard: one Host of ours, one unambiguous form, within the limits. */
struct Request
{
    QByteArray method; ///< upper case
    QByteArray
        path; ///< as sent, without the query; no percent-escapes, dot segments or doubled slashes
    QList<Header> query; ///< decoded name and value pairs, in order
    QList<Header> headers; ///< names in lower case, values trimmed
    QList<Header> pathParameters; ///< set by the router: name in the route's braces, value
    QByteArray body;

    /** The first of that name, lower-case; empty when absent. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
    [[nodiscard]] QByteArray queryValue(QByteArrayView name) const;
    [[nodiscard]] bool hasQuery(QByteArrayView name) const;
    [[nodiscard]] QByteArray pathParameter(QByteArrayView name) const;
};

struct Response
{
    int status = 200;
    QList<Header> headers; ///< without Content-Length, Date and Connection, which the engine writes
    QByteArray body;

    [[nodiscard]] static Response json(const QJsonObject &object, int status = 200);
    [[nodiscard]] static Response json(const QJsonArray &array, int status = 200);
    [[nodiscard]] static Response empty(int status);
    /** RFC 9457 application/problem+json: `code` is stable, `detail` a sentence for a person. */
    [[nodiscard]] static Response problem(int status, const QString &code, const QString &detail);
};

} // namespace fairlead::http
