// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlineedit.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/inlineparts.h"
#include "server/providers/jira/adf/markmerge.h"

#include <QJsonObject>

#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t none = InlinePart::none;

/** Writes the parts of an edited line as nodes. */
class InlineEditor
{
public:
    InlineEditor(const QJsonArray &original, const QJsonArray &changed, FreshNodes &fresh)
        : m_original(original)
        , m_changed(changed)
        , m_fresh(fresh)
        , m_line(inlineParts(original, changed))
        , m_old(m_line.before)
        , m_new(m_line.after)
        , m_parts(m_line.parts)
    {}

    QJsonArray edited()
    {
        findTouched();
        for (std::size_t i = 0; i < m_parts.size();)
            i = emitPart(i);
        flush();
        return m_out;
    }

private:
    /** A node stays as it is if all of it is there, together, and looks the same. */
    void findTouched()
    {
        m_touched.assign(std::size_t(m_original.size()), false);
        for (const InlinePart &part : m_parts) {
            if (part.kept == none || part.added == none)
                continue;
            const InlineAtom &before = m_old[part.kept];
            const InlineAtom &after = m_new[part.added];
            if (!before.character.isSpace() && before.kind == Run::Kind::Text
                && !looksSame(before, after))
                m_touched[before.node] = true;
        }
    }

    /** The end of the stretch of parts from here that is exactly the original's node; 0 if none. */
    [[nodiscard]] std::size_t wholeNode(std::size_t part) const
    {
        const std::size_t first = m_parts[part].kept;
        if (first == none || m_touched[m_old[first].node]
            || (first > 0 && m_old[first - 1].node == m_old[first].node))
            return 0;
        std::size_t at = first;
        while (at < m_old.size() && m_old[at].node == m_old[first].node) {
            if (part >= m_parts.size() || m_parts[part].kept != at)
                return 0;
            ++at;
            ++part;
        }
        return part;
    }

    std::size_t emitPart(std::size_t i)
    {
        if (const std::size_t end = wholeNode(i); end > 0) {
            flush();
            const std::size_t owner = m_old[m_parts[i].kept].node;
            append(m_original[qsizetype(owner)].toObject(), owner);
            return end;
        }
        const InlinePart &part = m_parts[i];
        if (part.kept != none && m_old[part.kept].extra)
            return i + 1;
        if (part.added == none) {
            emitText(m_old[part.kept].character, part, marksOf(m_old[part.kept].node));
            return i + 1;
        }
        const InlineAtom &added = m_new[part.added];
        const QJsonObject node = m_changed[qsizetype(added.node)].toObject();
        if (added.kind == Run::Kind::Text)
            emitText(added.character, part, marksFor(part, node));
        else
            emitNode(part, node);
        return i + 1;
    }

    void emitNode(const InlinePart &part, const QJsonObject &node)
    {
        flush();
        if (part.replaces == none)
            append(m_fresh.from(node), none);
        else
            append(overlaid(m_original[qsizetype(m_old[part.replaces].node)].toObject(), node),
                   none);
    }

    [[nodiscard]] QJsonArray marksFor(const InlinePart &part, const QJsonObject &node) const
    {
        const QJsonArray said = node.value("marks"_L1).toArray();
        const InlineAtom &added = m_new[part.added];
        if (part.kept != none) {
            const std::size_t owner = m_old[part.kept].node;
            const bool same = looksSame(m_old[part.kept], added)
                || (added.character.isSpace() && !m_touched[owner] && hasItsNeighbour(part));
            return same ? marksOf(owner) : mergedMarks(marksOf(owner), said);
        }
        if (part.heirOf == none)
            return said;
        const InlineAtom &heir = m_old[part.heirOf];
        return heir.look == added.look ? marksOf(heir.node) : mergedMarks(marksOf(heir.node), said);
    }

    /** Whether what stood beside a kept space still does. */
    [[nodiscard]] bool hasItsNeighbour(const InlinePart &part) const
    {
        const InlinePart *const first = m_parts.data();
        const InlinePart *const last = first + m_parts.size() - 1;
        return (&part != first && part.kept > 0 && (&part - 1)->kept == part.kept - 1)
            || (&part != last && (&part + 1)->kept == part.kept + 1);
    }

    [[nodiscard]] QJsonArray marksOf(std::size_t node) const
    {
        return m_original[qsizetype(node)]["marks"_L1].toArray();
    }

    /** The text node that an original's atom is of, so that what else it has is not lost. */
    [[nodiscard]] QJsonObject textOf(std::size_t atom) const
    {
        const QJsonObject node = m_original[qsizetype(m_old[atom].node)].toObject();
        return typeOf(node) == "text"_L1 ? node : textNode({});
    }

    /** The node of the original that a part of the text is of, or takes the place of. */
    [[nodiscard]] std::size_t ownerOf(const InlinePart &part) const
    {
        const std::size_t atom = part.kept == none ? part.heirOf : part.kept;
        return atom == none ? none : m_old[atom].node;
    }

    void emitText(QChar character, const InlinePart &part, const QJsonArray &marks)
    {
        if (m_pending && m_pendingMarks == marks && m_pendingOwner == ownerOf(part)) {
            m_text += character;
            return;
        }
        flush();
        m_pending = true;
        m_text = character;
        m_pendingMarks = marks;
        m_pendingOwner = ownerOf(part);
        m_pendingNode = part.kept == none ? textNode({}) : textOf(part.kept);
    }

    /** Writes the text that was collected. */
    void flush()
    {
        if (!std::exchange(m_pending, false))
            return;
        QJsonObject node = m_pendingNode;
        node["text"_L1] = m_text;
        if (m_pendingMarks.isEmpty())
            node.remove("marks"_L1);
        else
            node["marks"_L1] = m_pendingMarks;
        append(node, m_pendingOwner);
    }

    /** Adds a node; text joins text of the same look, unless each is of a node of its own. */
    void append(const QJsonObject &node, std::size_t owner)
    {
        const bool isText = typeOf(node) == "text"_L1;
        const bool apart = owner != none && m_lastOwner != none && owner != m_lastOwner;
        const bool joins = isText && m_lastIsText && !apart
            && m_last.value("marks"_L1).toArray() == node["marks"_L1].toArray();
        if (joins) {
            m_last["text"_L1] = m_last.value("text"_L1).toString() + node["text"_L1].toString();
            m_out.replace(m_out.size() - 1, m_last);
            m_lastOwner = m_lastOwner == none ? owner : m_lastOwner;
            return;
        }
        m_last = node;
        m_lastIsText = isText;
        m_lastOwner = owner;
        m_out << node;
    }

    const QJsonArray &m_original;
    const QJsonArray &m_changed;
    FreshNodes &m_fresh;
    InlineParts m_line;
    const std::vector<InlineAtom> &m_old;
    const std::vector<InlineAtom> &m_new;
    const std::vector<InlinePart> &m_parts;
    std::vector<bool> m_touched;
    QJsonArray m_out;
    QJsonObject m_last;
    bool m_pending = false;
    QString m_text;
    QJsonArray m_pendingMarks;
    QJsonObject m_pendingNode;
    std::size_t m_pendingOwner = none;
    bool m_lastIsText = false;
    std::size_t m_lastOwner = none;
};

} // namespace

QJsonArray editedInlines(const QJsonArray &original, const QJsonArray &changed, FreshNodes &fresh)
{
    return InlineEditor(original, changed, fresh).edited();
}

} // namespace fairlead::providers::jira
