// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/front/faults.h"
#include "tests/sandbox/front/journal.h"
#include "tests/sandbox/front/service.h"

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>

namespace fairlead::sandbox {

class Connection;

/**
 * The HTTP front shared by all pretended services: listens on loopback, one port per service, and
 * sends each request past the control service, the fault switches and the journal.
 */
class Front final : public QObject
{
    Q_OBJECT

public:
    /** All of them must outlive the front. */
    Front(Service &control, Faults &faults, Journal &journal, QObject *parent = nullptr);

    /** Serves it on 127.0.0.1; port 0 takes any free one. Returns the origin without a slash. */
    [[nodiscard]] Result<QString> listen(Service &service, quint16 port);

private:
    void serve(Connection *client, Service &service, Request request, const QString &origin);

    Service &m_control;
    Faults &m_faults;
    Journal &m_journal;
};

} // namespace fairlead::sandbox
