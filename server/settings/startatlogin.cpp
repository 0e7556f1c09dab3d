// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/startatlogin.h"

namespace fairlead::settings {

StartAtLogin::~StartAtLogin() = default;

} // namespace fairlead::settings
