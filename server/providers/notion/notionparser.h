// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/notion/notiontypes.h"

#include <QByteArray>

/**
 * Reads Notion's answers. Pure functions; InvalidData says what was expected and is not there.
 * Each answer is validated as a whole before anything in it is believed.
 */
namespace fairlead::providers::notion::parser {

[[nodiscard]] Result<Identity> identity(const QByteArray &body);
[[nodiscard]] Result<PersonPage> people(const QByteArray &body);
[[nodiscard]] Result<FoundPage> found(const QByteArray &body);
[[nodiscard]] Result<Page> page(const QByteArray &body);
[[nodiscard]] Result<DataSource> dataSource(const QByteArray &body);
[[nodiscard]] Result<Database> database(const QByteArray &body);
/** Wikis have data sources among their rows, which are left out. */
[[nodiscard]] Result<RowPage> rows(const QByteArray &body);
[[nodiscard]] Result<PageMarkdown> markdown(const QByteArray &body);

/** What an error answer says; empty when it is none of Notion's. */
[[nodiscard]] Problem problem(const QByteArray &body);

} // namespace fairlead::providers::notion::parser
