// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/text.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

enum class Visibility {
    Shown,
    Selector, ///< of how the character before it looks
    Joiner, ///< of the characters around it, or what keeps them apart
    Hidden,
};

bool isWithin(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

bool isSelector(char32_t c)
{
    return isWithin(c, 0xFE00, 0xFE0F) || isWithin(c, 0xE0100, 0xE01EF)
        || isWithin(c, 0x180B, 0x180D) || c == 0x180F;
}

/** Controls, and what Unicode names Default_Ignorable_Code_Point: tags, fillers, marks of
 * direction. */
bool isHidden(char32_t c)
{
    const bool control =
        (c < 0x20 && c != U'\n' && c != U'\t') || isWithin(c, 0x7F, 0x9F) || c == 0x00AD;
    const bool direction =
        isWithin(c, 0x200E, 0x200F) || isWithin(c, 0x202A, 0x202E) || c == 0x061C;
    const bool zeroWidth = c == 0x200B || isWithin(c, 0x2060, 0x206F) || c == 0xFEFF || c == 0x034F
        || c == 0x180E || isWithin(c, 0xFFF0, 0xFFFB);
    const bool filler =
        isWithin(c, 0x115F, 0x1160) || c == 0x3164 || c == 0xFFA0 || isWithin(c, 0x17B4, 0x17B5);
    const bool format = isWithin(c, 0x1BCA0, 0x1BCA3) || isWithin(c, 0x1D173, 0x1D17A)
        || isWithin(c, 0xE0000, 0xE0FFF);
    return control || direction || zeroWidth || filler || format;
}

Visibility visibilityOf(char32_t c)
{
    const bool isUsual =
        isWithin(c, 0x20, 0x7E) || isWithin(c, 0xAE, 0x34E) || isWithin(c, 0x3165, 0xD7FF);
    if (isUsual) // Latin, Chinese, Korean: so that most texts are gone through at once
        return Visibility::Shown;
    if (isSelector(c))
        return Visibility::Selector;
    if (isWithin(c, 0x200C, 0x200D))
        return Visibility::Joiner;
    return isHidden(c) ? Visibility::Hidden : Visibility::Shown;
}

/** Whether this selector can change how the character looks. Elsewhere nobody sees it but the
 * model, which reads whole sentences in them: behind each letter stands a byte. */
bool isSelectedBy(char32_t base, char32_t selector)
{
    if (base == 0 || visibilityOf(base) != Visibility::Shown)
        return false;
    if (selector == 0xFE0E || selector == 0xFE0F) { // as text, as an emoji
        constexpr char32_t informationSource = 0x2139; // counts as a letter
        const bool isKeycap = (base >= U'0' && base <= U'9') || base == U'#' || base == U'*';
        return base < 0x80 ? isKeycap : !QChar::isLetter(base) || base == informationSource;
    }
    if (isWithin(selector, 0xFE00, 0xFE02)) // standardized variants of signs and of Asian letters
        return base >= 0x1000;
    if (isWithin(selector, 0xE0100, 0xE011F)) // as far as ideographic variants are registered
        return QChar::script(base) == QChar::Script_Han;
    const bool isMongolian = isWithin(selector, 0x180B, 0x180F);
    return isMongolian && QChar::script(base) == QChar::Script_Mongolian;
}

/** `last` is what was kept before it; 0 for nothing, and for a space. */
bool mayFollow(char32_t last, char32_t next)
{
    switch (visibilityOf(next)) {
    case Visibility::Shown:
        return true;
    case Visibility::Selector:
        return isSelectedBy(last, next);
    case Visibility::Joiner: // as in emoji of several parts, in Persian and in Hindi: one
        return last != 0 && visibilityOf(last) != Visibility::Joiner;
    case Visibility::Hidden:
        return false;
    }
    return false;
}

/** How far it is printable ASCII, at least, so that there is nothing to look for: nearly all of
 * most texts, and every text goes through here. Four characters at a time. */
qsizetype plainRun(QStringView text)
{
    constexpr quint64 each = 0x0001'0001'0001'0001;
    constexpr qsizetype atATime = sizeof(quint64) / sizeof(QChar);
    qsizetype run = 0;
    for (; run + atATime <= text.size(); run += atATime) {
        quint64 four = 0;
        std::memcpy(&four, text.utf16() + run, sizeof four);
        const bool areAscii = (four & each * 0xff80) == 0;
        // 0x60 more carries into the eighth bit from the space on, one more of DEL alone.
        const quint64 printable = (four + each * 0x60) & ~(four + each) & each * 0x80;
        if (!areAscii || printable != each * 0x80)
            break;
    }
    return run;
}

/** Printable ASCII. */
bool isPlain(QStringView text)
{
    return std::all_of(text.begin() + plainRun(text), text.end(), [](QChar c) {
        return c >= u' ' && c < u'\x7f';
    });
}

/** How many characters from the beginning on stay as they are. */
qsizetype cleanRun(QStringView text)
{
    const auto end = std::find_if(text.begin() + plainRun(text), text.end(), [](QChar c) {
        return visibilityOf(c.unicode()) != Visibility::Shown || c.isSurrogate();
    });
    return end - text.begin();
}

bool isClean(QStringView text)
{
    return cleanRun(text) == text.size();
}

/** What a selector or a joiner behind it can change; 0 for a space. */
char32_t seenBase(QChar c)
{
    return c.isSpace() ? 0 : c.unicode();
}

/** Takes the first character away from a text that has one; U+FFFD for half a pair. */
char32_t takeCharacter(QStringView &text)
{
    const QChar first = text.front();
    const bool isPair = text.size() > 1 && first.isHighSurrogate() && text[1].isLowSurrogate();
    const char32_t pair = isPair ? QChar::surrogateToUcs4(first, text[1]) : 0;
    text = text.sliced(isPair ? 2 : 1);
    if (isPair)
        return pair;
    return first.isSurrogate() ? char32_t{QChar::ReplacementCharacter} : first.unicode();
}

/** A text that ends here although there is more of it. */
QString cut(QString text)
{
    if (!text.isEmpty())
        text.chop(text.back().isLowSurrogate() ? 2 : 1);
    return text + u'…';
}

} // namespace

