// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/caller.h"

#include <QJsonObject>

#include <optional>

namespace fairlead::mcp {

/**
 * What a request that asked its client for more is to be reminded of when the client sends it
 * again: the answers so far. The client carries it, so it is signed; it counts only for the same
 * request of the same key, and only for a while.
 */
class RequestState final
{
public:
    /** `secret` is the server's; `method`, `params` and `caller` are those of the request. */
    RequestState(const QByteArray &secret,
                 const QString &method,
                 const QJsonObject &params,
                 const tools::Caller &caller);

    [[nodiscard]] QString seal(const QJsonObject &answers, qint64 nowSeconds) const;

    /** The answers; nothing when the text was changed, is too old, or belongs elsewhere. */
    [[nodiscard]] std::optional<QJsonObject> open(const QString &text, qint64 nowSeconds) const;

private:
    [[nodiscard]] QByteArray signatureOf(const QByteArray &payload) const;

    QByteArray m_secret;
    QByteArray m_request; ///< a digest of what the state is bound to
};

} // namespace fairlead::mcp
