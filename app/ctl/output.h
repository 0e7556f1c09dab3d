// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>
#include <QString>

#include <cstdio>

namespace fairlead::ctl {

/** Where a command's words go: plain text for people, or with --json one JSON object for programs.
 */
class Output final
{
public:
    enum class Format { Text, Json };
    explicit Output(Format format, std::FILE *results = stdout, std::FILE *notes = stderr);

    /** Prints `text`, or the object with --json. Text from services is cleaned for the terminal. */
    void result(const QString &text, const QJsonObject &object) const;
    /** Prints a part of a text that other programs read, whatever the format, and as it is but for
     * what would disturb a terminal. Storage when it cannot be written. */
    [[nodiscard]] Result<> write(const QString &text) const;
    /** Prints an error to standard error; with --json also {"error":{"code","message"}} on standard
     * output. */
    void error(const Error &error) const;
    /** Prints a word by the way, such as what is being waited for, to standard error. */
    void note(const QString &text) const;
    /** Prints what went wrong beside the command's own outcome to standard error. */
    void warning(const Error &error) const;
    /** A wrong command line: the sentence and the usage line. */
    void usage(const QString &sentence, const char *usage) const;

private:
    Format m_format;
    std::FILE *m_results;
    std::FILE *m_notes;
};

/** "1 project", "6 projects". */
[[nodiscard]] QString counted(qint64 count, const QString &noun);

/** Rows with columns padded to the widest cell; the first row is the heading. */
[[nodiscard]] QString table(const QList<QStringList> &rows);

} // namespace fairlead::ctl
