// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/engine/refusal.h"
#include "server/http/limits.h"
#include "server/http/message.h"

#include <optional>

namespace fairlead::http::engine {

/** Request line and fields of a request in the one form that the guard accepts. */
struct RequestHead
{
    QByteArray method;
    QByteArray path;
    QByteArray query; ///< raw, without the question mark
    QList<Header> fields; ///< names in lower case, values trimmed, in order
    qint64 contentLength = 0;
    bool chunked = false;
    bool closes = false; ///< Connection: close
    bool expectsContinue = false;

    [[nodiscard]] QByteArray field(QByteArrayView name) const;
    [[nodiscard]] bool hasBody() const { return chunked || contentLength > 0; }
};

/** Reads a whole head, up to and with its empty line, into `head`; or says why it is refused. */
[[nodiscard]] std::optional<Refusal> parseRequestHead(QByteArrayView text,
                                                      const Limits &limits,
                                                      RequestHead &head);

} // namespace fairlead::http::engine
