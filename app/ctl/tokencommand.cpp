// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char tokenUsage[] = "token [--ttl 1h]";
constexpr char listUsage[] = "token list";
constexpr char revokeUsage[] = "token revoke ID";

QCoro::Task<int> issue(Context context, QStringList arguments)
{
    const QStringList options{u"ttl="_s};
    const auto parsed = Arguments::parse(arguments, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), tokenUsage);
    QJsonObject body;
    if (parsed->isSet(u"ttl"_s)) {
        const auto seconds = parseDuration(parsed->value(u"ttl"_s));
        if (!seconds)
            co_return context.misused(seconds.error(), tokenUsage);
        body.insert(u"expires_in"_s, *seconds);
    }
    const auto token = co_await context.api.call("POST"_ba, u"/api/tokens"_s, body);
    if (!token)
        co_return context.failed(token.error());
    context.output.result(token->value(u"token"_s).toString(), *token);
    co_return Done;
}

QCoro::Task<int> list(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/tokens"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"ID"_s, u"USER"_s, u"ISSUED"_s, u"EXPIRES"_s, u"REVOKED"_s}};
    const QJsonArray tokens = answer->value(u"tokens"_s).toArray();
    for (const auto &token : tokens)
        rows.append({token["id"_L1].toString(),
                     token["user_id"_L1].toString(),
                     token["issued_at"_L1].toString(),
                     token["expires_at"_L1].toString(),
                     token["revoked_at"_L1].toString()});
    context.output.result(table(rows), *answer);
    co_return Done;
}

QCoro::Task<int> revoke(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), revokeUsage);
    const QString id = parsed->positional(0);
    const QString path = u"/api/tokens/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id));
    const auto revoked = co_await context.api.call("DELETE"_ba, path);
    if (!revoked)
        co_return context.failed(revoked.error());
    const QJsonObject json{{u"id"_s, id}};
    context.output.result(u"Revoked. It opens nothing any more."_s, json);
    co_return Done;
}

} // namespace

QCoro::Task<int> runToken(Context context, QStringList arguments)
{
    if (arguments.value(0) == "list"_L1)
        return list(context, arguments.sliced(1));
    if (arguments.value(0) == "revoke"_L1)
        return revoke(context, arguments.sliced(1));
    return issue(context, std::move(arguments));
}

} // namespace fairlead::ctl
