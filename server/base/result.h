// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <tl/expected.hpp>

/**
 * What can fail returns Result<T>. This is the only file that names tl::expected, so that it can
 * become std::expected when every supported compiler has it.
 */
namespace fairlead {

enum class ErrorCode {
    Cancelled, ///< the caller gave up or the client hung up
    Timeout, ///< a deadline passed; the outcome of a write is unknown
    Network, ///< no connection, name not found, connection broken
    Tls, ///< certificate or handshake refused
    Unauthorized, ///< credentials are missing, wrong, expired or revoked
    Forbidden, ///< known, but without the right
    NotFound, ///< does not exist, or belongs to somebody else
    Conflict, ///< somebody else changed it first, or it exists already
    RateLimited, ///< too many requests; Error::retryAfter says how long to wait
    InvalidInput, ///< what the caller sent; the message names the argument, its value and what is
                  ///< allowed
    InvalidData, ///< what the outside world answered cannot be understood
    Storage, ///< database or file could not be read or written
    SecretsUnavailable, ///< the master key is not at hand (keychain locked, absent, frozen)
    Internal, ///< a fault of ours
};

/** The stable lower-case name of a code, as used in logs and in the REST API ("rate_limited"). */
[[nodiscard]] QLatin1StringView errorName(ErrorCode code);

/** What lies behind an error, where the next step depends on it. */
enum class ErrorReason {
    None, ///< the code says all
    Proxy, ///< of Network: the network's proxy let nothing through
    CertificateTime, ///< of Tls: a certificate is not valid yet or any more, by this clock
    SignInNeeded, ///< of Unauthorized: the person signs in in the browser
    ScopeMissing, ///< of Unauthorized: the person has to allow more, in the browser
    ClientUnknown, ///< of Forbidden: the service does not know the app any more
    RedirectRefused, ///< of Forbidden: the browser may not come back to this computer
    RegistrationClosed, ///< of Forbidden: whoever runs the service has to register Fairlead
    AdministratorRefused, ///< of Forbidden: an administrator has not allowed it
};

/**
 * Why something failed. `message` is one or two whole English sentences for a person: what
 * happened, to which connection, what to do next. It never contains a secret.
 */
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    std::chrono::seconds retryAfter{0}; ///< 0: not known
    ErrorReason reason = ErrorReason::None;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> failure(ErrorCode code, QString message);
[[nodiscard]] tl::unexpected<Error> failure(Error error);

} // namespace fairlead
