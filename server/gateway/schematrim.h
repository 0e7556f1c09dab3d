// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>

namespace fairlead::gateway {

/**
 * The schema of an upstream's tool as clients list it: without definitions that nothing refers to
 * and words that no client needs, its texts cleaned and bounded. It allows what it allowed before.
 * InvalidData with a reason when it is too deep, refers to another document, or hides characters in
 * a name or a value.
 */
[[nodiscard]] Result<QJsonObject> cleanedSchema(const QJsonObject &schema);

} // namespace fairlead::gateway
