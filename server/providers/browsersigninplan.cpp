// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sign-ins whose place is only found out when a person wants to sign in.
#include "server/connections/connections.h"
#include "server/net/wait.h"
#include "server/providers/browsersignin.h"
#include "server/providers/providers.h"
#include "server/providers/redirectlistener.h"
#include "server/providers/signinend.h"

#include <QCoroSignal>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr std::chrono::seconds planningTime{90};
constexpr qint64 lookAfterMs = 20'000; // whoever is quick is not looked after

// A coroutine may end within a signal of the object that it waited for.
struct DeleteLater
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

} // namespace

Result<> BrowserSignIn::checkOwner(const QString &userId, const QString &organizationId) const
{
    return organizationId.isEmpty() ? Result<>() : m_parts.mayConnect(userId, organizationId);
}

QCoro::Task<Result<BrowserSignIn::Begun>> BrowserSignIn::beginAt(QString service, SignInWish wish)
{
    const auto provider = m_parts.providers.find(service);
    if (!provider)
        co_return failure(provider.error());
    if (!(*provider)->plansSignIn())
        co_return begin(service, wish);
    sweep();
    if (!wish.connectionId.isEmpty()) {
        const auto connection = m_parts.connections.find(wish.userId, wish.connectionId);
        if (!connection)
            co_return failure(connection.error());
    }
    if (const auto checked = checkOwner(wish.userId, wish.organizationId); !checked)
        co_return failure(checked.error());
    const QStringList parts{
        wish.userId, service, wish.connectionId, wish.organizationId, wish.address};
    const QString key = parts.join(u'\n');
    if (const auto planning = m_planning.value(key)) {
        const std::unique_ptr<net::Wait, DeleteLater> wait(new net::Wait(planningTime, {}));
        planning->waiting.emplace_back(wait.get());
        co_await qCoro(wait.get(), &net::Wait::finished);
        if (planning->error)
            co_return failure(*planning->error);
    }
    const PendingSignIn *known = m_pending.waitingFor(service, wish);
    if (known != nullptr) {
        const Begun begun{known->signIn, false};
        co_return begun;
    }
    const auto planning = std::make_shared<Planning>();
    m_planning.insert(key, planning);
    auto begun = co_await startPlanned(service, std::move(wish));
    m_planning.remove(key);
    if (!begun)
        planning->error = begun.error();
    for (const QPointer<net::Wait> &wait : std::as_const(planning->waiting)) {
        if (wait)
            wait->grant();
    }
    co_return begun;
}

QCoro::Task<Result<BrowserSignIn::Begun>> BrowserSignIn::startPlanned(QString service,
                                                                      SignInWish wish)
{
    const auto provider = m_parts.providers.find(service);
    if (!provider)
        co_return failure(provider.error());
    Result<QUrl> address = redirectUri(service);
    const QList<quint16> ports(signInPorts.begin(), signInPorts.end());
    if (m_listener != nullptr)
        address = m_listener->open(service, ports);
    if (!address)
        co_return failure(address.error());
    const auto plan = co_await (*provider)->planSignIn(wish, *address, {});
    if (!plan) {
        giveUp(service, *address);
        co_return failure(plan.error());
    }
    auto pending = std::make_unique<PendingSignIn>();
    pending->signIn.userId = wish.userId;
    pending->signIn.service = service;
    pending->signIn.connectionId = wish.connectionId;
    pending->signIn.organizationId = wish.organizationId;
    pending->subject = wish.address;
    pending->provider = *provider;
    pending->server = plan->server;
    pending->client = plan->client;
    pending->site = plan->site;
    co_return start(std::move(pending), *address);
}

void BrowserSignIn::lookAtPages()
{
    const qint64 endsAfterLook = m_parts.clock.monotonicMs() + patienceMs - lookAfterMs;
    const std::vector<PendingSignIn *> waiting = m_pending.abandoned(endsAfterLook);
    for (PendingSignIn *pending : waiting) {
        const bool isDue = pending->site && !pending->isLookedAt
            && pending->signIn.stage == SignInStage::WaitingForBrowser;
        if (!isDue)
            continue;
        pending->isLookedAt = true;
        QCoro::connect(lookAtPage(pending->signIn.id), this, [] {});
    }
}

QCoro::Task<> BrowserSignIn::lookAtPage(QString id)
{
    const PendingSignIn *before = m_pending.running(id);
    if (!before)
        co_return;
    const SignInPlan plan{before->server, before->client, *before->site};
    const auto looked = co_await before->provider->checkSignInPage(
        plan, before->page, before->cancellation.token());
    PendingSignIn *pending = m_pending.running(id);
    const bool stillWaits =
        pending != nullptr && pending->signIn.stage == SignInStage::WaitingForBrowser;
    if (!looked && stillWaits)
        fail(*pending, endFor(looked.error(), pending->server.displayName));
}

} // namespace fairlead::providers
