// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/inlineruns.h"

#include <QJsonArray>
#include <QString>

#include <cstddef>
#include <vector>

namespace fairlead::providers::jira {

/** The smallest part of a line that an edit can keep: a character, a line break, a marker. */
struct InlineAtom
{
    Run::Kind kind = Run::Kind::Text;
    QChar character;
    QString marker;
    TextLook look;
    std::size_t node = 0; ///< The index of the node that it is of.
    bool hidden = false; ///< A space at a line's end, which Markdown does not show.
    bool extra = false; ///< Of a link's target shown behind it, not of the node's text.
    bool bareLink = false; ///< The link is what Markdown makes of any address.
};

/** What a reader sees of these nodes, part by part. */
[[nodiscard]] std::vector<InlineAtom> inlineAtoms(const QJsonArray &nodes);

/** Whether a kept part looks as before; an address becomes a link only by being read. */
[[nodiscard]] bool looksSame(const InlineAtom &before, const InlineAtom &after);

/** What an edit keeps or replaces: a word of one look, or a single character or marker. */
struct InlineToken
{
    std::size_t first = 0; ///< An index into the list of visible atoms.
    std::size_t size = 0;
    QString text;
};

/** The words of these atoms; `visible` lists the indexes of those that count. */
[[nodiscard]] std::vector<InlineToken> inlineTokens(const std::vector<InlineAtom> &atoms,
                                                    const std::vector<std::size_t> &visible);

} // namespace fairlead::providers::jira
