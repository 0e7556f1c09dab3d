// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

namespace fairlead::store {
class Database;
} // namespace fairlead::store

/** The table `meta`: what the database says of itself. */
namespace fairlead::secrets {

/** Empty for one that is not there. */
[[nodiscard]] Result<QString> metaValue(const store::Database &database, const QString &name);
/** Once; what it is now: another instance that starts at the same time may have been first. */
[[nodiscard]] Result<QString> setMetaValue(store::Database &database,
                                           const QString &name,
                                           const QString &value);

} // namespace fairlead::secrets
