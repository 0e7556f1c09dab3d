// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/blockpairs.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/sequencematch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMultiHash>

#include <algorithm>
#include <array>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t maximumWords = 200;
constexpr std::size_t maximumTable = 40'000;
constexpr std::size_t none = BlockPair::none;

using Words = std::vector<std::size_t>;

void collectWords(const QJsonObject &node, Words &words)
{
    QStringList texts{node.value("text"_L1).toString()};
    const QJsonObject attributes = node.value("attrs"_L1).toObject();
    for (const auto name : {"text"_L1, "url"_L1, "id"_L1, "title"_L1, "timestamp"_L1})
        texts << attributes.value(name).toString();
    for (const QString &text : texts) {
        for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
            if (words.size() < maximumWords)
                words.push_back(qHash(word));
        }
    }
    const QJsonArray children = node.value("content"_L1).toArray();
    for (const QJsonValue child : children) {
        if (words.size() >= maximumWords)
            return;
        collectWords(child.toObject(), words);
    }
}

std::vector<Words> wordsOf(const std::vector<QJsonObject> &nodes)
{
    std::vector<Words> all;
    for (const QJsonObject &node : nodes) {
        Words &words = all.emplace_back();
        collectWords(node, words);
        std::sort(words.begin(), words.end());
    }
    return all;
}

double likeness(const Words &a, const Words &b)
{
    if (a.empty() && b.empty())
        return 1;
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        shared += *i == *j ? 1 : 0;
        const bool advanceFirst = *i <= *j;
        const bool advanceSecond = *j <= *i;
        i += advanceFirst ? 1 : 0;
        j += advanceSecond ? 1 : 0;
    }
    return 2.0 * double(shared) / double(a.size() + b.size());
}

/** Types that an edit turns into each other: a line becomes a heading, a list a task list. */
int familyOf(const QString &type)
{
    static constexpr std::array families{std::pair{"paragraph"_L1, 1},
                                         std::pair{"heading"_L1, 1},
                                         std::pair{"panel"_L1, 2},
                                         std::pair{"blockquote"_L1, 2},
                                         std::pair{"bulletList"_L1, 3},
                                         std::pair{"orderedList"_L1, 3},
                                         std::pair{"mediaSingle"_L1, 4},
                                         std::pair{"mediaGroup"_L1, 4}};
    const auto found = std::find_if(
        families.begin(), families.end(), [&](const auto &entry) { return entry.first == type; });
    return found == families.end() ? 0 : found->second;
}

class Pairing
{
public:
    Pairing(const std::vector<QJsonObject> &before, const std::vector<QJsonObject> &after)
        : m_before(before)
        , m_after(after)
        , m_pairs(after.size())
        , m_taken(before.size(), false)
    {}

    std::vector<BlockPair> made(const std::vector<bool> &movable)
    {
        KeyTable table;
        const auto keysOf = [&](const std::vector<QJsonObject> &nodes) {
            std::vector<int> keys;
            keys.reserve(nodes.size());
            for (const QJsonObject &node : nodes)
                keys.push_back(table.keyOf(
                    QString::fromUtf8(QJsonDocument(node).toJson(QJsonDocument::Compact))));
            return keys;
        };
        const std::vector<int> beforeKeys = keysOf(m_before);
        const std::vector<int> afterKeys = keysOf(m_after);
        m_inOrder = commonSubsequence(beforeKeys, afterKeys);
        for (const SequenceMatch &match : m_inOrder)
            pair(match.before, match.after, true);
        if (m_inOrder.size() < m_after.size() && m_inOrder.size() < m_before.size()) {
            pairMoved(beforeKeys, afterKeys, movable);
            pairAlike();
        }
        return std::move(m_pairs);
    }

private:
    void pair(std::size_t before, std::size_t after, bool same)
    {
        m_pairs[after] = {before, same};
        m_taken[before] = true;
    }

