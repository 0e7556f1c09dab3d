// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/pacestore.h"

#include "server/store/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

QDateTime timeFrom(const QJsonValue &ms)
{
    const qint64 value = ms.toInteger();
    return value > 0 ? QDateTime::fromMSecsSinceEpoch(value, QTimeZone::utc()) : QDateTime();
}

QByteArray textOf(const PaceRecord &record)
{
    QJsonArray spans;
    for (const PaceRecord::Span &span : record.spans)
        spans.append(QJsonObject{{u"until"_s, span.until.toMSecsSinceEpoch()},
                                 {u"requests"_s, span.requests}});
    QJsonObject json{{u"spans"_s, spans}};
    if (record.heldUntil.isValid())
        json[u"held_until"_s] = record.heldUntil.toMSecsSinceEpoch();
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

PaceRecord recordIn(const QByteArray &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    PaceRecord record;
    record.heldUntil = timeFrom(json["held_until"_L1]);
    const QJsonArray spans = json["spans"_L1].toArray();
    for (const auto &span : spans)
        record.spans.append({timeFrom(span[u"until"_s]), span[u"requests"_s].toInt()});
    return record;
}

} // namespace

Result<> PaceStore::keep(const QString &connectionId, const PaceRecord &record)
{
    return m_database
        .execute(u"INSERT INTO upstream_paces (connection_id, record) VALUES (?, ?) "
                 "ON CONFLICT (connection_id) DO UPDATE SET record = excluded.record"_s,
                 {connectionId, QString::fromUtf8(textOf(record))})
        .map([](qint64) {});
}

Result<PaceRecord> PaceStore::find(const QString &connectionId) const
{
    return m_database
        .select(u"SELECT record FROM upstream_paces WHERE connection_id = ?"_s, {connectionId})
        .map([](const QList<store::Row> &rows) {
            return rows.isEmpty() ? PaceRecord()
                                  : recordIn(rows.first().text(u"record"_s).toUtf8());
        });
}

} // namespace fairlead::gateway
