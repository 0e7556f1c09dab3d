// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <string_view>

namespace fairlead::http::engine {

/** One entry for each byte: true for these. A look at it costs a tenth of a search through them. */
using CharacterTable = std::array<bool, 256>;
constexpr CharacterTable charactersIn(std::string_view which)
{
    CharacterTable table{};
    for (const char c : which)
        table.at(static_cast<unsigned char>(c)) = true;
    return table;
}

[[nodiscard]] bool isDigit(char c);
[[nodiscard]] bool isLetter(char c);
[[nodiscard]] bool isHexDigit(char c);

/** RFC 9110 5.6.2: what methods and field names are made of; at least one character. */
[[nodiscard]] bool isToken(QByteArrayView text);

} // namespace fairlead::http::engine
