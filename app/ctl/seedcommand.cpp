// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

using namespace Qt::StringLiterals;

namespace fairlead::ctl {

QCoro::Task<int> runSeed(Context context, QStringList arguments)
{
    constexpr char seedUsage[] = "seed --development";
    const QStringList options{u"development"_s};
    const auto parsed = Arguments::parse(arguments, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), seedUsage);
    if (!parsed->isSet(u"development"_s))
        co_return context.misused(
            {.code = ErrorCode::InvalidInput, .message = u"Say that it is for development."_s},
            seedUsage);
    const auto made = co_await context.api.call("POST"_ba, u"/api/development-seed"_s);
    if (!made)
        co_return context.failed(made.error());
    const QString text = made->value(u"seeded"_s).toBool()
        ? u"Made Ada, Ben and Cleo, the organizations Northwind and Contoso, connections to "
          "services that do not exist, and leases; one ends in five minutes.\nAda's management "
          "token, good for a day and shown once:\n%1"_s.arg(made->value(u"token"_s).toString())
        : u"It was seeded before; nothing was changed."_s;
    context.output.result(text, *made);
    co_return Done;
}

} // namespace fairlead::ctl
