// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/instancelocator.h"

#include "app/ctl/instance.h"
#include "server/net/requestcheck.h"
#include "server/settings/datafolder.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

// The folder's changes wake us; this is for file systems that do not tell them.
constexpr std::chrono::milliseconds lookAgain{1'000};
constexpr std::chrono::milliseconds lookAgainAtUrl{500};
constexpr std::chrono::milliseconds healthTime{2'000};
constexpr qint64 fileLimit = 64 * 1024;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(fileLimit) : QByteArray();
}

Error givenUp()
{
    return {.code = ErrorCode::Cancelled, .message = u"The bridge is ending."_s};
}

} // namespace

InstanceLocator::InstanceLocator(net::HttpClient &http, Options options, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_options(std::move(options))
{
    const auto changed = [this] { m_changed.pulse(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, changed);
}

void InstanceLocator::setLost()
{
    m_isLost = true;
    m_gone = m_endpoint;
}

void InstanceLocator::stop()
{
    m_isStopped = true;
    m_changed.pulse();
}

bool InstanceLocator::isStillThere() const
{
    if (!m_options.url.isEmpty())
        return true;
    if (endpointFile() != m_endpoint)
        return false;
    const auto instance = Instance::find(m_options.dataFolder);
    return instance && instance->url == m_last;
}

QByteArray InstanceLocator::endpointFile() const
{
    return contentOf(m_options.dataFolder + u"/endpoint.json"_s);
}

std::optional<QUrl> InstanceLocator::current()
{
    const QByteArray endpoint = endpointFile();
    // The lock is looked at for a new endpoint only: an instance that is about to take it must not
    // find us holding it.
    if (endpoint.isEmpty() || endpoint == m_gone)
        return std::nullopt;
    const auto instance = Instance::find(m_options.dataFolder);
    if (!instance || !net::isLoopbackHost(instance->url.host())) {
        m_gone = endpoint;
        return std::nullopt;
    }
    m_endpoint = endpoint;
    m_last = instance->url;
    return m_last;
}

QCoro::Task<bool> InstanceLocator::isAnswering(QUrl url)
{
    net::Request request;
    request.url = url.resolved(QUrl(u"/health"_s));
    request.deadline = healthTime;
    const auto response = co_await m_http.send(std::move(request));
    co_return response.has_value();
}

QCoro::Task<std::optional<QUrl>> InstanceLocator::look()
{
    const QPointer<InstanceLocator> self(this);
    std::optional<QUrl> found;
    if (m_options.url.isEmpty())
        found = current();
    else if (co_await isAnswering(m_options.url))
        found = m_options.url;
    if (self.isNull())
        co_return std::nullopt;
    // It may have been too busy for us, and still be the same.
    if (!found && m_isLost && !m_last.isEmpty()) {
        const bool isBack = co_await isAnswering(m_last);
        if (self.isNull())
            co_return std::nullopt;
        if (isBack) {
            m_gone.clear();
            found = current();
        }
    }
    if (found)
        m_isLost = false;
    co_return found;
}

QCoro::Task<Result<QUrl>> InstanceLocator::running()
{
    const QPointer<InstanceLocator> self(this);
    const QDeadlineTimer deadline(m_options.programs.isEmpty() ? m_options.returnTime
                                                               : m_options.startTime);
    const QDeadlineTimer patience(m_isLost ? m_options.patience : std::chrono::milliseconds(0));
    watch();
    for (;;) {
        const std::optional<QUrl> found = co_await look();
        if (!self || m_isStopped)
            co_return failure(givenUp());
        if (found) {
            forgetStart();
            co_return *found;
        }
        if (const auto goesOn = goOn(deadline, patience); !goesOn) {
            forgetStart();
            co_return failure(goesOn.error());
        }
        const auto rest = std::chrono::milliseconds(
            patience.hasExpired() ? deadline.remainingTime() : patience.remainingTime());
        const auto step = m_options.url.isEmpty() ? lookAgain : lookAgainAtUrl;
        (void)co_await m_changed.passed(std::min(step, rest));
        if (!self || m_isStopped)
            co_return failure(givenUp());
    }
}

Result<> InstanceLocator::goOn(const QDeadlineTimer &deadline, const QDeadlineTimer &patience)
{
    if (!m_options.programs.isEmpty() && patience.hasExpired()) {
        if (const auto started = startNext(); !started)
            return started;
    }
    if (deadline.hasExpired())
        return failure(notServing());
    return {};
}

QCoro::Task<Result<QUrl>> InstanceLocator::returned()
{
    const QPointer<InstanceLocator> self(this);
    watch();
    for (;;) {
        const std::optional<QUrl> found = co_await look();
        if (!self || m_isStopped)
            co_return failure(givenUp());
        if (found)
            co_return *found;
        (void)co_await m_changed.passed(lookAgain);
        if (!self || m_isStopped)
            co_return failure(givenUp());
    }
}

Result<> InstanceLocator::startNext()
{
    if (m_start && !hasFailed())
        return {};
    if (m_start) {
        m_lastWords = m_start->lastWords();
        m_start.reset();
        if (m_nextProgram == m_options.programs.size())
            return failure(ErrorCode::NotFound,
                           u"Fairlead could not be started: %1"_s.arg(m_lastWords));
    }
    const auto folder = settings::DataFolder::open(m_options.dataFolder);
    if (!folder)
        return failure(folder.error());
    // The tray program would stay with a window that says so, and keep fairleadd away.
    if (const auto own = folder->checkHasOwnDatabase(); !own)
        return own;
    watch();
    // Of several bridges that start at once, one starts Fairlead and the others wait for it.
    if (!m_startLock) {
        m_startLock = std::make_unique<QLockFile>(m_options.dataFolder + u"/start.lock"_s);
        m_startLock->setStaleLockTime(0);
    }
    if (!m_startLock->isLocked() && !m_startLock->tryLock(0))
        return {};
    const QStringList program = m_options.programs.at(m_nextProgram++);
    auto started = ProgramStart::launch(program.first(), program.sliced(1));
    if (!started)
        return failure(started.error());
    m_start = std::move(*started);
    connect(m_start.get(), &ProgramStart::ended, this, [this] { m_changed.pulse(); });
    return {};
}

bool InstanceLocator::hasFailed() const
{
    // One that ended because another was first leaves that one's lock in place.
    return m_start->hasEnded() && !QFile::exists(m_options.dataFolder + u"/instance.lock"_s);
}

void InstanceLocator::forgetStart()
{
    m_start.reset();
    m_startLock.reset();
    m_nextProgram = 0;
}

Error InstanceLocator::notServing() const
{
    if (!m_options.url.isEmpty())
        return {.code = ErrorCode::NotFound,
                .message = u"Nothing answers on %1. Start Fairlead there and try again."_s.arg(
                    m_options.url.toString())};
    if (m_start)
        return {.code = ErrorCode::NotFound,
                .message = u"Fairlead was started, but does not serve yet. Look at its window or "
                           "its log, %1/fairlead.log, and try again."_s.arg(m_options.dataFolder)};
    return {.code = ErrorCode::NotFound,
            .message = u"No Fairlead is running with the data folder %1. Start Fairlead and try "
                       "again."_s.arg(m_options.dataFolder)};
}

void InstanceLocator::watch()
{
    if (m_options.url.isEmpty() && m_watcher.directories().isEmpty()
        && QFile::exists(m_options.dataFolder))
        m_watcher.addPath(m_options.dataFolder);
}

} // namespace fairlead::ctl
