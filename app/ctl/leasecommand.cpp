// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QDateTime>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "lease list [--all]";
constexpr char revokeUsage[] = "lease revoke ID…";

QString localTime(const QJsonValue &time)
{
    return QDateTime::fromString(time.toString(), Qt::ISODate)
        .toLocalTime()
        .toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString holderOf(const QJsonValue &lease)
{
    const QString name = lease[u"server_id"_s].toString();
    return name.isEmpty() ? lease[u"client"_s].toString() : name;
}

QString stateOf(const QJsonValue &lease)
{
    if (lease[u"status"_s].toString() != "active"_L1)
        return lease[u"end_reason"_s].toString();
    return lease[u"nears_end"_s].toBool() ? u"ends soon"_s : u"active"_s;
}

QStringList leaseRow(const QJsonValue &lease)
{
    const bool isActive = lease[u"status"_s].toString() == "active"_L1;
    return {lease[u"lease_id"_s].toString(),
            holderOf(lease),
            lease[u"key_prefix"_s].toString(),
            lease[u"services"_s].toVariant().toStringList().join(u", "_s),
            localTime(lease[isActive ? u"expires_at"_s : u"ended_at"_s]),
            u"%1 of %2"_s.arg(lease[u"renewals"_s].toInt()).arg(lease[u"max_renewals"_s].toInt()),
            stateOf(lease)};
}

QCoro::Task<int> listLeases(Context context, QStringList arguments)
{
    const QStringList options{u"all"_s};
    const auto parsed = Arguments::parse(arguments, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/leases"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{
        {u"ID"_s, u"HOLDER"_s, u"KEY"_s, u"SERVICES"_s, u"UNTIL"_s, u"RENEWALS"_s, u"STATE"_s}};
    QJsonArray shown;
    const QJsonArray leases = answer->value(u"leases"_s).toArray();
    for (const auto &lease : leases) {
        if (!parsed->isSet(u"all"_s) && lease[u"status"_s].toString() != "active"_L1)
            continue;
        rows.append(leaseRow(lease));
        shown.append(lease);
    }
    const QString text = shown.isEmpty() ? u"Nobody holds credentials just now."_s : table(rows);
    const QJsonObject json{{u"leases"_s, shown}};
    context.output.result(text, json);
    co_return Done;
}

QCoro::Task<int> revokeLeases(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 100);
    if (!parsed)
        co_return context.misused(parsed.error(), revokeUsage);
    const QStringList ids = parsed->positionals();
    for (const QString &id : ids) {
        const QString path = u"/api/leases/"_s + id;
        const auto revoked = co_await context.api.call("DELETE"_ba, path);
        if (!revoked)
            co_return context.failed(revoked.error());
    }
    const QJsonObject json{{u"revoked"_s, QJsonArray::fromStringList(ids)}};
    context.output.result(u"Revoked %1."_s.arg(counted(ids.size(), u"lease"_s)), json);
    co_return Done;
}

constexpr std::array<SubCommand, 2> leaseCommands{
    {{"list", listUsage, listLeases}, {"revoke", revokeUsage, revokeLeases}}};

} // namespace

QCoro::Task<int> runLease(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), leaseCommands);
}

} // namespace fairlead::ctl
