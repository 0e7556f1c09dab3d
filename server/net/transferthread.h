// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/transfer.h"

#include <QMutex>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <coroutine>
#include <memory>
#include <vector>

namespace fairlead::net {

/**
 * Carries out transfers in a thread of its own, with connections of its own: encryption,
 * decompression and libcurl's work for many requests then leave the owner's event loop to others.
 * Used in one thread, by NetworkHttpClient only.
 */
class TransferThread final : public QObject
{
    Q_OBJECT

public:
    /** `trustedCertificates`, `proxy`: as for CurlRequest and CurlLoop. */
    TransferThread(QByteArray trustedCertificates, QString proxy);
    /** What is under way is stopped; whoever waits for it hears nothing more. */
    ~TransferThread() override;

    /** False where the system has no thread left to give: nothing may be sent then. */
    [[nodiscard]] bool isRunning() const { return m_thread.isRunning(); }

    class Sending;

private:
    struct Job;
    class Worker;
    /** What goes from one thread to the other; its reader is woken only where it was empty. */
    class Box
    {
    public:
        /** True where it was empty. */
        bool put(std::shared_ptr<Job> job);
        [[nodiscard]] std::vector<std::shared_ptr<Job>> takeAll();

    private:
        QMutex m_mutex;
        std::vector<std::shared_ptr<Job>> m_jobs;
    };

    void wakeThoseDone();

    std::atomic<bool> m_isEnding = false;
    Box m_toDo;
    Box m_done;
    QThread m_thread;
    Worker *m_worker; // deleted by the thread's end
};

/** One transfer there, as Transfer is one here. Destroying it cancels it. */
class TransferThread::Sending final : public QObject
{
    Q_OBJECT

public:
    /** Leaves once it is awaited. */
    Sending(TransferThread &thread, Request request, Transfer::Limits limits);
    ~Sending() override;

    /** To be awaited, once; whoever waited may destroy this. */
    struct End
    {
        Sending *sending;

        [[nodiscard]] bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> waiting) const { sending->start(waiting); }
        void await_resume() const {}
    };
    [[nodiscard]] End finished() { return {this}; }
    [[nodiscard]] Result<Response> takeOutcome();

private:
    void start(std::coroutine_handle<> waiting);
    void cancel() const;

    QPointer<TransferThread> m_thread;
    std::shared_ptr<Job> m_job;
};

} // namespace fairlead::net
