// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraresources.h"

#include "server/base/text.h"
#include "server/providers/jira/jiraaddress.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/readingtools.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;
using tools::Content;

const QString markdown = u"text/markdown"_s;
constexpr qsizetype longestResource = 100'000; // bytes
constexpr int commentsShown = 20;
constexpr int projectsShown = 100;
constexpr int issuesShown = 50;

tl::unexpected<Error> unknown(const QString &uri)
{
    return failure(ErrorCode::NotFound,
                   u"There is no resource \"%1\"."_s.arg(cleanedLine(uri, 200)));
}

QString issueAddress(const Connection &connection, const QString &key)
{
    return JiraAddress{JiraAddress::Kind::Issue, connection.name, key}.toUri();
}

QCoro::Task<Result<QString>> issueMarkdown(JiraSessions::Session session, QString key)
{
    auto reading = session.client->issue(key, standardIssueFields());
    auto readingComments = session.client->comments(key, commentsShown);
    const auto issue = co_await reading;
    const auto comments = co_await readingComments;
    if (!issue)
        co_return failure(issue.error());
    if (!comments)
        co_return failure(comments.error());
    co_return text::issueText(
        *issue, text::issueUrl(session.connection.site, issue->key), std::optional(*comments));
}

QCoro::Task<Result<QString>> projectMarkdown(JiraSessions::Session session, QString key)
{
    SearchRequest request;
    request.jql = u"project = \"%1\" AND statusCategory != Done ORDER BY updated DESC"_s.arg(key);
    request.fields = QStringList(summaryFields());
    request.limit = issuesShown;
    auto naming = session.client->project(key);
    auto searching = session.client->search(request);
    const auto project = co_await naming;
    const auto page = co_await searching;
    if (!project)
        co_return failure(project.error());
    if (!page)
        co_return failure(page.error());
    QString text = u"# %1  %2\n\nOpen issues, the last changed first (key  status  assignee  "
                   "summary):\n\n"_s.arg(project->key, project->name);
    for (const Issue &issue : page->issues)
        text += u"- %1\n"_s.arg(text::issueLine(issue));
    if (page->issues.isEmpty())
        text += u"None.\n"_s;
    if (!page->nextPageToken.isEmpty())
        text += u"\nThere are more.\n"_s;
    co_return text
        + u"\nEach is a resource: %1\n"_s.arg(issueAddress(session.connection, u"KEY"_s));
}

QCoro::Task<Result<QString>> siteMarkdown(JiraSessions::Session session)
{
    const auto page = co_await session.client->projects({}, 0, projectsShown);
    if (!page)
        co_return failure(page.error());
    const QString &site = session.connection.name;
    QString text =
        u"# %1\n\nProjects (%2 of %3):\n\n"_s.arg(site).arg(page->projects.size()).arg(page->total);
    for (const Project &project : page->projects) {
        const JiraAddress address{JiraAddress::Kind::Project, site, project.key};
        text +=
            u"- %1  %2  %3\n"_s.arg(project.key, cleanedLine(project.name, 100), address.toUri());
    }
    co_return text;
}

QCoro::Task<Result<QString>> markdownOf(JiraSessions::Session session, JiraAddress address)
{
    switch (address.kind) {
    case JiraAddress::Kind::Site:
        co_return co_await siteMarkdown(session);
    case JiraAddress::Kind::Project:
        co_return co_await projectMarkdown(session, address.key);
    case JiraAddress::Kind::Issue:
        break;
    }
    co_return co_await issueMarkdown(session, address.key);
}

Content contentOf(const QString &uri, const QString &text)
{
    Content content;
    content.kind = Content::Kind::Resource;
    content.uri = uri;
    content.mimeType = markdown;
    content.text = text::bounded(text, longestResource, u"Ask the tools for single parts of it."_s);
    return content;
}

} // namespace

JiraResources::JiraResources(const JiraSessions &sessions,
                             JiraSuggestions &suggestions,
                             JiraWatch &watch)
    : m_sessions(sessions)
    , m_suggestions(suggestions)
    , m_watch(watch)
{}

QList<tools::Resource> JiraResources::list(const tools::Caller &caller) const
{
    QList<tools::Resource> sites;
    QStringList names;
    const auto usable = m_sessions.usable(caller);
    for (const Connection &connection : usable.value_or(QList<Connection>())) {
        if (names.contains(connection.name)) // two accounts of one site are one resource
            continue;
        names.append(connection.name);
        sites.append({JiraAddress{JiraAddress::Kind::Site, connection.name, {}}.toUri(),
                      connection.name,
                      u"Jira: "_s + connection.name,
                      u"The projects of this Jira site"_s,
                      markdown});
    }
    return sites;
}

QList<tools::ResourceTemplate> JiraResources::templates(const tools::Caller &) const
{
    return {{JiraAddress::issueTemplate,
             u"jira-issue"_s,
             u"Jira issue"_s,
             u"One issue with its description and newest comments"_s,
             markdown},
            {JiraAddress::projectTemplate,
             u"jira-project"_s,
             u"Jira project"_s,
             u"A project's open issues, the last changed first"_s,
             markdown}};
}

QCoro::Task<Result<QList<Content>>> JiraResources::read(tools::ResourceRead wish)
{
    const auto address = JiraAddress::fromUri(wish.uri);
    const QList<Connection> connections =
        address ? m_sessions.ofSite(wish.caller, address->site) : QList<Connection>();
    Error error = unknown(wish.uri).value();
    // What one account may not see, another account of the same site may.
    for (const Connection &connection : connections) {
        const auto session = m_sessions.open(connection, wish.caller, wish.cancellation);
        auto text = co_await markdownOf(session, *address);
        text = m_sessions.noted(connection, std::move(text));
        if (text) {
            const QList<Content> contents(1, contentOf(wish.uri, *text));
            co_return contents;
        }
        error = text.error();
        if (error.code != ErrorCode::NotFound)
            break;
    }
    co_return failure(error);
}

QCoro::Task<Result<tools::Completion>> JiraResources::complete(tools::CompletionQuery query)
{
    const bool isIssue = query.of == JiraAddress::issueTemplate;
    if (!isIssue && query.of != JiraAddress::projectTemplate)
        co_return unknown(query.of);
    if (query.argument == "site"_L1)
        co_return m_suggestions.sites(query);
    if (query.argument == "key"_L1 && isIssue)
        co_return co_await m_suggestions.issues(query, query.known.value(u"site"_s));
    if (query.argument == "key"_L1)
        co_return co_await m_suggestions.projects(query, query.known.value(u"site"_s));
    co_return failure(ErrorCode::InvalidInput,
                      u"The template has the arguments \"site\" and \"key\"."_s);
}

Result<std::unique_ptr<tools::Following>> JiraResources::follow(const QString &uri,
                                                                const tools::Caller &caller)
{
    const auto address = JiraAddress::fromUri(uri);
    const QList<Connection> connections =
        address ? m_sessions.ofSite(caller, address->site) : QList<Connection>();
    if (connections.isEmpty())
        return unknown(uri);
    if (address->kind != JiraAddress::Kind::Issue)
        return failure(
            ErrorCode::InvalidInput,
            u"Fairlead notices changes to issues, not to whole projects or sites. Follow "
            "single issues."_s);
    return m_watch.follow(connections, address->key);
}

} // namespace fairlead::providers::jira
