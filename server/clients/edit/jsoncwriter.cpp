// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/jsoncwriter.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/** The blanks before the first line that has any. */
QByteArray indentUnit(QByteArrayView text)
{
    for (qsizetype start = 0; start < text.size(); start = nextLine(text, start)) {
        const QByteArray indent = indentAt(text, start);
        const char first = start + indent.size() < text.size() ? text[start + indent.size()] : '\n';
        if (!indent.isEmpty() && first == '"')
            return indent.startsWith('\t') ? "\t"_ba : indent;
    }
    return "  "_ba;
}

/** Behind the last byte before `position` that is not blank. */
qsizetype behindLastByte(QByteArrayView text, qsizetype position)
{
    while (position > 0 && isBlank(text[position - 1]))
        --position;
    return position;
}

Entry membersOf(const QJsonObject &object)
{
    Entry members;
    for (auto member = object.begin(); member != object.end(); ++member)
        members.append({member.key(), member.value()});
    return members;
}

} // namespace

JsoncWriter::JsoncWriter(const QByteArray &text)
    : m_text(text)
    , m_break(lineBreakOf(text))
    , m_unit(indentUnit(text))
{}

QByteArray JsoncWriter::documentWith(const QString &section,
                                     const QString &name,
                                     const Entry &entry)
{
    QByteArray before = m_text;
    if (behindLastByte(m_text, m_text.size()) > 0 && !m_text.endsWith('\n')
        && !m_text.endsWith("\xEF\xBB\xBF"))
        before += m_break;
    return before + '{' + m_break + m_unit + compactJson(section) + ": {" + m_break + m_unit
        + m_unit + member(name, entry, m_unit + m_unit, Layout::Lines) + m_break + m_unit + '}'
        + m_break + '}' + m_break;
}

void JsoncWriter::insertSection(const Node &root,
                                const QString &section,
                                const QString &name,
                                const Entry &entry)
{
    const QByteArray indent = memberIndent(root);
    const QByteArray head = compactJson(section) + ": {";
    if (layoutOf(root) == Layout::Flat)
        insert(root, head + member(name, entry, {}, Layout::Flat) + '}');
    else
        insert(root,
               head + m_break + indent + m_unit
                   + member(name, entry, indent + m_unit, Layout::Lines) + m_break + indent + '}');
}

void JsoncWriter::insertMember(const Node &container, const QString &name, const Entry &entry)
{
    insert(container, member(name, entry, memberIndent(container), layoutOf(container)));
}

void JsoncWriter::insertValue(const Node &container, const QString &name, const QJsonValue &added)
{
    insert(container,
           compactJson(name) + ": " + value(added, memberIndent(container), layoutOf(container)));
}

void JsoncWriter::replaceValue(const Member &member, const QJsonValue &replacement)
{
    if (member.node.value == replacement)
        return;
    const bool isFlat = !QByteArrayView(m_text)
                             .sliced(member.node.start, member.node.end - member.node.start)
                             .contains('\n');
    const bool wasScalar = member.node.kind == Node::Kind::Scalar;
    const Layout layout = isFlat && !wasScalar ? Layout::Flat : Layout::Lines;
    m_text.replace(member.node.start,
                   member.node.end - member.node.start,
                   value(replacement, indentAt(m_text, member.keyStart), layout));
}

void JsoncWriter::removeMember(const Node &container, const Member &member)
{
    qsizetype from = member.keyStart;
    qsizetype to = member.comma >= 0 ? member.comma + 1 : member.node.end;
    const qsizetype index = &member - container.members.data();
    const qsizetype commaBefore = index > 0 && member.comma < 0
        ? container.members[static_cast<std::size_t>(index) - 1].comma
        : -1;

    const qsizetype start = lineStart(m_text, from);
    const bool ownsStart = QByteArrayView(m_text).sliced(start, from - start).trimmed().isEmpty();
    const qsizetype next = nextLine(m_text, to);
    const bool ownsEnd = QByteArrayView(m_text).sliced(to, next - to).trimmed().isEmpty();
    if (ownsStart && ownsEnd) {
        from = start;
        to = next;
    } else {
        while (to < m_text.size() && (m_text.at(to) == ' ' || m_text.at(to) == '\t')
               && member.comma >= 0)
            ++to;
        if (commaBefore >= 0 && behindLastByte(m_text, from) == commaBefore + 1)
            from = commaBefore + 1;
    }
    m_text.remove(from, to - from);
    if (commaBefore >= 0)
        m_text.remove(commaBefore, 1);
}

QByteArray JsoncWriter::member(const QString &name,
                               const Entry &entry,
                               const QByteArray &indent,
                               Layout layout) const
{
    QByteArray text = compactJson(name) + ": {";
    bool isFirst = true;
    for (const auto &[key, content] : entry) {
        if (!std::exchange(isFirst, false))
            text += layout == Layout::Flat ? ", "_ba : ","_ba;
        if (layout == Layout::Lines)
            text += m_break + indent + m_unit;
        text += compactJson(key) + ": " + value(content, indent + m_unit, layout);
    }
    return text + (layout == Layout::Flat ? "}"_ba : m_break + indent + '}');
}

QByteArray JsoncWriter::value(const QJsonValue &content,
                              const QByteArray &indent,
                              Layout layout) const
{
    if (content.isArray()) {
        QByteArrayList items;
        const QJsonArray list = content.toArray();
        for (const auto &item : list)
            items.append(compactJson(item));
        return '[' + items.join(", ") + ']';
    }
    if (!content.isObject())
        return compactJson(content);
    const QByteArray whole = member(QString(), membersOf(content.toObject()), indent, layout);
    return whole.sliced(whole.indexOf('{'));
}

JsoncWriter::Layout JsoncWriter::layoutOf(const Node &container) const
{
    const qsizetype end =
        container.members.empty() ? container.start : container.members.front().keyStart;
    return container.members.empty()
            || QByteArrayView(m_text).sliced(container.start, end - container.start).contains('\n')
        ? Layout::Lines
        : Layout::Flat;
}

QByteArray JsoncWriter::memberIndent(const Node &container) const
{
    if (container.members.empty())
        return indentAt(m_text, container.start) + m_unit;
    return indentAt(m_text, container.members.front().keyStart);
}

void JsoncWriter::insert(const Node &container, const QByteArray &member)
{
    const qsizetype closing = container.end - 1;
    const bool isFirst = container.members.empty();
    const qsizetype comma = isFirst ? -1 : container.members.back().comma;
    if (layoutOf(container) == Layout::Flat) {
        if (comma >= 0)
            m_text.insert(comma + 1, ' ' + member + ',');
        else
            m_text.insert(container.members.back().node.end, ", " + member);
        return;
    }
    // Behind comments too, so that they stay with what they are about.
    const qsizetype place = behindLastByte(m_text, closing);
    QByteArray added = m_break + memberIndent(container) + member;
    if (comma >= 0)
        added += ',';
    if (!QByteArrayView(m_text).sliced(place, closing - place).contains('\n'))
        added += m_break + indentAt(m_text, container.start);
    // A single line's closing blank would stand before the bracket otherwise.
    m_text.replace(
        place,
        QByteArrayView(m_text).sliced(place, closing - place).contains('\n') ? 0 : closing - place,
        added);
    if (!isFirst && comma < 0)
        m_text.insert(container.members.back().node.end, ',');
}

} // namespace fairlead::clients
