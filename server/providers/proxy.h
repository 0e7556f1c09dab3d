// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "server/providers/proxypath.h"
#include "server/providers/proxyrules.h"
#include "server/tools/tool.h"

namespace fairlead::providers {

/** A REST call that somebody wants to make over a connection. */
struct ProxyCall
{
    QByteArray method; ///< upper case
    QString path;
    ProxyPath::Query query = {};
    QList<net::Header> headers = {};
    QByteArray body = {};
};

/**
 * Makes REST calls for people and programs of theirs: the credential attached, and only where
 * ProxyRules lets it go. Nothing is sent of a call that is not allowed. Client and credentials
 * outlive the event loop.
 */
class Proxy final
{
public:
    Proxy(net::HttpClient &http, connections::Credentials &credentials);

    /** What would be sent. InvalidInput: a method, path or header that is not allowed; Forbidden:
     * more than this caller's key may do. */
    [[nodiscard]] static Result<net::Request> prepared(const ProxyRules &rules,
                                                       const connections::Connection &connection,
                                                       const tools::Caller &caller,
                                                       const ProxyCall &call);

    /** What a call does to the service, by its method and what is known of its path. InvalidInput:
     * a path that is not allowed. */
    [[nodiscard]] static Result<tools::ToolEffect> effectOf(const ProxyRules &rules,
                                                            const ProxyCall &call);

    /** How long the service wants its caller to wait; 0: it does not say. */
    [[nodiscard]] static std::chrono::seconds waitAskedBy(const net::Response &response);

    /** The service's answer, whatever its status. Errors as AuthorizedHttp; of a write that may
     * have been carried out they say so. It is never sent twice, but after a refused credential. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> send(ProxyRules rules,
                                                          connections::Connection connection,
                                                          net::Request request);

private:
    net::HttpClient &m_http;
    connections::Credentials &m_credentials;
};

} // namespace fairlead::providers
