// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/tokenset.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {

Secret TokenSet::toSecret() const
{
    const QJsonObject json{{u"access_token"_s, QString::fromLatin1(accessToken.reveal())},
                           {u"refresh_token"_s, QString::fromLatin1(refreshToken.reveal())},
                           {u"received_at"_s, receivedAt.toMSecsSinceEpoch()},
                           {u"expires_in"_s, qint64(lifetime.count())},
                           {u"scopes"_s, QJsonArray::fromStringList(scopes)},
                           {u"details"_s, details}};
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<TokenSet> TokenSet::fromSecret(const Secret &stored)
{
    const QJsonObject json = QJsonDocument::fromJson(stored.reveal()).object();
    TokenSet tokens;
    tokens.accessToken = Secret(json.value("access_token"_L1).toString().toLatin1());
    tokens.refreshToken = Secret(json.value("refresh_token"_L1).toString().toLatin1());
    tokens.receivedAt =
        QDateTime::fromMSecsSinceEpoch(json.value("received_at"_L1).toInteger(), Qt::UTC);
    tokens.lifetime = std::chrono::seconds(json.value("expires_in"_L1).toInteger());
    const QJsonArray scopes = json.value("scopes"_L1).toArray();
    for (const auto &scope : scopes)
        tokens.scopes.append(scope.toString());
    tokens.details = json.value("details"_L1).toObject();
    if (tokens.accessToken.isEmpty()) {
        return failure(ErrorCode::InvalidData,
                       u"The stored sign-in is damaged and cannot be used. Connect again."_s);
    }
    return tokens;
}

} // namespace fairlead::oauth
