// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::tools {

/** A value as it appears in a sentence: compact JSON on one line, cut when long. */
[[nodiscard]] QString describeValue(const QJsonValue &value);

/** What a schema allows, for "must be …": "a whole number from 1 to 100". */
[[nodiscard]] QString describeSchema(const QJsonObject &schema);

} // namespace fairlead::tools
