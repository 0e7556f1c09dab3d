// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <optional>

namespace fairlead::http::engine {

/** "Not Found" for 404; "Unknown" for a status that we never send. */
[[nodiscard]] QByteArray reasonPhrase(int status);

/** 204 and 304 end with their head. */
[[nodiscard]] bool mayHaveBody(int status);

enum class Framing { Length, Chunked };
enum class Persistence { KeepAlive, Close };

/**
 * The head of an answer with the fields that every answer has. Nothing when a field of the response
 * could break out of its line, speaks of framing, or opens the server to other origins: such an
 * answer must not be sent.
 */
[[nodiscard]] std::optional<QByteArray> writeResponseHead(const Response &response,
                                                          Framing framing,
                                                          Persistence persistence);

} // namespace fairlead::http::engine
