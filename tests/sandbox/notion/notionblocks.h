// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonValue>

namespace fairlead::sandbox {

/** The Markdown of blocks sent as a page's children; refuses with "body.… should be". */
[[nodiscard]] Result<QString> markdownOfBlocks(const QJsonValue &sent, const QString &path);

} // namespace fairlead::sandbox
