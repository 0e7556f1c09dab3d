// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace fairlead::doctor {

/** A sentence for a person: English here, translated by the windows. The text is marked with
 * QT_TRANSLATE_NOOP("doctor", …). */
struct Sentence
{
    const char *text = ""; ///< with %1, %2, … for the values
    QStringList values = {};

    [[nodiscard]] bool isEmpty() const { return *text == '\0'; }
    [[nodiscard]] QString english() const;
    /** The same with a translation of `text`. */
    [[nodiscard]] QString filledInto(QString translation) const;

    /** One that is English whoever reads it: what an Error says. */
    [[nodiscard]] static Sentence of(const QString &words);
};

enum class Verdict {
    Ok,
    Warning, ///< works, but somebody should know
    Problem,
    Cancelled, ///< nobody waited for it
};

/** "ok", "warning", "problem", "cancelled". */
[[nodiscard]] QLatin1StringView verdictName(Verdict verdict);

/** What one check found, and what to do about it unless all is well. */
struct Finding
{
    Verdict verdict = Verdict::Ok;
    Sentence text = {};
    Sentence remedy = {};
};

/** A check with what it found. */
struct Entry
{
    Sentence title;
    Finding finding;
};

/** All of it for somebody who helps: a heading, a line for each check, its remedy below. Whatever
 * looks like a key or a token is left out, and the home folder is written as ~. */
[[nodiscard]] QString report(const QString &heading, const QList<Entry> &entries);

} // namespace fairlead::doctor
