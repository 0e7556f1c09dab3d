// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/clientchecks.h"

using namespace Qt::StringLiterals;

namespace fairlead::doctor {
namespace {

using clients::ClientState;
using clients::ClientStatus;

Sentence updateRemedy(const ClientStatus &client)
{
    return {QT_TRANSLATE_NOOP("doctor",
                              "Update it on the page “Clients and keys”, or run: fairleadctl "
                              "clients add %1"),
            {client.id}};
}

Finding findingFor(const ClientStatus &client)
{
    switch (client.state) {
    case ClientState::OldAddress:
        return {
            .verdict = Verdict::Problem,
            .text = {QT_TRANSLATE_NOOP("doctor", "%1 looks for Fairlead where it is not any more."),
                     {client.name}},
            .remedy = updateRemedy(client)};
    case ClientState::KeyRefused:
        return {.verdict = Verdict::Problem,
                .text = {QT_TRANSLATE_NOOP("doctor",
                                           "%1 is refused: its key was revoked, has expired or is "
                                           "not known."),
                         {client.name}},
                .remedy = updateRemedy(client)};
    case ClientState::ChangedByHand:
        return {.verdict = Verdict::Warning,
                .text = {QT_TRANSLATE_NOOP("doctor",
                                           "The entry “fairlead” of %1 is not what Fairlead "
                                           "wrote."),
                         {client.name}},
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "Leave it if that was on purpose. To make it "
                                             "Fairlead's again, run: fairleadctl clients add %1"),
                           {client.id}}};
    case ClientState::SwitchedOff:
        return {
            .verdict = Verdict::Warning,
            .text = {QT_TRANSLATE_NOOP("doctor", "Fairlead is switched off in %1."), {client.name}},
            .remedy = {QT_TRANSLATE_NOOP("doctor", "Switch it on there.")}};
    case ClientState::Unreadable:
        return {.verdict = Verdict::Warning,
                .text = Sentence::of(client.sentence),
                .remedy = {QT_TRANSLATE_NOOP("doctor",
                                             "Correct the file in an editor, then check again.")}};
    default:
        break;
    }
    if (client.lastUsedAt.isValid())
        return {.text = {QT_TRANSLATE_NOOP("doctor", "%1 is connected and has called."),
                         {client.name}}};
    return {.text = {QT_TRANSLATE_NOOP("doctor",
                                       "%1 is set up and has not called yet. Restart it if it does "
                                       "not show Fairlead."),
                     {client.name}}};
}

} // namespace

QList<Check> clientChecks(const clients::ClientConnections &clients)
{
    QList<Check> checks;
    const auto all = clients.list();
    for (const ClientStatus &client : all) {
        const bool isBroken = client.state == ClientState::Unreadable;
        if (client.hasEntry || client.state == ClientState::Connected || isBroken)
            checks.append(immediate({QT_TRANSLATE_NOOP("doctor", "Fairlead in %1"), {client.name}},
                                    [client] { return findingFor(client); }));
    }
    return checks;
}

} // namespace fairlead::doctor
