// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/stdiochannel.h"

namespace fairlead::ctl {
namespace {

// A client that reads nothing for that long does not live any more.
constexpr auto longestBacklog = std::chrono::hours(24);

} // namespace

StdioChannel::StdioChannel(Options options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_splitter(options.longestLine)
    , m_reader(options.input)
    , m_writer(options.output)
{
    connect(&m_reader, &InputReader::received, this, [this](const QByteArray &bytes) {
        receive(m_splitter.feed(bytes));
    });
    connect(&m_reader, &InputReader::ended, this, [this] {
        receive(m_splitter.finish());
        Q_EMIT inputEnded();
    });
    connect(&m_writer, &OutputWriter::progressed, this, &StdioChannel::checkRoom);
    connect(&m_writer, &OutputWriter::closed, this, [this] {
        m_isClosed = true;
        Q_EMIT outputClosed();
    });
}

void StdioChannel::setReading(bool isReading)
{
    m_wantsReading = isReading;
    m_reader.setReading(isReading && m_room.isOpen());
}

void StdioChannel::receive(const QList<LineSplitter::Line> &lines)
{
    for (const LineSplitter::Line &line : lines) {
        if (line.isTooLong)
            Q_EMIT lineRefused(line.id, line.isRequest);
        else
            Q_EMIT lineReceived(line.bytes);
    }
}

void StdioChannel::send(const QByteArray &line)
{
    m_writer.write(line + '\n');
    checkRoom();
}

void StdioChannel::checkRoom()
{
    const qsizetype unsent = m_writer.unsentBytes();
    if (unsent > 0)
        m_empty.close();
    else if (!m_empty.isOpen())
        m_empty.open();
    const bool hasRoom = unsent <= m_options.unsentBytes;
    if (hasRoom == m_room.isOpen())
        return;
    if (hasRoom)
        m_room.open();
    else
        m_room.close();
    m_reader.setReading(m_wantsReading && hasRoom);
}

QCoro::Task<bool> StdioChannel::roomToSend()
{
    const QPointer<StdioChannel> self(this);
    const bool hasRoom = co_await m_room.passed(longestBacklog);
    co_return !self.isNull() && hasRoom && !m_isClosed;
}

QCoro::Task<bool> StdioChannel::everythingSent(std::chrono::milliseconds timeout)
{
    co_return co_await m_empty.passed(timeout);
}

} // namespace fairlead::ctl
