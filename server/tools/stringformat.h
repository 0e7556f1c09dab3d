// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace fairlead::tools {

/** A `format` of JSON Schema that the argument check enforces. */
enum class StringFormat { Date, DateTime, Uri, Email };

/** By its name in the schema: date, date-time, uri, email. */
[[nodiscard]] std::optional<StringFormat> stringFormat(const QString &name);

[[nodiscard]] bool matchesFormat(StringFormat format, const QString &text);

/** For sentences: "a date such as 2026-11-20". */
[[nodiscard]] QString describeFormat(StringFormat format);

} // namespace fairlead::tools
