// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {

void copyText(const QString &text);

/** Copies what contains a secret, marked so that clipboard managers that honour the mark keep no
 * history of it. */
void copySecretText(const QString &text);

} // namespace fairlead::ui
