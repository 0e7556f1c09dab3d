// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace fairlead::providers::jira {

/** Marks of text, as bits; those from Link on have values, and are in the order of marks only. */
enum Mark : unsigned {
    Strong = 1,
    Em = 2,
    Strike = 4,
    Underline = 8,
    Sub = 16,
    Sup = 32,
    Code = 64,
    Link = 128,
    Color = 256,
    Background = 512
};
inline constexpr unsigned textStyle = Strong | Em | Strike;

/** How text looks, as far as Markdown says it. */
struct TextLook
{
    unsigned marks = 0;
    QString link;
    QString color; ///< `#rrggbb`
    QString background;

    friend bool operator==(const TextLook &, const TextLook &) = default;
};

/** A piece of a line: text with its marks, a line break, or a marker that is Markdown already. */
struct Run
{
    enum class Kind { Text, Break, Marker };
    Kind kind = Kind::Text;
    QString text;
    TextLook look;
    bool linkOutside = false;
};

/** The runs of inline nodes; what has no form of its own is its text. */
[[nodiscard]] std::vector<Run> runsFrom(const QJsonArray &nodes, bool inTable);

/** What a macro is called. */
[[nodiscard]] QString extensionName(const QJsonObject &node);

/** The colour that a mark gives, `#rrggbb`; empty for that of any text, and for other marks. */
[[nodiscard]] QString colorOf(const QJsonObject &mark);

} // namespace fairlead::providers::jira
