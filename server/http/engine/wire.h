// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace fairlead::http::engine {

class Outbox;

/** A client's socket that can do without its buffers: Qt keeps 32 KiB of each for good. */
class Wire final : public QTcpSocket
{
public:
    explicit Wire(Outbox &outbox);
    ~Wire() override;
    Q_DISABLE_COPY_MOVE(Wire)

    /** Sends as much as the network takes at once, without telling of it; the rest waits in the
     * buffer. QTcpSocket takes all of it through the buffer, and wakes the event loop for it. Where
     * the outbox says so, a small part waits for the end of the turn. */
    void send(QByteArrayView bytes);
    /** For the outbox. */
    void sendHeld();
    /** Of what was sent, what the network does not have yet. */
    [[nodiscard]] qint64 unsentBytes() const { return m_held.size() + bytesToWrite(); }

    void disconnectFromHost() override;
    /** Throws away what the network did not take, and nothing that it was not offered yet. */
    void abort();

    /** Those that nothing is in; they come back with the next bytes. */
    void freeBuffers();
    /** The one that send() may have needed. */
    void freeWriteBuffer();

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    qint64 sendAtOnce(QByteArrayView bytes);

    Outbox &m_outbox;
    QByteArray m_held; ///< for the end of the turn
    bool m_hasWritten = false; ///< into the buffer
};

} // namespace fairlead::http::engine
