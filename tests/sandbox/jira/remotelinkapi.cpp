// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/remotelinkapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

#include <QUrl>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject shown(const JiraRemoteLink &link, const QString &self)
{
    QJsonObject result{{u"id"_s, link.id.toLongLong()},
                       {u"self"_s, self},
                       {u"application"_s, QJsonObject()},
                       {u"object"_s, link.object}};
    if (!link.globalId.isEmpty())
        result.insert(u"globalId"_s, link.globalId);
    if (!link.relationship.isEmpty())
        result.insert(u"relationship"_s, link.relationship);
    return result;
}

} // namespace

JiraHandlers RemoteLinkApi::handlers()
{
    return {{u"getRemoteIssueLinks"_s, [this](auto &call) { return list(call); }},
            {u"createOrUpdateRemoteIssueLink"_s, [this](auto &call) { return save(call); }},
            {u"deleteRemoteIssueLinkById"_s, [this](auto &call) { return removeById(call); }},
            {u"deleteRemoteIssueLinkByGlobalId"_s,
             [this](auto &call) { return removeByGlobalId(call); }}};
}

std::optional<Response> RemoteLinkApi::refused(const JiraCall &call, const JiraIssue *issue)
{
    if (!issue)
        return issueNotFound();
    if (!m_site.allows(call.caller, *issue, Permission::LinkIssues))
        return jiraError(403, u"You do not have the permission to link issues."_s);
    return std::nullopt;
}

Response RemoteLinkApi::list(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    QJsonArray links;
    for (const JiraRemoteLink &link : issue->remoteLinks)
        links.append(shown(
            link, rendererFor(call).link(u"issue/%1/remotelink/%2"_s.arg(issue->key, link.id))));
    return Response::json(200, links);
}

Response RemoteLinkApi::save(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (const auto refusal = refused(call, issue))
        return *refusal;
    JiraRemoteLink link{.id = {},
                        .globalId = call.body["globalId"_L1].toString(),
                        .relationship = call.body["relationship"_L1].toString(),
                        .object = call.body["object"_L1].toObject()};
    const QUrl url(link.object["url"_L1].toString(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty())
        return jiraErrors(400, {{u"url"_s, u"An invalid URL was specified."_s}});
    if (link.object["title"_L1].toString().trimmed().isEmpty())
        return jiraErrors(400, {{u"title"_s, u"'title' is required."_s}});
    const auto known = std::find_if(
        issue->remoteLinks.begin(), issue->remoteLinks.end(), [&](const JiraRemoteLink &old) {
            return !link.globalId.isEmpty() && old.globalId == link.globalId;
        });
    const bool isNew = known == issue->remoteLinks.end();
    link.id = isNew ? m_site.nextId() : known->id;
    if (isNew)
        issue->remoteLinks.append(link);
    else
        *known = link;
    const QString self =
        rendererFor(call).link(u"issue/%1/remotelink/%2"_s.arg(issue->key, link.id));
    return Response::json(isNew ? 201 : 200,
                          QJsonObject{{u"id"_s, link.id.toLongLong()}, {u"self"_s, self}});
}

Response RemoteLinkApi::removeById(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (const auto refusal = refused(call, issue))
        return *refusal;
    const QString id = call.path[u"linkId"_s];
    const auto removed =
        issue->remoteLinks.removeIf([&](const JiraRemoteLink &link) { return link.id == id; });
    return removed > 0 ? Response::empty(204)
                       : jiraError(404, u"No remote link with id '%1' exists."_s.arg(id));
}

Response RemoteLinkApi::removeByGlobalId(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (const auto refusal = refused(call, issue))
        return *refusal;
    const QString id = call.request.parameter(u"globalId").value_or(QString());
    const auto removed = issue->remoteLinks.removeIf(
        [&](const JiraRemoteLink &link) { return link.globalId == id; });
    return removed > 0 ? Response::empty(204)
                       : jiraError(404, u"No remote link with global id '%1' exists."_s.arg(id));
}

} // namespace fairlead::sandbox
