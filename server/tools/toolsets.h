// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/tools/caller.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace fairlead::tools {

/** A group of tools that a key has or has not: what every client pays for stays small. */
struct Toolset
{
    QString name; ///< "jira_agile"
    QString service; ///< "jira"
    QString title; ///< "Jira: boards and sprints"
    /** True for a service's only set: it needs no switch, it comes with a connection. */
    bool comesWithConnection = false;
};

/** All that there are, in the order in which people see them. Tools outside of them, the core, are
 * always listed. */
[[nodiscard]] const QList<Toolset> &allToolsets();

/** In the place of names: every toolset, those of later versions too. */
inline constexpr QLatin1StringView everyToolset{"all"};

/** The names as they are stored: without doubles, sorted; just "all" where that is among them.
 * InvalidInput lists the toolsets when a name is none. */
[[nodiscard]] Result<QStringList> checkedToolsets(const QStringList &names);

/** Whether the caller has switched the toolset on. Calls without a key have them all. */
[[nodiscard]] bool isSwitchedOn(const QString &toolset, const Caller &caller);

} // namespace fairlead::tools
