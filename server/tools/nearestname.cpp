// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/nearestname.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace fairlead::tools {
namespace {

constexpr qsizetype longestCompared = 64;

QString folded(const QString &name)
{
    QString result = name.left(longestCompared).toLower();
    result.remove(u'_').remove(u'-');
    return result;
}

qsizetype editDistance(const QString &from, const QString &to)
{
    std::vector<qsizetype> row(static_cast<size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < to.size(); ++j) {
            const auto column = static_cast<size_t>(j);
            const qsizetype replaced = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[column + 1];
            row[column + 1] = std::min({replaced, row[column] + 1, row[column + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::optional<QString> nearestName(const QString &written, const QStringList &known)
{
    const QString wanted = folded(written);
    std::optional<QString> nearest;
    // A third of the letters may differ; beyond that a suggestion misleads.
    qsizetype best = std::max<qsizetype>(1, wanted.size() / 3) + 1;
    for (const QString &name : known) {
        const qsizetype distance = editDistance(wanted, folded(name));
        if (distance < best) {
            best = distance;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace fairlead::tools
