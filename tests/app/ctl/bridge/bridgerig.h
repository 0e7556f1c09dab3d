// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/bridge.h"
#include "server/net/networkhttpclient.h"
#include "tests/fakes/localhttpserver.h"

#include <QJsonDocument>

#include <array>

namespace fairlead::tests {

/** A whole bridge in this process: the test is the client at its pipes, and Fairlead behind a bare
 * HTTP server whose answers the test writes. */
class BridgeRig final
{
public:
    /** With a data folder the instance is looked for there, else it is the server. */
    explicit BridgeRig(const fakes::LocalHttpServer::Answer &answer,
                       const QString &dataFolder = {});
    ~BridgeRig();
    Q_DISABLE_COPY_MOVE(BridgeRig)

    /** The client's line. */
    void write(const QByteArray &line) const;
    /** What the client has been sent so far, line by line. */
    [[nodiscard]] const QByteArrayList &read();
    /** Whether a line with this in it has come. */
    [[nodiscard]] bool hasRead(const QByteArray &part);
    void closeInput();

    [[nodiscard]] ctl::Bridge &bridge() { return m_bridge; }
    /** The bodies that were sent to /mcp. */
    [[nodiscard]] QByteArrayList posted() const;
    [[nodiscard]] const fakes::LocalHttpServer &server() const { return m_server; }

    /** Bytes of an answer. */
    [[nodiscard]] static QByteArray json(const QByteArray &body, const QByteArray &headers = {});
    [[nodiscard]] static QByteArray events(const QByteArrayList &messages);
    [[nodiscard]] static QByteArray accepted();

private:
    std::array<int, 2> m_in{-1, -1};
    std::array<int, 2> m_out{-1, -1};
    QByteArray m_unfinished;
    QByteArrayList m_lines;
    fakes::LocalHttpServer m_server;
    net::NetworkHttpClient m_http;
    net::StreamingClient m_streams;
    std::unique_ptr<ctl::StdioChannel> m_channel;
    ctl::ClientPort m_client;
    ctl::McpLink m_link;
    ctl::InstanceLocator m_locator;
    ctl::Upstream m_upstream;
    ctl::RequestHeaders m_headers;
    ctl::Bridge m_bridge;
};

} // namespace fairlead::tests
