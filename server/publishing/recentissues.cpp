// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/recentissues.h"

using namespace Qt::StringLiterals;

namespace fairlead::publishing {

// Minutes ago, because a time of day would be read in the time zone of the account.
QString recentIssuesOf(const LostIssue &lost)
{
    return u"project = \"%1\" AND creator = currentUser() AND created >= -%2m ORDER BY created ASC"_s
        .arg(lost.project)
        .arg(lost.age.count());
}

tl::unexpected<Error> tooManyRecent(const LostIssue &lost)
{
    return failure(
        ErrorCode::Conflict,
        u"Too many issues were made in %1 since then to look through."_s.arg(lost.project));
}

} // namespace fairlead::publishing
