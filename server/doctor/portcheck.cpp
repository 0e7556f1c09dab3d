// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/portcheck.h"

#include <QTcpServer>

namespace fairlead::doctor {

bool isPortFree(quint16 port)
{
    if (port == 0)
        return true;
    QTcpServer first;
    QTcpServer second;
    if (!first.listen(QHostAddress::LocalHost, port))
        return false;
    // A computer without IPv6 has no [::1] to be taken.
    return second.listen(QHostAddress::LocalHostIPv6, port)
        || second.serverError() == QAbstractSocket::SocketAddressNotAvailableError
        || second.serverError() == QAbstractSocket::UnsupportedSocketOperationError;
}

} // namespace fairlead::doctor
