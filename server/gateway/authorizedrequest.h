// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/answerreader.h"
#include "server/gateway/upstreamtransport.h"

#include <memory>

namespace fairlead::gateway {

/** The head of an answer, and what reads the rest. */
struct AuthorizedAnswer
{
    std::unique_ptr<AnswerReader> reader;
    net::Response head;
};

/**
 * Sends a request with the upstream's authorization, and once more with another one when it is
 * refused with 401: it was not carried out then. Unauthorized when there is no other.
 */
[[nodiscard]] QCoro::Task<Result<AuthorizedAnswer>> sendAuthorized(net::StreamingClient &http,
                                                                   UpstreamTarget target,
                                                                   net::Request request,
                                                                   AnswerReader::Limits limits,
                                                                   CancellationToken cancellation);

} // namespace fairlead::gateway
