// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <optional>

namespace fairlead::gateway {

/** A request that brings a file to where a remote server wants it; without the file. */
struct UploadRequest
{
    net::Request request;
    QByteArray formField{}; ///< the part of a multipart form that is the file; empty: the body is
};

/**
 * Reads the curl command by which Atlassian's remote MCP server says how a file is brought to it.
 * It is never run: what it says beyond address, method and headers is left out. `server` is the
 * server that said it. InvalidInput for a command of any other form, and for an address that is
 * neither Atlassian's nor of the server's own origin: another port is another server.
 */
[[nodiscard]] Result<UploadRequest> uploadRequestFrom(const QString &command, const QUrl &server);

/** Brings files to where remote servers want them, so that their bytes pass no tool. The client
 * outlives it; it outlives the tasks that it gives out. */
class FileUploads final
{
public:
    explicit FileUploads(net::HttpClient &http)
        : m_http(http)
    {}

    struct File
    {
        QString command; ///< as the server said it
        QUrl server;
        QString serverName; ///< for sentences
        QString name;
        QByteArray content;
        CancellationToken cancellation{};
    };
    /** The id by which the server knows the file from now on. Nothing is attached yet, whatever the
     * error. */
    [[nodiscard]] QCoro::Task<Result<QString>> send(File file);

private:
    net::HttpClient &m_http;
};

} // namespace fairlead::gateway
