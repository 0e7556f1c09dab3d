// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

class QSqlError;

namespace fairlead::store {

class DatabaseAddress;

/** Whether after this error nothing more is to be had from the connection. */
[[nodiscard]] bool endsConnection(const QSqlError &error);

/** What went wrong, as a sentence for a person who runs this database. It holds no value that was
 * bound. */
[[nodiscard]] Error explained(const QSqlError &error, const DatabaseAddress &address);

/** Why no connection could be made. */
[[nodiscard]] Error unreachable(const QSqlError &error, const DatabaseAddress &address);

} // namespace fairlead::store
