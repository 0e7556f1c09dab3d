// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

namespace fairlead::sandbox {

/** A client that sends bytes and hands over bytes, so that a test sees exactly what was sent. */
class RawClient
{
public:
    explicit RawClient(const QString &origin);

    void send(const QByteArray &bytes) { m_socket.write(bytes); }

    /** One whole answer by its Content-Length; what there is when the time or the peer ends. */
    [[nodiscard]] QByteArray answer(int timeoutMs = 5000);
    /** Waits until the peer closes and returns all that came. */
    [[nodiscard]] QByteArray everything(int timeoutMs = 5000);
    [[nodiscard]] bool isConnected() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }

    /** A request in the usual form, with Ada's token. */
    [[nodiscard]] static QByteArray request(const QByteArray &method,
                                            const QByteArray &target,
                                            const QByteArray &body = {});
    [[nodiscard]] static int statusOf(const QByteArray &answer);
    [[nodiscard]] static QByteArray bodyOf(const QByteArray &answer);

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace fairlead::sandbox
