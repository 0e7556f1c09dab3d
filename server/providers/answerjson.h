// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <simdjson.h>

/** Small readers over simdjson's tree that clean and bound every text on the way out. */
namespace fairlead::providers::json {

using Element = simdjson::dom::element;

constexpr qsizetype lineLimit = 500;
constexpr qsizetype textLimit = 200'000;

/** The top-level object of an answer. The parser owns what it points to. */
[[nodiscard]] Result<Element> object(simdjson::dom::parser &parser, const QByteArray &body);

[[nodiscard]] QString fromUtf8(std::string_view text);
/** The member of that name; nothing when absent, null, or `element` is no object. */
[[nodiscard]] std::optional<Element> member(const Element &element, std::string_view key);
/** The member as one cleaned line; empty when absent or no string. */
[[nodiscard]] QString line(const Element &element, std::string_view key);
[[nodiscard]] qint64 number(const Element &element, std::string_view key, qint64 otherwise = 0);
[[nodiscard]] bool isTrue(const Element &element, std::string_view key);
/** The member's array, when it is one. */
[[nodiscard]] std::optional<simdjson::dom::array> list(const Element &element,
                                                       std::string_view key);

} // namespace fairlead::providers::json
