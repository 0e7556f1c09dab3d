// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/paragraphmarkers.h"

#include "server/providers/jira/adf/adfnodes.h"

#include <algorithm>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

using Kind = InlinePiece::Kind;

bool isPlainText(const InlinePiece &piece)
{
    return piece.kind == Kind::Text && piece.marks == 0 && piece.link.isEmpty();
}

bool isPicture(const InlinePiece &piece)
{
    return piece.kind == Kind::Node && typeOf(piece.node) == "mediaInline"_L1;
}

bool isBlank(const InlinePiece &piece)
{
    return piece.kind == Kind::Break
        || (piece.kind == Kind::Text && piece.text.trimmed().isEmpty());
}

} // namespace

QString takenCard(std::vector<InlinePiece> &pieces)
{
    QString before;
    QString after;
    InlinePiece card;
    for (const InlinePiece &piece : pieces) {
        const bool found = !card.node.isEmpty();
        if (piece.kind == Kind::Node && !found && typeOf(piece.node) == "inlineCard"_L1)
            card = piece;
        else if (isPlainText(piece))
            (found ? after : before) += piece.text;
        else
            return {};
    }
    const bool isCard = before == "[CARD: "_L1;
    if (after != "]"_L1 || (!isCard && before != "[EMBED: "_L1))
        return {};
    pieces = {card};
    return isCard ? u"blockCard"_s : u"embedCard"_s;
}

std::vector<InlinePiece> takenCaption(std::vector<InlinePiece> &pieces)
{
    static constexpr QLatin1StringView marker{"[CAPTION]"};
    if (pieces.size() < 3 || !isPicture(pieces[0]) || pieces[1].kind != Kind::Break)
        return {};
    QString start;
    std::size_t i = 2;
    while (i < pieces.size() && isPlainText(pieces[i]) && start.size() < marker.size())
        start += pieces[i++].text;
    if (!start.startsWith(marker))
        return {};
    InlinePiece first = pieces[2];
    first.text = start.mid(marker.size());
    if (first.text.startsWith(u' '))
        first.text.remove(0, 1);
    std::vector<InlinePiece> caption{first};
    caption.insert(caption.end(), pieces.begin() + qsizetype(i), pieces.end());
    pieces.resize(1);
    return caption;
}

void linkOuterImages(std::vector<InlinePiece> &pieces, bool mayStandAlone)
{
    const bool alone =
        mayStandAlone && std::all_of(pieces.begin(), pieces.end(), [](const auto &p) {
            return isPicture(p) || isBlank(p);
        });
    for (InlinePiece &piece : pieces) {
        const QJsonObject attributes = piece.node["attrs"_L1].toObject();
        const QString url = attributes["url"_L1].toString();
        if (alone || !isPicture(piece) || url.isEmpty())
            continue;
        const QString alt = attributes["alt"_L1].toString();
        piece.kind = Kind::Text;
        piece.text = alt.isEmpty() ? url : alt;
        piece.link = url;
        piece.node = {};
    }
}

} // namespace fairlead::providers::jira
