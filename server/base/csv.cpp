// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/csv.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

/** Whether a spreadsheet may compute it, which also skips white space in front. */
bool looksLikeFormula(const QString &cell)
{
    const QString start = cell.trimmed();
    return !start.isEmpty() && u"=+-@＝＋－＠"_s.contains(start.front());
}

QString quoted(QString cell)
{
    if (looksLikeFormula(cell))
        cell.prepend(u'\'');
    const bool needsQuotes =
        std::ranges::any_of(cell, [](QChar each) { return u",;\"\r\n\t'"_s.contains(each); })
        || cell != cell.trimmed();
    return needsQuotes ? u'"' + cell.replace(u'"', u"\"\""_s) + u'"' : cell;
}

} // namespace

QByteArray csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(quoted(cell));
    return (written.join(u',') + u"\r\n"_s).toUtf8();
}

} // namespace fairlead
