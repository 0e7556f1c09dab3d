// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/faults.h"
#include "tests/sandbox/front/requestreader.h"

#include <QObject>
#include <QTcpSocket>

namespace fairlead::sandbox {

/** One client's connection: requests one after the other, each answered before the next is read. */
class Connection final : public QObject
{
    Q_OBJECT

public:
    /** Takes the socket over and goes with it. */
    Connection(QTcpSocket *socket, QObject *parent);

    /** Sends the answer of the request last announced, late or damaged as the plan says. */
    void answer(const Response &response, const FaultPlan &plan);

Q_SIGNALS:
    void requestArrived(const fairlead::sandbox::Request &request);

private:
    void read();
    void deliver(const Response &response, const FaultPlan &plan);
    void drip(const QByteArray &bytes, int everyMs);
    void finish();

    QTcpSocket *m_socket;
    RequestReader m_reader;
    bool m_busy = false;
    bool m_closeAfter = false;
    bool m_isHead = false;
};

} // namespace fairlead::sandbox
