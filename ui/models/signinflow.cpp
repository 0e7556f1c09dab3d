// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/signinflow.h"

#include "ui/models/servertext.h"
#include "ui/urlopener.h"

#include <QPointer>

#include <tuple>

namespace fairlead::ui {

SignInFlow::SignInFlow(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    connect(
        &m_services.signIns, &providers::BrowserSignIn::changed, this, [this](const QString &id) {
            if (id == m_signIn.id)
                read();
        });
}

SignInFlow::~SignInFlow()
{
    // Nobody is left to be told how it ends.
    disconnect(&m_services.signIns, nullptr, this, nullptr);
    cancel();
}

Result<> SignInFlow::begin(const QString &service, const QString &connectionId)
{
    auto begun = m_services.signIns.begin(m_services.userId, service, connectionId);
    if (!begun)
        return failure(begun.error());
    follow(std::move(*begun));
    return {};
}

void SignInFlow::beginAt(const QString &service, const providers::SignInWish &wish)
{
    m_isBeginning = true;
    m_isGivenUp = false;
    QCoro::connect(beginNow(service, wish), this, [] {});
}

QCoro::Task<> SignInFlow::beginNow(QString service, providers::SignInWish wish)
{
    const QPointer self(this);
    providers::BrowserSignIn &signIns = m_services.signIns; // outlives every window
    const QString userId = m_services.userId;
    auto begun = co_await signIns.beginAt(std::move(service), std::move(wish));
    const bool isWanted = !self.isNull() && !m_isGivenUp;
    // One that waits in another window goes on.
    if (begun && begun->isNew && !isWanted)
        std::ignore = signIns.cancel(userId, begun->signIn.id);
    if (!self)
        co_return;
    m_isBeginning = false;
    if (!isWanted)
        Q_EMIT notBegun({.code = ErrorCode::Cancelled, .message = QString()});
    else if (begun)
        follow(std::move(*begun));
    else
        Q_EMIT notBegun(begun.error());
}

void SignInFlow::follow(providers::BrowserSignIn::Begun begun)
{
    m_signIn = std::move(begun.signIn);
    if (begun.isNew)
        openBrowser();
    else
        m_browser = Browser::WaitsAlready;
    Q_EMIT changed();
}

void SignInFlow::openAgain()
{
    if (m_signIn.stage != providers::SignInStage::WaitingForBrowser)
        return;
    openBrowser();
    Q_EMIT changed();
}

void SignInFlow::choose(const QStringList &sites)
{
    QCoro::connect(chooseNow(sites), this, [] {});
}

void SignInFlow::cancel()
{
    m_isGivenUp = true;
    if (!isRunning())
        return;
    // The answer comes by changed(); one that is over by now needs nothing more.
    if (const auto ended = m_services.signIns.cancel(m_services.userId, m_signIn.id); !ended)
        Q_EMIT refused(serverText(ended.error()));
}

bool SignInFlow::isRunning() const
{
    return !m_signIn.id.isEmpty() && !m_signIn.isOver();
}

void SignInFlow::read()
{
    auto now = m_services.signIns.find(m_services.userId, m_signIn.id);
    if (!now) {
        m_signIn.stage = providers::SignInStage::Failed;
        m_signIn.problem = providers::SignInProblem::Other;
        m_signIn.message = now.error().message;
        m_signIn.nextStep.clear();
    } else {
        m_signIn = std::move(*now);
    }
    Q_EMIT changed();
}

void SignInFlow::openBrowser()
{
    m_browser = m_services.urlOpener.open(m_signIn.url) ? Browser::Opened : Browser::NotFound;
}

QCoro::Task<> SignInFlow::chooseNow(QStringList sites)
{
    const QPointer self(this);
    const auto chosen =
        co_await m_services.signIns.choose(m_services.userId, m_signIn.id, std::move(sites));
    if (self && !chosen)
        Q_EMIT refused(serverText(chosen.error()));
}

} // namespace fairlead::ui
