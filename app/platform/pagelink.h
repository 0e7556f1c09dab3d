// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace fairlead::platform {

/** The page that a link such as fairlead://open/settings names; nothing for any other text. Web
 * pages can open such links, so that they carry nothing but the name of a page, and do nothing
 * else. */
[[nodiscard]] std::optional<QString> pageInLink(const QString &link);

/** Whether a page may be called so: lower-case letters, few of them. */
[[nodiscard]] bool isPageName(const QString &name);

} // namespace fairlead::platform
