// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fairlead::audit {

/** What to call a client that is known by its User-Agent only: "Claude Code 2.1.197" for
 * "claude-code/2.1.197 (cli)". Cleaned and short; empty for none. */
[[nodiscard]] QString clientNameFrom(const QByteArray &userAgent);

} // namespace fairlead::audit
