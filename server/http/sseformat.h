// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>

namespace fairlead::http {

/**
 * One event as the WHATWG event stream format writes it: a "data:" line for each line of `data`
 * (CRLF, CR and LF all end a line). `event` and `id` end at their first line break or NUL, so that
 * neither can start a field of its own; empty ones are left out.
 */
[[nodiscard]] QByteArray formatEvent(QByteArrayView data, QByteArrayView event, QByteArrayView id);

/** An event with an id and empty data, and the time after which a reader should reconnect. */
[[nodiscard]] QByteArray formatPriming(QByteArrayView id, std::chrono::milliseconds retry);

/** A comment that a reader skips; it only shows that the stream is alive. */
[[nodiscard]] QByteArray formatHeartbeat();

} // namespace fairlead::http
