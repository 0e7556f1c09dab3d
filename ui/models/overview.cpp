// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/overview.h"

#include "server/accounts/mcpkeys.h"
#include "server/base/clock.h"
#include "server/connections/connections.h"
#include "server/gateway/upstreams.h"
#include "server/providers/sampledata.h"
#include "server/secrets/vault.h"
#include "server/tools/pause.h"
#include "ui/models/servertext.h"
#include "ui/models/texts.h"

#include <algorithm>
#include <chrono>
#include <optional>

using namespace std::chrono_literals;

namespace fairlead::ui {

using connections::Connection;
using connections::ConnectionState;

struct Overview::Facts
{
    QString problem; ///< why something cannot be read
    QList<Connection> connections;
    std::optional<Connection> ailing; ///< the first that needs the person or cannot be reached
    std::optional<Connection> unapproved; ///< the first with tools that wait for approval
    int keysInForce = 0;
    QDateTime lastUse;
    QString lastClient;
    bool secretsBarred = false;
};

namespace {

// A busy client calls many times a second; nobody reads that fast.
constexpr auto useInterval = 500ms;

/** Whether the person has to do something before secrets can be used; an open question is not. */
bool needsPerson(secrets::VaultState state)
{
    return state != secrets::VaultState::Ready && state != secrets::VaultState::Opening;
}

} // namespace

Overview::Overview(const Services &services, Instance instance, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_instance(std::move(instance))
    , m_recentCalls(services)
{
    m_refreshTimer.setSingleShot(true);
    const auto later = [this] { m_refreshTimer.start(0ms); };
    connect(&m_refreshTimer, &QTimer::timeout, this, &Overview::refresh);
    connect(&m_services.keys, &accounts::McpKeys::changed, this, later);
    connect(&m_services.keys, &accounts::McpKeys::used, this, [this] {
        if (!m_refreshTimer.isActive())
            m_refreshTimer.start(useInterval);
    });
    connect(&m_services.connections, &connections::Connections::changed, this, later);
    connect(&m_services.pause, &tools::Pause::changed, this, &Overview::refresh);
    connect(&m_services.sampleData, &providers::SampleData::changed, this, later);
    connect(&m_services.vault, &secrets::Vault::stateChanged, this, later);
    connect(&m_services.upstreams, &gateway::Upstreams::waitingChanged, this, later);
    connect(&m_services.upstreams, &gateway::Upstreams::toolsChanged, this, later);
    refresh();
}

void Overview::refresh()
{
    const Facts facts = gather();
    describeState(facts);
    m_setUp = {.hasConnection = !facts.connections.isEmpty(),
               .hasKey = facts.keysInForce > 0,
               .hasUsedKey = facts.lastUse.isValid()};
    m_hasSamplesOnly = m_setUp.hasConnection
        && std::ranges::all_of(facts.connections, [this](const Connection &connection) {
                           return m_services.sampleData.isSample(connection);
                       });
    m_lastUse = facts.lastUse;
    m_lastClient = facts.lastClient;
    m_nextStep = stepFor(facts);
    countConnections(facts);
    countKeys(facts);
    Q_EMIT changed();
}

Overview::Facts Overview::gather() const
{
    Facts facts;
    facts.secretsBarred = needsPerson(m_services.vault.state());
    if (auto list = m_services.connections.list(m_services.userId))
        facts.connections = std::move(*list);
    else
        facts.problem = serverText(list.error());
    // What needs a sign-in comes before what is only out of reach.
    for (const auto wanted : {ConnectionState::NeedsSignIn, ConnectionState::Unreachable}) {
        const auto found = std::find_if(facts.connections.cbegin(),
                                        facts.connections.cend(),
                                        [wanted](const auto &one) { return one.state == wanted; });
        if (found != facts.connections.cend() && !facts.ailing)
            facts.ailing = *found;
    }
    for (const Connection &connection : std::as_const(facts.connections)) {
        const auto glance = m_services.upstreams.glance(connection.id);
        if (glance && glance->waiting > 0 && !facts.unapproved)
            facts.unapproved = connection;
    }
    const auto keys = m_services.keys.list(m_services.userId);
    if (!keys)
        facts.problem = serverText(keys.error());
    for (const auto &key : keys.value_or(QList<accounts::McpKey>())) {
        if (keyState(key, m_services.clock.now()) == KeyState::InForce)
            ++facts.keysInForce;
        if (key.lastUsedAt.isValid()
            && (!facts.lastUse.isValid() || key.lastUsedAt > facts.lastUse)) {
            facts.lastUse = key.lastUsedAt;
            facts.lastClient = key.lastClient;
        }
    }
    return facts;
}

void Overview::describeState(const Facts &facts)
{
    if (m_services.pause.isOn()) {
        m_state = OverallState::Paused;
        m_stateLine = tr("Paused: clients get no answers");
        return;
    }
    m_state = OverallState::Attention;
    if (!facts.problem.isEmpty()) {
        m_stateLine = tr("Attention: the database cannot be read");
    } else if (facts.secretsBarred) {
        m_stateLine = m_services.vault.state() == secrets::VaultState::Locked
            ? tr("Attention: the keychain is locked")
            : tr("Attention: stored sign-ins cannot be used");
    } else if (facts.ailing && facts.ailing->state == ConnectionState::NeedsSignIn) {
        //: %1 is the name of a site.
        m_stateLine = tr("Attention: sign in to %1 again").arg(facts.ailing->name);
    } else if (facts.ailing) {
        //: %1 is the name of a site.
        m_stateLine = tr("Attention: %1 cannot be reached").arg(facts.ailing->name);
    } else {
        m_state = OverallState::Serving;
        //: %1 is an address such as 127.0.0.1:8080.
        m_stateLine = tr("Serving on %1").arg(m_instance.address());
    }
}

NextStep Overview::stepFor(const Facts &facts) const
{
    using Kind = NextStep::Kind;
    if (m_services.pause.isOn())
        return {.kind = Kind::Resume,
                .title = tr("Fairlead is paused"),
                .text = tr("Whoever calls is told so at once. Sign-ins and settings stay as they "
                           "are, and the next start of Fairlead serves again."),
                .action = tr("&Resume Fairlead")};
    if (!facts.problem.isEmpty())
        return {.kind = Kind::Problem,
                .title = tr("The database cannot be read"),
                .text = facts.problem};
    if (facts.secretsBarred)
        return secretsStep();
    if (facts.ailing && facts.ailing->state == ConnectionState::NeedsSignIn)
        return {.kind = Kind::SignInAgain,
                .title = tr("Sign in to %1 again").arg(facts.ailing->name),
                .text = serverText(facts.ailing->lastError),
                .action = tr("&Reconnect…"),
                .connectionId = facts.ailing->id};
    if (!m_setUp.hasConnection)
        return step(Kind::ConnectService);
    if (!m_setUp.hasKey)
        return step(Kind::MakeKey);
    if (facts.unapproved)
        return {.kind = Kind::ApproveTools,
                //: %1 is the name of a remote server.
                .title = tr("Look at the tools of %1").arg(facts.unapproved->name),
                .text = tr("It offers tools that are new or have changed since you approved them. "
                           "They stay hidden until you have looked at them."),
                .action = tr("Look at the too&ls…"),
                .connectionId = facts.unapproved->id};
    return step(m_setUp.hasUsedKey ? Kind::Nothing : Kind::TryIt);
}

NextStep Overview::step(NextStep::Kind kind) const
{
    using Kind = NextStep::Kind;
    if (kind == Kind::ConnectService)
        return {.kind = kind,
                .title = tr("Connect Jira or Notion"),
                .text = tr("Fairlead answers with what your account there can see. You sign in "
                           "once, in the browser or with a token."),
                .action = tr("Connect &Jira…"),
                .secondAction = tr("Connect &Notion…")};
    if (kind == Kind::MakeKey)
        return {.kind = kind,
                .title = tr("Add Fairlead to Cursor"),
                .text = tr("Each program that may ask Fairlead gets a key of its own, which can be "
                           "limited and revoked."),
                .action = tr("Add to &Cursor…"),
                .secondAction = tr("Another &program…")};
    if (kind == Kind::TryIt)
        return {.kind = kind,
                .title = tr("Try it"),
                .text = tr("Start the program that you added again, then type “list my projects” "
                           "there. The call shows here.")};
    return lastCallStep();
}

NextStep Overview::lastCallStep() const
{
    const QString when = pastTimeText(m_lastUse, m_services.clock.now());
    NextStep step{.kind = NextStep::Kind::Nothing, .title = tr("Everything is set up")};
    if (m_lastUse.isValid())
        step.text = tr("Last call: %1.")
                        .arg(m_lastClient.isEmpty() ? when
                                                    //: %1 is a time, %2 the name of a program.
                                                    : tr("%1, from %2").arg(when, m_lastClient));
    if (m_hasSamplesOnly) {
        const NextStep connecting = this->step(NextStep::Kind::ConnectService);
        step.kind = connecting.kind;
        step.title = tr("It works. Next, connect your own Jira or Notion");
        step.action = connecting.action;
        step.secondAction = connecting.secondAction;
    }
    return step;
}

NextStep Overview::secretsStep() const
{
    const bool locked = m_services.vault.state() == secrets::VaultState::Locked;
    // A locked keychain only has to be unlocked; a file would be a worse place for the key.
    const bool offerKeyFile = !locked && m_services.vault.canUseKeyFile();
    return {.kind = NextStep::Kind::OpenSecrets,
            .title = locked ? tr("Unlock the keychain") : tr("Stored sign-ins cannot be used"),
            .text = serverText(m_services.vault.stateMessage()),
            .action = tr("&Try again"),
            .secondAction = offerKeyFile ? tr("&Use a key file…") : QString()};
}

void Overview::countConnections(const Facts &facts)
{
    const auto count = facts.connections.size();
    if (count == 0)
        m_connectionsLine = tr("Nothing is connected yet");
    else if (count == 1)
        m_connectionsLine = facts.connections.first().name;
    else
        //: %1 is the name of a site, %n the number of further ones.
        m_connectionsLine = tr("%1 and %n more", nullptr, static_cast<int>(count - 1))
                                .arg(facts.connections.first().name);
    if (m_services.sampleData.state() == providers::SampleData::State::On)
        //: %1 is the names of sites.
        m_connectionsLine = tr("%1, with sample data").arg(m_connectionsLine);
}

void Overview::countKeys(const Facts &facts)
{
    if (facts.keysInForce == 0)
        m_keysLine = tr("No key is in force");
    else if (facts.keysInForce == 1)
        m_keysLine = tr("One key is in force");
    else
        m_keysLine = tr("%n keys are in force", nullptr, facts.keysInForce);
}

} // namespace fairlead::ui
