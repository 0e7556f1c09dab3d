// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/yamlwriter.h"

#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

QJsonObject objectOf(const Entry &entry)
{
    QJsonObject object;
    for (const auto &[name, value] : entry)
        object.insert(name, value);
    return object;
}

} // namespace

YamlWriter::YamlWriter(const QByteArray &text)
    : m_text(text)
    , m_break(lineBreakOf(text))
{}

QByteArray YamlWriter::scalar(const QJsonValue &value)
{
    static const QRegularExpression plainWord(u"^[A-Za-z][A-Za-z0-9_.-]*$"_s);
    static const QRegularExpression special(u"^(true|false|null|yes|no|on|off|y|n)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString text = value.toString();
    if (value.isString() && plainWord.match(text).hasMatch() && !special.match(text).hasMatch())
        return text.toUtf8();
    return compactJson(value);
}

QByteArrayList YamlWriter::memberLines(const QString &name,
                                       const QJsonValue &value,
                                       qsizetype column)
{
    const QByteArray head = QByteArray(column, ' ') + scalar(name) + ':';
    if (!value.isObject())
        return {head + ' ' + scalar(value)};
    QByteArrayList lines{head};
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        lines += memberLines(member.key(), member.value(), column + step);
    return lines;
}

QByteArrayList YamlWriter::entryLines(const Place &place, const Entry &entry, qsizetype column)
{
    QByteArrayList lines;
    for (const auto &[name, value] : entry)
        lines += memberLines(name, value, column + step);
    if (place.isList)
        lines.first().replace(column, 1, "-");
    else
        lines.prepend(QByteArray(column, ' ') + scalar(QString::fromUtf16(entryName)) + ':');
    return lines;
}

qsizetype YamlWriter::behindLineOf(qsizetype end) const
{
    // A text in several lines ends at the start of a line.
    const bool isLineStart = end > 0 && m_text.at(end - 1) == '\n';
    return isLineStart ? end : nextLine(m_text, end);
}

void YamlWriter::addLines(qsizetype end, const QByteArrayList &lines)
{
    const qsizetype place = behindLineOf(end);
    QByteArray added = lines.join(m_break);
    if (place > 0 && m_text.at(place - 1) != '\n' && !m_text.endsWith("\xEF\xBB\xBF"))
        added.prepend(m_break);
    else
        added.append(m_break);
    m_text.insert(place, added);
}

void YamlWriter::fillSection(const Member &section, const QByteArrayList &lines)
{
    const Node &node = section.node;
    const qsizetype length = node.end - node.start;
    addLines(node.end, lines);
    if (length > 0) {
        const bool hasBlank = m_text.at(node.start - 1) == ' ';
        m_text.remove(node.start - (hasBlank ? 1 : 0), length + (hasBlank ? 1 : 0));
    }
}

void YamlWriter::addFlow(const Node &section, const Place &place, const Entry &entry)
{
    QByteArray added = compactJson(objectOf(entry));
    if (!place.isList)
        added.prepend(compactJson(QString::fromUtf16(entryName)) + ": ");
    m_text.insert(section.members.back().node.end, ", " + added);
}

void YamlWriter::replaceValue(const Member &member, const QJsonValue &value)
{
    const QByteArray written = value.isObject() ? compactJson(value) : scalar(value);
    m_text.replace(member.node.start, member.node.end - member.node.start, written);
}

void YamlWriter::removeLines(const Member &section, const Member &entry)
{
    const qsizetype from = lineStart(m_text, entry.keyStart);
    m_text.remove(from, behindLineOf(entry.node.end) - from);
    if (section.node.members.size() > 1)
        return;
    // A section without a value would be no section any more.
    const qsizetype colon = m_text.indexOf(':', section.keyStart + section.key.toUtf8().size());
    m_text.insert(colon + 1, section.node.kind == Node::Kind::List ? " []" : " {}");
}

void YamlWriter::removeFlow(const Node &section, const Member &entry)
{
    const auto index = static_cast<std::size_t>(&entry - section.members.data());
    qsizetype from = entry.keyStart;
    qsizetype to = entry.node.end;
    if (index > 0)
        from = section.members[index - 1].node.end;
    else if (section.members.size() > 1)
        to = section.members[1].keyStart;
    m_text.remove(from, to - from);
}

} // namespace fairlead::clients
