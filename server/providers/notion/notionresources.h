// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/changewatch.h"
#include "server/providers/notion/notionsessions.h"
#include "server/tools/resourceprovider.h"

namespace fairlead::providers::notion {

/**
 * Workspaces and pages by their addresses (NotionAddress), as Markdown. Only the workspaces are
 * listed: a list of that length is known without asking Notion, and each names the pages edited
 * last when it is read. All that is passed by reference outlives the event loop.
 */
class NotionResources final : public tools::ResourceProvider
{
public:
    NotionResources(const NotionSessions &sessions, ChangeWatch &watch);

    /** What a ChangeWatch needs to look at pages; a bounded number, because Notion is asked for
     * each by itself. */
    [[nodiscard]] static ChangeWatch::Service watchedPages(const NotionSessions &sessions);

    [[nodiscard]] QList<tools::Resource> list(const tools::Caller &caller) const override;
    [[nodiscard]] QList<tools::ResourceTemplate> templates(
        const tools::Caller &caller) const override;
    /** NotFound for a workspace that this caller has not connected, and for what Notion does not
     * show. */
    [[nodiscard]] QCoro::Task<Result<QList<tools::Content>>> read(
        tools::ResourceRead wish) override;
    /** Workspaces by what their name begins with, pages by words of their title. */
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(
        tools::CompletionQuery query) override;
    /** Pages only: nobody is told when something changes somewhere in a workspace. */
    [[nodiscard]] Result<std::unique_ptr<tools::Following>> follow(
        const QString &uri, const tools::Caller &caller) override;

private:
    const NotionSessions &m_sessions;
    ChangeWatch &m_watch;
};

} // namespace fairlead::providers::notion
