// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/systemkeychain.h"

#include "server/secrets/keychainprobe.h"

#include <QCoroSignal>
#include <QPointer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace fairlead::secrets {
namespace {

constexpr auto service = "fairlead"_L1;

struct JobOutcome
{
    QKeychain::Error error = QKeychain::NoError;
    QString detail;
    Secret value;
};

/** Runs one job to its end, however long it takes; it must never be deleted before. */
template<typename Job>
QCoro::Task<JobOutcome> run(Job *job, QString item)
{
    job->setInsecureFallback(false);
    job->setAutoDelete(false);
    job->setKey(item);
    job->start();
    co_await qCoro(job, &QKeychain::Job::finished);
    JobOutcome outcome{.error = job->error(), .detail = {}, .value = {}};
    if (outcome.error != QKeychain::NoError)
        outcome.detail = job->errorString();
    if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
        outcome.value = Secret(job->binaryData());
    job->deleteLater();
    co_return outcome;
}

/** What a job's error means, once the keychain was probed after it. */
KeychainState meaning(QKeychain::Error error, const ProbeOutcome &probe)
{
    if (probe.state != KeychainState::Ready)
        return probe.state;
    switch (error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return KeychainState::Ready;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry:
        return KeychainState::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return KeychainState::Absent;
}

QCoro::Task<KeychainAnswer> readItem(QString item)
{
    JobOutcome outcome = co_await run(new QKeychain::ReadPasswordJob(service), item);
    if (outcome.error == QKeychain::NoError)
        co_return KeychainAnswer{KeychainState::Ready, true, std::move(outcome.value), {}};
    const ProbeOutcome probe = co_await probeKeychain();
    co_return KeychainAnswer{meaning(outcome.error, probe), false, {}, outcome.detail};
}

QCoro::Task<KeychainAnswer> writeItem(QString item, Secret value)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setBinaryData(value.reveal());
    const JobOutcome outcome = co_await run(job, item);
    if (outcome.error != QKeychain::NoError) {
        const ProbeOutcome probe = co_await probeKeychain();
        co_return KeychainAnswer{meaning(outcome.error, probe), false, {}, outcome.detail};
    }
    KeychainAnswer kept = co_await readItem(item);
    if (kept.state == KeychainState::Ready && !kept.value.equals(value.reveal()))
        co_return KeychainAnswer{KeychainState::Denied,
                                 false,
                                 {},
                                 u"The keychain did not keep what was written to it."_s};
    co_return kept;
}

QCoro::Task<KeychainAnswer> removeItem(QString item)
{
    const JobOutcome outcome = co_await run(new QKeychain::DeletePasswordJob(service), item);
    const KeychainAnswer left = co_await readItem(item);
    if (left.state == KeychainState::Ready && left.found)
        co_return KeychainAnswer{KeychainState::Denied, true, {}, outcome.detail};
    co_return left;
}

/** From probe to read-back; returns when the keychain has answered, which may be never. */
QCoro::Task<KeychainAnswer> perform(std::shared_ptr<KeychainRequest> request)
{
    const ProbeOutcome probe = co_await probeKeychain();
    // A read is what makes the keychain ask for its password, so a locked one is read where a
    // person may be asked.
    const bool mayUnlock = probe.state == KeychainState::Locked
        && request->kind == KeychainRequest::Kind::Read && request->prompting == Prompting::Allowed;
    if (probe.state != KeychainState::Ready && !mayUnlock)
        co_return KeychainAnswer{probe.state, false, {}, probe.detail};
    switch (request->kind) {
    case KeychainRequest::Kind::Write:
        co_return co_await writeItem(request->item, request->value);
    case KeychainRequest::Kind::Remove:
        co_return co_await removeItem(request->item);
    case KeychainRequest::Kind::Read:
        break;
    }
    co_return co_await readItem(request->item);
}

} // namespace

SystemKeychain::SystemKeychain(std::chrono::milliseconds softTimeout, QObject *parent)
    : Keychain(parent)
    , m_softTimeout(softTimeout)
{}

SystemKeychain::~SystemKeychain() = default;

QCoro::Task<KeychainAnswer> SystemKeychain::read(QString item, Prompting prompting)
{
    return ask(std::make_shared<KeychainRequest>(
        KeychainRequest::Kind::Read, std::move(item), Secret(), prompting));
}

QCoro::Task<KeychainAnswer> SystemKeychain::write(QString item, Secret value)
{
    return ask(std::make_shared<KeychainRequest>(
        KeychainRequest::Kind::Write, std::move(item), std::move(value), Prompting::Avoided));
}

QCoro::Task<KeychainAnswer> SystemKeychain::remove(QString item)
{
    return ask(std::make_shared<KeychainRequest>(
        KeychainRequest::Kind::Remove, std::move(item), Secret(), Prompting::Avoided));
}

QCoro::Task<KeychainAnswer> SystemKeychain::ask(Request request)
{
    request->limitWait(m_softTimeout);
    m_waiting.push_back(request);
    startNext();
    if (!request->isAnswered())
        co_await qCoro(request.get(), &KeychainRequest::answered);
    co_return request->given();
}

void SystemKeychain::startNext()
{
    while (!m_running && !m_waiting.empty()) {
        const Request next = m_waiting.front();
        m_waiting.pop_front();
        // Nobody waits for it any more, and nothing of it has begun.
        if (next->isAnswered())
            continue;
        m_running = next;
        QCoro::connect(perform(next), this, [this, next](const KeychainAnswer &answer) {
            finish(next, answer);
        });
    }
}

void SystemKeychain::finish(const Request &request, const KeychainAnswer &answer)
{
    const bool late = request->isAnswered();
    request->answer(answer);
    m_running.reset();
    startNext();
    if (late)
        Q_EMIT answeredLate();
}

} // namespace fairlead::secrets