QString cleanedText(QString &&text, qsizetype limit)
{
    return text.size() <= limit && isClean(text) ? std::move(text)
                                                 : cleanedText(QStringView(text), limit);
}

QString cleanedText(QStringView text, qsizetype limit)
{
    if (text.size() <= limit && isClean(text))
        return text.toString();
    QString cleaned;
    cleaned.reserve(std::min(text.size(), limit) + 1);
    char32_t last = 0;
    while (!text.isEmpty()) {
        const qsizetype room = limit - cleaned.size();
        const qsizetype run = cleanRun(text.first(std::min(text.size(), room + 1)));
        cleaned += text.first(std::min(run, room));
        if (run > room)
            return cut(std::move(cleaned));
        text = text.sliced(run);
        if (text.isEmpty())
            break;
        if (run > 0)
            last = seenBase(cleaned.back());
        const char32_t c = takeCharacter(text);
        const bool fits = cleaned.size() + (QChar::requiresSurrogates(c) ? 2 : 1) <= limit;
        if (!mayFollow(last, c) || (!fits && visibilityOf(c) != Visibility::Shown))
            continue;
        if (!fits)
            return cut(std::move(cleaned));
        last = c;
        cleaned += QChar::fromUcs4(c);
    }
    return cleaned;
}

QString cleanedLine(QString &&text, qsizetype limit)
{
    if (text.size() <= limit && isPlain(text)) // so that most are gone through only once
        return std::move(text);
    QString line = cleanedText(std::move(text), limit);
    // Of the characters below the space only newline and tab are left.
    const auto breaksLine = [](QChar c) { return c < u' ' || c == u'\u2028' || c == u'\u2029'; };
    if (std::any_of(line.cbegin() + plainRun(line), line.cend(), breaksLine))
        std::replace_if(line.begin(), line.end(), breaksLine, QChar(u' '));
    return line;
}

QString cleanedLine(QStringView text, qsizetype limit)
{
    return cleanedLine(cleanedText(text, limit), limit);
}

bool isPlainName(QStringView name, qsizetype limit)
{
    return !name.trimmed().isEmpty() && name.size() <= limit && cleanedLine(name, limit) == name;
}

} // namespace fairlead
