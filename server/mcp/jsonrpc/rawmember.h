// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>

#include <initializer_list>

namespace fairlead::mcp {

/**
 * The bytes of a value within JSON that checkJson() has found good: QJsonDocument sorts keys and
 * rounds large numbers, so that what is only passed on is passed on as it came. `path`: the names
 * of the objects around it, outermost first. Empty when there is none, or when a name on the way is
 * written with escapes.
 */
[[nodiscard]] QByteArray rawMember(QByteArrayView json,
                                   std::initializer_list<QLatin1StringView> path);

/** The same object with one more member, the first: `object` is compact JSON without it. */
[[nodiscard]] QByteArray withRawMember(const QByteArray &object,
                                       QLatin1StringView name,
                                       QByteArrayView value);

} // namespace fairlead::mcp
