// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlinemarkers.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

struct TagMark
{
    QLatin1StringView name;
    unsigned mark = 0;
};

constexpr std::array tagMarks{
    TagMark{"b"_L1, StrongMark},
    TagMark{"strong"_L1, StrongMark},
    TagMark{"i"_L1, EmphasisMark},
    TagMark{"em"_L1, EmphasisMark},
    TagMark{"s"_L1, StrikeMark},
    TagMark{"del"_L1, StrikeMark},
    TagMark{"u"_L1, UnderlineMark},
    TagMark{"sub"_L1, SubscriptMark},
    TagMark{"sup"_L1, SuperscriptMark},
    TagMark{"code"_L1, CodeMark},
};

struct MarkName
{
    unsigned mark = 0;
    QLatin1StringView type;
};

constexpr std::array markNames{
    MarkName{StrongMark, "strong"_L1},
    MarkName{EmphasisMark, "em"_L1},
    MarkName{StrikeMark, "strike"_L1},
    MarkName{UnderlineMark, "underline"_L1},
};

unsigned markOfTag(QStringView tag)
{
    if (tag.size() < 3)
        return 0;
    QStringView name = tag.mid(1).chopped(1);
    if (name.startsWith(u'/'))
        name = name.mid(1);
    name = name.trimmed();
    const auto found = std::find_if(tagMarks.begin(), tagMarks.end(), [&](const TagMark &entry) {
        return name.compare(entry.name, Qt::CaseInsensitive) == 0;
    });
    return found == tagMarks.end() ? 0U : found->mark;
}

bool isBreakTag(QStringView tag)
{
    static const QRegularExpression lineBreak(u"^<br\\s*/?>$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    return lineBreak.match(tag.toString()).hasMatch();
}

bool isSpan(QStringView tag)
{
    return tag.startsWith("<span"_L1, Qt::CaseInsensitive)
        || tag.startsWith("</span"_L1, Qt::CaseInsensitive);
}

/** What `<span style="color:#ff0000">` says: whether it is the background, and the colour. */
std::pair<bool, QString> colorOfSpan(const QString &tag)
{
    static const QRegularExpression style(
        u"^<span\\s+style\\s*=\\s*[\"']\\s*(color|background|background-color)\\s*:\\s*"
        "(#[0-9a-f]{6})\\s*;?\\s*[\"']\\s*>$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = style.match(tag);
    return {match.captured(1).compare("color"_L1, Qt::CaseInsensitive) != 0, match.captured(2)};
}

constexpr std::size_t spanSlot = 7;
constexpr std::size_t noSlot = 8;

std::size_t slotOfTag(QStringView tag)
{
    const unsigned mark = markOfTag(tag);
    if (mark != 0)
        return static_cast<std::size_t>(qCountTrailingZeroBits(mark));
    return isSpan(tag) ? spanSlot : noSlot;
}

/** Decides which tags are pairs; the others become the text that they are. */
void pairTags(std::vector<InlinePiece> &pieces)
{
    std::array<std::vector<std::size_t>, noSlot> open;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        InlinePiece &piece = pieces[i];
        if (piece.kind != InlinePiece::Kind::Tag)
            continue;
        const std::size_t slot = slotOfTag(piece.text);
        std::vector<std::size_t> *opened = slot == noSlot ? nullptr : &open[slot];
        const bool isOpening = !piece.text.startsWith("</"_L1);
        const bool isNoMark = opened == nullptr || piece.text.endsWith("/>"_L1);
        if (isBreakTag(piece.text)) {
            piece.kind = InlinePiece::Kind::Break;
        } else if (isNoMark || (!isOpening && opened->empty())) {
            piece.kind = InlinePiece::Kind::Text;
        } else if (isOpening) {
            opened->push_back(i);
        } else {
            const std::size_t begin = opened->back();
            opened->pop_back();
            if (slot == spanSlot && colorOfSpan(pieces[begin].text).second.isEmpty())
                pieces[begin].kind = piece.kind = InlinePiece::Kind::Text;
        }
    }
    for (const auto &unmatched : open) {
        for (const std::size_t i : unmatched)
            pieces[i].kind = InlinePiece::Kind::Text;
    }
}

/** The colours that are open, the last one first in effect. */
class OpenSpans
{
public:
    void take(const QString &tag)
    {
        if (tag.startsWith("</"_L1))
            m_open.pop_back();
        else
            m_open.push_back(colorOfSpan(tag));
    }

    [[nodiscard]] QString color(bool background) const
    {
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [&](const auto &span) {
            return span.first == background;
        });
        return found == m_open.rend() ? QString() : found->second;
    }

private:
    std::vector<std::pair<bool, QString>> m_open;
};

