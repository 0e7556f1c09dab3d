// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::sandbox {

/**
 * Checks a value as a whole document of the Atlassian Document Format: node types and marks that
 * exist, required attributes, children where they belong. Returns what is wrong, empty when
 * nothing is.
 */
[[nodiscard]] QString checkAdf(const QJsonValue &document);

/** The document's plain text, a line per block; for searching. */
[[nodiscard]] QString adfText(const QJsonObject &document);

} // namespace fairlead::sandbox
