// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirapromptdefinitions.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::definitions {
namespace {

using tools::PromptArgument;
using tools::PromptDefinition;

PromptArgument project()
{
    return {u"project"_s, u"Project key"_s, true};
}

PromptArgument connection()
{
    return {u"connection"_s, u"Jira site, if several are connected"_s, false};
}

} // namespace

PromptDefinition planSprint()
{
    return {.name = u"plan_sprint"_s,
            .title = u"Plan a sprint"_s,
            .description = u"Proposes the next sprint from a project's open issues"_s,
            .arguments = {
                project(), {u"goal"_s, u"What the sprint is to achieve"_s, false}, connection()}};
}

PromptDefinition documentToIssues()
{
    return {.name = u"document_to_issues"_s,
            .title = u"Turn a document into issues"_s,
            .description = u"Breaks a document down into Jira issues, after your approval"_s,
            .arguments = {project(),
                          {u"document"_s, u"Its text, or where it is"_s, true},
                          connection()},
            .effect = tools::ToolEffect::Write};
}

PromptDefinition triageIssues()
{
    return {.name = u"triage_issues"_s,
            .title = u"Triage open issues"_s,
            .description = u"Says what to do first with somebody's open issues, and what to drop"_s,
            .arguments = {{u"assignee"_s, u"Whose: a name, or me (default)"_s, false},
                          {u"project"_s, u"Only this project: its key"_s, false},
                          connection()}};
}

} // namespace fairlead::providers::jira::definitions
