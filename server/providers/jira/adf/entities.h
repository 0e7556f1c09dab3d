// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::providers::jira {

/** A character reference (`&amp;`, `&#38;`, `&#x26;`) decoded, or as it is if HTML 4 has no such.
 */
[[nodiscard]] QString decodedEntity(QStringView entity);

} // namespace fairlead::providers::jira
