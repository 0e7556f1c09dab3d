// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/textedits.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace fairlead::providers {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype quotedLength = 120;
constexpr qsizetype namedLines = 5;

QString withPlainLineEnds(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

QString quoted(const QString &text)
{
    QString shown = text.trimmed().section(u'\n', 0, 0).trimmed();
    const bool cut = shown.size() > quotedLength || text.trimmed().contains(u'\n');
    shown.truncate(quotedLength);
    return u'"' + shown + (cut ? u"…\""_s : u"\""_s);
}

QSet<QString> wordsOf(const QString &line)
{
    QSet<QString> words;
    QString word;
    for (const QChar c : line + u' ') {
        if (c.isLetterOrNumber()) {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    return words;
}

/** The line that shares most with the first line of `wanted`; empty if none shares a word. */
QString nearestLine(const QString &text, const QString &wanted)
{
    const QSet<QString> words = wordsOf(wanted.trimmed().section(u'\n', 0, 0));
    QString nearest;
    double best = 0;
    for (const QString &line : text.split(u'\n')) {
        const QSet<QString> other = wordsOf(line);
        const auto shared = double(std::count_if(
            words.begin(), words.end(), [&](const QString &word) { return other.contains(word); }));
        const double likeness =
            shared / double(std::max<qsizetype>(1, words.size() + other.size()));
        if (likeness > best) {
            best = likeness;
            nearest = line;
        }
    }
    return nearest;
}

/** "lines 2, 7 and others" for the places where `wanted` begins. */
QString placesOf(const QString &text, const QString &wanted)
{
    QStringList lines;
    qsizetype line = 1;
    qsizetype counted = 0;
    for (qsizetype at = text.indexOf(wanted); at >= 0;
         at = text.indexOf(wanted, at + wanted.size())) {
        if (lines.size() == namedLines)
            return u"lines "_s + lines.join(u", "_s) + u" and others"_s;
        line += std::count(text.begin() + counted, text.begin() + at, u'\n');
        counted = at;
        const QString number = QString::number(line);
        if (lines.isEmpty() || lines.last() != number)
            lines << number;
    }
    return (lines.size() == 1 ? u"line "_s : u"lines "_s) + lines.join(u", "_s);
}

QString missing(const QString &text, const QString &wanted)
{
    QString message = u"the old text "_s + quoted(wanted) + u" is not there. "_s;
    if (text.trimmed().isEmpty())
        return message + u"The text is empty: give a whole new one instead of edits."_s;
    if (const QString nearest = nearestLine(text, wanted); !nearest.isEmpty())
        message += u"The nearest line is "_s + quoted(nearest) + u". "_s;
    return message + u"Copy it exactly as it was read, with its Markdown."_s;
}

/** What is wrong with this edit of this text; empty if nothing is. */
QString fault(const QString &text, const TextEdit &edit)
{
    if (edit.oldText.isEmpty())
        return u"the old text is empty. Give the text that is to be replaced; to add a line, give "
               "the line before it as old, and both as new."_s;
    if (edit.oldText == edit.newText)
        return u"the old and the new text are the same, "_s + quoted(edit.oldText) + u'.';
    const qsizetype places = text.count(edit.oldText);
    if (places == 0)
        return missing(text, edit.oldText);
    if (places > 1 && !edit.all)
        return u"the old text %1 is there %2 times (%3). Give more of the text around it, or "
               "\"all\": true to replace it everywhere."_s.arg(
                   quoted(edit.oldText), QString::number(places), placesOf(text, edit.oldText));
    return {};
}

} // namespace

Result<QString> replacedText(const QString &text,
                             const std::vector<TextEdit> &edits,
                             const QString &argument)
{
    if (edits.empty())
        return failure(ErrorCode::InvalidInput,
                       argument + u" is empty: give at least one edit with old and new text."_s);
    QString result = withPlainLineEnds(text);
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const TextEdit edit{
            withPlainLineEnds(edits[i].oldText), withPlainLineEnds(edits[i].newText), edits[i].all};
        if (const QString wrong = fault(result, edit); !wrong.isEmpty())
            return failure(
                ErrorCode::InvalidInput,
                u"%1[%2]: %3 Nothing was changed."_s.arg(argument, QString::number(i), wrong));
        result.replace(edit.oldText, edit.newText);
    }
    return result;
}

} // namespace fairlead::providers
