// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QJsonArray>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char connectUsage[] = "connect credential NAME";
constexpr char listUsage[] = "credentials list";
constexpr char removeUsage[] = "credentials remove NAME";

const QString credentialsPath = u"/api/credentials"_s;

QString credentialPath(const QString &name)
{
    return credentialsPath + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QCoro::Task<int> listCredentials(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, credentialsPath);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"NAME"_s, u"CHANGED"_s, u"ID"_s}};
    const QJsonArray all = answer->value(u"credentials"_s).toArray();
    for (const auto &credential : all)
        rows.append({credential[u"service"_s].toString(),
                     credential[u"changed_at"_s].toString(),
                     credential[u"id"_s].toString()});
    const QString none =
        u"No credential is kept. Keep one by: fairleadctl connect credential NAME"_s;
    context.output.result(all.isEmpty() ? none : table(rows), *answer);
    co_return Done;
}

QCoro::Task<int> removeCredential(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), removeUsage);
    const QString name = parsed->positional(0);
    const auto removed = co_await context.api.call("DELETE"_ba, credentialPath(name));
    if (!removed)
        co_return context.failed(removed.error());
    const QJsonObject json{{u"removed"_s, name}};
    context.output.result(u"Removed “%1”. The leases that held it have ended."_s.arg(name), json);
    co_return Done;
}

constexpr std::array<SubCommand, 2> credentialsCommands{
    {{"list", listUsage, listCredentials}, {"remove", removeUsage, removeCredential}}};

} // namespace

QCoro::Task<int> connectCredential(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), connectUsage);
    const QString name = parsed->positional(0);
    const auto value = readSecret(u"Value of %1"_s.arg(name));
    if (!value)
        co_return context.misused(value.error(), connectUsage);
    const QJsonObject body{{u"value"_s, QString::fromUtf8(value->reveal())}};
    const auto kept = co_await context.api.call("PUT"_ba, credentialPath(name), body);
    if (!kept)
        co_return context.failed(kept.error());
    context.output.result(u"“%1” is kept, sealed. Programs get it by a lease: fairleadctl exec "
                          "--with %1 -- CMD"_s.arg(name),
                          *kept);
    co_return Done;
}

QCoro::Task<int> runCredentials(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), credentialsCommands);
}

} // namespace fairlead::ctl
