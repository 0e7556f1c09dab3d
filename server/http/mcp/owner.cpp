// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/owner.h"

namespace fairlead::http {

QString ownerOf(const tools::Caller &caller)
{
    return caller.keyId.isEmpty() ? caller.userId : caller.keyId;
}

tools::Caller callerOf(const Principal &principal)
{
    if (principal.caller)
        return *principal.caller;
    tools::Caller caller;
    caller.userId = principal.userId;
    return caller;
}

} // namespace fairlead::http
