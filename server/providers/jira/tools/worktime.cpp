// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/worktime.h"

#include "server/base/text.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qint64 mostMinutes = 100'000;
const QTime startOfWork(9, 0);

tl::unexpected<Error> notUnderstood(const QString &text,
                                    QLatin1StringView argument,
                                    const QString &expected)
{
    return failure(ErrorCode::InvalidInput,
                   u"Argument \"%1\" is \"%2\", but must be %3."_s.arg(
                       argument, cleanedLine(text, 100), expected));
}

QString inMinutes(double minutes)
{
    return hoursAndMinutes(qRound64(minutes) * 60);
}

/** Hours and minutes added up, weeks and days kept; empty when it is no span. */
QString spanOf(const QString &text)
{
    static const QRegularExpression clock(u"\\A(\\d{1,3}):([0-5]\\d)\\z"_s);
    static const QRegularExpression whole(
        u"\\A(?:\\d{1,5}(?:\\.\\d{1,4})?\\s*[a-z]+[\\s,]*)+\\z"_s);
    static const QRegularExpression part(u"([0-9.]+)\\s*([a-z]+)"_s);
    static const QRegularExpression unit(
        u"\\A(?:(w|wks?|weeks?)|(d|days?)|(h|hrs?|hours?)|(m|mins?|minutes?))\\z"_s);
    if (const auto match = clock.match(text); match.hasMatch())
        return inMinutes(match.captured(1).toInt() * 60 + match.captured(2).toInt());
    if (!whole.match(text).hasMatch())
        return {};
    QString longSpans;
    double minutes = 0;
    for (auto parts = part.globalMatch(text); parts.hasNext();) {
        const auto match = parts.next();
        const auto named = unit.match(match.captured(2));
        if (!named.hasMatch())
            return {};
        const int kind = named.lastCapturedIndex();
        if (kind >= 3)
            minutes += match.captured(1).toDouble() * (kind == 3 ? 60 : 1);
        else
            longSpans += match.captured(1) + (kind == 1 ? u"w "_s : u"d "_s);
    }
    if (minutes > mostMinutes)
        return {};
    return (longSpans + inMinutes(minutes)).trimmed();
}

} // namespace

QString hoursAndMinutes(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    QStringList parts;
    if (minutes >= 60)
        parts.append(u"%1h"_s.arg(minutes / 60));
    if (minutes % 60 != 0)
        parts.append(u"%1m"_s.arg(minutes % 60));
    return parts.join(u' ');
}

Result<QString> workSpan(const QString &text, QLatin1StringView argument)
{
    QString span = spanOf(text.trimmed().toLower());
    if (span.isEmpty())
        return notUnderstood(text, argument, u"a span of time such as 2h 30m, 45m or 1d"_s);
    return span;
}

Result<QString> workStart(const QString &text, QLatin1StringView argument)
{
    static const QRegularExpression shape(
        u"\\A\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?"
        "(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\z"_s);
    static const QRegularExpression offsetWithoutColon(u"([+-]\\d\\d)(\\d\\d)\\z"_s);
    QString given = text.trimmed();
    const bool isShaped = shape.match(given).hasMatch();
    const bool isDate = given.size() == 10;
    if (!isDate)
        given.replace(offsetWithoutColon, u"\\1:\\2"_s).replace(10, 1, u'T');
    const QDateTime time = isDate ? QDateTime(QDate::fromString(given, Qt::ISODate), startOfWork)
                                  : QDateTime::fromString(given, Qt::ISODateWithMs);
    if (!isShaped || !time.isValid())
        return notUnderstood(
            text, argument, u"a date and time such as 2026-11-20T10:00, or a date"_s);
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz"_s) + u"+0000"_s;
}

} // namespace fairlead::providers::jira
