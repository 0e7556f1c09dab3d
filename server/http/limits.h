// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace fairlead::http {

/** What the HTTP engine lets one client, and all together, take. Tests make them small. */
struct Limits
{
    qsizetype headBytes = 32LL * 1024; ///< request line and all fields
    qsizetype headFields = 64;
    qsizetype targetBytes = 8LL * 1024; ///< path and query
    qsizetype bodyBytes = 4LL * 1024 * 1024;
    std::chrono::milliseconds headTime{10'000}; ///< from the first moment to the end of the head
    std::chrono::milliseconds bodyTime{30'000}; ///< for the body, and between two written pieces
    std::chrono::milliseconds idleTime{60'000}; ///< between two requests of one connection
    std::chrono::milliseconds lingerTime{1'000}; ///< for the client to read a refusal
    std::chrono::milliseconds closeTime{2'000}; ///< for HttpServer::close() to end everything
    std::chrono::milliseconds heartbeat{15'000}; ///< between two comment lines of an event stream
    int connections = 128;
    int streams = 64; ///< event streams in total
    int streamsPerOwner = 8;
    qsizetype unsentBytes = 1024LL * 1024; ///< backlog at which the reader of a stream is dropped
    qsizetype lingerBytes = 8LL * 1024 * 1024; ///< thrown away while a refusal is being read
};

} // namespace fairlead::http
