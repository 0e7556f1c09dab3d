// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jqldate.h"

#include <QRegularExpression>

#include <optional>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QDateTime moved(const QDateTime &from, qint64 amount, QChar unit)
{
    switch (unit.unicode()) {
    case u'y':
        return from.addYears(int(amount));
    case u'M':
        return from.addMonths(int(amount));
    case u'w':
        return from.addDays(7 * amount);
    case u'd':
        return from.addDays(amount);
    case u'h':
        return from.addSecs(3600 * amount);
    default:
        return from.addSecs(60 * amount);
    }
}

/** "-7d", "4w 2d", "30m"; nothing when the text is no such distance. */
std::optional<QDateTime> relative(const QString &text, const QDateTime &from, QChar defaultUnit)
{
    static const QRegularExpression whole(u"^[+-]?(\\d+[yMwdhm]?\\s*)+$"_s);
    static const QRegularExpression part(u"(\\d+)([yMwdhm]?)"_s);
    const QString trimmed = text.trimmed();
    if (!whole.match(trimmed).hasMatch())
        return std::nullopt;
    const qint64 sign = trimmed.startsWith(u'-') ? -1 : 1;
    QDateTime result = from;
    for (const QRegularExpressionMatch &match : part.globalMatch(trimmed)) {
        const QString unit = match.captured(2);
        result = moved(
            result, sign * match.captured(1).toLongLong(), unit.isEmpty() ? defaultUnit : unit[0]);
    }
    return result;
}

QDate startDate(const QString &period, const QDate &today)
{
    if (period == "week"_L1)
        return today.addDays(-(today.dayOfWeek() % 7)); // Jira's weeks begin on Sunday.
    if (period == "month"_L1)
        return {today.year(), today.month(), 1};
    if (period == "year"_L1)
        return {today.year(), 1, 1};
    return today;
}

QDate nextDate(const QString &period, const QDate &start)
{
    if (period == "week"_L1)
        return start.addDays(7);
    if (period == "month"_L1)
        return start.addMonths(1);
    return period == "year"_L1 ? start.addYears(1) : start.addDays(1);
}

QChar unitOf(const QString &period)
{
    if (period == "month"_L1)
        return u'M';
    return period[0];
}

QDateTime fromFunction(const JqlValue &value, const QDateTime &now)
{
    static const QRegularExpression name(u"^(startof|endof)(day|week|month|year)$"_s);
    const QString lowered = value.text.toLower();
    if (lowered == "now"_L1)
        return now;
    const QRegularExpressionMatch match = name.match(lowered);
    if (!match.hasMatch())
        return {};
    const QString period = match.captured(2);
    QDateTime base = now;
    if (!value.arguments.isEmpty())
        base = relative(value.arguments[0], now, unitOf(period)).value_or(QDateTime());
    if (!base.isValid())
        return {};
    const QDate start = startDate(period, base.date());
    if (match.captured(1) == "startof"_L1)
        return QDateTime(start, QTime(0, 0), Qt::UTC);
    return QDateTime(nextDate(period, start), QTime(0, 0), Qt::UTC).addMSecs(-1);
}

} // namespace

QDateTime jqlDate(const JqlValue &value, const QDateTime &now)
{
    if (value.kind == JqlValue::Kind::Function)
        return fromFunction(value, now);
    if (const auto distance = relative(value.text, now, u'm'))
        return *distance;
    const QString text = QString(value.text).replace(u'/', u'-');
    for (const QString &format : {u"yyyy-MM-dd HH:mm"_s, u"yyyy-M-d HH:mm"_s, u"yyyy-M-d"_s}) {
        QDateTime parsed = QDateTime::fromString(text, format);
        parsed.setTimeSpec(Qt::UTC);
        if (parsed.isValid())
            return parsed;
    }
    return {};
}

} // namespace fairlead::sandbox
