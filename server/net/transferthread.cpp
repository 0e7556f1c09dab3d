// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/transferthread.h"

#include "server/net/curlloop.h"

#include <QCoroTask>

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::net {

/** Only one thread has it at a time, but for what is said to be the owner's. */
struct TransferThread::Job
{
    Request request;
    Transfer::Limits limits{};
    Result<Response> outcome;
    std::atomic<bool> isCancelled = false; ///< said by the owner, at any time
    CancellationSource cancellation; ///< told within the thread only
    std::coroutine_handle<> waiting; ///< the owner's; null where nobody waits any more
};

bool TransferThread::Box::put(std::shared_ptr<Job> job)
{
    const QMutexLocker lock(&m_mutex);
    m_jobs.push_back(std::move(job));
    return m_jobs.size() == 1;
}

std::vector<std::shared_ptr<TransferThread::Job>> TransferThread::Box::takeAll()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_jobs, {});
}

/** What lives in the thread. */
class TransferThread::Worker final : public QObject
{
public:
    Worker(TransferThread &owner, QByteArray trustedCertificates, QString proxy)
        : m_owner(owner)
        , m_trustedCertificates(std::move(trustedCertificates))
        , m_proxy(std::move(proxy))
    {}

    void takeJobs()
    {
        for (auto &job : m_owner.m_toDo.takeAll()) {
            job->request.cancellation = job->cancellation.token();
            // What tells of it may come behind the event that brought another job.
            if (job->isCancelled || m_owner.m_isEnding)
                job->cancellation.cancel();
            m_underWay.push_back(job);
            carryOut(std::move(job));
        }
    }

    void endThread()
    {
        const auto all = m_underWay;
        for (const auto &job : all)
            job->cancellation.cancel();
        // Behind the events by which those end.
        QMetaObject::invokeMethod(
            this, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
    }

private:
    QCoro::Task<> carryOut(std::shared_ptr<Job> job)
    {
        const auto loop = CurlLoop::ensure(m_loop, m_proxy);
        if (!loop) {
            job->outcome = failure(loop.error());
        } else {
            Transfer transfer(**loop, std::move(job->request), m_trustedCertificates, job->limits);
            co_await transfer.finished();
            job->outcome = transfer.takeOutcome();
        }
        handBack(std::move(job));
    }

    void handBack(std::shared_ptr<Job> job)
    {
        std::erase(m_underWay, job);
        if (m_owner.m_done.put(std::move(job)))
            QMetaObject::invokeMethod(
                &m_owner, &TransferThread::wakeThoseDone, Qt::QueuedConnection);
    }

    TransferThread &m_owner;
    QByteArray m_trustedCertificates;
    QString m_proxy;
    std::unique_ptr<CurlLoop> m_loop;
    std::vector<std::shared_ptr<Job>> m_underWay;
};

TransferThread::TransferThread(QByteArray trustedCertificates, QString proxy)
    : m_worker(new Worker(*this, std::move(trustedCertificates), std::move(proxy)))
{
    m_thread.setObjectName(u"transfers"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

TransferThread::~TransferThread()
{
    if (!isRunning()) {
        delete m_worker; // which only its thread would have deleted
        return;
    }
    m_isEnding = true;
    QMetaObject::invokeMethod(m_worker, &Worker::endThread, Qt::QueuedConnection);
    m_thread.wait();
}

void TransferThread::wakeThoseDone()
{
    for (const auto &job : m_done.takeAll()) {
        if (job->waiting)
            std::exchange(job->waiting, nullptr).resume();
    }
}

TransferThread::Sending::Sending(TransferThread &thread, Request request, Transfer::Limits limits)
    : m_thread(&thread)
    , m_job(std::make_shared<Job>())
{
    // Tokens belong to one thread, too.
    std::exchange(request.cancellation, {}).onCancelled(this, [this] { cancel(); });
    m_job->request = std::move(request);
    m_job->limits = limits;
}

TransferThread::Sending::~Sending()
{
    if (std::exchange(m_job->waiting, nullptr))
        cancel();
}

void TransferThread::Sending::start(std::coroutine_handle<> waiting)
{
    m_job->waiting = waiting;
    if (m_thread->m_toDo.put(m_job))
        QMetaObject::invokeMethod(m_thread->m_worker, &Worker::takeJobs, Qt::QueuedConnection);
}

Result<Response> TransferThread::Sending::takeOutcome()
{
    return std::move(m_job->outcome);
}

/** The thread may be done with it by then, or gone. */
void TransferThread::Sending::cancel() const
{
    m_job->isCancelled = true;
    if (!m_thread)
        return;
    const auto stop = [job = m_job] { job->cancellation.cancel(); };
    QMetaObject::invokeMethod(m_thread->m_worker, stop, Qt::QueuedConnection);
}

} // namespace fairlead::net
