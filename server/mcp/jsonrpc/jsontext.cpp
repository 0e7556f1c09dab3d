// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/jsontext.h"

#include <algorithm>
#include <array>

namespace fairlead::mcp {
namespace {

constexpr QByteArrayView hexDigits("0123456789abcdef");

constexpr std::array<bool, 256> escapedBytes()
{
    std::array<bool, 256> table{};
    for (size_t control = 0; control < 0x20; ++control)
        table.at(control) = true;
    table.at('"') = true;
    table.at('\\') = true;
    return table;
}

bool needsEscape(char c)
{
    static constexpr auto table = escapedBytes();
    return table[static_cast<unsigned char>(c)]; // of 256, so that every char is in it
}

void appendCode(QByteArray &out, char16_t unit)
{
    out.append("\\u");
    for (const int shift : {12, 8, 4, 0})
        out.append(hexDigits[(unit >> shift) & 0xF]);
}

void appendEscaped(QByteArray &out, char c)
{
    struct Short
    {
        char character;
        char name;
    };
    constexpr std::array shorts{Short{'"', '"'},
                                Short{'\\', '\\'},
                                Short{'\b', 'b'},
                                Short{'\f', 'f'},
                                Short{'\n', 'n'},
                                Short{'\r', 'r'},
                                Short{'\t', 't'}};
    const auto found = std::find_if(
        shorts.begin(), shorts.end(), [c](const Short &entry) { return entry.character == c; });
    if (found == shorts.end())
        appendCode(out, static_cast<unsigned char>(c));
    else
        out.append('\\').append(found->name);
}

/** Of text that is whole: no half of a surrogate pair without the other. */
void appendWhole(QByteArray &out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    const char *run = utf8.cbegin();
    for (;;) {
        const char *end = std::find_if(run, utf8.cend(), needsEscape);
        out.append(run, end - run);
        if (end == utf8.cend())
            return;
        appendEscaped(out, *end);
        run = end + 1;
    }
}

} // namespace

void appendJsonText(QByteArray &out, QStringView text)
{
    out.reserve(out.size() + text.size() + text.size() / 16 + 2);
    out.append('"');
    const bool hasPairs = std::any_of(
        text.begin(), text.end(), [](QChar c) { return (c.unicode() & 0xF800) == 0xD800; });
    if (!hasPairs || text.isValidUtf16()) {
        appendWhole(out, text);
    } else {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool isPair =
                i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate();
            if (text[i].isSurrogate() && !isPair)
                appendCode(out, text[i].unicode());
            else
                appendWhole(out, text.sliced(i, isPair ? 2 : 1));
            i += isPair ? 1 : 0;
        }
    }
    out.append('"');
}

} // namespace fairlead::mcp
