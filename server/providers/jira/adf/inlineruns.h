// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include <vector>

namespace fairlead::providers::jira {

/** Marks of text, as bits; Link stands for a link in the order of marks and is in no run. */
enum Mark : unsigned {
    Strong = 1,
    Em = 2,
    Strike = 4,
    Underline = 8,
    Sub = 16,
    Sup = 32,
    Code = 64,
    Link = 128
};
inline constexpr unsigned textStyle = Strong | Em | Strike;

/** A piece of a line: text with its marks, a line break, or a marker that is Markdown already. */
struct Run
{
    enum class Kind { Text, Break, Marker };
    Kind kind = Kind::Text;
    QString text;
    unsigned marks = 0;
    QString link;
    bool linkOutside = false;
};

/** The runs of inline nodes; what has no form of its own is its text. */
[[nodiscard]] std::vector<Run> runsFrom(const QJsonArray &nodes, bool inTable);

} // namespace fairlead::providers::jira
