// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/text.h"

#include <algorithm>
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

bool isClean(QStringView text)
{
    return std::none_of(
        text.begin(), text.end(), [](QChar c) { return c.isSurrogate() || isHidden(c.unicode()); });
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
    cleaned.reserve(std::min(text.size(), limit));
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        else if (text[i].isSurrogate())
            c = QChar::ReplacementCharacter;
        const qsizetype units = QChar::requiresSurrogates(c) ? 2 : 1;
        i += units - 1;
        if (isHidden(c))
            continue;
        if (cleaned.size() + units > limit) {
            if (!cleaned.isEmpty())
                cleaned.chop(cleaned.back().isLowSurrogate() ? 2 : 1);
            return cleaned + u'…';
        }
        cleaned += QChar::fromUcs4(c);
    }
    return cleaned;
}

QString cleanedLine(QString &&text, qsizetype limit)
{
    QString line = cleanedText(std::move(text), limit);
    const auto breaksLine = [](QChar c) {
        return c == u'\n' || c == u'\t' || c == u'\u2028' || c == u'\u2029';
    };
    if (std::any_of(line.cbegin(), line.cend(), breaksLine))
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