    void pairMoved(const std::vector<int> &beforeKeys,
                   const std::vector<int> &afterKeys,
                   const std::vector<bool> &movable)
    {
        QMultiHash<int, std::size_t> left;
        for (std::size_t i = beforeKeys.size(); i-- > 0;) {
            if (!m_taken[i] && movable[i])
                left.insert(beforeKeys[i], i);
        }
        for (std::size_t i = 0; i < afterKeys.size(); ++i) {
            const auto found = left.find(afterKeys[i]);
            if (m_pairs[i].before != none || found == left.end())
                continue;
            pair(*found, i, true);
            left.erase(found);
        }
    }

    void pairAlike()
    {
        m_beforeWords = wordsOf(m_before);
        m_afterWords = wordsOf(m_after);
        SequenceMatch first;
        for (const SequenceMatch &match : m_inOrder) {
            pairGap(first, match);
            first = {match.before + 1, match.after + 1};
        }
        pairGap(first, {m_before.size(), m_after.size()});
    }

    void pairGap(SequenceMatch first, SequenceMatch last)
    {
        std::vector<std::size_t> before;
        for (std::size_t i = first.before; i < last.before; ++i) {
            if (!m_taken[i])
                before.push_back(i);
        }
        std::vector<std::size_t> after;
        for (std::size_t i = first.after; i < last.after; ++i) {
            if (m_pairs[i].before == none)
                after.push_back(i);
        }
        if (before.empty() || after.empty())
            return;
        if (before.size() <= maximumTable / after.size())
            pairBest(before, after);
        else
            for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
                if (score(before[i], after[i]) > 0)
                    pair(before[i], after[i], false);
            }
    }

    /** How well two nodes go together; 0 if not at all. */
    [[nodiscard]] double score(std::size_t before, std::size_t after) const
    {
        const QString a = typeOf(m_before[before]);
        const QString b = typeOf(m_after[after]);
        const bool related = familyOf(a) != 0 && familyOf(a) == familyOf(b);
        if (a != b && !related)
            return 0;
        const double alike = likeness(m_beforeWords[before], m_afterWords[after]);
        return (a == b ? 0.2 : 0.1) + alike;
    }

    void pairBest(const std::vector<std::size_t> &before, const std::vector<std::size_t> &after)
    {
        const std::size_t width = after.size() + 1;
        std::vector<double> best((before.size() + 1) * width);
        std::vector<double> scores(before.size() * after.size());
        for (std::size_t i = before.size(); i-- > 0;) {
            for (std::size_t j = after.size(); j-- > 0;) {
                const double together = score(before[i], after[j]);
                scores[i * after.size() + j] = together;
                const double paired = together > 0 ? together + best[(i + 1) * width + j + 1] : 0;
                best[i * width + j] =
                    std::max({paired, best[(i + 1) * width + j], best[i * width + j + 1]});
            }
        }
        for (std::size_t i = 0, j = 0; i < before.size() && j < after.size();) {
            const double here = best[i * width + j];
            const double together = scores[i * after.size() + j];
            if (together > 0 && here <= together + best[(i + 1) * width + j + 1])
                pair(before[i++], after[j++], false);
            else if (here <= best[(i + 1) * width + j])
                ++i;
            else
                ++j;
        }
    }

    const std::vector<QJsonObject> &m_before;
    const std::vector<QJsonObject> &m_after;
    std::vector<BlockPair> m_pairs;
    std::vector<bool> m_taken;
    std::vector<SequenceMatch> m_inOrder;
    std::vector<Words> m_beforeWords;
    std::vector<Words> m_afterWords;
};

} // namespace

std::vector<BlockPair> pairedBlocks(const std::vector<QJsonObject> &before,
                                    const std::vector<QJsonObject> &after,
                                    const std::vector<bool> &movable)
{
    return Pairing(before, after).made(movable);
}

} // namespace fairlead::providers::jira
