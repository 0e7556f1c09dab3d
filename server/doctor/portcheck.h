// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace fairlead::doctor {

/** Whether this program could listen on that port of 127.0.0.1 and [::1] now; 0 is always free. */
[[nodiscard]] bool isPortFree(quint16 port);

} // namespace fairlead::doctor
