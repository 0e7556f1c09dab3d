// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"

namespace fairlead::http::engine {

class Connection;

/** The Exchange of a Connection, which is its parent and lives longer. */
class ConnectionExchange final : public Exchange
{
    Q_OBJECT

public:
    ConnectionExchange(Connection &connection, Request request);

    [[nodiscard]] const Request &request() const override { return m_request; }
    void setPathParameters(const QList<Header> &parameters) override;
    void respond(Response response) override;
    [[nodiscard]] bool hasRoomForStream(const QString &ownerId) const override;
    [[nodiscard]] EventStream *openEventStream(const QString &ownerId,
                                               QList<Header> headers) override;

    /** Nobody waits for the answer any more. */
    void noteClientLeft();

    /** Stops the work behind it and answers in its place. */
    void abandon(const Response &response);

private:
    /** True for the first answer, if somebody is there to get it. */
    [[nodiscard]] bool takeAnswer();

    Connection &m_connection;
    Request m_request;
    bool m_answered = false;
};

} // namespace fairlead::http::engine
