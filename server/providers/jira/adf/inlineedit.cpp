// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlineedit.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/inlineatoms.h"
#include "server/providers/jira/adf/markmerge.h"
#include "server/providers/jira/adf/sequencematch.h"

#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/** A part of the result: an atom of the original, of the change, or both. */
struct Part
{
    std::size_t kept = none; ///< of the original
    std::size_t added = none; ///< of the change; for a kept one what it became
    std::size_t heirOf = none; ///< The original's atom whose unsaid marks an added text gets.
    std::size_t replaces = none; ///< The original's atom that an added marker stands for.
};

class InlineEditor
{
public:
    InlineEditor(const QJsonArray &original, const QJsonArray &changed, FreshNodes &fresh)
        : m_original(original)
        , m_changed(changed)
        , m_fresh(fresh)
        , m_old(inlineAtoms(original))
        , m_new(inlineAtoms(changed))
    {}

    QJsonArray edited()
    {
        match();
        bequeath();
        attachHidden();
        findTouched();
        for (std::size_t i = 0; i < m_parts.size();)
            i = emitPart(i);
        flush();
        return m_out;
    }

private:
    static std::vector<std::size_t> visibleOf(const std::vector<InlineAtom> &atoms)
    {
        std::vector<std::size_t> visible;
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            if (!atoms[i].hidden)
                visible.push_back(i);
        }
        return visible;
    }

    void match()
    {
        const std::vector<std::size_t> oldVisible = visibleOf(m_old);
        const std::vector<std::size_t> newVisible = visibleOf(m_new);
        const std::vector<InlineToken> oldTokens = inlineTokens(m_old, oldVisible);
        const std::vector<InlineToken> newTokens = inlineTokens(m_new, newVisible);
        KeyTable keys;
        const auto keysOf = [&](const std::vector<InlineToken> &tokens) {
            std::vector<int> out;
            for (const InlineToken &token : tokens)
                out.push_back(keys.keyOf(token.text));
            return out;
        };
        std::vector<std::size_t> partner(m_new.size(), none);
        for (const SequenceMatch &pair : commonSubsequence(keysOf(oldTokens), keysOf(newTokens))) {
            for (std::size_t i = 0; i < oldTokens[pair.before].size; ++i)
                partner[newVisible[newTokens[pair.after].first + i]] =
                    oldVisible[oldTokens[pair.before].first + i];
        }
        for (const std::size_t i : newVisible)
            m_parts.push_back({partner[i], i, none, none});
    }

    /** Finds for what was added what it takes the place of. */
    void bequeath()
    {
        std::size_t before = none;
        for (std::size_t i = 0; i < m_parts.size();) {
            if (m_parts[i].kept != none) {
                before = m_parts[i++].kept;
                continue;
            }
            std::size_t last = i;
            while (last < m_parts.size() && m_parts[last].kept == none)
                ++last;
            const std::size_t after = last < m_parts.size() ? m_parts[last].kept : m_old.size();
            trimGap(i, last, before, after);
            i = last;
        }
    }

    /** Keeps what the words on both sides of a gap have in common at its edges. */
    void trimGap(std::size_t first, std::size_t last, std::size_t before, std::size_t after)
    {
        std::size_t from = before == none ? 0 : before + 1;
        const auto isSame = [&](std::size_t old, std::size_t part) {
            const InlineAtom &added = m_new[m_parts[part].added];
            return !m_old[old].hidden && m_old[old].kind == Run::Kind::Text
                && added.kind == Run::Kind::Text && m_old[old].character == added.character;
        };
        while (first < last && from < after && isSame(from, first))
            m_parts[first++].kept = from++;
        while (first < last && from < after && isSame(after - 1, last - 1))
            m_parts[--last].kept = --after;
        if (first < last)
            bequeathGap(first, last, from == 0 ? none : from - 1, after);
    }

    void bequeathGap(std::size_t first, std::size_t last, std::size_t before, std::size_t after)
    {
        std::size_t heir = heirOfGap(before, after);
        if (heir == none && before != none && (after == before + 1 || after == m_old.size()))
            heir = heirBeforeSpace(first);
        for (std::size_t i = first; i < last; ++i) {
            const InlineAtom &added = m_new[m_parts[i].added];
            if (added.kind == Run::Kind::Text)
                m_parts[i].heirOf = heir;
            else if (added.kind == Run::Kind::Marker)
                m_parts[i].replaces = replacedMarker(first, last, before, after, added.node);
        }
    }

    /** The heir of the words before this one, if they replaced text with the space between them. */
    [[nodiscard]] std::size_t heirBeforeSpace(std::size_t part) const
    {
        std::size_t i = part;
        while (i > 0 && m_parts[i - 1].kept != none
               && m_old[m_parts[i - 1].kept].character.isSpace())
            --i;
        const std::size_t heir = i == 0 || i == part ? none : m_parts[i - 1].heirOf;
        const bool same = heir != none && m_old[heir].node == m_old[m_parts[part - 1].kept].node;
        return same ? heir : none;
    }

    /** The text whose unsaid marks the text in a gap gets: the one it replaces or stands in. */
    [[nodiscard]] std::size_t heirOfGap(std::size_t before, std::size_t after) const
    {
        std::size_t heir = none;
        for (std::size_t i = before == none ? 0 : before + 1; i < after; ++i) {
            const InlineAtom &atom = m_old[i];
            if (atom.hidden || atom.kind != Run::Kind::Text)
                continue;
            if (heir != none && m_old[heir].node != atom.node
                && unsaidMarks(marksOf(m_old[heir].node)) != unsaidMarks(marksOf(atom.node)))
                return none;
            heir = heir == none ? i : heir;
        }
        const bool inside = heir == none && before != none && after < m_old.size()
            && m_old[before].node == m_old[after].node;
        return inside ? before : heir;
    }

    /** The marker of the same kind that alone went from a gap in which one came. */
    [[nodiscard]] std::size_t replacedMarker(std::size_t first,
                                             std::size_t last,
                                             std::size_t before,
                                             std::size_t after,
                                             std::size_t addedNode) const
    {
        const QString type = typeOf(m_changed[qsizetype(addedNode)]);
        const auto isSame = [&](const Part &part) {
            return typeOf(m_changed[qsizetype(m_new[part.added].node)]) == type;
        };
        const auto begin = m_parts.begin();
        if (std::count_if(begin + qsizetype(first), begin + qsizetype(last), isSame) != 1)
            return none;
        std::size_t found = none;
        for (std::size_t i = before == none ? 0 : before + 1; i < after; ++i) {
            if (typeOf(m_original[qsizetype(m_old[i].node)]) != type)
                continue;
            if (found != none)
                return none;
            found = i;
        }
        return found;
    }

    /** Puts spaces that Markdown does not show beside the atom they stood at. */
    void attachHidden()
    {
        std::vector<Part> parts;
        for (const Part &part : m_parts) {
            if (part.kept == none) {
                parts.push_back(part);
                continue;
            }
            const std::size_t at = part.kept;
            std::size_t first = at;
            while (first > 0 && m_old[first - 1].hidden && startsLine(first - 1))
                --first;
            for (; first < at; ++first)
                parts.push_back({first, none, none, none});
            parts.push_back(part);
            std::size_t last = at + 1;
            while (last < m_old.size() && m_old[last].hidden)
                ++last;
            const bool blankLine = last == m_old.size() || m_old[last].kind == Run::Kind::Break;
            for (std::size_t i = at + 1; i < last && (blankLine || !startsLine(i)); ++i)
                parts.push_back({i, none, none, none});
        }
        m_parts = std::move(parts);
    }

    [[nodiscard]] bool startsLine(std::size_t hidden) const
    {
        while (hidden > 0 && m_old[hidden - 1].hidden)
            --hidden;
        return hidden == 0 || m_old[hidden - 1].kind == Run::Kind::Break;
    }

    /** A node stays as it is if all of it is there, together, and looks the same. */
    void findTouched()
    {
        m_touched.assign(std::size_t(m_original.size()), false);
        for (const Part &part : m_parts) {
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
        const Part &part = m_parts[i];
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

    void emitNode(const Part &part, const QJsonObject &node)
    {
        flush();
        if (part.replaces == none)
            append(m_fresh.from(node), none);
        else
            append(overlaid(m_original[qsizetype(m_old[part.replaces].node)].toObject(), node),
                   none);
    }

    [[nodiscard]] QJsonArray marksFor(const Part &part, const QJsonObject &node) const
    {
        const QJsonArray said = node.value("marks"_L1).toArray();
        const InlineAtom &added = m_new[part.added];
        if (part.kept != none) {
            const std::size_t owner = m_old[part.kept].node;
            const bool same = looksSame(m_old[part.kept], added)
                || (added.character.isSpace() && !m_touched[owner]);
            return same ? marksOf(owner) : mergedMarks(marksOf(owner), said);
        }
        if (part.heirOf == none)
            return said;
        const InlineAtom &heir = m_old[part.heirOf];
        return heir.look == added.look ? marksOf(heir.node) : mergedMarks(marksOf(heir.node), said);
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
    [[nodiscard]] std::size_t ownerOf(const Part &part) const
    {
        const std::size_t atom = part.kept == none ? part.heirOf : part.kept;
        return atom == none ? none : m_old[atom].node;
    }

    void emitText(QChar character, const Part &part, const QJsonArray &marks)
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
    std::vector<InlineAtom> m_old;
    std::vector<InlineAtom> m_new;
    std::vector<Part> m_parts;
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
