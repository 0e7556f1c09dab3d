// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/refusal.h"

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {

Refusal badRequest(const QString &detail)
{
    return {.status = 400, .code = u"bad_request"_s, .detail = detail};
}

} // namespace fairlead::http::engine
