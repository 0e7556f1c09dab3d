// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/**
 * What is visibly wrong with what a person types to sign in, as a sentence; an empty text when
 * nothing is. Only a first look while typing: the provider decides.
 */
namespace fairlead::ui {

[[nodiscard]] QString siteProblem(const QString &site);
/** The same for the address of an installation that may be anybody's own. */
[[nodiscard]] QString ownSiteProblem(const QString &site);
[[nodiscard]] QString emailProblem(const QString &email);
[[nodiscard]] QString tokenProblem(const QString &token);

} // namespace fairlead::ui
