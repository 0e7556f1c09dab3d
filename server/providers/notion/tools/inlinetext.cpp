// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/inlinetext.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype longestPiece = 2000; // Notion's limit
constexpr qsizetype mostPieces = 100; // Notion's limit
constexpr int deepest = 8;

struct Style
{
    bool isBold = false;
    bool isItalic = false;
    bool isStruck = false;
    bool isCode = false;
    QString link{};
};

struct Mark
{
    QLatin1StringView text;
    bool Style::*flag = nullptr;
};

// The longer ones before those that they begin with.
constexpr std::array<Mark, 6> marks{{{"**"_L1, &Style::isBold},
                                     {"__"_L1, &Style::isBold},
                                     {"~~"_L1, &Style::isStruck},
                                     {"*"_L1, &Style::isItalic},
                                     {"_"_L1, &Style::isItalic},
                                     {"`"_L1, &Style::isCode}}};

/** As in snake_case: there "_" begins and ends nothing. */
bool isWord(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
}

/** Reads one text from its begin to its end and collects the pieces. */
class InlineReader
{
public:
    void read(QStringView text, const Style &style, int depth);
    [[nodiscard]] const QJsonArray &pieces() const { return m_pieces; }

private:
    /** Reads what stands at `at`, when that is styled; the position behind it, or -1. */
    [[nodiscard]] qsizetype readMark(QStringView text, qsizetype at, const Style &style, int depth);
    [[nodiscard]] qsizetype readLink(QStringView text, qsizetype at, const Style &style, int depth);
    void add(const QString &text, const Style &style);

    QJsonArray m_pieces;
};

QJsonObject piece(const QString &text, const Style &style)
{
    QJsonObject content{{"content"_L1, text}};
    if (!style.link.isEmpty())
        content.insert("link"_L1, QJsonObject{{"url"_L1, style.link}});
    QJsonObject annotations;
    const auto note = [&annotations](QLatin1StringView name, bool isSet) {
        if (isSet)
            annotations.insert(name, true);
    };
    note("bold"_L1, style.isBold);
    note("italic"_L1, style.isItalic);
    note("strikethrough"_L1, style.isStruck);
    note("code"_L1, style.isCode);
    QJsonObject result{{"type"_L1, "text"_L1}, {"text"_L1, content}};
    if (!annotations.isEmpty())
        result.insert("annotations"_L1, annotations);
    return result;
}

void InlineReader::add(const QString &text, const Style &style)
{
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = std::min(start + longestPiece, text.size());
        if (end < text.size() && text[end].isLowSurrogate())
            --end;
        m_pieces.append(piece(text.mid(start, end - start), style));
        start = end;
    }
}

qsizetype InlineReader::readMark(QStringView text, qsizetype at, const Style &style, int depth)
{
    for (const Mark &mark : marks) {
        const qsizetype size = mark.text.size();
        if (!text.mid(at).startsWith(mark.text))
            continue;
        const bool isLine = mark.text.front() == u'_';
        if (isLine && isWord(text, at - 1))
            return -1;
        const qsizetype end = text.indexOf(mark.text, at + size + 1);
        const bool isOpen = at + size < text.size() && !text[at + size].isSpace();
        const bool isClosed = end > 0 && (mark.flag == &Style::isCode || !text[end - 1].isSpace());
        if (!isOpen || !isClosed || (isLine && isWord(text, end + size)))
            continue;
        Style inner = style;
        inner.*mark.flag = true;
        const QStringView inside = text.mid(at + size, end - at - size);
        if (mark.flag == &Style::isCode)
            add(inside.toString(), inner);
        else
            read(inside, inner, depth + 1);
        return end + size;
    }
    return -1;
}

qsizetype InlineReader::readLink(QStringView text, qsizetype at, const Style &style, int depth)
{
    const qsizetype middle = text.indexOf("]("_L1, at);
    const qsizetype end = middle < 0 ? -1 : text.indexOf(u')', middle);
    if (end < 0 || middle == at + 1 || !style.link.isEmpty())
        return -1;
    const QString url = text.mid(middle + 2, end - middle - 2).trimmed().toString();
    const bool isAddress = url.startsWith("https://"_L1) || url.startsWith("http://"_L1)
        || url.startsWith("mailto:"_L1);
    if (!isAddress || url.size() > longestPiece)
        return -1;
    Style inner = style;
    inner.link = url;
    read(text.mid(at + 1, middle - at - 1), inner, depth + 1);
    return end + 1;
}

void InlineReader::read(QStringView text, const Style &style, int depth)
{
    QString plain;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == u'\\' && at + 1 < text.size()
            && (text[at + 1].isPunct() || text[at + 1].isSymbol())) {
            plain += text[at + 1];
            at += 2;
            continue;
        }
        const bool mayBegin = depth < deepest && QStringView(u"*_~`[").contains(text[at]);
        if (mayBegin) {
            const QString before = std::exchange(plain, {});
            const qsizetype count = m_pieces.size();
            add(before, style);
            const qsizetype behind = text[at] == u'[' ? readLink(text, at, style, depth)
                                                      : readMark(text, at, style, depth);
            if (behind > 0) {
                at = behind;
                continue;
            }
            while (m_pieces.size() > count)
                m_pieces.removeLast();
            plain = before;
        }
        plain += text[at++];
    }
    add(plain, style);
}

Result<QJsonArray> bounded(const QJsonArray &pieces, const QString &where)
{
    if (pieces.size() <= mostPieces)
        return pieces;
    return failure(ErrorCode::InvalidInput,
                   u"%1 is too long: Notion takes at most %2 pieces of %3 characters, and each "
                   "change of style begins a new one. Split it into several."_s.arg(where)
                       .arg(mostPieces)
                       .arg(longestPiece));
}

} // namespace

Result<QJsonArray> inlineText(const QString &markdown, const QString &where)
{
    InlineReader reader;
    reader.read(markdown, {}, 0);
    return bounded(reader.pieces(), where);
}

Result<QJsonArray> verbatimText(const QString &text, const QString &where)
{
    QJsonArray pieces;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = std::min(start + longestPiece, text.size());
        if (end < text.size() && text[end].isLowSurrogate())
            --end;
        pieces.append(piece(text.mid(start, end - start), {}));
        start = end;
    }
    return bounded(pieces, where);
}

} // namespace fairlead::providers::notion
