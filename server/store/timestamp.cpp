// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/timestamp.h"

#include <span>

namespace fairlead::store {
namespace {

/** In decimal, with leading zeros, as many digits as there is room for. */
void write(std::span<QChar> room, int value)
{
    for (auto digit = room.rbegin(); digit != room.rend(); ++digit, value /= 10)
        *digit = QChar(u'0' + value % 10);
}

} // namespace

QVariant toStored(const QDateTime &time)
{
    if (!time.isValid())
        return QVariant(QMetaType::fromType<QString>());
    const QDateTime utc = time.toUTC();
    const QTime clock = utc.time();
    int year = 0;
    int month = 0;
    int day = 0;
    utc.date().getDate(&year, &month, &day);
    if (year < 0 || year > 9999)
        return utc.toString(Qt::ISODateWithMs);
    // By hand: every call is stored with its time, and QDateTime takes several times as long.
    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    const std::span room(text.data(), static_cast<std::size_t>(text.size()));
    write(room.subspan(0, 4), year);
    write(room.subspan(5, 2), month);
    write(room.subspan(8, 2), day);
    write(room.subspan(11, 2), clock.hour());
    write(room.subspan(14, 2), clock.minute());
    write(room.subspan(17, 2), clock.second());
    write(room.subspan(20, 3), clock.msec());
    return text;
}

QDateTime fromStored(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace fairlead::store
