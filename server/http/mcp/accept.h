// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

namespace fairlead::http {

/** Which forms of answer a client takes, by its Accept header (RFC 9110, section 12.5.1). */
struct Accept
{
    bool json = false;
    bool eventStream = false;

    bool operator==(const Accept &) const = default;
};

/** A missing Accept header takes everything, as do wildcards; `;q=0` takes nothing. */
[[nodiscard]] Accept acceptOf(const Request &request);

} // namespace fairlead::http
