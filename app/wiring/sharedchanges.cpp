// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/sharedchanges.h"

#include "server/store/database.h"

#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::wiring {
namespace {

Q_LOGGING_CATEGORY(lcWiring, "fairlead.app.wiring")

constexpr auto retryDelay = 1s;
constexpr auto longestSilence = 3s;
constexpr auto sweepInterval = 1min;

} // namespace

SharedChanges::SharedChanges(const Sources &sources)
    : m_sources(sources)
    , m_notifications(sources.database.address(), {u"fairlead_changes"_s})
{
    for (QTimer *timer : {&m_keys, &m_connections, &m_approvals, &m_pause, &m_all, &m_silence})
        timer->setSingleShot(true);
    connect(&m_keys, &QTimer::timeout, this, &SharedChanges::rereadKeys);
    connect(&m_connections, &QTimer::timeout, this, &SharedChanges::rereadConnections);
    connect(&m_approvals, &QTimer::timeout, this, &SharedChanges::rereadApprovals);
    connect(&m_pause, &QTimer::timeout, this, &SharedChanges::rereadPause);
    connect(&m_all, &QTimer::timeout, this, &SharedChanges::takeAll);
    connect(&m_notifications,
            &store::Notifications::received,
            this,
            [this](const QString &, const QString &change) { take(change); });
    connect(&m_notifications, &store::Notifications::resumed, this, &SharedChanges::takeAll);
    connect(&m_notifications, &store::Notifications::heard, this, [this] {
        m_silence.start(longestSilence);
        if (m_isCutOff)
            takeAll();
    });
    connect(&m_silence, &QTimer::timeout, this, &SharedChanges::distrustKeys);
    if (sources.database.address().isFile())
        return;
    m_silence.start(longestSilence);
    share();
}

void SharedChanges::share()
{
    store::Database &database = m_sources.database;
    m_questions = std::make_unique<sharing::SharedApprovals>(
        database, m_sources.vault, m_sources.clock, store::Notifications::instance());
    m_sources.approvals.share(m_questions.get());
    m_answers =
        std::make_unique<sharing::SharedAnswers>(database, m_sources.vault, m_sources.clock);
    m_sources.budget.share(m_answers.get());
    m_noticed = std::make_unique<sharing::SharedEvents>(database, m_sources.clock);
    m_sources.events.setFirst([this](const QString &name, std::chrono::seconds time) {
        return m_noticed->isFirst(name, time);
    });
    m_paused = std::make_unique<sharing::SharedPause>(database);
    m_sources.pause.share(m_paused.get());
    rereadPause();
    connect(&m_sweep, &QTimer::timeout, this, &SharedChanges::sweep);
    m_sweep.start(sweepInterval);
}

void SharedChanges::sweep()
{
    for (const auto &swept : {m_questions->endOld(), m_answers->endOld()}) {
        if (!swept)
            qCWarning(lcWiring).noquote() << swept.error().message;
    }
}

SharedChanges::~SharedChanges()
{
    m_sources.approvals.share(nullptr);
    m_sources.budget.share(nullptr);
    m_sources.events.setFirst({});
    m_sources.pause.share(nullptr);
}

void SharedChanges::take(const QString &change)
{
    const QString instance = change.section(u' ', 0, 0);
    const QString what = change.section(u' ', 1, 1);
    const QString id = change.section(u' ', 2);
    // Of keys our own changes, too: it may not be known whether one was stored.
    if (what == "key"_L1)
        m_keys.start(0ms);
    if (instance == store::Notifications::instance())
        return;
    if (what == "connection"_L1)
        m_connections.start(0ms);
    else if (what == "approval"_L1)
        m_approvals.start(0ms);
    else if (what == "pause"_L1)
        m_pause.start(0ms);
    else if (what == "secret"_L1)
        m_sources.vault.forget(id);
    else if (what == "grant"_L1)
        m_sources.grants.reread(id);
    else if (what == "lease"_L1)
        m_sources.leases.endExpired();
    else if (what == "tools"_L1)
        m_sources.upstreams.reload(id);
}

void SharedChanges::takeAll()
{
    qCInfo(lcWiring) << "Reading anew what other instances may have changed";
    m_sources.database.tryNow();
    if (const auto read = rereadAll(); !read) {
        qCWarning(lcWiring).noquote() << read.error().message;
        m_all.start(retryDelay);
    }
}

Result<> SharedChanges::rereadAll()
{
    m_sources.grants.reread({});
    rereadKeys();
    rereadConnections();
    rereadPause();
    rereadApprovals();
    m_sources.leases.endExpired();
    if (const auto opened = m_sources.vault.open(); !opened)
        return opened;
    const auto connections = m_sources.connections.listAll();
    if (!connections)
        return failure(connections.error());
    for (const auto &each : *connections) {
        if (each.provider == gateway::Upstreams::provider)
            m_sources.upstreams.reload(each.id);
    }
    return {};
}

void SharedChanges::rereadApprovals()
{
    if (!m_sources.approvals.refresh())
        m_approvals.start(retryDelay);
}

void SharedChanges::rereadPause()
{
    if (!m_sources.pause.refresh())
        m_pause.start(retryDelay);
}

/** The database is asked nothing: where it is silent, that would hold up everything here. */
void SharedChanges::distrustKeys()
{
    m_sources.keys.distrust();
    if (!std::exchange(m_isCutOff, true))
        qCWarning(lcWiring) << "No MCP key is taken: nothing is heard from the database";
}

/** What could not be read is read when the database is heard next. */
void SharedChanges::rereadKeys()
{
    m_sources.events.withoutEntering([this] {
        if (!m_sources.keys.load())
            distrustKeys();
        else if (std::exchange(m_isCutOff, false))
            qCInfo(lcWiring) << "MCP keys are taken again";
    });
}

void SharedChanges::rereadConnections()
{
    m_sources.events.withoutEntering([this] { m_sources.connections.forgetAccess(); });
}

} // namespace fairlead::wiring
