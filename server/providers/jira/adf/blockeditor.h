// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/adfshape.h"
#include "server/providers/jira/adf/freshnodes.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace fairlead::providers::jira {

/**
 * Brings an edit of a document's Markdown into the document, list of nodes by list of nodes: each
 * original node is compared as what its own Markdown makes of it, so that what Markdown cannot say
 * is no difference. One object for one edit.
 */
class BlockEditor
{
public:
    explicit BlockEditor(const QJsonObject &original);

    /** The document's content after the edit. */
    [[nodiscard]] QJsonArray edited(const QString &markdown);

private:
    /** Where a list of blocks stands. */
    struct Level
    {
        AdfPlace place = AdfPlace::Document;
        int depth = 0; ///< As the reader counts.
        int containers = 0; ///< As the parser counts.
    };
    /** An original node, and what Markdown makes of it: nothing, a node, or several. */
    struct Original
    {
        QJsonObject node;
        std::vector<QJsonObject> said;
    };
    /** What a node of the change was made of: the index of the original, or BlockPair::none. */
    struct Made
    {
        std::size_t owner = 0;
        bool same = false;
    };
    using Originals = std::vector<Original>;
    using Nodes = std::vector<QJsonObject>;
    using Merge = QJsonObject (BlockEditor::*)(const QJsonObject &,
                                               const QJsonObject &,
                                               const QJsonObject &,
                                               Level);

    [[nodiscard]] static Nodes comparable(const QString &markdown, Level level);
    [[nodiscard]] static Originals originalBlocks(const QJsonArray &nodes, Level level);
    [[nodiscard]] static Originals originalItems(const QJsonObject &list,
                                                 const QJsonObject &base,
                                                 Level level);

    [[nodiscard]] QJsonArray blocks(const QJsonArray &original, const Nodes &changed, Level level);
    [[nodiscard]] QJsonArray sequence(const Originals &originals,
                                      const Nodes &changed,
                                      Level level);
    [[nodiscard]] static std::vector<Made> madeOf(const Originals &originals, const Nodes &changed);
    static void appendUnsaid(QJsonArray &out, const Originals &originals, std::size_t first);
    void appendSpread(QJsonArray &out, const Original &original, const Nodes &changed, Level level);

    QJsonObject merged(const QJsonObject &original,
                       const QJsonObject &base,
                       const QJsonObject &changed,
                       Level level);
    QJsonObject mergedAs(const QJsonObject &original,
                         const QJsonObject &base,
                         const QJsonObject &changed,
                         Level level);
    QJsonObject textBlock(const QJsonObject &original,
                          const QJsonObject &base,
                          const QJsonObject &changed,
                          Level level);
    QJsonObject codeBlock(const QJsonObject &original,
                          const QJsonObject &base,
                          const QJsonObject &changed,
                          Level level);
    QJsonObject list(const QJsonObject &original,
                     const QJsonObject &base,
                     const QJsonObject &changed,
                     Level level);
    QJsonObject container(const QJsonObject &original,
                          const QJsonObject &base,
                          const QJsonObject &changed,
                          Level level);
    QJsonObject table(const QJsonObject &original,
                      const QJsonObject &base,
                      const QJsonObject &changed,
                      Level level);
    QJsonObject leaf(const QJsonObject &original,
                     const QJsonObject &base,
                     const QJsonObject &changed,
                     Level level);
    [[nodiscard]] static Merge mergeOf(const QString &type);

    FreshNodes m_fresh;
    QJsonObject m_original;
};

} // namespace fairlead::providers::jira
