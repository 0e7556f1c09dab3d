// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/result.h"

using namespace Qt::StringLiterals;

namespace fairlead {

QLatin1StringView errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return "cancelled"_L1;
    case ErrorCode::Timeout:
        return "timeout"_L1;
    case ErrorCode::Network:
        return "network"_L1;
    case ErrorCode::Tls:
        return "tls"_L1;
    case ErrorCode::Unauthorized:
        return "unauthorized"_L1;
    case ErrorCode::Forbidden:
        return "forbidden"_L1;
    case ErrorCode::NotFound:
        return "not_found"_L1;
    case ErrorCode::Conflict:
        return "conflict"_L1;
    case ErrorCode::RateLimited:
        return "rate_limited"_L1;
    case ErrorCode::InvalidInput:
        return "invalid_input"_L1;
    case ErrorCode::InvalidData:
        return "invalid_data"_L1;
    case ErrorCode::Storage:
        return "storage"_L1;
    case ErrorCode::SecretsUnavailable:
        return "secrets_unavailable"_L1;
    case ErrorCode::Internal:
        break;
    }
    return "internal"_L1;
}

tl::unexpected<Error> failure(ErrorCode code, QString message)
{
    return tl::unexpected(Error{.code = code, .message = std::move(message)});
}

tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace fairlead
