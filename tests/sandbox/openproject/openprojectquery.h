// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/openproject/openprojectstate.h"

#include <optional>

namespace fairlead::sandbox {

/** What of `all` fits the filters, [{"status":{"operator":"o","values":[]}}], sorted by
 * [["updatedAt","desc"]]; nothing when OpenProject would not understand them. */
[[nodiscard]] std::optional<QList<QJsonObject>> queried(QList<QJsonObject> all,
                                                        const QString &filters,
                                                        const QString &sorting,
                                                        const OpenProjectState &state);

} // namespace fairlead::sandbox
