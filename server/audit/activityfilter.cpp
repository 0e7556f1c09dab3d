// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activityfilter.h"

#include "server/audit/activityentry.h"
#include "server/store/timestamp.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::audit {
namespace {

constexpr std::array<OutcomeKind, 4> allKinds{
    OutcomeKind::Good, OutcomeKind::Refused, OutcomeKind::Cancelled, OutcomeKind::Failed};

/** As SQL's LOWER() does it, which knows the letters from A to Z. */
QString lowered(QString text)
{
    for (QChar &character : text) {
        if (character >= u'A' && character <= u'Z')
            character = character.toLower();
    }
    return text;
}

/** A part of a text, whatever signs of LIKE it holds. */
QString likePart(const QString &part)
{
    QString pattern = lowered(part);
    pattern.replace(u'!', u"!!"_s).replace(u'%', u"!%"_s).replace(u'_', u"!_"_s);
    return u'%' + pattern + u'%';
}

QString holds(const QString &column)
{
    return u"LOWER(%1) LIKE ? ESCAPE '!'"_s.arg(column);
}

void add(SqlCondition &condition, const QString &sql, const QVariantList &values)
{
    condition.sql += u" AND "_s + sql;
    condition.values += values;
}

QString sqlOf(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Good:
        return u"outcome = 'ok'"_s;
    case OutcomeKind::Refused:
        return u"outcome = 'refused'"_s;
    case OutcomeKind::Cancelled:
        return u"outcome = 'cancelled'"_s;
    case OutcomeKind::Failed:
        break;
    }
    return u"outcome NOT IN ('ok', 'refused', 'cancelled')"_s;
}

void addText(SqlCondition &condition, const QString &text)
{
    QStringList alternatives;
    QVariantList values;
    for (const auto &column : {u"client_name"_s,
                               u"tool"_s,
                               u"connection_name"_s,
                               u"key_prefix"_s,
                               u"target"_s,
                               u"event"_s,
                               u"outcome"_s,
                               u"detail"_s}) {
        alternatives.append(holds(column));
        values.append(likePart(text));
    }
    add(condition, u'(' + alternatives.join(u" OR "_s) + u')', values);
}

} // namespace

OutcomeKind outcomeKind(QStringView outcome)
{
    if (outcome == outcome::good)
        return OutcomeKind::Good;
    if (outcome == outcome::refused)
        return OutcomeKind::Refused;
    return outcome == outcome::cancelled ? OutcomeKind::Cancelled : OutcomeKind::Failed;
}

QLatin1StringView outcomeKindName(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Good:
        return outcome::good;
    case OutcomeKind::Refused:
        return outcome::refused;
    case OutcomeKind::Cancelled:
        return outcome::cancelled;
    case OutcomeKind::Failed:
        break;
    }
    return "failed"_L1;
}

std::optional<OutcomeKind> outcomeKindFromName(QStringView name)
{
    for (const OutcomeKind kind : allKinds) {
        if (name == outcomeKindName(kind))
            return kind;
    }
    return {};
}

SqlCondition conditionOf(const QString &userId, const ActivityFilter &filter)
{
    SqlCondition condition{.sql = u"user_id = ?"_s, .values = {userId}};
    if (!filter.client.isEmpty())
        add(condition, holds(u"client_name"_s), {likePart(filter.client)});
    if (!filter.tool.isEmpty())
        add(condition, holds(u"tool"_s), {likePart(filter.tool)});
    if (!filter.connection.isEmpty())
        add(condition,
            u"(connection_id = ? OR LOWER(connection_name) = ?)"_s,
            {filter.connection, lowered(filter.connection)});
    if (!filter.target.isEmpty())
        add(condition,
            u"' ' || LOWER(target) || ' ' LIKE ? ESCAPE '!'"_s,
            {likePart(u' ' + filter.target + u' ')});
    if (filter.outcome)
        add(condition, sqlOf(*filter.outcome), {});
    if (filter.isAttempt)
        add(condition,
            u"event IN (?, ?, ?)"_s,
            {QString(event::toolCalled), QString(event::toolRefused), QString(event::authFailed)});
    if (filter.from.isValid())
        add(condition, u"occurred_at >= ?"_s, {store::toStored(filter.from)});
    if (filter.to.isValid())
        add(condition, u"occurred_at < ?"_s, {store::toStored(filter.to)});
    if (!filter.text.isEmpty())
        addText(condition, filter.text);
    return condition;
}

} // namespace fairlead::audit
