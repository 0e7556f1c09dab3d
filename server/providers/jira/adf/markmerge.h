// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

/** What an edited node keeps of the one it was made of. */
namespace fairlead::providers::jira {

/** The marks that Markdown says nothing of: comments, borders, what is not known. */
[[nodiscard]] QJsonArray unsaidMarks(const QJsonArray &marks);

/** The marks that the edited text says, with those of the original that it could not say. */
[[nodiscard]] QJsonArray mergedMarks(const QJsonArray &original, const QJsonArray &said);

/** The original with the attributes that the new node of its type has; of another person none. */
[[nodiscard]] QJsonObject overlaid(const QJsonObject &original, const QJsonObject &changed);

/** The original's attributes with only those replaced that differ between `base` and `changed`. */
[[nodiscard]] QJsonObject withChangedAttributes(QJsonObject original,
                                                const QJsonObject &base,
                                                const QJsonObject &changed);

} // namespace fairlead::providers::jira
