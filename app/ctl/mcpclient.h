// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"
#include "server/net/httpclient.h"

#include <QJsonObject>

#include <memory>

namespace fairlead::net {
class EventStreamReader;
} // namespace fairlead::net

namespace fairlead::ctl {

/** An MCP client as others are, for trying the server from the command line: one request at a time.
 */
class McpClient
{
public:
    McpClient() = default;
    virtual ~McpClient() = default;
    Q_DISABLE_COPY_MOVE(McpClient)

    /** Opens the connection, initializes the session, and tells the server so. */
    [[nodiscard]] QCoro::Task<Result<>> start();
    /** The result object of a request, or the JSON-RPC error as an Error. */
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> request(QString method, QJsonObject params);
    /** Ends the session where the transport has such a thing. */
    [[nodiscard]] virtual QCoro::Task<void> stop() = 0;

protected:
    [[nodiscard]] virtual QCoro::Task<Result<>> open() = 0;
    /** Sends a message; the answer to it when `expectsAnswer`. */
    [[nodiscard]] virtual QCoro::Task<Result<QJsonObject>> exchange(QJsonObject message,
                                                                    bool expectsAnswer) = 0;
    /** What initialize agreed on. */
    [[nodiscard]] virtual QString wantedRevision() const = 0;

private:
    int m_lastId = 0;
};

/** Streamable HTTP on /mcp. */
class StreamableMcpClient final : public McpClient
{
public:
    StreamableMcpClient(net::HttpClient &http, QUrl endpoint, Secret key);
    [[nodiscard]] QCoro::Task<void> stop() override;

protected:
    [[nodiscard]] QCoro::Task<Result<>> open() override;
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> exchange(QJsonObject message,
                                                            bool expectsAnswer) override;
    [[nodiscard]] QString wantedRevision() const override;

private:
    [[nodiscard]] net::Request requestTo(const QByteArray &method) const;

    net::HttpClient &m_http;
    QUrl m_endpoint;
    Secret m_key;
    QByteArray m_session;
};

/** HTTP+SSE (2024-11-05) on /sse and /messages. */
class SseMcpClient final : public McpClient
{
public:
    SseMcpClient(net::HttpClient &http, QUrl endpoint, Secret key);
    ~SseMcpClient() override;
    [[nodiscard]] QCoro::Task<void> stop() override;

protected:
    [[nodiscard]] QCoro::Task<Result<>> open() override;
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> exchange(QJsonObject message,
                                                            bool expectsAnswer) override;
    [[nodiscard]] QString wantedRevision() const override;

private:
    net::HttpClient &m_http;
    QUrl m_endpoint;
    Secret m_key;
    QUrl m_messages;
    std::unique_ptr<net::EventStreamReader> m_stream;
};

} // namespace fairlead::ctl
