// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/engine/connection.h"
#include "server/http/engine/outbox.h"
#include "server/http/engine/qtrequestparser.h"
#include "server/http/engine/streamregistry.h"

#include <QTcpServer>

namespace fairlead::http::engine {

/** What an HttpServer is made of. Declared in the order in which the parts need each other. */
struct ServerParts
{
    ServerParts(const Limits &serverLimits, std::function<void(Exchange *)> handler)
        : limits(serverLimits)
        , shared{limits, policy, parser, streams, deadlines, outbox, std::move(handler)}
    {}

    const Limits limits;
    OriginPolicy policy;
    QList<QByteArray> allowedOrigins;
    QList<QByteArray> allowedHosts;
    QtRequestParser parser;
    StreamRegistry streams{limits};
    Deadlines deadlines;
    Outbox outbox;
    Shared shared;
    QList<QTcpServer *> listeners; ///< children of the parser
    QList<Connection *> connections; ///< in the order in which they came
    quint16 port = 0;
    bool closing = false;
};

} // namespace fairlead::http::engine
