// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/mcplink.h"

using namespace Qt::StringLiterals;

namespace fairlead::ctl {

McpLink::McpLink(net::StreamingClient &client, Secret key)
    : m_client(client)
    , m_key(std::move(key))
{}

net::StreamedResponsePointer McpLink::post(const QByteArray &body,
                                           const QList<net::Header> &headers,
                                           As as)
{
    net::Request post = request("POST"_ba, as);
    post.headers.append({"Accept"_ba, "application/json, text/event-stream"_ba});
    post.headers.append({"Content-Type"_ba, "application/json"_ba});
    post.headers += headers;
    post.body = body;
    return m_client.send(post);
}

net::StreamedResponsePointer McpLink::listen(const QByteArray &lastEventId)
{
    net::Request get = request("GET"_ba, As::Member);
    get.headers.append({"Accept"_ba, "text/event-stream"_ba});
    if (!lastEventId.isEmpty())
        get.headers.append({"Last-Event-ID"_ba, lastEventId});
    return m_client.send(get);
}

net::StreamedResponsePointer McpLink::remove()
{
    return m_client.send(request("DELETE"_ba, As::Member));
}

net::Request McpLink::request(const QByteArray &method, As as) const
{
    net::Request request;
    request.method = method;
    request.url = m_url.value_or(QUrl()).resolved(QUrl(u"/mcp"_s));
    request.headers = {{"Authorization"_ba, "Bearer " + m_key.reveal()},
                       {"Accept-Encoding"_ba, "identity"_ba}};
    if (as == As::Stranger || !m_session)
        return request;
    if (!m_session->id.isEmpty())
        request.headers.append({"Mcp-Session-Id"_ba, m_session->id});
    request.headers.append({"MCP-Protocol-Version"_ba, m_session->revision});
    return request;
}

} // namespace fairlead::ctl
