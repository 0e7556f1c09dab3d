// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/toml.h"

#include "server/clients/edit/tomlreader.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

/** JSON's strings, numbers and words are TOML's too; only objects are written otherwise. */
QByteArray inlineValue(const QJsonValue &value)
{
    if (!value.isObject())
        return compactJson(value);
    QByteArrayList members;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        members.append(compactJson(member.key()) + " = " + inlineValue(member.value()));
    return "{ " + members.join(", ") + " }";
}

struct Range
{
    qsizetype from = 0;
    qsizetype to = 0;
};

bool startsWithHeader(QByteArrayView text, const Node &table)
{
    return table.start < text.size() && text[table.start] == '[';
}

/** The lines of a table: its header and values, and each table in it with a header of its own. */
void collectLines(QByteArrayView text, const Node &table, std::vector<Range> &ranges)
{
    Range own{.from = lineStart(text, table.start), .to = nextLine(text, table.end)};
    const bool hasHeader = startsWithHeader(text, table);
    for (const Member &member : table.members) {
        const bool isBlock = !member.node.isFlow && startsWithHeader(text, member.node);
        if (isBlock && member.node.kind == Node::Kind::Object)
            collectLines(text, member.node, ranges);
        else if (hasHeader)
            own.to = qMax(own.to, nextLine(text, member.node.end));
    }
    if (!hasHeader)
        return;
    // A table that no header names begins with the header of the first one in it.
    const auto same = std::find_if(
        ranges.begin(), ranges.end(), [&](const Range &range) { return range.from == own.from; });
    if (same == ranges.end())
        ranges.push_back(own);
    else
        same->to = qMax(same->to, own.to);
}

} // namespace

Result<Node> Toml::read(const QByteArray &text) const
{
    return readToml(text);
}

Result<QByteArray> Toml::withEntry(const QByteArray &text,
                                   const Place &place,
                                   const Entry &entry) const
{
    const QByteArray lineBreak = lineBreakOf(text);
    QByteArray added = text;
    if (!added.isEmpty() && !added.endsWith('\n'))
        added += lineBreak;
    if (!added.trimmed().isEmpty() && !added.endsWith(lineBreak + lineBreak))
        added += lineBreak;
    added += '[' + place.section.toUtf8() + '.' + QString::fromUtf16(entryName).toUtf8() + ']'
        + lineBreak;
    for (const auto &[name, value] : entry)
        added += name.toUtf8() + " = " + inlineValue(value) + lineBreak;
    return added;
}

Result<QByteArray> Toml::withMember(const QByteArray &text,
                                    const Place &place,
                                    const QString &name,
                                    const QJsonValue &value) const
{
    const auto root = read(text);
    if (!root)
        return failure(root.error());
    const Member *entry = findEntry(*root, place);
    if (!entry || entry->node.isFlow || !startsWithHeader(text, entry->node))
        return failure(ErrorCode::Conflict, u"its entry is written in another way"_s);
    const Member *member = entry->node.find(name);
    if (member && member->node.value == value)
        return text;
    if (member && !member->node.isFlow)
        return failure(ErrorCode::Conflict, u"its entry is written in another way"_s);
    QByteArray changed = text;
    if (member) {
        const qsizetype length = member->node.end - member->node.start;
        changed.replace(member->node.start, length, inlineValue(value));
    } else {
        const qsizetype below = nextLine(text, entry->node.end);
        const QByteArray lineBreak = lineBreakOf(text);
        const bool isOpen = below > 0 && text.at(below - 1) != '\n';
        const QByteArray line = name.toUtf8() + " = " + inlineValue(value);
        changed.insert(below, isOpen ? lineBreak + line : line + lineBreak);
    }
    return changed;
}

Result<QByteArray> Toml::withoutEntry(const QByteArray &text, const Place &place) const
{
    const auto root = read(text);
    if (!root)
        return failure(root.error());
    const Member *entry = findEntry(*root, place);
    if (!entry)
        return text;
    std::vector<Range> ranges;
    const bool isTable = entry->node.kind == Node::Kind::Object && !entry->node.isFlow;
    if (isTable)
        collectLines(text, entry->node, ranges);
    else
        ranges.push_back(
            {.from = lineStart(text, entry->keyStart), .to = nextLine(text, entry->node.end)});
    std::sort(ranges.begin(), ranges.end(), [](const Range &left, const Range &right) {
        return left.from > right.from;
    });
    QByteArray changed = text;
    for (Range range : ranges) {
        // The empty line that set it off goes with it.
        const qsizetype before = range.from > 0 ? lineStart(text, range.from - 1) : 0;
        if (text.sliced(before, range.from - before).trimmed().isEmpty()
            && (range.to == text.size()
                || text.sliced(range.to, nextLine(text, range.to) - range.to).trimmed().isEmpty()))
            range.from = before;
        changed.remove(range.from, range.to - range.from);
    }
    return changed;
}

} // namespace fairlead::clients
