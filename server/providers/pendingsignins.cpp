// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/pendingsignins.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers {

void PendingSignIns::add(std::unique_ptr<PendingSignIn> signIn)
{
    const QString id = signIn->signIn.id;
    m_signIns.emplace(id, std::move(signIn));
}

PendingSignIn *PendingSignIns::waitingFor(const QString &service, const SignInWish &wish) const
{
    for (const auto &[id, pending] : m_signIns) {
        const SignIn &signIn = pending->signIn;
        if (!signIn.isOver() && signIn.userId == wish.userId && signIn.service == service
            && signIn.connectionId == wish.connectionId
            && signIn.organizationId == wish.organizationId && pending->subject == wish.address)
            return pending.get();
    }
    return nullptr;
}

PendingSignIn *PendingSignIns::ofUser(const QString &userId, const QString &id) const
{
    const auto found = m_signIns.find(id);
    return found != m_signIns.end() && found->second->signIn.userId == userId ? found->second.get()
                                                                              : nullptr;
}

PendingSignIn *PendingSignIns::ofState(const QString &service, const QByteArray &state) const
{
    PendingSignIn *found = nullptr;
    for (const auto &[id, pending] : m_signIns) {
        const bool isIt = equalInConstantTime(pending->state, state);
        const bool isOpen = pending->isStateUsed || !pending->signIn.isOver();
        if (isIt && isOpen && pending->signIn.service == service)
            found = pending.get();
    }
    return found;
}

PendingSignIn *PendingSignIns::running(const QString &id) const
{
    const auto found = m_signIns.find(id);
    return found != m_signIns.end() && !found->second->signIn.isOver() ? found->second.get()
                                                                       : nullptr;
}

Result<SignIn> PendingSignIns::current(const QString &id) const
{
    const auto found = m_signIns.find(id);
    if (found == m_signIns.end())
        return failure(ErrorCode::NotFound, u"This sign-in is over. Start again."_s);
    return found->second->signIn;
}

qsizetype PendingSignIns::runningOf(const QString &userId) const
{
    return std::count_if(m_signIns.begin(), m_signIns.end(), [&userId](const auto &entry) {
        return entry.second->signIn.userId == userId && !entry.second->signIn.isOver();
    });
}

std::vector<PendingSignIn *> PendingSignIns::abandoned(qint64 nowMs) const
{
    std::vector<PendingSignIn *> found;
    for (const auto &[id, pending] : m_signIns) {
        const bool waits = pending->signIn.stage == SignInStage::WaitingForBrowser
            || pending->signIn.stage == SignInStage::ChoosingSites;
        if (waits && nowMs >= pending->endsMs)
            found.push_back(pending.get());
    }
    return found;
}

void PendingSignIns::forgetOver(qint64 nowMs)
{
    std::erase_if(m_signIns, [nowMs](const auto &entry) {
        return entry.second->signIn.isOver() && nowMs >= entry.second->endsMs;
    });
}

} // namespace fairlead::providers
