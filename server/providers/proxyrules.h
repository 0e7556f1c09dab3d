// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/ratebudget.h"
#include "server/providers/authorizedhttp.h"

#include <QStringList>

namespace fairlead::providers {

/** What a service itself says of a call that it refused; untrusted text. */
struct ServiceProblem
{
    QString message; ///< empty: it says nothing
    QString code; ///< the service's own name for it: Notion's "object_not_found"; may be empty
};

/** A header that a service wants on every request. */
struct FixedHeader
{
    QByteArray name;
    QByteArray value;
    /** Whether a caller's own value is one that may be sent instead; null: none is. */
    bool (*isAcceptable)(QByteArrayView value) = nullptr;
};

/** Which REST calls people may make to a service with their credential attached. */
struct ProxyRules
{
    QStringList prefixes; ///< of paths, each from "/" to "/"
    QStringList excluded = {}; ///< below them, and still out of reach: where tokens are given out
    /** Calls by POST that only read, "{}" standing for any one segment. */
    QStringList readingPosts = {};
    QList<FixedHeader> headers = {};
    net::CallRate rate;
    AuthorizedHttp::IsRefusal isRefusal = nullptr;
    ServiceProblem (*problemOf)(const net::Response &response) = nullptr;
};

} // namespace fairlead::providers
