// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::fakes {

/** The bytes of a file below tests/data; ends the test program when it is missing. */
[[nodiscard]] QByteArray testData(const QString &path);

/**
 * Compares a text with the golden file of that path below tests/data: empty when they are equal,
 * else a unified diff. With FAIRLEAD_WRITE_GOLDEN set in the environment it writes the file
 * instead, to be looked at before it is committed.
 */
[[nodiscard]] QString goldenDiff(const QString &path, const QString &actual);

/** The lines in which two texts differ, unified; empty when they are equal. */
[[nodiscard]] QString unifiedDiff(const QString &expected, const QString &actual);

} // namespace fairlead::fakes
