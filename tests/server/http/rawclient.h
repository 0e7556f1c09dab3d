// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <QTcpSocket>

#include <optional>

namespace fairlead::http {

/** What a RawClient has read of one answer. */
struct RawResponse
{
    int status = 0;
    QByteArray head; ///< as it came, with the status line
    QByteArray body; ///< without chunk framing

    /** The value of that field, looked up without regard to case. */
    [[nodiscard]] QByteArray field(const QByteArray &name) const;
};

/** An HTTP client for tests: sends exactly the bytes it is given and reads answers one by one. */
class RawClient final
{
public:
    /** Connects at once; the port is also what get() and post() name as Host. */
    explicit RawClient(quint16 port, const QHostAddress &address = QHostAddress::LocalHost);

    void send(const QByteArray &bytes);
    /** Sends a request with these extra header lines, each ended by CR LF. */
    void get(const QByteArray &path, const QByteArray &lines = {});
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &lines = {});

    /** The next whole answer; nothing when none comes within the test's patience. */
    [[nodiscard]] std::optional<RawResponse> response(bool headOnly = false);
    /** Waits until the unread bytes hold this text; returns them, and forgets them. */
    [[nodiscard]] QByteArray readUntil(const QByteArray &text);
    /** True when the server closes the connection within the test's patience. */
    [[nodiscard]] bool waitForEnd();
    /** Everything unread. */
    [[nodiscard]] QByteArray rest();

    [[nodiscard]] QTcpSocket &socket() { return m_socket; }
    [[nodiscard]] QByteArray host() const { return m_host; }

private:
    [[nodiscard]] bool readMore();

    QTcpSocket m_socket;
    QByteArray m_host;
    QByteArray m_unread;
};

} // namespace fairlead::http
