// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings.h"

#include <QLatin1StringView>

#include <span>
#include <variant>

namespace fairlead::settings {

using Member =
    std::variant<int Settings::*, bool Settings::*, QString Settings::*, QStringList Settings::*>;

/** One row of the table of settings. */
struct Definition
{
    QLatin1StringView key;
    Member member;
    QLatin1StringView allowed; ///< for people
    bool (*isAllowed)(const Settings &values);
};

/** The table of settings, in the order in which they are read. */
[[nodiscard]] std::span<const Definition> definitions();

} // namespace fairlead::settings
