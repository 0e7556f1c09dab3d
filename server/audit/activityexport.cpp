// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activityexport.h"

#include "server/base/csv.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::audit {
namespace {

/** The names of toJson() in the order of columns. */
QStringList columnNames()
{
    return {u"id"_s,
            u"time"_s,
            u"event"_s,
            u"client"_s,
            u"key_id"_s,
            u"key_prefix"_s,
            u"tool"_s,
            u"connection_id"_s,
            u"connection"_s,
            u"target"_s,
            u"arguments"_s,
            u"outcome"_s,
            u"detail"_s,
            u"duration_ms"_s,
            u"bytes"_s};
}

/** An entry in that order. */
QStringList columnsOf(const ActivityEntry &entry)
{
    const QJsonObject json = toJson(entry);
    QStringList columns;
    for (const QString &name : columnNames())
        columns.append(json.value(name).toVariant().toString());
    return columns;
}

} // namespace

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    if (name == "csv"_L1)
        return ExportFormat::Csv;
    if (name == "json"_L1)
        return ExportFormat::Json;
    if (name == "jsonl"_L1)
        return ExportFormat::JsonLines;
    return std::nullopt;
}

QByteArray exportStart(ExportFormat format)
{
    if (format == ExportFormat::Csv)
        return csvLine(columnNames());
    return format == ExportFormat::Json ? "["_ba : QByteArray();
}

QByteArray exportedEntry(ExportFormat format, const ActivityEntry &entry, bool isFirst)
{
    if (format == ExportFormat::Csv)
        return csvLine(columnsOf(entry));
    const QByteArray object = QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact);
    if (format == ExportFormat::JsonLines)
        return object + '\n';
    return (isFirst ? "\n"_ba : ",\n"_ba) + object;
}

QByteArray exportEnd(ExportFormat format)
{
    return format == ExportFormat::Json ? "\n]\n"_ba : QByteArray();
}

} // namespace fairlead::audit
