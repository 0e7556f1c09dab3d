// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/connectionfacts.h"

#include "server/base/clock.h"
#include "server/connections/credentials.h"
#include "server/gateway/upstreams.h"
#include "server/providers/providers.h"
#include "server/providers/sampledata.h"
#include "ui/models/servertext.h"
#include "ui/models/serviceguide.h"
#include "ui/models/texts.h"
#include "ui/models/upstreamtexts.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using connections::Connection;
using connections::ConnectionState;
using connections::SignInMethod;

struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::ui::ConnectionFacts)
};

StateMark markOf(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Connected:
        return StateMark::Good;
    case ConnectionState::NeedsSignIn:
        return StateMark::Warning;
    case ConnectionState::Unreachable:
        break;
    }
    return StateMark::Failure;
}

QString accountText(const Connection &connection)
{
    if (connection.accountName.isEmpty())
        return connection.account;
    // Some services give an id that nobody knows.
    if (!connection.account.contains(u'@'))
        return connection.accountName;
    //: %1 is a person's name, %2 an e-mail address.
    return Facts::tr("%1 (%2)").arg(connection.accountName, connection.account);
}

QString validityText(const Connection &connection, const Services &services)
{
    if (connection.state == ConnectionState::NeedsSignIn)
        //: Until when a sign-in is good: it has ended.
        return Facts::tr("No longer");
    if (connection.method != SignInMethod::OAuth)
        //: Until when a token is good. %1 is a company, such as Atlassian.
        return Facts::tr("Until the token expires or is revoked at %1")
            .arg(guideTo(connection.provider).company);
    const QDateTime end = services.credentials.accessEnd(connection);
    if (!end.isValid())
        //: Until when a sign-in is good.
        return Facts::tr("Until you disconnect it");
    //: Until when a sign-in is good. %1 is a date and a time of day.
    return Facts::tr("Until %1, renewed by itself")
        .arg(QLocale().toString(end.toLocalTime(), QLocale::ShortFormat));
}

/** Of a remote server it stands among its health, unless that has asked for a pause. */
QString requestsText(const Connection &connection, const Services &services, bool isServer)
{
    const auto standing = services.rates.standing(connection.id);
    if (standing && (!isServer || standing->heldBackMs > 0))
        return rateText(*standing);
    //: How many requests a connection may still make: as many as ever.
    return isServer ? QString() : Facts::tr("All are free");
}

QString limitsText(const Connection &connection)
{
    QStringList limits;
    for (const QString &limitation : connection.limitations)
        limits += serverText(limitation);
    return limits.join(u'\n');
}

QString healthText(const Connection &connection, const gateway::UpstreamGlance &glance)
{
    QStringList lines = upstreamHealthLines(glance);
    lines.removeAll(serverText(connection.lastError));
    if (!connection.accountName.isEmpty())
        //: %1 is the name of a remote server.
        lines.prepend(Facts::tr("It calls itself %1.").arg(connection.accountName));
    return lines.join(u'\n');
}

QString lastUseText(const Connection &connection, const Services &services)
{
    return connection.lastUsedAt.isValid()
        ? pastTimeText(connection.lastUsedAt, services.clock.now())
        //: A connection or key that nobody has used yet.
        : Facts::tr("Never");
}

} // namespace

ConnectionFacts factsOf(const Connection &connection, const Services &services)
{
    const auto provider = services.providers.find(connection.provider);
    const auto glance = services.upstreams.glance(connection.id);
    const bool isSample = services.sampleData.isSample(connection);
    ConnectionFacts facts{//: %1 is the name of a site.
                          .name = isSample ? Facts::tr("%1 (sample data)").arg(connection.name)
                                           : connection.name,
                          .service = provider ? serverText((*provider)->displayName())
                                              : guideTo(connection.provider).name,
                          .mark = markOf(connection.state),
                          .state = connectionStateText(connection.state),
                          .problem = serverText(connection.lastError)};
    if (glance && glance->waiting > 0 && connection.state == ConnectionState::Connected) {
        facts.mark = StateMark::Warning;
        //: The state of a remote server: some of its tools are hidden until somebody approves them.
        facts.state = Facts::tr("Tools to approve");
    }
    auto &lines = facts.lines;
    if (connection.site.authority() != connection.name)
        lines[ConnectionFacts::Address] = connection.site.toDisplayString(QUrl::RemoveFragment);
    lines[ConnectionFacts::Account] = glance ? connection.account : accountText(connection);
    lines[ConnectionFacts::Organization] = connection.organization;
    // A server may take no sign-in at all.
    if (!glance || connection.method == SignInMethod::OAuth) {
        lines[ConnectionFacts::SignIn] = signInMethodText(connection.method);
        if (!isSample)
            lines[ConnectionFacts::Validity] = validityText(connection, services);
    }
    lines[ConnectionFacts::Requests] = requestsText(connection, services, glance.has_value());
    if (glance)
        lines[ConnectionFacts::Server] = healthText(connection, *glance);
    lines[ConnectionFacts::Limits] = limitsText(connection);
    lines[ConnectionFacts::LastUse] = lastUseText(connection, services);
    return facts;
}

} // namespace fairlead::ui
