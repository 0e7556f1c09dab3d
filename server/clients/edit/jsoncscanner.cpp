// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/jsoncscanner.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

QString decodedString(QByteArrayView quoted)
{
    return QJsonDocument::fromJson('[' + quoted.toByteArray() + ']').array().first().toString();
}

} // namespace

JsoncScanner::JsoncScanner(const QByteArray &text)
    : m_text(text)
    , m_plain(text)
{}

Result<Node> JsoncScanner::scan()
{
    if (m_text.startsWith(byteOrderMark)) {
        m_position = 3;
        blank(0, 3);
    }
    Node root;
    if (!skipBlanks())
        return notUnderstood();
    if (m_position == m_text.size()) {
        m_isEmpty = true;
        root.kind = Node::Kind::Object;
        root.start = root.end = m_position;
        return root;
    }
    if (!scanValue(root, 0) || !skipBlanks() || m_position != m_text.size())
        return notUnderstood();
    return root;
}

bool JsoncScanner::skipBlanks()
{
    while (m_position < m_text.size()) {
        const char next = at(m_position);
        if (next == '/') {
            if (!skipComment())
                return false;
        } else if (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
            ++m_position;
        } else {
            break;
        }
    }
    return true;
}

bool JsoncScanner::skipComment()
{
    const qsizetype start = m_position;
    qsizetype end = -1;
    if (at(start + 1) == '/') {
        end = m_text.indexOf('\n', start);
        if (end < 0)
            end = m_text.size();
    } else if (at(start + 1) == '*') {
        end = m_text.indexOf("*/", start + 2);
        if (end >= 0)
            end += 2;
    }
    if (end < 0)
        return false;
    blank(start, end);
    m_position = end;
    return true;
}

bool JsoncScanner::scanValue(Node &node, int depth)
{
    node.start = m_position;
    const char first = at(m_position);
    bool scanned = true;
    if (first == '{' || first == '[') {
        scanned = scanContainer(node, depth + 1);
    } else if (first == '"') {
        scanned = scanString();
    } else {
        // Whether it is a number or a word that JSON has, Qt says.
        while (m_position < m_text.size()
               && !QByteArrayView(",]}/ \t\r\n").contains(at(m_position)))
            ++m_position;
        scanned = m_position > node.start;
    }
    node.end = m_position;
    return scanned;
}

bool JsoncScanner::scanContainer(Node &node, int depth)
{
    if (depth > depthLimit)
        return false;
    node.kind = at(m_position) == '{' ? Node::Kind::Object : Node::Kind::List;
    const char closing = node.kind == Node::Kind::Object ? '}' : ']';
    ++m_position;
    bool mayFollow = true;
    while (skipBlanks()) {
        if (at(m_position) == closing) {
            if (mayFollow && !node.members.empty())
                blank(node.members.back().comma, node.members.back().comma + 1);
            ++m_position;
            return true;
        }
        if (!mayFollow || !scanMember(node, depth) || !skipBlanks())
            return false;
        mayFollow = at(m_position) == ',';
        if (mayFollow)
            node.members.back().comma = m_position++;
    }
    return false;
}

bool JsoncScanner::scanMember(Node &container, int depth)
{
    Member member;
    member.keyStart = m_position;
    if (container.kind == Node::Kind::Object) {
        if (at(m_position) != '"' || !scanString())
            return false;
        member.key = decodedString(
            QByteArrayView(m_text).sliced(member.keyStart, m_position - member.keyStart));
        if (!skipBlanks() || at(m_position) != ':')
            return false;
        ++m_position;
        if (!skipBlanks())
            return false;
    }
    if (!scanValue(member.node, depth))
        return false;
    container.members.push_back(std::move(member));
    return true;
}

bool JsoncScanner::scanString()
{
    for (++m_position; m_position < m_text.size(); ++m_position) {
        if (at(m_position) == '"') {
            ++m_position;
            return true;
        }
        if (at(m_position) == '\n')
            return false;
        if (at(m_position) == '\\')
            ++m_position;
    }
    return false;
}

void JsoncScanner::blank(qsizetype from, qsizetype to)
{
    for (qsizetype position = from; position < to; ++position) {
        if (m_plain.at(position) != '\n' && m_plain.at(position) != '\r')
            m_plain[position] = ' ';
    }
}

char JsoncScanner::at(qsizetype position) const
{
    return position < m_text.size() ? m_text.at(position) : '\0';
}

tl::unexpected<Error> JsoncScanner::notUnderstood() const
{
    const qsizetype line =
        QByteArrayView(m_text).first(qMin(m_position, m_text.size())).count('\n') + 1;
    return failure(ErrorCode::InvalidData, u"line %1 is not JSON"_s.arg(line));
}

} // namespace fairlead::clients