/** Gives what stands between paired tags their mark, and drops the tags. */
void applyTags(std::vector<InlinePiece> &pieces)
{
    std::array<int, spanSlot> depth{};
    OpenSpans spans;
    for (InlinePiece &piece : pieces) {
        if (piece.kind == InlinePiece::Kind::Tag) {
            const std::size_t slot = slotOfTag(piece.text);
            if (slot == spanSlot)
                spans.take(piece.text);
            else
                depth[slot] += piece.text.startsWith("</"_L1) ? -1 : 1;
            continue;
        }
        for (std::size_t i = 0; i < depth.size(); ++i) {
            if (depth[i] > 0)
                piece.marks |= 1U << i;
        }
        piece.color = spans.color(false);
        piece.background = spans.color(true);
    }
    std::erase_if(pieces, [](const InlinePiece &p) { return p.kind == InlinePiece::Kind::Tag; });
}

void appendColor(QJsonArray &marks, QLatin1StringView type, const QString &color)
{
    if (!color.isEmpty())
        marks << QJsonObject{{"type"_L1, type}, {"attrs"_L1, QJsonObject{{"color"_L1, color}}}};
}

QJsonArray marksOf(const InlinePiece &piece)
{
    QJsonArray marks;
    const bool code = (piece.marks & CodeMark) != 0;
    if (code)
        marks << QJsonObject{{"type"_L1, "code"_L1}};
    for (const MarkName &name : markNames) {
        if (!code && (piece.marks & name.mark) != 0)
            marks << QJsonObject{{"type"_L1, name.type}};
    }
    if (!code && (piece.marks & (SubscriptMark | SuperscriptMark)) != 0) {
        const auto kind = (piece.marks & SubscriptMark) != 0 ? "sub"_L1 : "sup"_L1;
        marks << QJsonObject{{"type"_L1, "subsup"_L1},
                             {"attrs"_L1, QJsonObject{{"type"_L1, kind}}}};
    }
    appendColor(marks, "textColor"_L1, piece.color);
    appendColor(marks, "backgroundColor"_L1, piece.background);
    if (!piece.link.isEmpty()) {
        const QJsonObject attributes{{"href"_L1, piece.link}};
        marks << QJsonObject{{"type"_L1, "link"_L1}, {"attrs"_L1, attributes}};
    }
    return marks;
}

void appendText(QJsonArray &nodes, QString text, const InlinePiece &piece)
{
    text.replace(escapedBracket, u'[');
    if (text.isEmpty())
        return;
    QJsonObject node{{"type"_L1, "text"_L1}, {"text"_L1, text}};
    const QJsonArray marks = marksOf(piece);
    if (!marks.isEmpty())
        node["marks"_L1] = marks;
    nodes << node;
}

QJsonObject nodeOf(QLatin1StringView type, const QJsonObject &attributes)
{
    return {{"type"_L1, type}, {"attrs"_L1, attributes}};
}

/** The node of a marker, or an empty object if what it says is not valid. */
QJsonObject markerNode(const QRegularExpressionMatch &match)
{
    if (const QString date = match.captured(u"date"_s); !date.isEmpty()) {
        const QDate day = QDate::fromString(date, Qt::ISODate);
        if (!day.isValid() || day.year() < 1)
            return {};
        const qint64 timestamp = day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
        return nodeOf("date"_L1, {{"timestamp"_L1, QString::number(timestamp)}});
    }
    if (const QString id = match.captured(u"id"_s); !id.isEmpty())
        return nodeOf("mention"_L1, {{"id"_L1, id}});
    if (const QString hint = match.captured(u"hint"_s).simplified(); !hint.isEmpty())
        return nodeOf("placeholder"_L1, {{"text"_L1, hint}});
    const QString color = match.captured(u"color"_s);
    const QString text = match.captured(u"status"_s).simplified();
    if (text.isEmpty())
        return {};
    return nodeOf("status"_L1,
                  {{"text"_L1, text}, {"color"_L1, color.isEmpty() ? u"neutral"_s : color}});
}

