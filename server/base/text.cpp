// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/text.h"

#include <algorithm>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead {
namespace {

bool isHidden(char32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return false;
    const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
    const bool bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E || c == 0x200F || c == 0x061C;
    const bool zeroWidth = c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0x2061 && c <= 0x2064)
        || c == 0x00AD || c == 0x180E;
    const bool tag = c >= 0xE0000 && c <= 0xE007F;
    return control || bidirectional || zeroWidth || tag;
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
        return isHidden(c.unicode()) || c.isSurrogate();
    });
    return end - text.begin();
}

bool isClean(QStringView text)
{
    return cleanRun(text) == text.size();
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
    while (!text.isEmpty()) {
        const qsizetype room = limit - cleaned.size();
        const qsizetype run = cleanRun(text.first(std::min(text.size(), room + 1)));
        cleaned += text.first(std::min(run, room));
        if (run > room)
            return cut(std::move(cleaned));
        text = text.sliced(run);
        if (text.isEmpty())
            break;
        const bool isPair =
            text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate();
        char32_t c = text[0].unicode();
        if (isPair)
            c = QChar::surrogateToUcs4(text[0], text[1]);
        else if (text[0].isSurrogate())
            c = QChar::ReplacementCharacter;
        text = text.sliced(isPair ? 2 : 1);
        if (isHidden(c))
            continue;
        if (cleaned.size() + (isPair ? 2 : 1) > limit)
            return cut(std::move(cleaned));
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
