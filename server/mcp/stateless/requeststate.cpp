// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/stateless/requeststate.h"

#include "server/base/secret.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

/** A person may leave the desk; a state that leaks should not be good for long. */
constexpr qint64 lifeSeconds = 3600;
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

RequestState::RequestState(const QByteArray &secret,
                           const QString &method,
                           const QJsonObject &params,
                           const tools::Caller &caller)
    : m_secret(secret)
{
    QJsonObject salient = params;
    for (const auto key : {"_meta"_L1, "inputResponses"_L1, "requestState"_L1})
        salient.remove(key);
    const QJsonArray bound{caller.userId, caller.keyId, method, salient};
    m_request = QCryptographicHash::hash(QJsonDocument(bound).toJson(QJsonDocument::Compact),
                                         QCryptographicHash::Sha256);
}

QString RequestState::seal(const QJsonObject &answers, qint64 nowSeconds) const
{
    const QJsonObject content{{u"answers"_s, answers}, {u"until"_s, nowSeconds + lifeSeconds}};
    const QByteArray payload = QJsonDocument(content).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(payload.toBase64(encoding) + '.'
                               + signatureOf(payload).toBase64(encoding));
}

std::optional<QJsonObject> RequestState::open(const QString &text, qint64 nowSeconds) const
{
    const QByteArrayList parts = text.toLatin1().split('.');
    if (parts.size() != 2)
        return std::nullopt;
    const QByteArray payload = QByteArray::fromBase64(parts[0], encoding);
    // The text itself is compared, so that no other spelling of the same bytes is accepted.
    if (!equalInConstantTime(signatureOf(payload).toBase64(encoding), parts[1])
        || payload.toBase64(encoding) != parts[0])
        return std::nullopt;
    const QJsonObject content = QJsonDocument::fromJson(payload).object();
    if (content["until"_L1].toInteger() < nowSeconds)
        return std::nullopt;
    return content["answers"_L1].toObject();
}

QByteArray RequestState::signatureOf(const QByteArray &payload) const
{
    return QMessageAuthenticationCode::hash(
        m_request + payload, m_secret, QCryptographicHash::Sha256);
}

} // namespace fairlead::mcp
