// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/originaltext.h"

#include <algorithm>
#include <array>

namespace fairlead::providers::jira {

namespace {

constexpr int offsets = 256;
constexpr int mistaken = 4;

/** How many of the text's line ends and words after spaces or markers stand at each offset. */
std::array<int, offsets> offsetCounts(const QByteArray &text)
{
    std::array<int, offsets> counts{};
    const auto count = [&](qsizetype at) { ++counts[std::size_t(at % offsets)]; };
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline;
        qsizetype first = begin;
        while (first < end && QByteArrayView(" \t>-+*#.)0123456789").contains(text[first]))
            ++first;
        const bool lastOfBlock =
            end + 1 < text.size() && QByteArrayView("\n `~>").contains(text[end + 1]);
        if (lastOfBlock)
            count(end);
        if (first > begin)
            count(first);
        begin = end + 1;
    }
    return counts;
}

} // namespace

QByteArray shiftedMarkdown(const QByteArray &text, std::vector<WidenedLine> &lines)
{
    const std::array<int, offsets> counts = offsetCounts(text);
    int best = 0;
    const auto hits = [&](int shift) {
        return counts[std::size_t((mistaken - shift + offsets) % offsets)];
    };
    for (int shift = 1; shift < offsets && hits(best) > 0; ++shift) {
        if (hits(shift) < hits(best))
            best = shift;
    }
    for (WidenedLine &line : lines)
        line.offset += best;
    return QByteArray(best, '\n') + text;
}

QString originalIndent(const QByteArray &text, qsizetype offset, qsizetype width)
{
    constexpr qsizetype tabWidth = 4;
    const auto nextColumn = [&](qsizetype at, qsizetype column) {
        return text[at] == '\t' ? (column / tabWidth + 1) * tabWidth : column + 1;
    };
    const qsizetype begin = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
    qsizetype end = 0;
    for (qsizetype at = begin; at < offset; ++at)
        end = nextColumn(at, end);
    qsizetype column = 0;
    for (qsizetype at = begin; at < offset; ++at) {
        const QByteArray indent = text.sliced(at, offset - at);
        if (end - column == width && indent.trimmed().isEmpty())
            return QString::fromLatin1(indent);
        column = nextColumn(at, column);
    }
    return QString(width, u' ');
}

} // namespace fairlead::providers::jira
