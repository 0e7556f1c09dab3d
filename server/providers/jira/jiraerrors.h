// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/httpclient.h"
#include "server/providers/jira/jiratypes.h"

namespace fairlead::providers::jira {

/** What a call was for, so that its failure can be told to a person. */
struct CallPurpose
{
    QString site; ///< "company.atlassian.net"
    QString subject; ///< what a 404 means: "Issue ABC-1", "Project ABC"; empty: the site's API
    QString write; ///< of a write, what it does: "creating the issue"; empty for a read
    QString check; ///< of a write, how to see whether it happened: a sentence
    QString scopes = {}; ///< what a scoped token needs for it; empty: the usual
};

/** The sentence for an answer that is no success. */
[[nodiscard]] Error errorOf(const net::Response &response, const CallPurpose &purpose);

/** The sentence for a call without a usable answer. A write that may have been carried out says so
 * and how to check. */
[[nodiscard]] Error errorOf(const Error &transport, const CallPurpose &purpose);

/** The sentence for a success whose body makes no sense; `reason` is the parser's. */
[[nodiscard]] Error unreadable(const Error &reason, const CallPurpose &purpose);

/** "a; field: b", what Jira itself says; empty when it says nothing. */
[[nodiscard]] QString problemText(const Problem &problem);

} // namespace fairlead::providers::jira
