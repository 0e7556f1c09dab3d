// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/worker.h"

#include <QThread>

namespace fairlead {

Worker::Worker(QObject *parent)
    : QObject(parent)
{}

Worker::~Worker()
{
    wait();
}

void Worker::start(std::function<void()> work)
{
    Q_ASSERT(!isBusy());
    m_thread.reset(QThread::create(std::move(work)));
    connect(m_thread.get(), &QThread::finished, this, &Worker::done, Qt::QueuedConnection);
    m_thread->start();
}

void Worker::wait()
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

} // namespace fairlead
