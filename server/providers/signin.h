// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"

#include <QUrl>

namespace fairlead::providers {

/** Where a browser sign-in stands. The last two are its end. */
enum class SignInStage {
    WaitingForBrowser, ///< the person has not come back yet
    Exchanging, ///< came back; tokens are being fetched and proven
    ChoosingSites, ///< the sign-in opens several sites: the person picks
    Connected,
    Failed,
};

/** Why a browser sign-in ended without a connection; each has its own sentence and next step. */
enum class SignInProblem {
    None,
    Cancelled, ///< by the person, in Fairlead
    Denied, ///< by the person, or an administrator, at the service
    TimedOut, ///< nobody came back within ten minutes
    WrongState, ///< what came back does not belong to this sign-in
    CodeUsed, ///< the code was used before, or is too old
    WrongClient, ///< client id or secret are not those of an app
    MissingScope, ///< the person allowed less than Fairlead needs
    WrongIssuer, ///< the answer names another authorization server
    NoSite, ///< the sign-in opens no site, or not the one to be reconnected
    ClockOff, ///< the computer's clock makes certificates or times invalid
    Tls,
    Proxy,
    Network,
    Timeout,
    Secrets, ///< keychain locked or absent: nothing could be stored
    RedirectRefused, ///< the browser may not come back to this computer
    RegistrationClosed, ///< whoever runs the service has to register Fairlead
    AdministratorRefused, ///< an administrator has not allowed Fairlead, or where it runs
    Refused, ///< the service said no in words of its own
    Other,
};

/** "waiting_for_browser", "denied": as in the REST API. */
[[nodiscard]] QLatin1StringView stageName(SignInStage stage);
[[nodiscard]] QLatin1StringView problemName(SignInProblem problem);

/** One of the sites that a sign-in opens. */
struct SignInSite
{
    QString id; ///< for choose(): Jira's cloud id, Notion's workspace id
    QString name; ///< "company.atlassian.net"
    bool isConnected = false; ///< to the same user already: choosing it renews that connection
};

/** A browser sign-in, as far as a person may see it: no code, token or verifier. */
struct SignIn
{
    QString id; ///< "sgn_…"
    QString userId;
    QString service; ///< "jira"
    QString connectionId; ///< of the connection to be signed in again; empty: a new one
    QString organizationId; ///< whose new connections will be; empty: the user's own
    SignInStage stage = SignInStage::WaitingForBrowser;
    QUrl url; ///< what to open in the browser; empty once the person came back
    QUrl redirectUri; ///< what has to be registered with the service
    QDateTime expiresAt;
    QList<SignInSite> sites; ///< while ChoosingSites
    QList<ConnectionReport> connected; ///< when Connected; at least one
    SignInProblem problem = SignInProblem::None;
    QString message; ///< when Failed: what happened, one sentence
    QString nextStep; ///< when Failed: what to do, one sentence

    [[nodiscard]] bool isOver() const
    {
        return stage == SignInStage::Connected || stage == SignInStage::Failed;
    }
};

} // namespace fairlead::providers
