// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/markdownescape.h"

#include <QRegularExpression>

#include <algorithm>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

bool isAsciiPunctuation(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= '!' && u <= '/') || (u >= ':' && u <= '@') || (u >= '[' && u <= '`')
        || (u >= '{' && u <= '~');
}

bool isAsciiLetter(QChar c)
{
    const char16_t u = c.unicode() | 0x20;
    return u >= 'a' && u <= 'z';
}

bool startsEntity(QStringView text)
{
    static const QRegularExpression entity(
        u"^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,47});"_s);
    // Up to its end only: a cut through a character of two units would match nothing.
    const qsizetype end = text.left(52).indexOf(u';');
    return end > 0 && entity.match(text.left(end + 1).toString()).hasMatch();
}

bool startsMarker(QStringView text)
{
    return text.startsWith("[STATUS"_L1) || text.startsWith("[DATE"_L1) || text.startsWith("[!"_L1)
        || text.startsWith("[~accountid:"_L1) || text.startsWith("[PLACEHOLDER"_L1)
        || text.startsWith("[CAPTION]"_L1) || text.startsWith("[CARD: "_L1)
        || text.startsWith("[EMBED: "_L1);
}

/** A run of one delimiter, seen with what stands on both sides of it. */
struct Delimiter
{
    QChar before;
    QChar after;

    [[nodiscard]] bool isLoose() const { return before.isSpace() && after.isSpace(); }
    [[nodiscard]] bool isInsideWord() const
    {
        return before.isLetterOrNumber() && after.isLetterOrNumber();
    }
};

Delimiter delimiterAt(QStringView text, qsizetype at, QChar before, QChar after)
{
    const QChar c = text[at];
    qsizetype first = at;
    while (first > 0 && text[first - 1] == c)
        --first;
    qsizetype last = at;
    while (last + 1 < text.size() && text[last + 1] == c)
        ++last;
    return {first > 0 ? text[first - 1] : before, last + 1 < text.size() ? text[last + 1] : after};
}

bool needsEscape(
    QStringView text, qsizetype at, QChar before, QChar after, const EscapeContext &context)
{
    const QChar next = at + 1 < text.size() ? text[at + 1] : after;
    switch (text[at].unicode()) {
    case u'\\':
        return isAsciiPunctuation(next) || at + 1 == text.size();
    case u'*':
        return context.stars && !delimiterAt(text, at, before, after).isLoose();
    case u'_': {
        const Delimiter run = delimiterAt(text, at, before, after);
        return context.underscores && !run.isLoose() && !run.isInsideWord();
    }
    case u'~':
        return context.tildes && !delimiterAt(text, at, before, after).isLoose();
    case u'`':
        return context.backticks;
    case u'[':
        return context.brackets || startsMarker(text.mid(at));
    case u']':
        return context.brackets;
    case u'(':
    case u':':
        return at == 0 && before == u']';
    case u'!':
        return at + 1 == text.size() && after == u'[';
    case u'|':
        return context.pipes;
    case u'<':
        return isAsciiLetter(next) || next == u'/' || next == u'!' || next == u'?' || next == u'<';
    case u'&':
        return startsEntity(text.mid(at));
    default:
        return false;
    }
}

} // namespace

EscapeContext escapeContext(QStringView plainText, bool marked, bool inTable)
{
    EscapeContext context;
    context.stars = marked || plainText.count(u'*') > 1;
    context.underscores = marked || plainText.count(u'_') > 1;
    context.tildes = marked || plainText.count(u'~') > 1;
    // md4c looks for the end of code beyond the cell.
    context.backticks = marked || inTable || plainText.count(u'`') > 1;
    context.brackets = plainText.contains("]("_L1) || plainText.contains("]:"_L1);
    context.pipes = inTable;
    return context;
}

QString escapedText(QStringView text, QChar before, QChar after, const EscapeContext &context)
{
    QString escaped;
    escaped.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (needsEscape(text, i, before, after, context))
            escaped += u'\\';
        escaped += text[i];
    }
    return escaped;
}

QString escapedLineStart(const QString &line)
{
    static const QRegularExpression blockStart(
        u"^(?:#{1,6}(?=[ \\t]|$)|>|[-+*](?=[ \\t]|$)|=+[ \\t]*$|`{3,}(?=[^`]*$)|~~~"
        "|[-|:][-|: \\t]*$|([*_])(?:[ \\t]*\\1)*[ \\t]*$)"_s);
    static const QRegularExpression number(u"^([0-9]{1,9})[.)](?=[ \\t]|$)"_s);
    if (blockStart.match(line).hasMatch())
        return u'\\' + line;
    if (const auto match = number.match(line); match.hasMatch())
        return QString(line).insert(match.capturedLength(1), u'\\');
    return line;
}

QString linkDestination(const QString &target, bool inTable)
{
    QString escaped;
    const bool bracketed =
        target.isEmpty() || std::any_of(target.begin(), target.end(), [](QChar c) {
            return c.isSpace() || c == u'(' || c == u')' || c == u'<' || c == u'>'
                || c.unicode() < 32;
        });
    for (qsizetype i = 0; i < target.size(); ++i) {
        const QChar c = target[i];
        if (c.unicode() < 32 || c.unicode() == 127) {
            escaped += u'%' + QString::number(c.unicode(), 16).toUpper().rightJustified(2, u'0');
            continue;
        }
        const bool last = i + 1 == target.size();
        if (c == u'<' || c == u'>' || (c == u'|' && inTable)
            || (c == u'\\' && (last || isAsciiPunctuation(target[i + 1])))
            || (c == u'&' && startsEntity(QStringView(target).mid(i))))
            escaped += u'\\';
        escaped += c;
    }
    return bracketed ? u'<' + escaped + u'>' : escaped;
}

QString backtickFence(QStringView text, qsizetype least)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(std::max(least, longest + 1), u'`');
}

QString codeSpan(QString code, bool inTable)
{
    code.replace(u'\n', u' ');
    const QString fence = backtickFence(code, 1);
    const bool blank = QStringView(code).trimmed().isEmpty();
    const bool padded = code.startsWith(u'`') || code.endsWith(u'`')
        || (!blank && code.startsWith(u' ') && code.endsWith(u' '));
    if (inTable)
        code.replace(u'|', u"\\|"_s);
    return padded ? fence + u' ' + code + u' ' + fence : fence + code + fence;
}

} // namespace fairlead::providers::jira
