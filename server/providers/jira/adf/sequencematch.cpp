// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/sequencematch.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace fairlead::providers::jira {

namespace {

constexpr std::size_t maximumTable = 1'000'000;
constexpr int maximumDepth = 16;

struct Stretch
{
    std::size_t beforeFirst = 0;
    std::size_t beforeLast = 0;
    std::size_t afterFirst = 0;
    std::size_t afterLast = 0;
};

class Matcher
{
public:
    Matcher(const std::vector<int> &before, const std::vector<int> &after)
        : m_before(before)
        , m_after(after)
    {}

    void match(Stretch stretch, int depth)
    {
        while (stretch.beforeFirst < stretch.beforeLast && stretch.afterFirst < stretch.afterLast
               && m_before[stretch.beforeFirst] == m_after[stretch.afterFirst])
            m_matches.push_back({stretch.beforeFirst++, stretch.afterFirst++});
        std::size_t common = 0;
        while (stretch.beforeFirst < stretch.beforeLast && stretch.afterFirst < stretch.afterLast
               && m_before[stretch.beforeLast - 1] == m_after[stretch.afterLast - 1]) {
            --stretch.beforeLast;
            --stretch.afterLast;
            ++common;
        }
        const std::size_t height = stretch.beforeLast - stretch.beforeFirst;
        const std::size_t width = stretch.afterLast - stretch.afterFirst;
        if (height > 0 && width > 0) {
            if (height <= maximumTable / width)
                matchByTable(stretch);
            else if (depth < maximumDepth)
                matchByAnchors(stretch, depth);
        }
        for (std::size_t i = 0; i < common; ++i)
            m_matches.push_back({stretch.beforeLast + i, stretch.afterLast + i});
    }

    std::vector<SequenceMatch> takeMatches() { return std::move(m_matches); }

private:
    void matchByTable(const Stretch &stretch)
    {
        const std::size_t height = stretch.beforeLast - stretch.beforeFirst;
        const std::size_t width = stretch.afterLast - stretch.afterFirst;
        std::vector<std::uint16_t> lengths((height + 1) * (width + 1));
        const auto at = [&](std::size_t row, std::size_t column) -> std::uint16_t & {
            return lengths[row * (width + 1) + column];
        };
        const auto same = [&](std::size_t row, std::size_t column) {
            return m_before[stretch.beforeFirst + row] == m_after[stretch.afterFirst + column];
        };
        for (std::size_t row = height; row-- > 0;) {
            for (std::size_t column = width; column-- > 0;)
                at(row, column) = same(row, column)
                    ? std::uint16_t(at(row + 1, column + 1) + 1)
                    : std::max(at(row + 1, column), at(row, column + 1));
        }
        for (std::size_t row = 0, column = 0; row < height && column < width;) {
            if (same(row, column))
                m_matches.push_back({stretch.beforeFirst + row++, stretch.afterFirst + column++});
            else if (at(row + 1, column) >= at(row, column + 1))
                ++row;
            else
                ++column;
        }
    }

    /** Elements that each side has once, in the longest run of them that is in order in both. */
    [[nodiscard]] std::vector<SequenceMatch> anchors(const Stretch &stretch) const
    {
        struct Seen
        {
            int before = 0;
            int after = 0;
            std::size_t where = 0;
        };
        QHash<int, Seen> seen;
        for (std::size_t i = stretch.beforeFirst; i < stretch.beforeLast; ++i)
            ++seen[m_before[i]].before;
        for (std::size_t i = stretch.afterFirst; i < stretch.afterLast; ++i) {
            Seen &entry = seen[m_after[i]];
            ++entry.after;
            entry.where = i;
        }
        std::vector<SequenceMatch> unique;
        for (std::size_t i = stretch.beforeFirst; i < stretch.beforeLast; ++i) {
            const Seen entry = seen.value(m_before[i]);
            if (entry.before == 1 && entry.after == 1)
                unique.push_back({i, entry.where});
        }
        return inOrder(unique);
    }

    [[nodiscard]] static std::vector<SequenceMatch> inOrder(const std::vector<SequenceMatch> &all)
    {
        constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
        std::vector<std::size_t> ends;
        std::vector<std::size_t> previous(all.size(), none);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto place = std::lower_bound(
                ends.begin(), ends.end(), all[i].after, [&](std::size_t end, std::size_t after) {
                    return all[end].after < after;
                });
            if (place != ends.begin())
                previous[i] = *std::prev(place);
            if (place == ends.end())
                ends.push_back(i);
            else
                *place = i;
        }
        std::vector<SequenceMatch> chosen;
        for (std::size_t i = ends.empty() ? none : ends.back(); i != none; i = previous[i])
            chosen.push_back(all[i]);
        std::reverse(chosen.begin(), chosen.end());
        return chosen;
    }

    void matchByAnchors(const Stretch &stretch, int depth)
    {
        const std::vector<SequenceMatch> found = anchors(stretch);
        if (found.empty())
            return;
        Stretch gap = stretch;
        for (const SequenceMatch &anchor : found) {
            gap.beforeLast = anchor.before;
            gap.afterLast = anchor.after;
            match(gap, depth + 1);
            m_matches.push_back(anchor);
            gap.beforeFirst = anchor.before + 1;
            gap.afterFirst = anchor.after + 1;
        }
        gap.beforeLast = stretch.beforeLast;
        gap.afterLast = stretch.afterLast;
        match(gap, depth + 1);
    }

    const std::vector<int> &m_before;
    const std::vector<int> &m_after;
    std::vector<SequenceMatch> m_matches;
};

} // namespace

std::vector<SequenceMatch> commonSubsequence(const std::vector<int> &before,
                                             const std::vector<int> &after)
{
    Matcher matcher(before, after);
    matcher.match({0, before.size(), 0, after.size()}, 0);
    return matcher.takeMatches();
}

} // namespace fairlead::providers::jira
