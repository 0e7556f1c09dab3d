// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontypes.h"

/** Notion's answers as compact text for a model. Pure functions. */
namespace fairlead::providers::notion::text {

/** "https://www.notion.so/1a2b…": opens whatever has this id. */
[[nodiscard]] QString urlOf(const QString &id);

/** What a search found: one line each, and how to go on. */
[[nodiscard]] QString searchText(const FoundPage &page);
/** Data sources with their columns, and how to go on. */
[[nodiscard]] QString databasesText(const FoundPage &page);
/** Title, address and, of a database's row, the properties that are set. */
[[nodiscard]] QString headerText(const Page &page);

/** A part of a text. */
struct Part
{
    QString text;
    qsizetype end = 0; ///< where the next part begins; the whole text's size: there is none
};
/** At most `limit` characters from `start` on, ended at a line's end where there is one. */
[[nodiscard]] Part partOf(const QString &text, qsizetype start, qsizetype limit);

} // namespace fairlead::providers::notion::text
