// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/organizations.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char inviteUsage[] = "organization invite ORGANIZATION USER [--role admin|owner]";
constexpr char invitationsUsage[] = "organization invitations [ORGANIZATION]";
constexpr char withdrawUsage[] = "organization withdraw ORGANIZATION USER";
constexpr char acceptUsage[] = "organization accept ORGANIZATION";
constexpr char declineUsage[] = "organization decline ORGANIZATION";

NamedList invitationList(const QString &path, const QString &name)
{
    return {.path = path,
            .member = u"invitations"_s,
            .names = {u"id"_s, name},
            .what = u"invitation"_s};
}

QCoro::Task<int> invite(Context context, QStringList arguments)
{
    const QStringList options{u"role="_s};
    const auto parsed = Arguments::parse(arguments, options, 2, 2);
    if (!parsed)
        co_return context.misused(parsed.error(), inviteUsage);
    const auto path = co_await organizationPath(context, parsed->positional(0), u"/invitations"_s);
    if (!path)
        co_return context.failed(path.error());
    QJsonObject body{{u"user"_s, parsed->positional(1)}};
    if (parsed->isSet(u"role"_s))
        body.insert(u"role"_s, parsed->value(u"role"_s));
    const auto made = co_await context.api.call("POST"_ba, *path, body);
    if (!made)
        co_return context.failed(made.error());
    context.output.result(
        u"Invited %1, who answers until %2 with: fairleadctl organization accept \"%3\""_s.arg(
            made->value(u"user_name"_s).toString(),
            made->value(u"expires_at"_s).toString(),
            made->value(u"organization_name"_s).toString()),
        *made);
    co_return Done;
}

QCoro::Task<int> listInvitations(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), invitationsUsage);
    Result<QString> path = u"/api/invitations"_s;
    if (!parsed->positionals().isEmpty())
        path = co_await organizationPath(context, parsed->positional(0), u"/invitations"_s);
    if (!path)
        co_return context.failed(path.error());
    const auto answer = co_await context.api.call("GET"_ba, *path);
    if (!answer)
        co_return context.failed(answer.error());
    const QJsonArray all = answer->value(u"invitations"_s).toArray();
    const QStringList heading{
        u"ORGANIZATION"_s, u"WHO"_s, u"ROLE"_s, u"INVITED BY"_s, u"UNTIL"_s, u"ID"_s};
    const QStringList columns{u"organization_name"_s,
                              u"user_name"_s,
                              u"role"_s,
                              u"invited_by"_s,
                              u"expires_at"_s,
                              u"id"_s};
    context.output.result(
        all.isEmpty() ? u"No invitation waits."_s : tableOf(all, heading, columns), *answer);
    co_return Done;
}

QCoro::Task<int> withdraw(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 2, 2);
    if (!parsed)
        co_return context.misused(parsed.error(), withdrawUsage);
    const auto path = co_await organizationPath(context, parsed->positional(0), u"/invitations"_s);
    if (!path)
        co_return context.failed(path.error());
    const NamedList waiting = invitationList(*path, u"user_name"_s);
    const auto found = co_await findNamed(context, waiting, parsed->positional(1));
    if (!found)
        co_return context.failed(found.error());
    co_return co_await removed(context,
                               *path + u'/' + found->value(u"id"_s).toString(),
                               u"Withdrew the invitation of %1."_s.arg(parsed->positional(1)));
}

/** The path of one's own invitation by its id or the organization's name. */
QCoro::Task<Result<QString>> ownInvitation(Context context, QString wanted)
{
    const NamedList waiting = invitationList(u"/api/invitations"_s, u"organization_name"_s);
    const auto found = co_await findNamed(context, waiting, wanted);
    if (!found)
        co_return failure(found.error());
    const QString path = waiting.path + u'/' + found->value(u"id"_s).toString();
    co_return path;
}

QCoro::Task<int> accept(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), acceptUsage);
    const auto path = co_await ownInvitation(context, parsed->positional(0));
    if (!path)
        co_return context.failed(path.error());
    const auto joined = co_await context.api.call("POST"_ba, *path + u"/accept"_s);
    if (!joined)
        co_return context.failed(joined.error());
    context.output.result(
        u"You are in “%1” now; your role: %2."_s.arg(joined->value(u"name"_s).toString(),
                                                     joined->value(u"role"_s).toString()),
        *joined);
    co_return Done;
}

QCoro::Task<int> decline(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), declineUsage);
    const auto path = co_await ownInvitation(context, parsed->positional(0));
    if (!path)
        co_return context.failed(path.error());
    co_return co_await removed(context, *path, u"Declined."_s);
}

constexpr std::array<SubCommand, 5> subCommands{{{"invite", inviteUsage, invite},
                                                 {"invitations", invitationsUsage, listInvitations},
                                                 {"withdraw", withdrawUsage, withdraw},
                                                 {"accept", acceptUsage, accept},
                                                 {"decline", declineUsage, decline}}};

} // namespace

std::span<const SubCommand> invitationSubCommands()
{
    return subCommands;
}

} // namespace fairlead::ctl
