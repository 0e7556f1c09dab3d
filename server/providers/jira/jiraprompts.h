// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/providers/jira/jirasuggestions.h"
#include "server/tools/promptregistry.h"

namespace fairlead::providers::jira {

/**
 * Makes Jira's prompts: a short order for the model with what it needs from Jira in it, so that it
 * starts from the facts. All that is passed by reference outlives the event loop.
 */
class JiraPrompts final
{
public:
    JiraPrompts(const JiraSessions &sessions, JiraSuggestions &suggestions);

    void addTo(tools::PromptRegistry &registry);

private:
    /** Writes a prompt about one project with what the person added to it. */
    using Writer = QCoro::Task<Result<tools::PromptText>> (*)(JiraSessions::Session,
                                                              QString key,
                                                              QString extra);

    [[nodiscard]] QCoro::Task<Result<tools::PromptText>> onProject(tools::PromptCall call,
                                                                   Writer writer,
                                                                   QString extra) const;
    [[nodiscard]] QCoro::Task<Result<tools::PromptText>> planSprint(tools::PromptCall call) const;
    [[nodiscard]] QCoro::Task<Result<tools::PromptText>> documentToIssues(
        tools::PromptCall call) const;
    [[nodiscard]] QCoro::Task<Result<tools::PromptText>> triageIssues(tools::PromptCall call) const;
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(tools::CompletionQuery query);

    [[nodiscard]] Result<JiraSessions::Session> open(const tools::PromptCall &call) const;

    const JiraSessions &m_sessions;
    JiraSuggestions &m_suggestions;
};

} // namespace fairlead::providers::jira
