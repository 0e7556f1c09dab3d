// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::sandbox {

/** Headings, lists, code and paragraphs as an ADF document; what is within a line stays text. */
[[nodiscard]] QJsonObject adfFromPlainMarkdown(const QString &markdown);

/** The other way round, as far as adfFromPlainMarkdown() goes. */
[[nodiscard]] QString plainMarkdownFromAdf(const QJsonObject &document);

} // namespace fairlead::sandbox
