// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/node.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::clients {

const Member *Node::find(const QString &key) const
{
    const auto found = std::find_if(
        members.begin(), members.end(), [&](const Member &member) { return member.key == key; });
    return kind == Kind::Object && found != members.end() ? &*found : nullptr;
}

const Member *Node::findNamed(const QString &name) const
{
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member &member) {
        return member.node.value.toObject().value(u"name"_s) == name;
    });
    return kind == Kind::List && found != members.end() ? &*found : nullptr;
}

int Node::count(const QString &key) const
{
    return static_cast<int>(std::count_if(
        members.begin(), members.end(), [&](const Member &member) { return member.key == key; }));
}

QByteArray lineBreakOf(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\n');
    return end > 0 && text[end - 1] == '\r' ? "\r\n"_ba : "\n"_ba;
}

qsizetype lineStart(QByteArrayView text, qsizetype position)
{
    while (position > 0 && text[position - 1] != '\n')
        --position;
    return position;
}

qsizetype nextLine(QByteArrayView text, qsizetype position)
{
    const qsizetype end = text.indexOf('\n', position);
    return end < 0 ? text.size() : end + 1;
}

QByteArray indentAt(QByteArrayView text, qsizetype position)
{
    const qsizetype start = lineStart(text, position);
    qsizetype end = start;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return text.sliced(start, end - start).toByteArray();
}

QByteArray compactJson(const QJsonValue &value)
{
    if (value.isObject()) {
        QByteArray text = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
        return text;
    }
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

} // namespace fairlead::clients
