// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/toolsets.h"

#include "server/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestName = 64;

QStringList namesOfAll()
{
    QStringList names;
    for (const Toolset &toolset : allToolsets())
        names.append(toolset.name);
    return names;
}

} // namespace

const QList<Toolset> &allToolsets()
{
    static const QList<Toolset> toolsets{
        {u"jira_issues"_s, u"jira"_s, u"Jira: assign and delete, edit comments"_s},
        {u"jira_agile"_s, u"jira"_s, u"Jira: boards and sprints"_s},
        {u"jira_versions"_s, u"jira"_s, u"Jira: versions and releases"_s},
        {u"jira_links"_s, u"jira"_s, u"Jira: web links, removing links"_s},
        {u"jira_watchers"_s, u"jira"_s, u"Jira: watchers"_s},
        {u"jira_worklogs"_s, u"jira"_s, u"Jira: work logs"_s},
        {u"jira_attachments"_s, u"jira"_s, u"Jira: uploading and deleting attachments"_s},
        {u"jira_changelog"_s, u"jira"_s, u"Jira: change history"_s},
        {u"jira_bulk"_s, u"jira"_s, u"Jira: many issues at once"_s},
        {u"jira_jql"_s, u"jira"_s, u"Jira: help with JQL, fields and filters"_s},
        {u"jira_dev"_s, u"jira"_s, u"Jira: branches, commits and pull requests"_s},
        {u"jira_service"_s, u"jira"_s, u"Jira Service Management: requests and queues"_s},
        {u"jira_publishing"_s, u"jira"_s, u"Jira: publishing files as issues"_s},
        {u"notion_pages"_s, u"notion"_s, u"Notion: trash, restore and move pages"_s},
        {u"notion_blocks"_s, u"notion"_s, u"Notion: single blocks"_s},
        {u"notion_schema"_s, u"notion"_s, u"Notion: databases and their columns"_s},
        {u"notion_views"_s, u"notion"_s, u"Notion: views"_s},
        {u"notion_comments"_s, u"notion"_s, u"Notion: edit and delete comments"_s},
        {u"notion_files"_s, u"notion"_s, u"Notion: file uploads"_s},
        {u"notion_templates"_s, u"notion"_s, u"Notion: templates"_s},
        {u"notion_tasks"_s, u"notion"_s, u"Notion: long-running tasks"_s},
        {u"openproject"_s, u"openproject"_s, u"OpenProject"_s, true},
        {u"todoist"_s, u"todoist"_s, u"Todoist"_s, true},
        {u"sentry"_s, u"sentry"_s, u"Sentry"_s, true},
    };
    return toolsets;
}

Result<QStringList> checkedToolsets(const QStringList &names)
{
    const QStringList known = namesOfAll();
    QStringList checked;
    for (const QString &name : names) {
        const QString written = name.trimmed().toLower();
        if (written == everyToolset)
            return QStringList{everyToolset};
        if (written.isEmpty())
            continue;
        if (!known.contains(written)) {
            return failure(ErrorCode::InvalidInput,
                           u"There is no toolset “%1”. There are: %2, or all."_s.arg(
                               cleanedLine(name, longestName), known.join(u", "_s)));
        }
        checked.append(written);
    }
    checked.removeDuplicates();
    checked.sort();
    return checked;
}

bool isSwitchedOn(const QString &toolset, const Caller &caller)
{
    return toolset.isEmpty() || caller.keyId.isEmpty() || caller.toolsets.contains(toolset)
        || caller.toolsets.contains(everyToolset);
}

} // namespace fairlead::tools
