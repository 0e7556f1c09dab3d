// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/connect/clientrecords.h"

#include "server/base/filewrite.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

QJsonObject toJson(const ClientRecord &record)
{
    QJsonObject json{{u"key"_s, record.keyId}};
    if (!record.extensionKeyId.isEmpty())
        json.insert(u"extension_key"_s, record.extensionKeyId);
    if (!record.linkKeyId.isEmpty())
        json.insert(u"link_key"_s, record.linkKeyId);
    if (record.written) {
        json.insert(u"undo"_s,
                    QJsonObject{{u"file"_s, record.written->target},
                                {u"backup"_s, record.written->backup},
                                {u"original"_s, record.written->original},
                                {u"fingerprint"_s, record.written->fingerprint},
                                {u"folders"_s, QJsonArray::fromStringList(record.written->folders)},
                                {u"key"_s, record.madeKeyId}});
    }
    return json;
}

ClientRecord fromJson(const QJsonObject &json)
{
    ClientRecord record{.keyId = json.value(u"key"_s).toString(),
                        .written = {},
                        .madeKeyId = {},
                        .extensionKeyId = json.value(u"extension_key"_s).toString(),
                        .linkKeyId = json.value(u"link_key"_s).toString()};
    if (const QJsonObject undo = json.value(u"undo"_s).toObject(); !undo.isEmpty()) {
        WrittenFile written{.target = undo.value(u"file"_s).toString(),
                            .backup = undo.value(u"backup"_s).toString(),
                            .original = undo.value(u"original"_s).toString(),
                            .fingerprint = undo.value(u"fingerprint"_s).toString(),
                            .folders = {}};
        const QJsonArray folders = undo.value(u"folders"_s).toArray();
        for (const auto &folder : folders)
            written.folders.append(folder.toString());
        record.written = std::move(written);
        record.madeKeyId = undo.value(u"key"_s).toString();
    }
    return record;
}

} // namespace

ClientRecords::ClientRecords(QString path)
    : m_path(std::move(path))
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (auto record = json.begin(); record != json.end(); ++record)
        m_records.insert(record.key(), fromJson(record.value().toObject()));
}

ClientRecord ClientRecords::find(const QString &clientId) const
{
    return m_records.value(clientId);
}

Result<> ClientRecords::save(const QString &clientId, const ClientRecord &record)
{
    m_records.insert(clientId, record);
    QJsonObject json;
    for (auto kept = m_records.cbegin(); kept != m_records.cend(); ++kept)
        json.insert(kept.key(), toJson(kept.value()));
    return durableWrite(m_path, QJsonDocument(json).toJson());
}

} // namespace fairlead::clients
