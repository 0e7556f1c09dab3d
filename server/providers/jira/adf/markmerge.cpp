// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/markmerge.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/inlineruns.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

bool isSaid(const QJsonObject &mark)
{
    static constexpr std::array types{
        "strong"_L1, "em"_L1, "strike"_L1, "underline"_L1, "subsup"_L1, "code"_L1, "link"_L1};
    const QString type = typeOf(mark);
    return std::find(types.begin(), types.end(), type) != types.end() || !colorOf(mark).isEmpty();
}

/** Code excludes every mark but links and comments. */
bool mayStandWithCode(const QString &type)
{
    return type == "annotation"_L1 || type == "link"_L1;
}

/** Whether the original's mark says the same, so that its other attributes may stay. */
bool saysTheSame(const QJsonObject &original, const QJsonObject &said)
{
    if (typeOf(original) != typeOf(said))
        return false;
    const QJsonObject wanted = said["attrs"_L1].toObject();
    const QJsonObject has = original.value("attrs"_L1).toObject();
    const QStringList names = wanted.keys();
    return std::all_of(names.begin(), names.end(), [&](const QString &name) {
        return has.value(name) == wanted.value(name);
    });
}

} // namespace

QJsonArray unsaidMarks(const QJsonArray &marks)
{
    QJsonArray out;
    for (const QJsonValue mark : marks) {
        if (!isSaid(mark.toObject()))
            out << mark;
    }
    return out;
}

QJsonArray mergedMarks(const QJsonArray &original, const QJsonArray &said)
{
    QJsonArray out;
    bool code = false;
    QSet<QString> types;
    for (const QJsonValue mark : said) {
        QJsonValue chosen = mark;
        for (const QJsonValue other : original) {
            if (saysTheSame(other.toObject(), mark.toObject()))
                chosen = other;
        }
        code = code || typeOf(mark) == "code"_L1;
        types << typeOf(mark);
        out << chosen;
    }
    const QJsonArray unsaid = unsaidMarks(original);
    for (const QJsonValue mark : unsaid) {
        const QString type = typeOf(mark);
        if (!types.contains(type) && (!code || mayStandWithCode(type)))
            out << mark;
    }
    return out;
}

QJsonObject overlaid(const QJsonObject &original, const QJsonObject &changed)
{
    const QJsonObject said = changed["attrs"_L1].toObject();
    QJsonObject attributes = original.value("attrs"_L1).toObject();
    if (attributes.value("id"_L1) != said.value("id"_L1)
        || attributes.value("url"_L1) != said.value("url"_L1))
        return changed;
    for (auto entry = said.begin(); entry != said.end(); ++entry)
        attributes[entry.key()] = entry.value();
    QJsonObject node = original;
    node["attrs"_L1] = attributes;
    return node;
}

QJsonObject withChangedAttributes(QJsonObject original,
                                  const QJsonObject &base,
                                  const QJsonObject &changed)
{
    for (auto entry = changed.begin(); entry != changed.end(); ++entry) {
        if (base.value(entry.key()) != entry.value())
            original[entry.key()] = entry.value();
    }
    for (auto entry = base.begin(); entry != base.end(); ++entry) {
        if (!changed.contains(entry.key()))
            original.remove(entry.key());
    }
    return original;
}

} // namespace fairlead::providers::jira
