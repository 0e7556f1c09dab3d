// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/atlassian/atlassianmcp.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Effect = McpTool::Effect;

} // namespace

const QList<AtlassianMcp::Entry> &AtlassianMcp::entries()
{
    static const QList<Entry> all{
        {{u"getAccessibleAtlassianResources"_s, u"Lists the sites that you can use."_s}, nullptr},
        {{u"atlassianUserInfo"_s, u"Tells who you are."_s}, nullptr},
        {{u"getToolDescription"_s, u"Describes a tool."_s, u"name*"_s}, nullptr},
        {{u"discover"_s,
          u"Finds more tools, to be run by executeRead and its kind."_s,
          u"query*"_s},
         nullptr},
        {{u"executeRead"_s, u"Runs a tool that reads."_s, u"name* cloudId* inputs{}"_s}, nullptr},
        {{u"executeWrite"_s,
          u"Runs a tool that writes."_s,
          u"name* cloudId* inputs{}"_s,
          Effect::Write},
         nullptr},
        {{u"executeDestructive"_s,
          u"Runs a tool that deletes."_s,
          u"name* cloudId* inputs{}"_s,
          Effect::Destructive},
         nullptr},
        {{u"getJiraIssue"_s, u"Gets an issue."_s, u"cloudId* issueIdOrKey* fields[]"_s},
         &AtlassianMcp::getIssue},
        {{u"searchJiraIssuesUsingJql"_s,
          u"Searches issues."_s,
          u"cloudId* jql* fields[] maxResults# nextPageToken"_s},
         &AtlassianMcp::search},
        {{u"createJiraIssue"_s,
          u"Creates an issue; the description is Markdown."_s,
          u"cloudId* projectKey* issueType* summary* description parent assignee priority "
          "additional_fields{}"_s,
          Effect::Write},
         &AtlassianMcp::create},
        {{u"editJiraIssue"_s,
          u"Changes fields of an issue; the description is Markdown."_s,
          u"cloudId* issueIdOrKey* fields{}*"_s,
          Effect::Write},
         &AtlassianMcp::edit},
        {{u"transitionJiraIssue"_s,
          u"Moves an issue to another status."_s,
          u"cloudId* issueIdOrKey* transition{}*"_s,
          Effect::Write},
         &AtlassianMcp::transition},
        {{u"listJiraIssueTransitions"_s,
          u"Lists where an issue can go."_s,
          u"cloudId* issueIdOrKey*"_s,
          Effect::Read,
          false},
         &AtlassianMcp::transitions},
        {{u"listJiraIssueComments"_s,
          u"Lists comments."_s,
          u"cloudId* issueIdOrKey*"_s,
          Effect::Read,
          false},
         &AtlassianMcp::comments},
        {{u"listJiraProjects"_s, u"Lists projects."_s, u"cloudId* query"_s, Effect::Read, false},
         &AtlassianMcp::projects},
        {{u"listJiraProjectIssueTypesMetadata"_s,
          u"Lists the issue types of a project."_s,
          u"cloudId* projectIdOrKey*"_s,
          Effect::Read,
          false},
         &AtlassianMcp::issueTypes},
        {{u"getJiraIssueTypeMetaWithFields"_s,
          u"Lists the fields of an issue type."_s,
          u"cloudId* projectIdOrKey* issueTypeId*"_s,
          Effect::Read,
          false},
         &AtlassianMcp::createFields},
        {{u"addOrEditJiraIssueComment"_s,
          u"Comments an issue, in Markdown."_s,
          u"cloudId* issueIdOrKey* commentBody*"_s,
          Effect::Write,
          false},
         &AtlassianMcp::comment},
        {{u"uploadAttachmentToJiraIssue"_s,
          u"Attaches a local file to an issue: first with filePath, for a command that uploads it; "
          "then with the fileId that the command has printed."_s,
          u"cloudId* issueIdOrKey* filePath fileId"_s,
          Effect::Write,
          false},
         &AtlassianMcp::upload},
        {{u"deleteJiraIssue"_s,
          u"Deletes an issue."_s,
          u"cloudId* issueIdOrKey*"_s,
          Effect::Destructive,
          false},
         &AtlassianMcp::remove}};
    return all;
}

} // namespace fairlead::sandbox
