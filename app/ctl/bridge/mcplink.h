// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"
#include "server/net/streamingclient.h"

#include <functional>
#include <optional>

namespace fairlead::ctl {

/** A session that Fairlead keeps for us (revisions up to 2025-11-25). */
struct McpSession
{
    QByteArray id; ///< empty when Fairlead gave none
    QByteArray revision; ///< that initialize agreed on
};

/** The way to Fairlead's /mcp: where it is, with which key, in which session. */
class McpLink final
{
public:
    McpLink(net::StreamingClient &client, Secret key);

    /** The instance's address; nothing while it is not known. */
    void setUrl(const std::optional<QUrl> &url) { m_url = url; }
    [[nodiscard]] bool hasUrl() const { return m_url.has_value(); }

    /** How to find out whether the instance still is at its address, once a connection broke. */
    void setCheck(std::function<bool()> check) { m_check = std::move(check); }
    /** Whether that address may be sent the key again. */
    [[nodiscard]] bool isStillThere() const { return m_url && (!m_check || m_check()); }

    void setSession(const std::optional<McpSession> &session) { m_session = session; }
    [[nodiscard]] const std::optional<McpSession> &session() const { return m_session; }

    enum class As { Member, Stranger }; ///< of the session
    [[nodiscard]] net::StreamedResponsePointer post(const QByteArray &body,
                                                    const QList<net::Header> &headers,
                                                    As as);
    /** Listens for what belongs to no request, or with an event's id for what came after it. */
    [[nodiscard]] net::StreamedResponsePointer listen(const QByteArray &lastEventId);
    /** Ends the session. */
    [[nodiscard]] net::StreamedResponsePointer remove();

private:
    [[nodiscard]] net::Request request(const QByteArray &method, As as) const;

    net::StreamingClient &m_client;
    Secret m_key;
    std::optional<QUrl> m_url;
    std::function<bool()> m_check;
    std::optional<McpSession> m_session;
};

} // namespace fairlead::ctl
