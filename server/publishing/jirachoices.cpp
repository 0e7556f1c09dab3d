// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people choose from before they publish: the part of JiraDesk that only reads.
#include "server/publishing/jiradesk.h"
#include "server/publishing/neededfields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

namespace jira = providers::jira;

constexpr int projectsAtOnce = 50; // Jira's limit
constexpr qsizetype mostProjects = 1000; // more nobody looks through

} // namespace

QCoro::Task<Result<QList<Choice>>> JiraDesk::projects()
{
    QList<Choice> all;
    while (all.size() < mostProjects) {
        auto asked = co_await m_session.client->projects(QString(), all.size(), projectsAtOnce);
        const auto page = m_tools.sessions.noted(m_session.connection, std::move(asked));
        if (!page)
            co_return failure(page.error());
        for (const jira::Project &project : page->projects)
            all.append({.id = project.key, .name = project.name});
        if (page->isLast || page->projects.isEmpty())
            break;
    }
    std::ranges::sort(all, {}, &Choice::id);
    co_return all;
}

QCoro::Task<Result<QList<Choice>>> JiraDesk::types(QString project)
{
    auto asked = co_await m_session.client->issueTypes(project);
    const auto types = m_tools.sessions.noted(m_session.connection, std::move(asked));
    if (!types)
        co_return failure(types.error());
    QList<Choice> choices;
    for (const jira::IssueType &type : *types) {
        if (!type.isSubtask)
            choices.append({.id = type.id, .name = type.name});
    }
    co_return choices;
}

QCoro::Task<Result<QList<NeededField>>> JiraDesk::neededFields(QString project, QString type)
{
    auto askedTypes = co_await m_session.client->issueTypes(project);
    const auto types = m_tools.sessions.noted(m_session.connection, std::move(askedTypes));
    if (!types)
        co_return failure(types.error());
    const auto chosen = jira::issueTypeNamed(*types, type, project);
    if (!chosen)
        co_return failure(chosen.error());
    auto askedFields = co_await m_session.client->createFields(project, chosen->id);
    const auto known = m_tools.sessions.noted(m_session.connection, std::move(askedFields));
    if (!known)
        co_return failure(known.error());
    co_return neededFieldsOf(project, *chosen, *known);
}

} // namespace fairlead::publishing
