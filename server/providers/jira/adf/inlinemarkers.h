// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <utility>
#include <vector>

namespace fairlead::providers::jira {

/** Stands for an opening bracket that was escaped, so that it never starts a marker. */
inline constexpr QChar escapedBracket{0xFDD0};

/** A piece of inline Markdown with the marks around it, or an inline ADF node, or an HTML tag. */
struct InlinePiece
{
    enum class Kind { Text, Break, Node, Tag };
    Kind kind = Kind::Text;
    QString text;
    QJsonObject node;
    unsigned marks = 0; ///< Bits of InlineMark.
    QString link;
    QString color = {}; ///< `#rrggbb`
    QString background = {};
};

enum InlineMark : unsigned {
    StrongMark = 1,
    EmphasisMark = 2,
    StrikeMark = 4,
    UnderlineMark = 8,
    SubscriptMark = 16,
    SuperscriptMark = 32,
    CodeMark = 64,
};

/**
 * The ADF inline nodes of these pieces: pairs of tags that ADF has a mark for become marks, `<br>`
 * a break, other tags text; markers in text become nodes; neighbours with the same marks are
 * joined.
 */
[[nodiscard]] QJsonArray inlineNodes(std::vector<InlinePiece> pieces);

/**
 * Takes `[!NAME] title` from the beginning of a quote's text: the name in capitals, which is empty
 * if there is none that we know, and the title: EXPAND and EXTENSION have any, CUSTOM a colour,
 * COLUMN its width.
 */
[[nodiscard]] std::pair<QString, QString> takenAlert(std::vector<InlinePiece> &pieces);

} // namespace fairlead::providers::jira
