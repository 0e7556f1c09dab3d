// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/pause.h"

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::sharing {

/** The pause of all instances on a PostgreSQL server. The database outlives it. */
class SharedPause final : public tools::SharedSwitch
{
public:
    explicit SharedPause(store::Database &database);

    [[nodiscard]] Result<bool> isOn() const override;
    [[nodiscard]] Result<> setOn(bool on) override;

private:
    store::Database &m_database;
};

} // namespace fairlead::sharing
