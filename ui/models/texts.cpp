// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/texts.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::ui::Texts)
};

} // namespace

KeyState keyState(const accounts::McpKey &key, const QDateTime &now)
{
    if (key.revokedAt.isValid())
        return KeyState::Revoked;
    if (key.expiresAt.isValid() && key.expiresAt <= now)
        return KeyState::Expired;
    return KeyState::InForce;
}

QString keyStateText(KeyState state)
{
    switch (state) {
    case KeyState::InForce:
        //: State of a key: it works.
        return Texts::tr("In force");
    case KeyState::Expired:
        return Texts::tr("Expired");
    case KeyState::Revoked:
        return Texts::tr("Revoked");
    }
    return {};
}

QString accessText(tools::KeyAccess access)
{
    switch (access) {
    case tools::KeyAccess::Read:
        return Texts::tr("Read only");
    case tools::KeyAccess::Write:
        return Texts::tr("Read and write");
    case tools::KeyAccess::Full:
        return Texts::tr("Read, write and delete");
    }
    return {};
}

QString rightsText(const accounts::McpKey &key)
{
    QStringList words{accessText(key.access)};
    if (key.rights.testFlag(tools::KeyRight::Proxy))
        //: A right of a key: to call services past the tools.
        words.append(Texts::tr("directly"));
    if (key.rights.testFlag(tools::KeyRight::Lease))
        //: A right of a key: to hold credentials for a time.
        words.append(Texts::tr("leases"));
    return words.join(QStringLiteral(", "));
}

QString connectionStateText(connections::ConnectionState state)
{
    switch (state) {
    case connections::ConnectionState::Connected:
        return Texts::tr("Connected");
    case connections::ConnectionState::NeedsSignIn:
        return Texts::tr("Sign in again");
    case connections::ConnectionState::Unreachable:
        return Texts::tr("Not reachable");
    }
    return {};
}

QString signInMethodText(connections::SignInMethod method)
{
    switch (method) {
    case connections::SignInMethod::ApiToken:
        return Texts::tr("API token");
    case connections::SignInMethod::ScopedApiToken:
        //: An API token that was limited to certain scopes when it was made.
        return Texts::tr("Scoped API token");
    case connections::SignInMethod::OAuth:
        return Texts::tr("Browser sign-in");
    case connections::SignInMethod::IntegrationToken:
    case connections::SignInMethod::ApiKey:
        return Texts::tr("Token");
    }
    return {};
}

QString rateText(const connections::RateStanding &standing)
{
    if (standing.heldBackMs > 0) {
        const auto seconds = static_cast<int>((standing.heldBackMs + 999) / 1000);
        return Texts::tr("The service asked for a pause: requests wait for %n more second(s).",
                         nullptr,
                         seconds);
    }
    //: "97 of 100 requests at once are free, 3,000 a minute."
    return Texts::tr("%1 of %2 requests at once are free, %3 a minute.")
        .arg(QLocale().toString(standing.leftNow),
             QLocale().toString(standing.atOnce),
             QLocale().toString(standing.perMinute));
}

QString pastTimeText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds >= 0 && seconds < 60)
        return Texts::tr("Just now");
    if (seconds >= 60 && seconds < 120)
        return Texts::tr("A minute ago");
    if (seconds >= 0 && seconds < 3600)
        return Texts::tr("%n minutes ago", nullptr, static_cast<int>(seconds / 60));
    const QDateTime local = time.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        //: %1 is a time of day.
        return Texts::tr("Today, %1").arg(QLocale().toString(local.time(), QLocale::ShortFormat));
    return dateText(time);
}

QString dateText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

} // namespace fairlead::ui
