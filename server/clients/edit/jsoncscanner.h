// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/clients/edit/node.h"

namespace fairlead::clients {

/**
 * Finds where things are in JSON that may have comments and trailing commas. What they mean is
 * read by Qt from `plain()`, the same text without those, so that two readers have to agree.
 */
class JsoncScanner final
{
public:
    explicit JsoncScanner(const QByteArray &text);

    /** The positions of the root value; nothing for a text of blanks and comments alone.
     * InvalidData naming the line that is not understood. */
    [[nodiscard]] Result<Node> scan();
    /** The text with blanks in place of comments and trailing commas; after scan(). */
    [[nodiscard]] const QByteArray &plain() const { return m_plain; }
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }

private:
    [[nodiscard]] bool skipBlanks();
    [[nodiscard]] bool skipComment();
    [[nodiscard]] bool scanValue(Node &node, int depth);
    [[nodiscard]] bool scanContainer(Node &node, int depth);
    [[nodiscard]] bool scanMember(Node &container, int depth);
    [[nodiscard]] bool scanString();
    void blank(qsizetype from, qsizetype to);
    [[nodiscard]] char at(qsizetype position) const;
    [[nodiscard]] tl::unexpected<Error> notUnderstood() const;

    const QByteArray m_text;
    QByteArray m_plain;
    qsizetype m_position = 0;
    bool m_isEmpty = false;
};

} // namespace fairlead::clients
