// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>

/** A page's icon and cover from plain words. Pure functions. */
namespace fairlead::providers::notion {

/** The members of a request. An icon is an emoji or an https:// link, a cover such a link; "none"
 * takes it away, an empty text leaves it. */
[[nodiscard]] Result<QJsonObject> pageLooks(const QString &icon, const QString &cover);

} // namespace fairlead::providers::notion
