// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVariant>

namespace fairlead::store {

/** A time as it is stored: UTC, ISO 8601 with milliseconds; NULL for an invalid one. */
[[nodiscard]] QVariant toStored(const QDateTime &time);

/** The time that toStored() stored; invalid for NULL. */
[[nodiscard]] QDateTime fromStored(const QVariant &value);

} // namespace fairlead::store
