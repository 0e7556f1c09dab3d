// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/organizations.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "organization list";
constexpr char createUsage[] = "organization create NAME";
constexpr char renameUsage[] = "organization rename ORGANIZATION NAME";
constexpr char deleteUsage[] = "organization delete ORGANIZATION";
constexpr char membersUsage[] = "organization members ORGANIZATION";
constexpr char roleUsage[] = "organization role ORGANIZATION MEMBER owner|admin|member";
constexpr char removeUsage[] = "organization remove ORGANIZATION MEMBER";
constexpr char leaveUsage[] = "organization leave ORGANIZATION";
constexpr char connectionsUsage[] = "organization connections ORGANIZATION";
constexpr char shareUsage[] = "organization share ORGANIZATION CONNECTION all|admins|MEMBER…";

NamedList memberList(const QString &organizationPath)
{
    return {.path = organizationPath + u"/members"_s,
            .member = u"members"_s,
            .names = {u"user_id"_s, u"email"_s, u"name"_s},
            .what = u"member"_s};
}

QCoro::Task<int> listOrganizations(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, organizationList().path);
    if (!answer)
        co_return context.failed(answer.error());
    const QJsonArray all = answer->value(u"organizations"_s).toArray();
    const QStringList heading{u"ID"_s, u"NAME"_s, u"YOUR ROLE"_s};
    const QStringList columns{u"id"_s, u"name"_s, u"role"_s};
    context.output.result(
        all.isEmpty() ? u"You are in no organization."_s : tableOf(all, heading, columns), *answer);
    co_return Done;
}

QCoro::Task<int> createOrganization(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), createUsage);
    const QJsonObject body{{u"name"_s, parsed->positional(0)}};
    const auto made = co_await context.api.call("POST"_ba, organizationList().path, body);
    if (!made)
        co_return context.failed(made.error());
    context.output.result(u"Made the organization “%1” (%2); you are its owner."_s.arg(
                              made->value(u"name"_s).toString(), made->value(u"id"_s).toString()),
                          *made);
    co_return Done;
}

QCoro::Task<int> renameOrganization(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 2, 2);
    if (!parsed)
        co_return context.misused(parsed.error(), renameUsage);
    const auto path = co_await organizationPath(context, parsed->positional(0));
    if (!path)
        co_return context.failed(path.error());
    const QJsonObject body{{u"name"_s, parsed->positional(1)}};
    const auto renamed = co_await context.api.call("PATCH"_ba, *path, body);
    if (!renamed)
        co_return context.failed(renamed.error());
    context.output.result(u"It is called “%1” now."_s.arg(renamed->value(u"name"_s).toString()),
                          *renamed);
    co_return Done;
}

QCoro::Task<int> deleteOrganization(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), deleteUsage);
    const QString name = parsed->positional(0);
    const auto path = co_await organizationPath(context, name);
    if (!path)
        co_return context.failed(path.error());
    co_return co_await removed(context, *path, u"Deleted the organization “%1”."_s.arg(name));
}

QCoro::Task<int> listMembers(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), membersUsage);
    const auto path = co_await organizationPath(context, parsed->positional(0), u"/members"_s);
    if (!path)
        co_return context.failed(path.error());
    const auto answer = co_await context.api.call("GET"_ba, *path);
    if (!answer)
        co_return context.failed(answer.error());
    const QStringList heading{u"ID"_s, u"NAME"_s, u"EMAIL"_s, u"ROLE"_s};
    const QStringList columns{u"user_id"_s, u"name"_s, u"email"_s, u"role"_s};
    context.output.result(tableOf(answer->value(u"members"_s).toArray(), heading, columns),
                          *answer);
    co_return Done;
}

/** The path of a member by name, e-mail address or id. */
QCoro::Task<Result<QString>> memberPath(Context context, QString organization, QString wanted)
{
    const auto path = co_await organizationPath(context, organization);
    if (!path)
        co_return failure(path.error());
    const NamedList members = memberList(*path);
    const auto member = co_await findNamed(context, members, wanted);
    if (!member)
        co_return failure(member.error());
    const QString found = members.path + u'/' + member->value(u"user_id"_s).toString();
    co_return found;
}

QCoro::Task<int> setRole(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 3, 3);
    if (!parsed)
        co_return context.misused(parsed.error(), roleUsage);
    const auto path = co_await memberPath(context, parsed->positional(0), parsed->positional(1));
    if (!path)
        co_return context.failed(path.error());
    const QJsonObject body{{u"role"_s, parsed->positional(2)}};
    const auto member = co_await context.api.call("PATCH"_ba, *path, body);
    if (!member)
        co_return context.failed(member.error());
    context.output.result(u"The role of %1 is %2 now."_s.arg(member->value(u"name"_s).toString(),
                                                             member->value(u"role"_s).toString()),
                          *member);
    co_return Done;
}

