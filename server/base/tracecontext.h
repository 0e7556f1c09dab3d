// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"

#include <QByteArray>
#include <QList>

#include <utility>

class QJsonObject;

namespace fairlead {

/** Which trace of OpenTelemetry a piece of work belongs to: W3C Trace Context and W3C Baggage, as
 * the client said it, and well-formed. Fairlead makes no spans of its own. */
struct TraceContext
{
    QByteArray parent{};
    QByteArray state{}; ///< only beside `parent`; may be empty
    QByteArray baggage{}; ///< may be empty

    /** What is there, by the names that headers and the members of `_meta` share. */
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> fields() const;

    bool operator==(const TraceContext &) const = default;
};

/** That of a request's `_meta` (SEP-414). What is malformed or too long counts as absent; null when
 * nothing is there. */
[[nodiscard]] TraceContextPointer traceContextFrom(const QJsonObject &meta);

} // namespace fairlead
