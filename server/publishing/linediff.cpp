// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/linediff.h"

#include <QList>
#include <QStringList>

#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

constexpr qsizetype mostCells = 4'000'000; // of the table below: some 2,000 lines on both sides
constexpr qsizetype around = 2;

struct Line
{
    QChar mark; ///< ' ', '-' or '+'
    QString text;
};

/** Lengths of the longest common subsequences of what is left from each pair of lines on. */
class CommonLines
{
public:
    CommonLines(const QStringList &before, const QStringList &after)
        : m_width(after.size() + 1)
        , m_lengths(static_cast<size_t>((before.size() + 1) * m_width))
    {
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j) {
                at(i, j) =
                    before[i] == after[j] ? at(i + 1, j + 1) + 1 : qMax(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    [[nodiscard]] int &at(qsizetype i, qsizetype j)
    {
        return m_lengths[static_cast<size_t>(i * m_width + j)];
    }

private:
    qsizetype m_width = 0;
    std::vector<int> m_lengths;
};

QList<Line> changes(const QStringList &before, const QStringList &after)
{
    QList<Line> lines;
    qsizetype i = 0;
    qsizetype j = 0;
    if ((before.size() + 1) * (after.size() + 1) <= mostCells) {
        CommonLines common(before, after);
        while (i < before.size() && j < after.size()) {
            if (before[i] == after[j]) {
                lines.append({u' ', before[i++]});
                ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                lines.append({u'-', before[i++]});
            } else {
                lines.append({u'+', after[j++]});
            }
        }
    }
    while (i < before.size())
        lines.append({u'-', before[i++]});
    while (j < after.size())
        lines.append({u'+', after[j++]});
    return lines;
}

bool isNearChange(const QList<Line> &lines, qsizetype index)
{
    const qsizetype last = qMin(lines.size() - 1, index + around);
    for (qsizetype i = qMax(qsizetype(0), index - around); i <= last; ++i) {
        if (lines[i].mark != u' ')
            return true;
    }
    return false;
}

} // namespace

QString lineDiff(const QString &before, const QString &after)
{
    if (before == after)
        return {};
    const QList<Line> lines = changes(before.split(u'\n'), after.split(u'\n'));
    QString diff;
    bool isGap = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!isNearChange(lines, i)) {
            isGap = true;
            continue;
        }
        if (isGap && !diff.isEmpty())
            diff += u"…\n"_s;
        isGap = false;
        diff += lines[i].mark + u' ' + lines[i].text + u'\n';
    }
    return diff;
}

} // namespace fairlead::publishing
