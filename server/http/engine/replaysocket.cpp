// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/replaysocket.h"

#include <QHostAddress>

#include <algorithm>
#include <cstring>

namespace fairlead::http::engine {

ReplaySocket::ReplaySocket(QObject *parent)
    : QTcpSocket(parent)
{
    setSocketState(QAbstractSocket::ConnectedState);
    setOpenMode(QIODevice::ReadWrite);
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
}

bool ReplaySocket::play(QByteArray request)
{
    m_request = std::move(request);
    m_position = 0;
    Q_EMIT readyRead();
    const bool isRead = bytesAvailable() == 0;
    m_request.clear();
    m_position = 0;
    return isRead;
}

void ReplaySocket::retire()
{
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected();
    deleteLater();
}

qint64 ReplaySocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + m_request.size() - m_position;
}

void ReplaySocket::disconnectFromHost() {}

qint64 ReplaySocket::readData(char *data, qint64 maximum)
{
    const qint64 piece = std::min<qint64>(maximum, m_request.size() - m_position);
    if (piece > 0)
        std::memcpy(data, m_request.constData() + m_position, static_cast<size_t>(piece));
    m_position += piece;
    return piece;
}

qint64 ReplaySocket::writeData(const char *data, qint64 size)
{
    Q_UNUSED(data)
    return size;
}

} // namespace fairlead::http::engine
