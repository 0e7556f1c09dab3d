// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/delimiterrows.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace fairlead::providers::jira {

namespace {

std::string_view trimmed(std::string_view text, std::string_view characters)
{
    const std::size_t first = text.find_first_not_of(characters);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(characters) - first + 1);
}

bool isDelimiterCell(std::string_view cell)
{
    cell = trimmed(cell, " \t");
    if (cell.size() > 1 && cell.front() == ':')
        cell.remove_prefix(1);
    if (cell.size() > 1 && cell.back() == ':')
        cell.remove_suffix(1);
    return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

/** Where a table's delimiter row begins in a line, after spaces and quote marks; -1 if nowhere. */
qsizetype delimiterRow(std::string_view line)
{
    const std::size_t first = line.find_first_not_of("> \t");
    if (first == std::string_view::npos || line.find('|', first) == std::string_view::npos)
        return -1;
    std::string_view row = trimmed(line.substr(first), " \t");
    if (row.front() == '|')
        row.remove_prefix(1);
    if (!row.empty() && row.back() == '|')
        row.remove_suffix(1);
    for (std::size_t begin = 0; begin <= row.size();) {
        const std::size_t end = std::min(row.find('|', begin), row.size());
        if (!isDelimiterCell(row.substr(begin, end - begin)))
            return -1;
        begin = end + 1;
    }
    return qsizetype(first);
}

QByteArray widened(QByteArrayView row)
{
    QByteArray out;
    for (qsizetype i = 0; i < row.size();) {
        qsizetype end = i;
        while (end < row.size() && row[end] == '-')
            ++end;
        if (end == i) {
            out += row[i++];
            continue;
        }
        out += QByteArray(std::max<qsizetype>(end - i, 3), '-');
        i = end;
    }
    return out;
}

} // namespace

QByteArray widenedDelimiterRows(const QByteArray &text, std::vector<WidenedLine> &lines)
{
    QByteArray out;
    out.reserve(text.size());
    // A delimiter row is a table's second line; the same in a later line is cells with hyphens.
    bool afterText = false;
    bool inTable = false;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const QByteArrayView line = QByteArrayView(text).sliced(begin, end - begin);
        const std::string_view view(line.data(), std::size_t(line.size()));
        const qsizetype first = afterText && !inTable ? delimiterRow(view) : -1;
        afterText = !trimmed(view, "> \t").empty();
        inTable = afterText && (inTable || first >= 0);
        const QByteArray row = first < 0 ? QByteArray() : widened(line.sliced(first));
        if (first < 0 || row.size() == line.size() - first) {
            out += line;
        } else {
            lines.push_back({out.size(), first, line.toByteArray()});
            out += line.first(first);
            out += row;
        }
        if (newline >= 0)
            out += '\n';
        begin = end + 1;
    }
    return out;
}

const WidenedLine *widenedLineAt(const std::vector<WidenedLine> &lines,
                                 qsizetype offset,
                                 qsizetype size)
{
    const auto isBefore = [](qsizetype at, const WidenedLine &line) { return at < line.offset; };
    const auto after = std::upper_bound(lines.begin(), lines.end(), offset, isBefore);
    if (offset < 0 || after == lines.begin())
        return nullptr;
    const WidenedLine &line = *std::prev(after);
    const qsizetype changed = line.offset + line.changed;
    return offset <= changed && offset + size > changed ? &line : nullptr;
}

} // namespace fairlead::providers::jira