void appendWithMarkers(QJsonArray &nodes, const InlinePiece &piece)
{
    static const QRegularExpression marker(
        u"\\[STATUS(?:\\((?<color>neutral|purple|blue|red|yellow|green|#[0-9a-fA-F]{6})\\))?:"
        " (?<status>[^\\[\\]\\x{FDD0}]+)\\]"
        "|\\[PLACEHOLDER: (?<hint>[^\\[\\]\\x{FDD0}]+)\\]"
        "|\\[DATE: (?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})\\]"
        "|\\[~accountid:(?<id>[A-Za-z0-9:_-]+)\\]"_s);
    if ((piece.marks & CodeMark) != 0 || !piece.link.isEmpty() || !piece.text.contains(u'[')) {
        appendText(nodes, piece.text, piece);
        return;
    }
    qsizetype done = 0;
    auto matches = marker.globalMatch(piece.text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QJsonObject node = markerNode(match);
        if (node.isEmpty())
            continue;
        appendText(nodes, piece.text.mid(done, match.capturedStart() - done), piece);
        nodes << node;
        done = match.capturedEnd();
    }
    appendText(nodes, piece.text.mid(done), piece);
}

bool canJoin(const InlinePiece &a, const InlinePiece &b)
{
    return a.kind == InlinePiece::Kind::Text && b.kind == InlinePiece::Kind::Text
        && a.marks == b.marks && a.link == b.link && a.color == b.color
        && a.background == b.background;
}

/** Sub- and superscript exclude each other, and code all but a link. */
void settleMarks(InlinePiece &piece)
{
    if ((piece.marks & CodeMark) != 0) {
        piece.marks = CodeMark;
        piece.color.clear();
        piece.background.clear();
    }
    if ((piece.marks & SubscriptMark) != 0)
        piece.marks &= ~unsigned{SuperscriptMark};
}

} // namespace

QJsonArray inlineNodes(std::vector<InlinePiece> pieces)
{
    pairTags(pieces);
    applyTags(pieces);
    QJsonArray nodes;
    for (std::size_t i = 0; i < pieces.size();) {
        InlinePiece piece = std::move(pieces[i++]);
        settleMarks(piece);
        if (piece.kind == InlinePiece::Kind::Break) {
            nodes << QJsonObject{{"type"_L1, "hardBreak"_L1}};
        } else if (piece.kind == InlinePiece::Kind::Node) {
            nodes << piece.node;
        } else {
            for (; i < pieces.size(); ++i) {
                settleMarks(pieces[i]);
                if (!canJoin(piece, pieces[i]))
                    break;
                piece.text += pieces[i].text;
            }
            appendWithMarkers(nodes, piece);
        }
    }
    return nodes;
}

namespace {

/** Whether `[!NAME] title` is one that we know; only some may have a title. */
bool isAlert(const QString &name, const QString &title)
{
    static const QRegularExpression bare(
        u"^(?:NOTE|INFO|TIP|SUCCESS|WARNING|ERROR|IMPORTANT|CAUTION|DECISION|LAYOUT)$"_s);
    static const QRegularExpression color(u"^#[0-9a-fA-F]{6}$"_s);
    static const QRegularExpression percent(u"^[0-9]{1,3}(?:\\.[0-9]{1,9})?$"_s);
    if (name == "EXPAND"_L1 || name == "EXTENSION"_L1)
        return true;
    if (name == "CUSTOM"_L1)
        return title.isEmpty() || color.match(title.trimmed()).hasMatch();
    if (name == "COLUMN"_L1)
        return title.isEmpty() || percent.match(title.trimmed()).hasMatch();
    return title.isEmpty() && bare.match(name).hasMatch();
}

} // namespace

std::pair<QString, QString> takenAlert(std::vector<InlinePiece> &pieces)
{
    const auto isBreak = [](const InlinePiece &p) { return p.kind == InlinePiece::Kind::Break; };
    const auto line = std::find_if(pieces.begin(), pieces.end(), isBreak);
    QString text;
    for (auto piece = pieces.begin(); piece != line; ++piece)
        text += piece->text;
    static const QRegularExpression marker(u"^\\[!([A-Za-z]{1,16})\\][ \\t]*(.*)$"_s);
    const auto match = marker.match(text);
    const QString name = match.captured(1).toUpper();
    if (!isAlert(name, match.captured(2)))
        return {};
    pieces.erase(pieces.begin(), line == pieces.end() ? line : line + 1);
    return {name, match.captured(2).replace(escapedBracket, u'[').simplified()};
}

} // namespace fairlead::providers::jira
