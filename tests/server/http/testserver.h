// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"
#include "server/http/router.h"

#include <QPointer>

namespace fairlead::http {

/** Accepts "Authorization: Bearer good", as key "good", and counts what it is asked. */
class TestAuthenticator final : public Authenticator
{
public:
    [[nodiscard]] Result<Principal> authenticate(const Request &request, Access access) override;

    int asked = 0;
};

/** A server on a free port with one route for each behaviour that the tests look at. */
class TestServer final
{
public:
    explicit TestServer(const Limits &limits = {});

    [[nodiscard]] quint16 port() const { return server.port(); }

    TestAuthenticator authenticator;
    Router router;
    HttpServer server;
    int handled = 0; ///< requests that reached a handler
    QPointer<Exchange> pending; ///< of the last request to /slow
    int left = 0; ///< clients that left /slow
    QPointer<EventStream> stream; ///< of the last request to /stream
    int streamsClosed = 0;

private:
    void addRoutes();
    void openStream(Exchange *exchange);
};

/** The header line that TestAuthenticator accepts. */
inline constexpr char goodKey[] = "Authorization: Bearer good\r\n";

/** goodKey with the media type that bodies need. */
inline constexpr char goodJson[] =
    "Authorization: Bearer good\r\nContent-Type: application/json\r\n";

} // namespace fairlead::http
