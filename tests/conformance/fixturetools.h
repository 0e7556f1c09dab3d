// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/changefeed.h"
#include "server/tools/toolinvoker.h"

#include <map>

namespace fairlead::conformance {

/** The tools that the official conformance suite calls, by their names there. */
class FixtureTools final : public tools::ToolInvoker
{
public:
    explicit FixtureTools(tools::ChangeFeed &changes);

    [[nodiscard]] QList<tools::ToolDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invoke(tools::ToolCall call) override;

    /** Without a schema the tool takes no arguments. */
    void add(const QString &name, tools::ToolHandler handler, const QJsonObject &schema = {});

private:
    struct Entry
    {
        tools::ToolDefinition definition;
        tools::ToolHandler handler;
    };
    std::map<QString, Entry> m_tools;
};

/** The tools of three chapters of the suite. */
void addContentTools(FixtureTools &tools);
void addClientTools(FixtureTools &tools);
void addRoundTripTools(FixtureTools &tools);

} // namespace fairlead::conformance
