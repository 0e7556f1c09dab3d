// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlineparts.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/markmerge.h"
#include "server/providers/jira/adf/sequencematch.h"

#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t none = InlinePart::none;

/** Finds which part of a line was what. */
class PartMatcher
{
public:
    PartMatcher(const QJsonArray &original, const QJsonArray &changed)
        : m_original(original)
        , m_changed(changed)
        , m_old(inlineAtoms(original))
        , m_new(inlineAtoms(changed))
    {}

    InlineParts matched()
    {
        match();
        bequeath();
        attachHidden();
        return {std::move(m_old), std::move(m_new), std::move(m_parts)};
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
            out.reserve(tokens.size());
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
        const auto isSame = [&](const InlinePart &part) {
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
        std::vector<InlinePart> parts;
        const auto endsLine = [&](std::size_t part) {
            return part >= m_parts.size() || m_new[m_parts[part].added].kind == Run::Kind::Break;
        };
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const std::size_t at = m_parts[i].kept;
            std::size_t first = at;
            while (at != none && first > 0 && m_old[first - 1].hidden && startsLine(first - 1)
                   && (i == 0 || endsLine(i - 1)))
                --first;
            for (; first < at && at != none; ++first)
                parts.push_back({first, none, none, none});
            parts.push_back(m_parts[i]);
            std::size_t last = at + 1;
            while (at != none && last < m_old.size() && m_old[last].hidden)
                ++last;
            const bool lineEnd = at != none
                && (last == m_old.size() || !startsLine(at + 1)
                    || m_old[last].kind == Run::Kind::Break);
            for (std::size_t k = at + 1; lineEnd && endsLine(i + 1) && k < last; ++k)
                parts.push_back({k, none, none, none});
        }
        m_parts = std::move(parts);
    }

    [[nodiscard]] bool startsLine(std::size_t hidden) const
    {
        while (hidden > 0 && m_old[hidden - 1].hidden)
            --hidden;
        return hidden == 0 || m_old[hidden - 1].kind == Run::Kind::Break;
    }

    [[nodiscard]] QJsonArray marksOf(std::size_t node) const
    {
        return m_original[qsizetype(node)]["marks"_L1].toArray();
    }

    const QJsonArray &m_original;
    const QJsonArray &m_changed;
    std::vector<InlineAtom> m_old;
    std::vector<InlineAtom> m_new;
    std::vector<InlinePart> m_parts;
};

} // namespace

InlineParts inlineParts(const QJsonArray &original, const QJsonArray &changed)
{
    return PartMatcher(original, changed).matched();
}

} // namespace fairlead::providers::jira
