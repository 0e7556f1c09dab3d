// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people choose from before they publish: the part of McpDesk that only reads.
#include "server/base/text.h"
#include "server/providers/jira/metaparser.h"
#include "server/publishing/mcpdesk.h"
#include "server/publishing/neededfields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

namespace jira = providers::jira;
using Kind = AtlassianTools::Kind;

constexpr qsizetype longestName = 120;

} // namespace

QCoro::Task<Result<QList<jira::IssueType>>> McpDesk::issueTypes(QString project)
{
    const QJsonObject wanted{{u"projectIdOrKey"_s, project}};
    const auto said =
        co_await m_tools.run(u"listJiraProjectIssueTypesMetadata"_s, Kind::Read, wanted);
    if (!said)
        co_return failure(said.error());
    const auto page = jira::parser::issueTypes(said->toJson(QJsonDocument::Compact));
    if (!page)
        co_return failure(page.error());
    co_return page->types;
}

QCoro::Task<Result<QList<jira::CreateField>>> McpDesk::createFields(QString project, QString typeId)
{
    const QJsonObject wanted{{u"projectIdOrKey"_s, project}, {u"issueTypeId"_s, typeId}};
    const auto said = co_await m_tools.run(u"getJiraIssueTypeMetaWithFields"_s, Kind::Read, wanted);
    if (!said)
        co_return failure(said.error());
    const auto page = jira::parser::createFields(said->toJson(QJsonDocument::Compact));
    if (!page)
        co_return failure(page.error());
    co_return page->fields;
}

QCoro::Task<Result<QList<Choice>>> McpDesk::projects()
{
    const auto said = co_await m_tools.run(u"listJiraProjects"_s, Kind::Read, QJsonObject());
    if (!said)
        co_return failure(said.error());
    QList<Choice> all;
    const QJsonArray values = (*said)["values"_L1].toArray();
    for (const auto &project : values)
        all.append({.id = cleanedLine(project[u"key"_s].toString(), longestName),
                    .name = cleanedLine(project[u"name"_s].toString(), longestName)});
    std::ranges::sort(all, {}, &Choice::id);
    co_return all;
}

QCoro::Task<Result<QList<Choice>>> McpDesk::types(QString project)
{
    const auto types = co_await issueTypes(std::move(project));
    if (!types)
        co_return failure(types.error());
    QList<Choice> choices;
    for (const jira::IssueType &type : *types) {
        if (!type.isSubtask)
            choices.append({.id = type.id, .name = type.name});
    }
    co_return choices;
}

QCoro::Task<Result<QList<NeededField>>> McpDesk::neededFields(QString project, QString type)
{
    const auto types = co_await issueTypes(project);
    if (!types)
        co_return failure(types.error());
    const auto chosen = jira::issueTypeNamed(*types, type, project);
    if (!chosen)
        co_return failure(chosen.error());
    const auto known = co_await createFields(project, chosen->id);
    if (!known)
        co_return failure(known.error());
    co_return neededFieldsOf(project, *chosen, *known);
}

} // namespace fairlead::publishing
