// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/answerjson.h"

#include <string_view>
#include <unordered_map>

namespace fairlead::providers::jira {

/** The texts of one answer that come again and again in it, such as names of people and statuses:
 * each is read once. Does not outlive the answer. */
class KnownLines
{
public:
    /** One cleaned line. */
    [[nodiscard]] QString line(std::string_view utf8);

private:
    static constexpr size_t mostKept = 256;

    std::unordered_map<std::string_view, QString> m_lines;
};

/**
 * What a field's value says to a reader: names instead of objects, a document as Markdown, lists
 * joined; empty when there is nothing to say. Cleaned and bounded.
 */
[[nodiscard]] QString fieldText(const json::Element &value);

/** The same for a line of a list: a time is its day. */
[[nodiscard]] QString fieldCell(const json::Element &value, KnownLines &known);

/** A Jira document (ADF) as Markdown; a plain string as it is. */
[[nodiscard]] QString documentText(const json::Element &value);

/**
 * The first characters of a document as plain text on one line, for lists: what is cut away is not
 * converted first, which is what most of a long list's time would go into.
 */
[[nodiscard]] QString documentExcerpt(const json::Element &value, qsizetype limit);

/** "2026-11-20T10:00:00.000+0000" as "2026-11-20 10:00"; other text unchanged. */
[[nodiscard]] QString shortTime(const QString &text);
/** The same as "2026-11-20". */
[[nodiscard]] QString day(const QString &text);

} // namespace fairlead::providers::jira
