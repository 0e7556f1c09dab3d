// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char tokenUsage[] = "token [--ttl 1h]";

} // namespace

QCoro::Task<int> runToken(Context context, QStringList arguments)
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

} // namespace fairlead::ctl
