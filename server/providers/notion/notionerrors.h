// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/httpclient.h"

namespace fairlead::providers::notion {

/** What a call was for, so that its failure can be told to a person. */
struct CallPurpose
{
    QString connection; ///< its name: the workspace's; empty while a token is being tried out
    QString subject; ///< what a 404 means: "Page 1a2b…"; empty: nothing in particular
    QString write; ///< of a write, what it does: "creating the page"; empty for a read
    QString check; ///< of a write, how to see whether it happened: a sentence
};

/** Whether Notion refused the credential itself; a 401 by whatever stands before Notion does not
 * say so. */
[[nodiscard]] bool isRefusal(const net::Response &response);

/** The sentence for an answer that is no success. */
[[nodiscard]] Error errorOf(const net::Response &response, const CallPurpose &purpose);

/** The sentence for a call without a usable answer. A write that may have been carried out says so
 * and how to check. */
[[nodiscard]] Error errorOf(const Error &transport, const CallPurpose &purpose);

/** The sentence for a success whose body makes no sense; `reason` is the parser's. */
[[nodiscard]] Error unreadable(const Error &reason, const CallPurpose &purpose);

} // namespace fairlead::providers::notion
