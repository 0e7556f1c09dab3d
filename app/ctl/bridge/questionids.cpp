// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/questionids.h"

#include "app/ctl/bridge/envelopescanner.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr auto cancelled = "notifications/cancelled"_L1;

QJsonValue valueOf(const QByteArray &id)
{
    return QJsonDocument::fromJson('[' + id + ']').array().first();
}

} // namespace

QByteArray QuestionIds::toClient(const QByteArray &message)
{
    EnvelopeScanner envelope;
    envelope.feed(message);
    if (!envelope.hasMethod())
        return message;
    const QByteArray id = envelope.id();
    if (id.isEmpty())
        return m_session > 1 && message.contains(QByteArrayView(cancelled.data(), cancelled.size()))
            ? withdrawal(message)
            : message;
    if (m_session == 1) {
        m_open.insert(comparableId(valueOf(id)), id);
        return message;
    }
    const QByteArray renamed =
        "\"session-" + QByteArray::number(m_session) + '-' + QByteArray::number(++m_last) + '"';
    m_open.insert(renamed, id);
    return QByteArray(message).replace(envelope.idStart(), id.size(), renamed);
}

QByteArray QuestionIds::toFairlead(const RpcLine &answer)
{
    const QByteArray known = comparableId(valueOf(answer.id));
    if (!m_open.contains(known))
        return {};
    const QByteArray id = m_open.take(known);
    EnvelopeScanner envelope;
    envelope.feed(answer.bytes);
    if (envelope.idStart() < 0)
        return answer.bytes;
    return QByteArray(answer.bytes).replace(envelope.idStart(), answer.id.size(), id);
}

QByteArrayList QuestionIds::startOver(const QString &why)
{
    QByteArrayList withdrawals;
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        const QJsonObject params{{u"requestId"_s, valueOf(it.key())}, {u"reason"_s, why}};
        const QJsonObject message{
            {u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, cancelled}, {u"params"_s, params}};
        withdrawals.append(QJsonDocument(message).toJson(QJsonDocument::Compact));
    }
    m_open.clear();
    ++m_session;
    return withdrawals;
}

QByteArray QuestionIds::withdrawal(const QByteArray &message)
{
    QJsonObject object = QJsonDocument::fromJson(message).object();
    QJsonObject params = object["params"_L1].toObject();
    const QByteArray id = comparableId(params["requestId"_L1]);
    for (auto it = m_open.cbegin(); it != m_open.cend(); ++it) {
        if (comparableId(valueOf(it.value())) == id) {
            params["requestId"_L1] = valueOf(it.key());
            object["params"_L1] = params;
            return QJsonDocument(object).toJson(QJsonDocument::Compact);
        }
    }
    return message;
}

} // namespace fairlead::ctl
