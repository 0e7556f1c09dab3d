// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/guardserver.h"

namespace fairlead::http::engine {

void GuardServer::handOver(QTcpSocket *socket)
{
    addPendingConnection(socket);
}

void GuardServer::incomingConnection(qintptr descriptor)
{
    Q_EMIT accepted(descriptor);
}

} // namespace fairlead::http::engine
