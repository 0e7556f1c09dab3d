// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

QCoro::Task<int> setPaused(Context context, QStringList arguments, const char *usage, bool paused)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), usage);
    const QJsonObject body{{u"paused"_s, paused}};
    const auto answer = co_await context.api.call("PUT"_ba, u"/api/pause"_s, body);
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(paused ? u"Paused: clients get no answers until: fairleadctl resume"_s
                                 : u"Clients get answers again."_s,
                          *answer);
    co_return Done;
}

} // namespace

QCoro::Task<int> runPause(Context context, QStringList arguments)
{
    return setPaused(context, std::move(arguments), "pause", true);
}

QCoro::Task<int> runResume(Context context, QStringList arguments)
{
    return setPaused(context, std::move(arguments), "resume", false);
}

} // namespace fairlead::ctl
