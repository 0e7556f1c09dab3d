// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::wiring {

/** What models are told about this server, once a session. */
[[nodiscard]] QString instructions();

} // namespace fairlead::wiring
