// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

namespace fairlead::providers::notion {

/** "1a2b3c4d-1a2b-1a2b-1a2b-1a2b3c4d5e6f" from an id with or without hyphens; empty for anything
 * else. Only what passed here may become part of a path. */
[[nodiscard]] QString canonicalId(QStringView text);

/** The same id without hyphens, as Notion's URLs have it. */
[[nodiscard]] QString bareId(const QString &id);

/**
 * The canonical id in what people copy: an id, the URL of a page or database on notion.so,
 * notion.com or notion.site (the page that is open beside a database wins over the database, a
 * block's anchor is left out), or the address of one of our resources. InvalidInput names the
 * argument.
 */
[[nodiscard]] Result<QString> notionId(const QString &text, QLatin1StringView argument);

} // namespace fairlead::providers::notion
