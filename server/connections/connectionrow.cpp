// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connections/connectionrow.h"

#include "server/store/timestamp.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::connections::row {
namespace {

QStringList textsFrom(const QString &json)
{
    QStringList texts;
    for (const auto value : QJsonDocument::fromJson(json.toUtf8()).array())
        texts.append(value.toString());
    return texts;
}

} // namespace

QString encoded(const QUrl &url)
{
    QString text = url.toString(QUrl::FullyEncoded);
    while (text.endsWith(u'/'))
        text.chop(1);
    return stored(text);
}

QString encoded(const QStringList &texts)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Result<Connection> connectionFrom(const store::Row &row)
{
    const auto method = methodFromName(row.text(u"auth_type"_s));
    const auto state = stateFromName(row.text(u"state"_s));
    if (!method || !state)
        return failure(method ? state.error() : method.error());
    return Connection{.id = row.text(u"id"_s),
                      .userId = row.text(u"user_id"_s),
                      .provider = row.text(u"provider_type"_s),
                      .name = row.text(u"name"_s),
                      .site = QUrl(row.text(u"base_url"_s)),
                      .apiBase = QUrl(row.text(u"api_base_url"_s)),
                      .account = row.text(u"username"_s),
                      .accountName = row.text(u"account_name"_s),
                      .method = *method,
                      .grantId = row.text(u"grant_id"_s),
                      .state = *state,
                      .lastError = row.text(u"last_error"_s),
                      .limitations = textsFrom(row.text(u"limitations"_s)),
                      .createdAt = store::fromStored(row.value(u"created_at"_s)),
                      .lastUsedAt = store::fromStored(row.value(u"last_used_at"_s)),
                      .organization = row.text(u"organization"_s)};
}

QVariantList changingValues(const Connection &connection)
{
    return {stored(connection.account),
            stored(connection.name),
            encoded(connection.apiBase),
            stored(connection.accountName),
            QString(methodName(connection.method)),
            stored(connection.grantId),
            QString(stateName(connection.state)),
            stored(connection.lastError),
            encoded(connection.limitations)};
}

} // namespace fairlead::connections::row
