// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/gate.h"
#include "app/ctl/bridge/inputreader.h"
#include "app/ctl/bridge/linesplitter.h"
#include "app/ctl/bridge/outputwriter.h"

#include <QObject>

namespace fairlead::ctl {

/** The client's end: one message a line, in and out (MCP's transport "stdio"). */
class StdioChannel final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        int input = 0;
        int output = 1;
        qsizetype longestLine = 4LL * 1024 * 1024; ///< what Fairlead takes as a body
        qsizetype unsentBytes = 1024LL * 1024; ///< with more than that there is no room to send
    };

    explicit StdioChannel(Options options, QObject *parent = nullptr);

    /** Nothing is read while there is no room to send, whatever is wanted here. */
    void setReading(bool isReading);

    /** Sends one line, whether there is room or not. */
    void send(const QByteArray &line);
    /** Waits until the client has read enough; false when it reads no more. */
    [[nodiscard]] QCoro::Task<bool> roomToSend();
    /** Waits until everything has left, or for that time. */
    [[nodiscard]] QCoro::Task<bool> everythingSent(std::chrono::milliseconds timeout);

Q_SIGNALS:
    void lineReceived(const QByteArray &line);
    /** A line was too long; with the id of its request, as written, if it was one. */
    void lineRefused(const QByteArray &id, bool isRequest);
    void inputEnded();
    void outputClosed();

private:
    void receive(const QList<LineSplitter::Line> &lines);
    void checkRoom();

    Options m_options;
    LineSplitter m_splitter;
    InputReader m_reader;
    OutputWriter m_writer;
    Gate m_room{Gate::State::Open};
    Gate m_empty{Gate::State::Open};
    bool m_wantsReading = false;
    bool m_isClosed = false;
};

} // namespace fairlead::ctl
