// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jiratools.h"

/** What nearly every tool reads from its call and says in its answer. */
namespace fairlead::providers::jira {

/** A text argument without space around it; empty when it was not given. */
[[nodiscard]] inline QString textOf(const tools::ToolCall &call, QLatin1StringView name)
{
    return call.arguments.value(name).toString().trimmed();
}

/** "https://company.atlassian.net/browse/ABC-1" */
[[nodiscard]] inline QString urlText(const JiraSessions::Session &session, const QString &key)
{
    return QString::fromLatin1(text::issueUrl(session.connection.site, key).toEncoded());
}

} // namespace fairlead::providers::jira
