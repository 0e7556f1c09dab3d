// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recentcalltext.h"

#include "ui/models/texts.h"

using namespace Qt::StringLiterals;

namespace fairlead::ui {

QString recentCallText(const RecentCall &call, const QDateTime &now)
{
    QStringList parts{call.what, call.client};
    // The mark alone would not say why.
    if (call.mark != StateMark::Good)
        parts.append(call.outcome);
    parts.append(pastTimeText(call.at, now));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace fairlead::ui
