// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"
#include "server/http/router.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace fairlead::api {

/**
 * One address on a free loopback port that a browser comes back to; everything else there is 404.
 * A value of LoopbackRedirects, which answers.
 */
class LoopbackRedirect final : public QObject
{
    Q_OBJECT

public:
    LoopbackRedirect(const QByteArray &path, const http::CallHandler &answer);
    ~LoopbackRedirect() override;
    Q_DISABLE_COPY_MOVE(LoopbackRedirect)

    /** 0: any port. Conflict when it cannot be opened. */
    [[nodiscard]] Result<QUrl> open(quint16 wanted = 0);
    /** Takes nothing new and ends after the answers that are under way; closed() follows. */
    void close();

Q_SIGNALS:
    void closed();

private:
    void take(http::Exchange *exchange);
    void closeWhenAnswered();

    class NoCredentials;

    std::unique_ptr<NoCredentials> m_noCredentials;
    http::Router m_router;
    QByteArray m_path;
    http::HttpServer m_server;
    int m_underWay = 0;
    bool m_isClosing = false;
};

} // namespace fairlead::api
