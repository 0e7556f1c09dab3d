// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace fairlead::sandbox {

struct HeaderField
{
    QByteArray name;
    QByteArray value;
};

/** One HTTP request as a service sees it: whole, decoded, with the origin it was sent to. */
struct Request
{
    QByteArray method;
    QByteArray target; ///< as sent
    QString path; ///< percent-decoded, without the query
    QList<QPair<QString, QString>> query;
    QList<HeaderField> headers;
    QByteArray body;
    QString origin; ///< "http://127.0.0.1:8090" of the listener that took it

    /** The first header of that name, in any case; empty when absent. */
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
    /** The content type in lower case, without its parameters. */
    [[nodiscard]] QByteArray contentType() const;

    [[nodiscard]] std::optional<QString> parameter(QStringView name) const;
    /** All values of a repeatable parameter, comma-separated ones split. */
    [[nodiscard]] QStringList parameterList(QStringView name) const;
    /** An integer parameter that the contract has checked already. */
    [[nodiscard]] int integer(QStringView name, int otherwise) const;
    /** All values of that name in a body that is a sent form. */
    [[nodiscard]] QStringList formValues(QStringView name) const;
};

/** "a=b&c=d+e" decoded: the query of a request, or the body of a form. */
[[nodiscard]] QList<QPair<QString, QString>> parsedPairs(const QByteArray &text);

/** What a service answers. The front adds Content-Length and Connection. */
struct Response
{
    int status = 200;
    QList<HeaderField> headers;
    QByteArray body;

    [[nodiscard]] static Response json(int status, const QJsonObject &object);
    [[nodiscard]] static Response json(int status, const QJsonArray &array);
    [[nodiscard]] static Response text(int status, const QByteArray &type, const QByteArray &body);
    [[nodiscard]] static Response empty(int status);

    Response &with(const QByteArray &name, const QByteArray &value);
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/** The reason phrase of a status code, "Unknown" for one that we never send. */
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace fairlead::sandbox
