// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/inputreader.h"

#if defined(Q_OS_WIN)
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <io.h>
#else
#include <QSocketNotifier>

#include <cerrno>
#include <unistd.h>
#endif

namespace fairlead::ctl {
namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

} // namespace

#if defined(Q_OS_WIN)

/** Pipes cannot be waited for together with other events there, so a thread of its own reads. */
class InputReader::Thread final : public QThread
{
public:
    Thread(int descriptor, InputReader *reader)
        : m_descriptor(descriptor)
        , m_reader(reader)
    {}

    void setReading(bool isReading)
    {
        const QMutexLocker lock(&m_mutex);
        m_isReading = isReading;
        m_changed.wakeAll();
    }

protected:
    void run() override
    {
        for (;;) {
            {
                const QMutexLocker lock(&m_mutex);
                while (!m_isReading)
                    m_changed.wait(&m_mutex);
            }
            QByteArray piece(pieceBytes, Qt::Uninitialized);
            const int count = _read(m_descriptor, piece.data(), static_cast<unsigned>(pieceBytes));
            if (count <= 0)
                break;
            piece.truncate(count);
            // Waits, so that no more is held than one piece.
            QMetaObject::invokeMethod(
                m_reader,
                [reader = m_reader, piece] { Q_EMIT reader->received(piece); },
                Qt::BlockingQueuedConnection);
        }
        QMetaObject::invokeMethod(m_reader, &InputReader::ended, Qt::QueuedConnection);
    }

private:
    int m_descriptor;
    InputReader *m_reader;
    QMutex m_mutex;
    QWaitCondition m_changed;
    bool m_isReading = false;
};

InputReader::InputReader(int descriptor, QObject *parent)
    : QObject(parent)
    , m_thread(new Thread(descriptor, this))
{
    m_thread->start();
}

InputReader::~InputReader()
{
    // It may be in a read that nothing but the client can end; the program ends now in any case.
    m_thread->terminate();
    m_thread->wait();
    delete m_thread;
}

void InputReader::setReading(bool isReading)
{
    m_thread->setReading(isReading);
}

#else

InputReader::InputReader(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(new QSocketNotifier(descriptor, QSocketNotifier::Read, this))
{
    m_notifier->setEnabled(false);
    connect(m_notifier, &QSocketNotifier::activated, this, &InputReader::readOnce);
}

InputReader::~InputReader() = default;

void InputReader::setReading(bool isReading)
{
    m_notifier->setEnabled(isReading && m_descriptor >= 0);
}

void InputReader::readOnce()
{
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    // Does not block: the descriptor is readable, and one read takes what there is.
    const ssize_t count = read(m_descriptor, piece.data(), static_cast<size_t>(pieceBytes));
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0) {
        piece.truncate(count);
        Q_EMIT received(piece);
        return;
    }
    m_notifier->setEnabled(false);
    m_descriptor = -1;
    Q_EMIT ended();
}

#endif

} // namespace fairlead::ctl