QCoro::Task<int> removeMember(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 2, 2);
    if (!parsed)
        co_return context.misused(parsed.error(), removeUsage);
    const auto path = co_await memberPath(context, parsed->positional(0), parsed->positional(1));
    if (!path)
        co_return context.failed(path.error());
    co_return co_await removed(
        context,
        *path,
        u"Removed %1, who can use none of its connections any more."_s.arg(parsed->positional(1)));
}

QCoro::Task<int> leave(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), leaveUsage);
    const auto me = co_await context.api.call("GET"_ba, u"/api/mcp/me"_s);
    if (!me)
        co_return context.failed(me.error());
    const auto path = co_await organizationPath(
        context, parsed->positional(0), u"/members/"_s + me->value(u"user_id"_s).toString());
    if (!path)
        co_return context.failed(path.error());
    co_return co_await removed(context, *path, u"You left “%1”."_s.arg(parsed->positional(0)));
}

QCoro::Task<int> listShared(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), connectionsUsage);
    const auto path = co_await organizationPath(context, parsed->positional(0), u"/connections"_s);
    if (!path)
        co_return context.failed(path.error());
    const auto answer = co_await context.api.call("GET"_ba, *path);
    if (!answer)
        co_return context.failed(answer.error());
    const QJsonArray all = answer->value(u"connections"_s).toArray();
    const QStringList heading{u"ID"_s, u"SERVICE"_s, u"SITE"_s, u"SHARED WITH"_s, u"STATE"_s};
    const QStringList columns{u"id"_s, u"provider_type"_s, u"name"_s, u"shared_with"_s, u"state"_s};
    context.output.result(all.isEmpty() ? u"It shares no connection with you."_s
                                        : tableOf(all, heading, columns),
                          *answer);
    co_return Done;
}

/** "all", "admins", or the ids of members. */
QCoro::Task<Result<QJsonValue>> sharedWith(Context context, QString path, QStringList names)
{
    if (names == QStringList{u"all"_s})
        co_return QJsonValue(u"all_members"_s);
    if (names == QStringList{u"admins"_s})
        co_return QJsonValue(u"admins_only"_s);
    const NamedList members = memberList(path);
    QJsonArray ids;
    for (const QString &name : std::as_const(names)) {
        const auto member = co_await findNamed(context, members, name);
        if (!member)
            co_return failure(member.error());
        ids.append(member->value(u"user_id"_s));
    }
    co_return QJsonValue(ids);
}

QCoro::Task<int> share(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 3, 100);
    if (!parsed)
        co_return context.misused(parsed.error(), shareUsage);
    const auto path = co_await organizationPath(context, parsed->positional(0));
    if (!path)
        co_return context.failed(path.error());
    const NamedList connections = connectionList();
    const auto connection = co_await findNamed(context, connections, parsed->positional(1));
    if (!connection)
        co_return context.failed(connection.error());
    QStringList names = parsed->positionals().sliced(2);
    const auto with = co_await sharedWith(context, *path, std::move(names));
    if (!with)
        co_return context.failed(with.error());
    const QString place = *path + u"/connections/"_s + connection->value(u"id"_s).toString();
    const QJsonObject body{{u"shared_with"_s, *with}};
    const auto shared = co_await context.api.call("PUT"_ba, place, body);
    if (!shared)
        co_return context.failed(shared.error());
    context.output.result(
        u"%1 belongs to “%2” now. Its owners and admins manage it."_s.arg(
            shared->value(u"name"_s).toString(),
            shared->value(u"organization"_s).toObject().value(u"name"_s).toString()),
        *shared);
    co_return Done;
}

constexpr std::array<SubCommand, 10> ownSubCommands{{{"list", listUsage, listOrganizations},
                                                     {"create", createUsage, createOrganization},
                                                     {"rename", renameUsage, renameOrganization},
                                                     {"delete", deleteUsage, deleteOrganization},
                                                     {"members", membersUsage, listMembers},
                                                     {"role", roleUsage, setRole},
                                                     {"remove", removeUsage, removeMember},
                                                     {"leave", leaveUsage, leave},
                                                     {"connections", connectionsUsage, listShared},
                                                     {"share", shareUsage, share}}};

} // namespace

QCoro::Task<int> runOrganization(Context context, QStringList arguments)
{
    const auto invitations = invitationSubCommands();
    QList<SubCommand> all(ownSubCommands.begin(), ownSubCommands.end());
    for (const SubCommand &each : invitations)
        all.append(each);
    co_return co_await runSubCommand(context, std::move(arguments), all);
}

} // namespace fairlead::ctl
