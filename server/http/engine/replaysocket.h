// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace fairlead::http::engine {

/**
 * A socket without a network: what QtHttpServer takes for a connected client that has sent exactly
 * one request, and then perhaps another. What is written to it is thrown away, and closing it does
 * nothing. It never holds a client's socket, so QtHttpServer cannot touch one, however it behaves
 * after a disconnect.
 */
class ReplaySocket final : public QTcpSocket
{
    Q_OBJECT

public:
    explicit ReplaySocket(QObject *parent = nullptr);

    /** Lets the listener read the request, within this call; true when it has read all of it. */
    [[nodiscard]] bool play(QByteArray request);

    /** Tells the listener that the client is gone; it is deleted some time later. */
    void retire();

    [[nodiscard]] qint64 bytesAvailable() const override;
    void disconnectFromHost() override;

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_request;
    qsizetype m_position = 0;
};

} // namespace fairlead::http::engine
