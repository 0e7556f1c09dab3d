// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"
#include "server/providers/restcall.h"
#include "server/providers/restservice.h"

namespace fairlead::providers {

/** What a call of a RestService was for, so that its failure can be told to a person. */
struct RestPurpose
{
    RestService service;
    QString connection; ///< its name; empty while a token is being tried out
    QString subject; ///< what a 404 means: "Task 6X7r"; empty: nothing in particular
    QString write; ///< of a write, what it does: "adding the task"; empty for a read
    QString check; ///< of a write, how to see whether it happened: a sentence
};

/** The sentence for an answer that is no success. */
[[nodiscard]] Error errorOf(const net::Response &response, const RestPurpose &purpose);

/** The sentence for a call without a usable answer. A write that may have been carried out says so
 * and how to check. */
[[nodiscard]] Error errorOf(const Error &transport, const RestPurpose &purpose);

/** The sentence for a success whose body makes no sense; `reason` is the parser's. */
[[nodiscard]] Error unreadable(const Error &reason, const RestPurpose &purpose);

} // namespace fairlead::providers
