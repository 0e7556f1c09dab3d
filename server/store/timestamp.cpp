// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/timestamp.h"

#include <array>
#include <cstdio>

namespace fairlead::store {

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
    // By hand: every call is stored with its time, and QDateTime takes several times as long.
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(),
                                     text.size(),
                                     "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                                     year,
                                     month,
                                     day,
                                     clock.hour(),
                                     clock.minute(),
                                     clock.second(),
                                     clock.msec());
    const bool isUsualYear = length == 24 && year >= 0;
    return isUsualYear ? QString::fromLatin1(text.data(), length) : utc.toString(Qt::ISODateWithMs);
}

QDateTime fromStored(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

} // namespace fairlead::store
