// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/managementroutes.h"

#include "server/api/apijson.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {

QCoro::Task<http::Response> ownerOnly(QString right)
{
    co_return problemFor(
        {.code = ErrorCode::Forbidden,
         .message = u"Only the control token of this data folder may %1."_s.arg(right)});
}

} // namespace fairlead::api
