// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace fairlead::providers::jira {

/** Where list_projects goes on, on each site: "con_…=50;con_…=100". Empty: everywhere from the
 * start. */
struct ProjectCursor
{
    QList<std::pair<QString, qint64>> starts; ///< connection id and index

    /** InvalidInput for what toText() has not made. */
    [[nodiscard]] static Result<ProjectCursor> fromText(const QString &text);
    [[nodiscard]] QString toText() const;
    /** Nothing: this site has no more. */
    [[nodiscard]] std::optional<qint64> startOf(const QString &connectionId) const;
};

} // namespace fairlead::providers::jira
