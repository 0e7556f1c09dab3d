// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QByteArray>

/**
 * Reads what Jira says about what can be said to it: types, fields and their values, steps, links.
 * As in jiraparser.h.
 */
namespace fairlead::providers::jira::parser {

/** So many values of one field are read; where a field has as many, there may be more. */
constexpr qsizetype allowedValueLimit = 1000;

[[nodiscard]] Result<IssueTypePage> issueTypes(const QByteArray &body);
[[nodiscard]] Result<CreateFieldPage> createFields(const QByteArray &body);
/** Of GET …/editmeta. */
[[nodiscard]] Result<QList<CreateField>> editFields(const QByteArray &body);
/** Of GET …/transitions?expand=transitions.fields. */
[[nodiscard]] Result<QList<Transition>> transitions(const QByteArray &body);
[[nodiscard]] Result<QList<LinkType>> linkTypes(const QByteArray &body);

} // namespace fairlead::providers::jira::parser
