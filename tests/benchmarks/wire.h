// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/** What the benchmarks' load and their upstream share: HTTP/1.1 on bare sockets of 127.0.0.1. */
namespace fairlead::benchmarks {

/** Says this and ends the program with 1. */
[[noreturn]] void fail(const char *text);

/** A connection that carries one message at a time each way; owns its socket. */
class Wire
{
public:
    explicit Wire(int socket);
    ~Wire();
    Q_DISABLE_COPY_MOVE(Wire)

    /** Connects to this port of 127.0.0.1. */
    [[nodiscard]] static int connectTo(quint16 port);

    [[nodiscard]] int socket() const { return m_socket; }
    void send(const QByteArray &bytes) const;
    /** Adds what is there to what has come, waiting where nothing is; false when the other side has
     * closed. */
    [[nodiscard]] bool read();

    /** The message that has come, head and body as they were sent; null while it is not whole. */
    [[nodiscard]] QByteArray takeMessage();
    /** The data of the next event that has come; null while there is none. Chunk sizes between
     * events are skipped. */
    [[nodiscard]] QByteArray takeEvent();
    /** Everything that has come. */
    [[nodiscard]] QByteArray takeAll();

private:
    int m_socket;
    QByteArray m_text;
};

/** The value of a header field of a message whose head is whole, in lower case by name; empty where
 * there is none. */
[[nodiscard]] QByteArray headerField(const QByteArray &message, const QByteArray &name);

/** Waits for many wires at once. */
class Watch
{
public:
    Watch();
    ~Watch();
    Q_DISABLE_COPY_MOVE(Watch)

    /** A wire that lives as long as this. */
    void add(Wire &wire);
    /** Waits until something can be read on some, and says on which. */
    [[nodiscard]] QList<Wire *> wait() const;

private:
    int m_poll;
};

} // namespace fairlead::benchmarks
