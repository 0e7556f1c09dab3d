// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/linediff.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

constexpr qsizetype contextLines = 2;
constexpr qsizetype comparisonLimit = 250'000; ///< pairs of lines that are compared one by one

struct Line
{
    QChar sign;
    QString text;
};

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    return lines;
}

/** The longest common lines of what lies between two equal ends. */
void compareMiddle(const QStringList &before, const QStringList &after, QList<Line> &lines)
{
    const auto rows = static_cast<std::size_t>(before.size());
    const auto columns = static_cast<std::size_t>(after.size());
    std::vector<std::vector<int>> common;
    if (before.size() * after.size() <= comparisonLimit) {
        common.assign(rows + 1, std::vector<int>(columns + 1, 0));
        for (std::size_t row = rows; row-- > 0;) {
            for (std::size_t column = columns; column-- > 0;) {
                const bool isSame = before.at(static_cast<qsizetype>(row))
                    == after.at(static_cast<qsizetype>(column));
                common[row][column] = isSame
                    ? common[row + 1][column + 1] + 1
                    : std::max(common[row + 1][column], common[row][column + 1]);
            }
        }
    }
    std::size_t row = 0;
    std::size_t column = 0;
    while (row < rows || column < columns) {
        const bool isSame = !common.empty() && row < rows && column < columns
            && before.at(static_cast<qsizetype>(row)) == after.at(static_cast<qsizetype>(column));
        const bool isGone = row < rows
            && (column == columns || common.empty()
                || common[row + 1][column] >= common[row][column + 1]);
        if (isSame) {
            lines.append({u' ', before.at(static_cast<qsizetype>(row))});
            ++row;
            ++column;
        } else if (isGone) {
            lines.append({u'-', before.at(static_cast<qsizetype>(row++))});
        } else {
            lines.append({u'+', after.at(static_cast<qsizetype>(column++))});
        }
    }
}

QList<Line> compare(const QStringList &before, const QStringList &after)
{
    qsizetype start = 0;
    while (start < before.size() && start < after.size() && before.at(start) == after.at(start))
        ++start;
    qsizetype end = 0;
    while (end < before.size() - start && end < after.size() - start
           && before.at(before.size() - 1 - end) == after.at(after.size() - 1 - end))
        ++end;
    QList<Line> lines;
    for (qsizetype line = qMax<qsizetype>(0, start - contextLines - 1); line < start; ++line)
        lines.append({u' ', before.at(line)});
    compareMiddle(before.sliced(start, before.size() - start - end),
                  after.sliced(start, after.size() - start - end),
                  lines);
    for (qsizetype line = 0; line < qMin(end, contextLines + 1); ++line)
        lines.append({u' ', before.at(before.size() - end + line)});
    return lines;
}

bool isNearChange(const QList<Line> &lines, qsizetype line)
{
    const qsizetype from = qMax<qsizetype>(0, line - contextLines);
    const qsizetype to = qMin(lines.size(), line + contextLines + 1);
    return std::any_of(lines.begin() + from, lines.begin() + to, [](const Line &other) {
        return other.sign != u' ';
    });
}

} // namespace

QString lineDiff(const QString &before, const QString &after)
{
    if (before == after)
        return {};
    const QList<Line> lines = compare(linesOf(before), linesOf(after));
    QString text;
    bool isLeftOut = false;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        if (isNearChange(lines, line)) {
            text += lines.at(line).sign + u' ' + lines.at(line).text + u'\n';
            isLeftOut = false;
        } else if (!std::exchange(isLeftOut, true)) {
            text += u"  …\n"_s;
        }
    }
    return text;
}

} // namespace fairlead
