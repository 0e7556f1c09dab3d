// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/stringcheck.h"

#include <array>

namespace fairlead::mcp {
namespace {

constexpr qsizetype hexDigits = 4;

/** The four hex digits at `at` as a number, or -1. */
int hexUnit(QByteArrayView json, qsizetype at)
{
    if (json.size() - at < hexDigits)
        return -1;
    int unit = 0;
    for (qsizetype i = at; i < at + hexDigits; ++i) {
        const char c = json[i];
        unit *= 16;
        if (c >= '0' && c <= '9')
            unit += c - '0';
        else if (c >= 'a' && c <= 'f')
            unit += c - 'a' + 10;
        else if (c >= 'A' && c <= 'F')
            unit += c - 'A' + 10;
        else
            return -1;
    }
    return unit;
}

bool isHighSurrogate(int unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLowSurrogate(int unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/** Moves past the escape whose backslash is at `at`. */
StringFault skipEscape(QByteArrayView json, qsizetype &at)
{
    if (json.size() - at < 2)
        return StringFault::Unfinished;
    const char kind = json[at + 1];
    at += 2;
    if (QByteArrayView("\"\\/bfnrt").contains(kind))
        return StringFault::None;
    if (kind != 'u')
        return StringFault::Escape;
    const int unit = hexUnit(json, at);
    if (unit < 0)
        return StringFault::Escape;
    at += hexDigits;
    if (isLowSurrogate(unit))
        return StringFault::Surrogate;
    if (!isHighSurrogate(unit))
        return StringFault::None;
    if (json.size() - at < 2 || json[at] != '\\' || json[at + 1] != 'u'
        || !isLowSurrogate(hexUnit(json, at + 2)))
        return StringFault::Surrogate;
    at += 2 + hexDigits;
    return StringFault::None;
}

struct Utf8Range
{
    unsigned char firstLead, lastLead, lowestNext, highestNext;
    qsizetype length;
};

/** The well-formed sequences of more than one byte (Unicode, table 3-7). */
constexpr std::array<Utf8Range, 8> utf8Ranges{{{0xC2, 0xDF, 0x80, 0xBF, 2},
                                               {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                               {0xE1, 0xEC, 0x80, 0xBF, 3},
                                               {0xED, 0xED, 0x80, 0x9F, 3},
                                               {0xEE, 0xEF, 0x80, 0xBF, 3},
                                               {0xF0, 0xF0, 0x90, 0xBF, 4},
                                               {0xF1, 0xF3, 0x80, 0xBF, 4},
                                               {0xF4, 0xF4, 0x80, 0x8F, 4}}};

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/** The length of the well-formed sequence at `at`, 0 when it is not one. */
qsizetype utf8Length(QByteArrayView json, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(json[at]);
    for (const Utf8Range &range : utf8Ranges) {
        if (lead < range.firstLead || lead > range.lastLead)
            continue;
        if (json.size() - at < range.length)
            return 0;
        const auto next = static_cast<unsigned char>(json[at + 1]);
        if (next < range.lowestNext || next > range.highestNext)
            return 0;
        for (qsizetype i = 2; i < range.length; ++i) {
            if (!isContinuation(json[at + i]))
                return 0;
        }
        return range.length;
    }
    return 0;
}

} // namespace

CheckedString checkString(QByteArrayView json, qsizetype start)
{
    CheckedString result;
    qsizetype at = start + 1;
    while (at < json.size()) {
        const auto c = static_cast<unsigned char>(json[at]);
        if (c == '"') {
            result.end = at + 1;
            return result;
        }
        if (c < 0x20)
            return {StringFault::ControlCharacter, at, result.escaped};
        if (c == '\\') {
            result.escaped = true;
            if (const StringFault fault = skipEscape(json, at); fault != StringFault::None)
                return {fault, at, true};
        } else if (c < 0x80) {
            ++at;
        } else if (const qsizetype length = utf8Length(json, at); length > 0) {
            at += length;
        } else {
            return {StringFault::Utf8, at, result.escaped};
        }
    }
    return {StringFault::Unfinished, at, result.escaped};
}

} // namespace fairlead::mcp
