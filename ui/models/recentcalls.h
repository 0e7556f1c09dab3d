// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statemark.h"

#include <QDateTime>
#include <QString>

namespace fairlead::ui {

/** One thing that a client did, as a menu or a small list shows it. */
struct RecentCall
{
    QDateTime at;
    QString client; ///< "Cursor"; empty: Fairlead itself
    QString what; ///< "jira_search", "Wrong key"
    QString outcome; ///< "Done", "Refused", "Not reachable"
    StateMark mark = StateMark::Good;

    bool operator==(const RecentCall &) const = default;
};

} // namespace fairlead::ui
