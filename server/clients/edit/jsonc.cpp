// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/jsonc.h"

#include "server/clients/edit/jsoncscanner.h"
#include "server/clients/edit/jsoncwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

/** The meaning of every node, from what Qt read of the whole text. */
void fillValues(Node &node, const QJsonValue &value)
{
    node.value = value;
    const QJsonObject object = value.toObject();
    const QJsonArray list = value.toArray();
    qsizetype index = 0;
    for (Member &member : node.members) {
        fillValues(member.node,
                   node.kind == Node::Kind::Object ? object.value(member.key) : list.at(index));
        ++index;
    }
}

} // namespace

Result<Node> Jsonc::read(const QByteArray &text) const
{
    JsoncScanner scanner(text);
    auto root = scanner.scan();
    if (!root)
        return root;
    if (scanner.isEmpty()) {
        root->value = QJsonObject();
        return root;
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(scanner.plain(), &error);
    if (error.error != QJsonParseError::NoError) {
        const qsizetype line = QByteArrayView(text)
                                   .first(qBound(0, error.offset, static_cast<int>(text.size())))
                                   .count('\n')
            + 1;
        return failure(ErrorCode::InvalidData, u"line %1 is not JSON"_s.arg(line));
    }
    fillValues(*root,
               document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array()));
    return root;
}

Result<QByteArray> Jsonc::withEntry(const QByteArray &text,
                                    const Place &place,
                                    const Entry &entry) const
{
    const auto root = read(text);
    if (!root)
        return failure(root.error());
    JsoncWriter writer(text);
    const QString name = QString::fromUtf16(entryName);
    if (root->start == root->end)
        return writer.documentWith(place.section, name, entry);
    if (const Member *section = root->find(place.section))
        writer.insertMember(section->node, name, entry);
    else
        writer.insertSection(*root, place.section, name, entry);
    return writer.text();
}

Result<QByteArray> Jsonc::withMember(const QByteArray &text,
                                     const Place &place,
                                     const QString &name,
                                     const QJsonValue &value) const
{
    const auto root = read(text);
    if (!root)
        return failure(root.error());
    const Member *entry = findEntry(*root, place);
    if (!entry || entry->node.kind != Node::Kind::Object)
        return failure(ErrorCode::Conflict, u"its entry is no object"_s);
    JsoncWriter writer(text);
    if (const Member *member = entry->node.find(name))
        writer.replaceValue(*member, value);
    else
        writer.insertValue(entry->node, name, value);
    return writer.text();
}

Result<QByteArray> Jsonc::withoutEntry(const QByteArray &text, const Place &place) const
{
    const auto root = read(text);
    if (!root)
        return failure(root.error());
    const Member *section = root->find(place.section);
    const Member *entry = findEntry(*root, place);
    JsoncWriter writer(text);
    if (entry)
        writer.removeMember(section->node, *entry);
    return writer.text();
}

} // namespace fairlead::clients
