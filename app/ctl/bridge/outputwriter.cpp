// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/outputwriter.h"

#include <algorithm>
#include <cerrno>

#if defined(Q_OS_WIN)
#include <io.h>
#else
#include <QSocketNotifier>

#include <poll.h>
#include <unistd.h>
#endif

namespace fairlead::ctl {
namespace {

// POSIX: a pipe that is writable takes at least PIPE_BUF bytes without blocking.
constexpr qsizetype pieceBytes = 4096;
constexpr qsizetype compactFrom = 256 * 1024;

} // namespace

OutputWriter::OutputWriter(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
#if !defined(Q_OS_WIN)
    , m_notifier(new QSocketNotifier(descriptor, QSocketNotifier::Write, this))
#endif
{
#if !defined(Q_OS_WIN)
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, &OutputWriter::writeSome);
#endif
}

void OutputWriter::write(const QByteArray &bytes)
{
    if (m_descriptor < 0)
        return;
    m_unsent += bytes;
    writeSome();
}

bool OutputWriter::mayWrite() const
{
#if defined(Q_OS_WIN)
    return true;
#else
    pollfd entry{.fd = m_descriptor, .events = POLLOUT, .revents = 0};
    return poll(&entry, 1, 0) == 1;
#endif
}

void OutputWriter::writeSome()
{
    const qsizetype before = unsentBytes();
    while (unsentBytes() > 0 && mayWrite()) {
        const auto size = std::min(pieceBytes, unsentBytes());
#if defined(Q_OS_WIN)
        const auto count =
            _write(m_descriptor, m_unsent.constData() + m_start, static_cast<unsigned>(size));
#else
        const auto count =
            ::write(m_descriptor, m_unsent.constData() + m_start, static_cast<size_t>(size));
#endif
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            break;
        if (count <= 0)
            return drop();
        m_start += count;
    }
    if (m_start == m_unsent.size() || m_start > compactFrom) {
        m_unsent.remove(0, m_start);
        m_start = 0;
    }
    if (m_notifier)
        m_notifier->setEnabled(unsentBytes() > 0);
    if (unsentBytes() < before)
        Q_EMIT progressed();
}

void OutputWriter::drop()
{
    m_descriptor = -1;
    m_unsent.clear();
    m_start = 0;
    if (m_notifier)
        m_notifier->setEnabled(false);
    Q_EMIT progressed();
    Q_EMIT closed();
}

} // namespace fairlead::ctl
