// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/celleditor.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/inlineedit.h"
#include "server/providers/jira/adf/inlinemarkdown.h"
#include "server/providers/jira/adf/sequencematch.h"
#include "server/providers/jira/adf/tablemarkdown.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>
#include <vector>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

using Line = QJsonArray; ///< The inline nodes of one line.
using Lines = std::vector<Line>;

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

Lines linesOf(const QJsonObject &cell)
{
    Lines lines(1);
    const QJsonArray nodes = cell["content"_L1][0]["content"_L1].toArray();
    for (const QJsonValue node : nodes) {
        if (typeOf(node) == "hardBreak"_L1)
            lines.emplace_back();
        else
            lines.back() << node;
    }
    return lines;
}

QJsonArray joined(const Lines &lines)
{
    QJsonArray nodes;
    for (const Line &line : lines) {
        if (&line != &lines.front())
            nodes << QJsonObject{{"type"_L1, "hardBreak"_L1}};
        for (const QJsonValue node : line)
            nodes << node;
    }
    return nodes;
}

/** Takes `prefix` from the beginning of a line, if the line begins so. */
bool takePrefix(Line &line, const QString &prefix)
{
    QJsonObject first = line.isEmpty() ? QJsonObject() : line.first().toObject();
    const QString text = first.value("text"_L1).toString();
    // A space at a line's end is not shown.
    const bool bare = line.size() == 1 && text == prefix.trimmed();
    if (typeOf(first) != "text"_L1 || (!text.startsWith(prefix) && !bare))
        return false;
    first["text"_L1] = text.mid(prefix.size());
    if (text.size() <= prefix.size())
        line.removeFirst();
    else
        line.replace(0, first);
    return true;
}

QJsonObject paragraphOf(const Line &line)
{
    return nodeWith("paragraph"_L1, line);
}

class CellEditor
{
public:
    CellEditor(const QJsonObject &base, const QJsonObject &changed, FreshNodes &fresh)
        : m_base(linesOf(base))
        , m_changed(linesOf(changed))
        , m_fresh(fresh)
    {}

    QJsonArray edited(const QJsonArray &content)
    {
        countLeaves(content, false);
        if (m_owners.size() != m_base.size())
            return {m_fresh.from(paragraphOf(joined(m_changed)))};
        assignLines();
        QJsonArray out;
        for (const Line &line : m_leading)
            out << m_fresh.from(paragraphOf(line));
        for (const QJsonValue node : rebuilt(content, {}))
            out << node;
        return out;
    }

private:
    struct Leaf
    {
        std::size_t lines = 0; ///< How many it had.
        std::size_t matched = 0; ///< How many of them are as they were.
        Lines now;
        Lines after; ///< New lines behind it.
    };

    static bool isLeaf(const QJsonObject &node) { return !holdsCellBlocks(typeOf(node)); }

    void countLeaves(const QJsonArray &nodes, bool inItem)
    {
        bool first = inItem;
        for (const QJsonValue value : nodes) {
            const QJsonObject node = value.toObject();
            if (!isLeaf(node)) {
                countLeaves(node.value("content"_L1).toArray(), typeOf(node) == "listItem"_L1);
            } else {
                Leaf leaf;
                leaf.lines = lineCount(node, first);
                m_owners.insert(m_owners.end(), leaf.lines, m_leaves.size());
                m_leaves.push_back(leaf);
            }
            first = false;
        }
    }

    static std::size_t lineCount(const QJsonObject &leaf, bool afterBullet)
    {
        const QString shown = cellLineMarkdown(leaf);
        if (shown.isEmpty())
            return afterBullet ? 1 : 0;
        std::size_t count = 1;
        for (qsizetype at = shown.indexOf("<br>"_L1); at >= 0;
             at = shown.indexOf("<br>"_L1, at + 1))
            count += at == 0 || shown[at - 1] != u'\\' ? 1 : 0;
        return count;
    }

