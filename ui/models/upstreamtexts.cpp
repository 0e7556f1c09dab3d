// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/upstreamtexts.h"

#include "ui/models/servertext.h"

#include <QCoreApplication>
#include <QLocale>

namespace fairlead::ui {
namespace {

using State = gateway::PinnedTool::State;

struct UpstreamTexts
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::ui::UpstreamTexts)
};

QString standingText(const gateway::UpstreamStanding &standing)
{
    if (standing.isConnected && standing.latencyMs >= 0)
        //: %1 is a version of the protocol, %2 a number of milliseconds.
        return UpstreamTexts::tr("Connected (MCP %1). The last answer took %2 ms.")
            .arg(standing.revision, QLocale().toString(standing.latencyMs));
    if (standing.isConnected)
        //: %1 is a version of the protocol.
        return UpstreamTexts::tr("Connected (MCP %1).").arg(standing.revision);
    if (standing.nextTry.isValid())
        //: %1 is a time of day.
        return UpstreamTexts::tr("Not connected. Fairlead tries again at %1.")
            .arg(QLocale().toString(standing.nextTry.toLocalTime().time(), QLocale::ShortFormat));
    return UpstreamTexts::tr("Not connected yet.");
}

} // namespace

QStringList upstreamHealthLines(const gateway::UpstreamGlance &glance)
{
    QStringList lines{standingText(glance.standing)};
    if (!glance.standing.lastError.isEmpty())
        lines += serverText(glance.standing.lastError);
    //: %1 is a number.
    lines += UpstreamTexts::tr("Tools in use: %1.").arg(glance.inUse);
    if (glance.waiting > 0)
        //: %1 is a number.
        lines += UpstreamTexts::tr("Tools hidden until you approve them: %1.").arg(glance.waiting);
    if (glance.limit.limit.calls > 0)
        lines += upstreamLimitText(glance.limit);
    if (glance.limit.isLow())
        lines +=
            UpstreamTexts::tr("That is most of what this server takes: what goes beyond waits, "
                              "or is refused with the time to wait.");
    return lines;
}

QString upstreamLimitText(const gateway::LimitStanding &standing)
{
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(standing.limit.time);
    //: %1 of %2 requests; %n is the time in which the server takes that many.
    return UpstreamTexts::tr("%1 of %2 requests in %n minute(s) are used.",
                             nullptr,
                             static_cast<int>(minutes.count()))
        .arg(QLocale().toString(standing.used), QLocale().toString(standing.limit.calls));
}

QString toolStateText(const gateway::PinnedTool &tool)
{
    switch (tool.state()) {
    case State::Approved:
        //: A tool that programs may or may not call.
        return tool.isOn ? UpstreamTexts::tr("In use") : UpstreamTexts::tr("Switched off");
    case State::New:
        return UpstreamTexts::tr("New, hidden");
    case State::Changed:
        return UpstreamTexts::tr("Changed, hidden");
    case State::Gone:
        return UpstreamTexts::tr("Not offered any more");
    }
    return {};
}

QString toolEffectText(tools::ToolEffect effect)
{
    switch (effect) {
    case tools::ToolEffect::Read:
        //: What a tool does.
        return UpstreamTexts::tr("Reads");
    case tools::ToolEffect::Write:
        //: What a tool does.
        return UpstreamTexts::tr("Writes");
    case tools::ToolEffect::Destructive:
        //: What a tool does.
        return UpstreamTexts::tr("Deletes or overwrites");
    }
    return {};
}

bool isWaiting(const gateway::PinnedTool &tool)
{
    return tool.state() == State::New || tool.state() == State::Changed;
}

} // namespace fairlead::ui
