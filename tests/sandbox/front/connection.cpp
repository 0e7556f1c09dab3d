// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/connection.h"

#include <QTimer>

namespace fairlead::sandbox {

namespace {

QByteArray serialized(const Response &response, bool withBody, qsizetype promised, bool close)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + reasonPhrase(response.status) + "\r\n";
    for (const HeaderField &field : response.headers)
        head += field.name + ": " + field.value + "\r\n";
    if (response.status != 204)
        head += "Content-Length: " + QByteArray::number(promised) + "\r\n";
    if (close)
        head += "Connection: close\r\n";
    head += "\r\n";
    return withBody ? head + response.body : head;
}

} // namespace

Connection::Connection(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

void Connection::read()
{
    if (m_busy)
        return;
    const RequestReader::Progress progress = m_reader.feed(m_socket->readAll());
    if (m_reader.takeContinueWish() && progress == RequestReader::Progress::NeedsMore)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (progress == RequestReader::Progress::NeedsMore)
        return;
    m_busy = true;
    if (progress == RequestReader::Progress::Failed) {
        m_closeAfter = true;
        deliver(
            Response::text(m_reader.failedStatus(), "text/plain;charset=UTF-8", m_reader.failure()),
            {});
        return;
    }
    const Request request = m_reader.take();
    m_closeAfter = request.header("connection").toLower() == "close";
    m_isHead = request.method == "HEAD";
    Q_EMIT requestArrived(request);
}

void Connection::answer(const Response &response, const FaultPlan &plan)
{
    if (plan.delayMs <= 0) {
        deliver(response, plan);
        return;
    }
    QTimer::singleShot(plan.delayMs, this, [this, response, plan] { deliver(response, plan); });
}

void Connection::deliver(const Response &response, const FaultPlan &plan)
{
    const qsizetype size = response.body.size();
    switch (plan.delivery) {
    case FaultPlan::Delivery::Hang:
        return;
    case FaultPlan::Delivery::Drip:
        drip(serialized(response, !m_isHead, size, m_closeAfter), plan.dripMs);
        return;
    case FaultPlan::Delivery::Cut: {
        QByteArray bytes = serialized(response, true, size, false);
        bytes.chop(size / 2 + 1);
        m_socket->write(bytes);
        m_socket->disconnectFromHost();
        return;
    }
    case FaultPlan::Delivery::WrongLength:
        m_socket->write(serialized(response, true, size + 100, false));
        m_socket->disconnectFromHost();
        return;
    case FaultPlan::Delivery::Whole:
        m_socket->write(serialized(response, !m_isHead, size, m_closeAfter));
        finish();
        return;
    }
}

void Connection::drip(const QByteArray &bytes, int everyMs)
{
    if (bytes.isEmpty()) {
        finish();
        return;
    }
    m_socket->write(bytes.left(1));
    QTimer::singleShot(
        everyMs, this, [this, rest = bytes.mid(1), everyMs] { drip(rest, everyMs); });
}

void Connection::finish()
{
    if (m_closeAfter) {
        m_socket->disconnectFromHost();
        return;
    }
    m_busy = false;
    // Pipelined bytes may wait in the reader already, so that no readyRead would come for them.
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

} // namespace fairlead::sandbox