    static std::vector<int> keysOf(const Lines &lines, KeyTable &table)
    {
        std::vector<int> keys;
        keys.reserve(lines.size());
        for (const Line &line : lines)
            keys.push_back(
                table.keyOf(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact))));
        return keys;
    }

    /** Gives each line of the change to the block whose line it is or takes the place of. */
    void assignLines()
    {
        KeyTable table;
        std::vector<std::size_t> owner(m_changed.size(), none);
        std::size_t before = 0;
        std::size_t after = 0;
        const auto pairGap = [&](std::size_t beforeEnd, std::size_t afterEnd) {
            for (; before < beforeEnd && after < afterEnd; ++before, ++after)
                owner[after] = m_owners[before];
        };
        for (const SequenceMatch &match :
             commonSubsequence(keysOf(m_base, table), keysOf(m_changed, table))) {
            pairGap(match.before, match.after);
            owner[match.after] = m_owners[match.before];
            ++m_leaves[m_owners[match.before]].matched;
            before = match.before + 1;
            after = match.after + 1;
        }
        pairGap(m_base.size(), m_changed.size());
        std::size_t last = none;
        for (std::size_t i = 0; i < m_changed.size(); ++i) {
            last = owner[i] == none ? last : owner[i];
            if (owner[i] != none)
                m_leaves[last].now.push_back(m_changed[i]);
            else if (last == none)
                m_leading.push_back(m_changed[i]);
            else
                m_leaves[last].after.push_back(m_changed[i]);
        }
    }

    /** The nodes with what has become of their leaves; `prefix` stands before the first. */
    QJsonArray rebuilt(const QJsonArray &nodes, const QString &prefix)
    {
        QJsonArray out;
        QString before = prefix;
        for (const QJsonValue value : nodes) {
            const QJsonObject node = value.toObject();
            const std::size_t firstLeaf = m_next;
            if (isLeaf(node)) {
                appendLeaf(out, node, before);
            } else {
                const bool item = typeOf(node) == "listItem"_L1;
                const QJsonArray children = node.value("content"_L1).toArray();
                ++m_depth;
                const QJsonArray inner = rebuilt(children, item ? before + u"• "_s : before);
                --m_depth;
                QJsonObject kept = node;
                kept["content"_L1] = inner;
                if (!inner.isEmpty() || children.isEmpty())
                    out << (inner == children ? node : kept);
                if (item)
                    appendItems(out, firstLeaf);
            }
            before.clear();
            if (m_depth == 0)
                appendParagraphs(out, firstLeaf);
        }
        return out;
    }

    void appendItems(QJsonArray &out, std::size_t firstLeaf)
    {
        for (std::size_t i = firstLeaf; i < m_next; ++i) {
            Lines left;
            for (Line &line : m_leaves[i].after) {
                if (takePrefix(line, u"• "_s))
                    out << nodeWith("listItem"_L1, {m_fresh.from(paragraphOf(line))});
                else
                    left.push_back(line);
            }
            m_leaves[i].after = left;
        }
    }

    void appendParagraphs(QJsonArray &out, std::size_t firstLeaf)
    {
        for (std::size_t i = firstLeaf; i < m_next; ++i) {
            for (const Line &line : m_leaves[i].after)
                out << m_fresh.from(paragraphOf(line));
            m_leaves[i].after.clear();
        }
    }

    void appendLeaf(QJsonArray &out, const QJsonObject &node, const QString &prefix)
    {
        Leaf &leaf = m_leaves[m_next++];
        if (leaf.now.size() == leaf.lines && leaf.matched == leaf.lines) {
            out << node;
            return;
        }
        if (leaf.now.empty())
            return;
        Lines lines = leaf.now;
        const QString type = typeOf(node);
        if (!prefix.isEmpty())
            takePrefix(lines.front(), prefix);
        if (type == "codeBlock"_L1) {
            out << withCode(node, lines);
        } else if (type == "media"_L1) {
            // Where a picture was there is text now, which its frame cannot hold.
            leaf.after.insert(leaf.after.begin(), lines.begin(), lines.end());
        } else if (type == "paragraph"_L1 || type == "heading"_L1 || type == "taskItem"_L1
                   || type == "decisionItem"_L1) {
            out << withText(node, lines);
        } else {
            out << m_fresh.from(paragraphOf(joined(lines)));
        }
    }

    QJsonObject withText(QJsonObject node, Lines lines)
    {
        if (typeOf(node) == "decisionItem"_L1)
            takePrefix(lines.front(), u"• "_s);
        if (typeOf(node) == "taskItem"_L1) {
            QJsonObject attributes = node.value("attrs"_L1).toObject();
            if (takePrefix(lines.front(), u"[ ] "_s))
                attributes["state"_L1] = "TODO"_L1;
            else if (takePrefix(lines.front(), u"[x] "_s) || takePrefix(lines.front(), u"[X] "_s))
                attributes["state"_L1] = "DONE"_L1;
            node["attrs"_L1] = attributes;
        }
        node["content"_L1] =
            editedInlines(node.value("content"_L1).toArray(), joined(lines), m_fresh);
        return node;
    }

    static QJsonObject withCode(QJsonObject node, const Lines &lines)
    {
        QStringList code;
        for (const Line &line : lines)
            code << plainLine(line);
        const QString text = code.join(u'\n');
        node["content"_L1] = text.isEmpty() ? QJsonArray() : QJsonArray{textNode(text)};
        return node;
    }

    static QString plainLine(const Line &line)
    {
        QString text;
        for (const QJsonValue node : line)
            text += typeOf(node) == "text"_L1 ? node["text"_L1].toString()
                                              : plainText(QJsonArray{node});
        return text;
    }

    Lines m_base;
    Lines m_changed;
    FreshNodes &m_fresh;
    std::vector<std::size_t> m_owners; ///< by line of the original: its leaf
    std::vector<Leaf> m_leaves;
    Lines m_leading;
    std::size_t m_next = 0;
    int m_depth = 0;
};

} // namespace

QJsonObject editedCell(const QJsonObject &original,
                       const QJsonObject &base,
                       const QJsonObject &changed,
                       FreshNodes &fresh)
{
    const QJsonArray content = original.value("content"_L1).toArray();
    QJsonObject cell = original;
    QJsonArray edited;
    if (content.size() == 1 && typeOf(content.first()) == "paragraph"_L1) {
        QJsonObject paragraph = content.first().toObject();
        paragraph["content"_L1] = editedInlines(paragraph.value("content"_L1).toArray(),
                                                changed["content"_L1][0]["content"_L1].toArray(),
                                                fresh);
        edited = {paragraph};
    } else {
        edited = CellEditor(base, changed, fresh).edited(content);
    }
    if (edited.isEmpty())
        edited << nodeWith("paragraph"_L1, QJsonArray());
    cell["content"_L1] = edited;
    return cell;
}

} // namespace fairlead::providers::jira
