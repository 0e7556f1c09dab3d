// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace fairlead::providers {

/**
 * One call of a service's REST API, and the words in which its failure is told. A call with `write`
 * is never repeated once it may have been carried out, unless `isIdempotent`.
 */
struct RestCall
{
    QByteArray method = "GET"; ///< "GET", "POST", "PUT", "PATCH", "DELETE"
    QString path{}; ///< below the API's base; every id in it has passed its grammar
    QUrlQuery query{}; ///< by addText(): QUrlQuery itself leaves "+" alone
    std::optional<QJsonObject> json{}; ///< the body
    QByteArray body{}; ///< or one of another kind, with its `contentType`
    QByteArray contentType{};
    QList<net::Header> headers{}; ///< further ones

    QString subject{}; ///< what a 404 means: "Issue ABC-1"; empty: nothing in particular
    QString write{}; ///< of a write, what it does: "creating the issue"; empty for a read
    QString check{}; ///< of a write, how to see whether it happened: a sentence
    QString scopes{}; ///< what a scoped token needs for it, where that is not the usual
    bool isIdempotent = false; ///< a write that may be sent again: the same PUT, the same DELETE
    qint64 maxResponseBytes = 16 * 1024 * 1024;
    std::chrono::milliseconds deadline{30'000}; ///< for everything; more for a large upload
};

/** Adds a text as it is: QUrlQuery leaves "+" alone, which a server reads as a space. */
inline void addText(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

/** The request that carries it out; `apiBase` is the API's root without a slash at its end. */
[[nodiscard]] net::Request requestOf(const RestCall &call, QUrl apiBase);

} // namespace fairlead::providers
