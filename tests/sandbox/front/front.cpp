// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/front.h"

#include "tests/sandbox/front/connection.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

Front::Front(Service &control, Faults &faults, Journal &journal, QObject *parent)
    : QObject(parent)
    , m_control(control)
    , m_faults(faults)
    , m_journal(journal)
{}

Result<QString> Front::listen(Service &service, quint16 port)
{
    auto *server = new QTcpServer(this);
    if (!server->listen(QHostAddress::LocalHost, port))
        return failure(
            ErrorCode::Network,
            u"The sandbox cannot listen on port %1: %2."_s.arg(port).arg(server->errorString()));
    const QString origin = u"http://127.0.0.1:%1"_s.arg(server->serverPort());
    connect(server, &QTcpServer::newConnection, this, [this, server, &service, origin] {
        while (QTcpSocket *socket = server->nextPendingConnection()) {
            auto *connection = new Connection(socket, server);
            connect(connection,
                    &Connection::requestArrived,
                    this,
                    [this, connection, &service, origin](const Request &request) {
                        serve(connection, service, request, origin);
                    });
        }
    });
    return origin;
}

void Front::serve(Connection *client, Service &service, Request request, const QString &origin)
{
    request.origin = origin;
    if (request.path.startsWith("/_sandbox/"_L1)) {
        client->answer(m_control.answer(request), {});
        return;
    }
    FaultPlan plan = m_faults.planFor(request);
    if (plan.failure) {
        if (const std::optional<Response> own = service.failed(*plan.failure))
            plan.instead = own;
    }
    const Response response = plan.instead ? *plan.instead : service.answer(request);
    const bool isSent = plan.delivery != FaultPlan::Delivery::Hang;
    m_journal.add(service.name(), request, isSent ? response.status : 0);
    client->answer(response, plan);
}

} // namespace fairlead::sandbox
