// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/delimiterrows.h"

#include <algorithm>
#include <string_view>

namespace fairlead::providers::jira {

namespace {

/** Where a table's delimiter row begins in a line, after quote and list markers; -1 if nowhere. */
qsizetype delimiterRow(std::string_view line)
{
    const auto isPart = [](char c) {
        return c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t';
    };
    std::size_t first = line.size();
    while (first > 0 && isPart(line[first - 1]))
        --first;
    first = std::min(line.find_first_of("|-:", first), line.size());
    const std::string_view row = line.substr(first);
    const bool columns = row.find('|') != row.npos && row.find('-') != row.npos;
    const auto isPrefix = [](char c) { return c == '>' || c == ' ' || c == '\t'; };
    const bool ownLine = std::all_of(line.begin(), line.begin() + std::ptrdiff_t(first), isPrefix);
    return columns && ownLine ? qsizetype(first) : -1;
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
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype newline = text.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const QByteArrayView line = QByteArrayView(text).sliced(begin, end - begin);
        const qsizetype first = delimiterRow({line.data(), std::size_t(line.size())});
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

} // namespace fairlead::providers::jira
