// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/providers/jira/jirasuggestions.h"
#include "server/providers/jira/jirawatch.h"
#include "server/tools/resourceprovider.h"

namespace fairlead::providers::jira {

struct JiraAddress;

/**
 * Sites, projects and issues by their addresses (JiraAddress), as Markdown. Only the sites are
 * listed: a list of that length is known without asking Jira, and each names its projects when it
 * is read. All that is passed by reference outlives the event loop.
 */
class JiraResources final : public tools::ResourceProvider
{
public:
    JiraResources(const JiraSessions &sessions, JiraSuggestions &suggestions, JiraWatch &watch);

    [[nodiscard]] QList<tools::Resource> list(const tools::Caller &caller) const override;
    [[nodiscard]] QList<tools::ResourceTemplate> templates(
        const tools::Caller &caller) const override;
    /** NotFound for a site that this caller has not connected, and for what Jira does not show. */
    [[nodiscard]] QCoro::Task<Result<QList<tools::Content>>> read(
        tools::ResourceRead wish) override;
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(
        tools::CompletionQuery query) override;
    /** Issues only: nobody is told when a project changes. */
    [[nodiscard]] Result<std::unique_ptr<tools::Following>> follow(
        const QString &uri, const tools::Caller &caller) override;

private:
    const JiraSessions &m_sessions;
    JiraSuggestions &m_suggestions;
    JiraWatch &m_watch;
};

} // namespace fairlead::providers::jira
