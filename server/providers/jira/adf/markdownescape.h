// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::providers::jira {

/**
 * What has to be escaped in one paragraph's text. A character is left alone where it cannot mean
 * anything, since a model reads the result: a single asterisk, an underscore inside a word.
 */
struct EscapeContext
{
    bool stars = false;
    bool underscores = false;
    bool tildes = false;
    bool backticks = false;
    bool brackets = false;
    bool pipes = false;

    friend bool operator==(const EscapeContext &, const EscapeContext &) = default;
};

/** The context for a paragraph with this plain text; `marked` if it has emphasis of any kind. */
[[nodiscard]] EscapeContext escapeContext(QStringView plainText, bool marked, bool inTable);

/** `text` escaped for the middle of a line; `before` and `after` are its neighbours' characters. */
[[nodiscard]] QString escapedText(QStringView text,
                                  QChar before,
                                  QChar after,
                                  const EscapeContext &context);

/** A finished line with a backslash where its beginning would start a block. */
[[nodiscard]] QString escapedLineStart(const QString &line);

/** A link's target, in angle brackets where it needs them. */
[[nodiscard]] QString linkDestination(const QString &target, bool inTable);

/** Code between enough backticks. */
[[nodiscard]] QString codeSpan(QString code, bool inTable);

/** A fence of backticks longer than any run of them in `text`, and at least `least` long. */
[[nodiscard]] QString backtickFence(QStringView text, qsizetype least);

} // namespace fairlead::providers::jira
