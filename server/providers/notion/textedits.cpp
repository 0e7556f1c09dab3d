// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/textedits.h"

#include "server/base/text.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype quoteLimit = 300;
constexpr qsizetype searched = 1'000'000; // characters of a page that are looked through
constexpr qsizetype compared = 600; // characters of two texts that are compared
constexpr qsizetype patternLimit = 2000;
constexpr int placesShown = 3;
constexpr double similar = 0.35; // share of pairs of letters in common; below, it is chance

QString quoted(const QString &text)
{
    return u"\"%1\""_s.arg(cleanedLine(text.trimmed(), quoteLimit));
}

/** Whole and unchanged, to be copied; line breaks stay. */
QString quotedExactly(const QString &text)
{
    return u"\"%1\""_s.arg(cleanedText(text, quoteLimit * 2));
}

/** The letters of a pattern with what people and models write for each other. */
QString tolerant(const QString &word)
{
    QString pattern;
    for (const QChar c : word) {
        if (u"\"“”„«»"_s.contains(c))
            pattern += u"[\"“”„«»]"_s;
        else if (u"'’‘"_s.contains(c))
            pattern += u"['’‘]"_s;
        else if (u"-–—"_s.contains(c))
            pattern += u"[-–—]"_s;
        else
            pattern += u"\\\\?"_s + QRegularExpression::escape(QString(c)); // Markdown escapes
    }
    return pattern;
}

/** The same text but for spaces, case, quotes, dashes and backslashes; empty: there is none. */
QString sameButForForm(const QString &text, const QString &wanted)
{
    static const QRegularExpression spaces(u"\\s+"_s);
    const QStringList words = wanted.split(spaces, Qt::SkipEmptyParts);
    if (words.isEmpty() || wanted.size() > patternLimit)
        return {};
    QStringList patterns;
    for (const QString &word : words)
        patterns.append(tolerant(word));
    const QRegularExpression pattern(patterns.join(u"\\s+"_s),
                                     QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text.left(searched)).captured();
}

QHash<QString, int> pairsOf(const QString &text)
{
    QHash<QString, int> pairs;
    const QString folded = text.left(compared).toCaseFolded();
    for (qsizetype i = 0; i + 1 < folded.size(); ++i)
        ++pairs[folded.mid(i, 2)];
    return pairs;
}

double likeness(const QHash<QString, int> &wanted, const QString &text)
{
    const QHash<QString, int> pairs = pairsOf(text);
    int common = 0;
    int all = 0;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        common += std::min(it.value(), pairs.value(it.key()));
        all += it.value();
    }
    for (const int count : pairs)
        all += count;
    return all == 0 ? 0 : 2.0 * common / all;
}

/** As many lines as were wanted, those that are most like them; empty: none is like them. */
QString nearest(const QString &text, const QString &wanted)
{
    const QStringList lines = text.left(searched).split(u'\n');
    const qsizetype count = std::min(wanted.trimmed().count(u'\n') + 1, lines.size());
    const QHash<QString, int> pairs = pairsOf(wanted);
    QString best;
    double bestLikeness = similar;
    for (qsizetype i = 0; i + count <= lines.size(); ++i) {
        const QString candidate = lines.mid(i, count).join(u'\n');
        if (const double found = likeness(pairs, candidate); found > bestLikeness) {
            bestLikeness = found;
            best = candidate;
        }
    }
    return best;
}

QString missingText(const QString &text, const QString &wanted)
{
    const QString start = u"%1 is not on the page."_s.arg(quoted(wanted));
    if (const QString same = sameButForForm(text, wanted); !same.isEmpty())
        return start + u" It reads %1 there: pass that as \"old\"."_s.arg(quotedExactly(same));
    if (const QString like = nearest(text, wanted); !like.isEmpty())
        return start
            + u" The nearest text is %1. Pass \"old\" exactly as notion_read_page shows it."_s.arg(
                quotedExactly(like));
    return start + u" Copy \"old\" from what notion_read_page shows."_s;
}

QString severalText(const QString &text, const QString &wanted)
{
    QStringList places;
    for (qsizetype at = text.indexOf(wanted); at >= 0 && places.size() < placesShown;
         at = text.indexOf(wanted, at + wanted.size())) {
        const qsizetype start = text.lastIndexOf(u'\n', std::max<qsizetype>(at - 1, 0)) + 1;
        const qsizetype end = text.indexOf(u'\n', at + wanted.size());
        places.append(quoted(text.mid(std::min(start, at), (end < 0 ? text.size() : end) - start)));
    }
    return u"%1 is on the page %2 times: %3. Pass more of the text around the one that is meant, "
           "or all: true."_s.arg(quoted(wanted))
               .arg(text.count(wanted))
               .arg(places.join(u", "_s));
}

} // namespace

QString editProblem(QString text, const QList<TextEdit> &edits)
{
    for (qsizetype i = 0; i < edits.size(); ++i) {
        const TextEdit &edit = edits[i];
        const qsizetype count = text.count(edit.oldText);
        const QString which = edits.size() == 1 ? QString() : u"Edit %1: "_s.arg(i + 1);
        if (count == 0)
            return which + missingText(text, edit.oldText);
        if (count > 1 && !edit.isForAll)
            return which + severalText(text, edit.oldText);
        text.replace(edit.oldText, edit.newText);
    }
    return {};
}

} // namespace fairlead::providers::notion
