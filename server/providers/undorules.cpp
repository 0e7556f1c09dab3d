// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/undorules.h"

#include <QJsonArray>
#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

/** Nothing: the path is another one. Asked of every write for every kind, so it makes no lists. */
std::optional<QStringList> idsIn(QStringView path, QLatin1StringView form)
{
    QStringList ids;
    const auto segments = qTokenize(path, u'/');
    const auto wanted = qTokenize(form, u'/');
    auto segment = segments.begin();
    auto want = wanted.begin();
    for (; segment != segments.end() && want != wanted.end(); ++segment, ++want) {
        if (want->startsWith(u'{'))
            ids.append(segment->toString());
        else if (*segment != *want)
            return {};
    }
    if (segment != segments.end() || want != wanted.end())
        return {};
    return ids;
}

} // namespace

QJsonObject toJson(const KeptWrite &write)
{
    QJsonObject json{{u"kind"_s, write.kind},
                     {u"path"_s, write.path},
                     {u"ids"_s, QJsonArray::fromStringList(write.ids)},
                     {u"query"_s, write.query},
                     {u"body"_s, write.body},
                     {u"answer"_s, write.answer},
                     {u"before"_s, write.before}};
    if (write.after)
        json.insert(u"after"_s, *write.after);
    return json;
}

KeptWrite keptWriteFrom(const QJsonObject &json)
{
    KeptWrite write{.kind = json.value("kind"_L1).toString(),
                    .path = json.value("path"_L1).toString(),
                    .query = json.value("query"_L1).toString(),
                    .body = json.value("body"_L1),
                    .answer = json.value("answer"_L1).toObject(),
                    .before = json.value("before"_L1).toObject()};
    const QJsonArray ids = json.value("ids"_L1).toArray();
    for (const auto &id : ids)
        write.ids.append(id.toString());
    if (json.contains("after"_L1))
        write.after = json.value("after"_L1).toObject();
    return write;
}

const UndoKind *UndoRules::find(const QString &name) const
{
    const auto found =
        std::ranges::find_if(kinds, [&name](const UndoKind &kind) { return kind.name() == name; });
    return found == kinds.end() ? nullptr : &*found;
}

FoundKind kindOf(std::span<const UndoKind> kinds, QByteArrayView method, const QString &path)
{
    for (const UndoKind &kind : kinds) {
        if (method != QByteArrayView(kind.method.data(), kind.method.size()))
            continue;
        if (const auto ids = idsIn(path, kind.path))
            return {&kind, *ids};
    }
    return {};
}

bool isToolOf(const QString &tool, const QString &provider)
{
    return tool.startsWith(provider + u'_');
}

QString undoText(std::span<const UndoKind> kinds, const tools::ToolDefinition &tool)
{
    if (tool.effect == tools::ToolEffect::Read)
        return {};
    QStringList said;
    for (const UndoKind &kind : kinds) {
        if (isToolOf(tool.name, tool.service) && tool.endpoints.contains(kind.name())
            && !said.contains(kind.says))
            said.append(kind.says);
    }
    return said.isEmpty() ? u"No: nothing is kept for it."_s : said.join(u' ');
}

} // namespace fairlead::providers
