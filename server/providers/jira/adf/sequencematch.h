// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <cstddef>
#include <vector>

namespace fairlead::providers::jira {

/** Small numbers for texts: the same number for the same text. */
class KeyTable
{
public:
    [[nodiscard]] int keyOf(const QString &text)
    {
        const auto found = m_keys.constFind(text);
        return found != m_keys.cend() ? *found : *m_keys.insert(text, int(m_keys.size()));
    }

private:
    QHash<QString, int> m_keys;
};

struct SequenceMatch
{
    std::size_t before = 0;
    std::size_t after = 0;
};

/**
 * Pairs of equal elements in order: the longest common subsequence where that is affordable, and a
 * good one where the sequences are long, so that the work never grows with their product.
 */
[[nodiscard]] std::vector<SequenceMatch> commonSubsequence(const std::vector<int> &before,
                                                           const std::vector<int> &after);

} // namespace fairlead::providers::jira
