// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/yaml.h"

#include "server/clients/edit/yamlreader.h"
#include "server/clients/edit/yamlwriter.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

bool isNothing(const Node &node)
{
    return node.members.empty();
}

/** Down blocks of one member each, to the value that has to change; `wanted` goes along. */
const Member *innermost(const Member *member, QJsonValue &wanted)
{
    while (!member->node.isFlow && member->node.members.size() == 1) {
        const Member &inner = member->node.members.front();
        const QJsonObject object = wanted.toObject();
        if (object.size() != 1 || object.begin().key() != inner.key)
            break;
        wanted = object.begin().value();
        member = &inner;
    }
    return member;
}

} // namespace

Result<Node> Yaml::read(const QByteArray &text) const
{
    return readYaml(text);
}

Result<QByteArray> Yaml::withEntry(const QByteArray &text,
                                   const Place &place,
                                   const Entry &entry) const
{
    const auto root = read(text);
    if (!root)
        return failure(root.error());
    YamlWriter writer(text);
    const Member *section = root->find(place.section);
    if (!section) {
        if (root->isFlow && !isNothing(*root))
            return failure(ErrorCode::Conflict, u"it is written on one line"_s);
        const qsizetype column = isNothing(*root) ? 0 : root->column;
        QByteArrayList lines = YamlWriter::entryLines(place, entry, column + YamlWriter::step);
        lines.prepend(QByteArray(column, ' ') + YamlWriter::scalar(place.section) + ':');
        writer.addLines(isNothing(*root) ? text.size() : root->end, lines);
    } else if (isNothing(section->node)) {
        const qsizetype column = root->column + YamlWriter::step;
        writer.fillSection(*section, YamlWriter::entryLines(place, entry, column));
    } else if (section->node.isFlow) {
        writer.addFlow(section->node, place, entry);
    } else {
        writer.addLines(section->node.end,
                        YamlWriter::entryLines(place, entry, section->node.column));
    }
    return writer.text();
}

Result<QByteArray> Yaml::withMember(const QByteArray &text,
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
    const Member *member = entry->node.find(name);
    if (member && member->node.value == value)
        return text;
    QJsonValue wanted = value;
    if (member)
        member = innermost(member, wanted);
    const bool isBlock = member && member->node.kind != Node::Kind::Scalar && !member->node.isFlow;
    if (entry->node.isFlow || isBlock)
        return failure(ErrorCode::Conflict, u"its entry is written in another way"_s);
    YamlWriter writer(text);
    if (member)
        writer.replaceValue(*member, wanted);
    else
        writer.addLines(entry->node.end, YamlWriter::memberLines(name, value, entry->node.column));
    return writer.text();
}

Result<QByteArray> Yaml::withoutEntry(const QByteArray &text, const Place &place) const
{
    const auto root = read(text);
    if (!root)
        return failure(root.error());
    const Member *section = root->find(place.section);
    const Member *entry = findEntry(*root, place);
    if (!entry)
        return text;
    YamlWriter writer(text);
    if (section->node.isFlow)
        writer.removeFlow(section->node, *entry);
    else
        writer.removeLines(*section, *entry);
    return writer.text();
}

} // namespace fairlead::clients
