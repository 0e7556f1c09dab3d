// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/golden.h"

#include <QFile>
#include <QStringList>

#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::fakes {
namespace {

QString fullPath(const QString &path)
{
    return QStringLiteral(FAIRLEAD_TEST_DATA "/") + path;
}

// Lengths of the longest common subsequences of the lines from each position on.
std::vector<std::vector<int>> commonLengths(const QStringList &left, const QStringList &right)
{
    const auto rows = static_cast<size_t>(left.size());
    const auto columns = static_cast<size_t>(right.size());
    std::vector<std::vector<int>> lengths(rows + 1, std::vector<int>(columns + 1, 0));
    for (size_t i = rows; i-- > 0;) {
        for (size_t j = columns; j-- > 0;) {
            lengths[i][j] = left[static_cast<qsizetype>(i)] == right[static_cast<qsizetype>(j)]
                ? lengths[i + 1][j + 1] + 1
                : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

} // namespace

QByteArray testData(const QString &path)
{
    QFile file(fullPath(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Missing test data: %s", qPrintable(path));
    return file.readAll();
}

QString goldenDiff(const QString &path, const QString &actual)
{
    if (qEnvironmentVariableIsSet("FAIRLEAD_WRITE_GOLDEN")) {
        QFile file(fullPath(path));
        if (file.open(QIODevice::WriteOnly))
            file.write(actual.toUtf8());
        return u"The golden file was written; look at it and run the test again."_s;
    }
    QFile file(fullPath(path));
    const QString expected =
        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    return unifiedDiff(expected, actual);
}

QString unifiedDiff(const QString &expected, const QString &actual)
{
    if (expected == actual)
        return {};
    const QStringList left = expected.split(u'\n');
    const QStringList right = actual.split(u'\n');
    const auto lengths = commonLengths(left, right);
    QString diff = u"--- expected\n+++ actual\n"_s;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() || j < right.size()) {
        const auto row = static_cast<size_t>(i);
        const auto column = static_cast<size_t>(j);
        if (i < left.size() && j < right.size() && left[i] == right[j]) {
            diff += u' ' + left[i] + u'\n';
            ++i;
            ++j;
        } else if (j == right.size()
                   || (i < left.size() && lengths[row + 1][column] >= lengths[row][column + 1])) {
            diff += u'-' + left[i++] + u'\n';
        } else {
            diff += u'+' + right[j++] + u'\n';
        }
    }
    return diff;
}

} // namespace fairlead::fakes
