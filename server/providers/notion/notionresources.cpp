// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionresources.h"

#include "server/base/text.h"
#include "server/providers/notion/notionaddress.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/pagereader.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using connections::Connection;
using tools::Content;

const QString markdown = u"text/markdown"_s;
constexpr qsizetype longestResource = 100'000; // characters
constexpr int pagesShown = 50;
constexpr int pagesSuggested = 20;
constexpr size_t mostPages = 50; // followed over one connection, each a request of its own

tl::unexpected<Error> unknown(const QString &uri)
{
    return failure(ErrorCode::NotFound,
                   u"There is no resource \"%1\"."_s.arg(cleanedLine(uri, 200)));
}

QCoro::Task<Result<QString>> pageMarkdown(NotionSessions::Session session, QString id)
{
    const auto page = co_await readPageText(session, id, longestResource);
    if (!page)
        co_return failure(page.error());
    const text::Part part = text::partOf(page->text, 0, longestResource);
    if (part.end == page->text.size())
        co_return part.text;
    co_return part.text
        + u"\n[Cut after %1 characters. notion_read_page with page: %2 and cursor: \"%3@%4\" reads "
          "on.]"_s.arg(
              QString::number(part.end), bareId(id), QString::number(part.end), page->edited);
}

QCoro::Task<Result<QString>> workspaceMarkdown(NotionSessions::Session session, QString workspace)
{
    SearchWish wish;
    wish.kind = SearchWish::Kind::Pages;
    wish.limit = pagesShown;
    const auto found = co_await session.client->search(wish);
    if (!found)
        co_return failure(found.error());
    QString text = u"# %1\n\nThe pages edited last:\n\n"_s.arg(session.connection.name);
    for (const Found &each : found->found) {
        const QString title = each.page.title.isEmpty() ? u"Untitled"_s : each.page.title;
        text += u"- %1  %2\n"_s.arg(cleanedLine(title, 200),
                                    NotionAddress{workspace, each.page.id}.toUri());
    }
    if (found->found.isEmpty())
        text += u"None is shared with the connection.\n"_s;
    if (!found->nextCursor.isEmpty())
        text += u"\nThere are more.\n"_s;
    co_return text;
}

QCoro::Task<Result<QString>> markdownOf(NotionSessions::Session session, NotionAddress address)
{
    if (address.id.isEmpty())
        co_return co_await workspaceMarkdown(session, address.workspace);
    co_return co_await pageMarkdown(session, address.id);
}

Content contentOf(const QString &uri, const QString &text)
{
    Content content;
    content.kind = Content::Kind::Resource;
    content.uri = uri;
    content.mimeType = markdown;
    content.text = text;
    return content;
}

QCoro::Task<Result<ChangeWatch::Times>> changeTimes(const NotionSessions &sessions,
                                                    Connection connection,
                                                    QStringList ids)
{
    const auto session = sessions.open(connection, {}, {});
    ChangeWatch::Times times;
    for (const QString &id : ids) {
        auto page = co_await session.client->page(id);
        page = sessions.choice().noted(connection, std::move(page));
        if (page)
            times.insert(id, page->isInTrash ? page->edited + u" trash"_s : page->edited);
        else if (page.error().code != ErrorCode::NotFound)
            co_return failure(page.error());
    }
    co_return times;
}

tools::Completion workspaces(const QList<Connection> &connections, const QString &typed)
{
    tools::Completion completion;
    for (const Connection &connection : connections) {
        const QString workspace = NotionAddress::workspaceOf(connection.site);
        const bool fits = connection.name.startsWith(typed, Qt::CaseInsensitive)
            || workspace.startsWith(typed, Qt::CaseInsensitive);
        if (fits && !completion.values.contains(workspace))
            completion.values.append(workspace);
    }
    return completion;
}

} // namespace

NotionResources::NotionResources(const NotionSessions &sessions, ChangeWatch &watch)
    : m_sessions(sessions)
    , m_watch(watch)
{}

ChangeWatch::Service NotionResources::watchedPages(const NotionSessions &sessions)
{
    return {
        .things = u"pages"_s,
        .most = mostPages,
        .current = [&sessions](const Connection &each) { return sessions.choice().current(each); },
        .ask =
            [&sessions](Connection connection, QStringList ids) {
                return changeTimes(sessions, std::move(connection), std::move(ids));
            }};
}

QList<tools::Resource> NotionResources::list(const tools::Caller &caller) const
{
    QList<tools::Resource> workspaces;
    QStringList uris;
    const auto usable = m_sessions.choice().usable(caller);
    for (const Connection &connection : usable.value_or(QList<Connection>())) {
        const NotionAddress address{NotionAddress::workspaceOf(connection.site), {}};
        const QString uri = address.toUri();
        if (uris.contains(uri)) // two accounts of one workspace are one resource
            continue;
        uris.append(uri);
        workspaces.append({uri,
                           connection.name,
                           u"Notion: "_s + connection.name,
                           u"The pages of this Notion workspace that were edited last"_s,
                           markdown});
    }
    return workspaces;
}

QList<tools::ResourceTemplate> NotionResources::templates(const tools::Caller &) const
{
    return {{NotionAddress::pageTemplate,
             u"notion-page"_s,
             u"Notion page"_s,
             u"One page with its properties"_s,
             markdown}};
}

QCoro::Task<Result<QList<Content>>> NotionResources::read(tools::ResourceRead wish)
{
    const auto address = NotionAddress::fromUri(wish.uri);
    const QList<Connection> connections =
        address ? m_sessions.ofWorkspace(wish.caller, address->workspace) : QList<Connection>();
    Error error = unknown(wish.uri).value();
    // What one account may not see, another account of the same workspace may.
    for (const Connection &connection : connections) {
        const auto session = m_sessions.open(connection, wish.caller, wish.cancellation);
        auto text = co_await markdownOf(session, *address);
        text = m_sessions.choice().noted(connection, std::move(text));
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

QCoro::Task<Result<tools::Completion>> NotionResources::complete(tools::CompletionQuery query)
{
    if (query.of != NotionAddress::pageTemplate)
        co_return unknown(query.of);
    const auto usable = m_sessions.choice().usable(query.caller);
    const QList<Connection> connections = usable.value_or(QList<Connection>());
    if (query.argument == "workspace"_L1)
        co_return workspaces(connections, query.typed);
    if (query.argument != "id"_L1)
        co_return failure(ErrorCode::InvalidInput,
                          u"The template has the arguments \"workspace\" and \"id\"."_s);
    const QList<Connection> meant =
        m_sessions.ofWorkspace(query.caller, query.known.value(u"workspace"_s).toLower());
    tools::Completion completion;
    if (meant.isEmpty())
        co_return completion;
    SearchWish wish;
    wish.query = query.typed.trimmed();
    wish.kind = SearchWish::Kind::Pages;
    wish.limit = pagesSuggested;
    const auto session = m_sessions.open(meant.first(), query.caller, query.cancellation);
    auto found = co_await session.client->search(wish);
    found = m_sessions.choice().noted(meant.first(), std::move(found));
    if (!found)
        co_return failure(found.error());
    for (const Found &each : found->found)
        completion.values.append(bareId(each.page.id));
    completion.hasMore = !found->nextCursor.isEmpty();
    co_return completion;
}

Result<std::unique_ptr<tools::Following>> NotionResources::follow(const QString &uri,
                                                                  const tools::Caller &caller)
{
    const auto address = NotionAddress::fromUri(uri);
    const QList<Connection> connections =
        address ? m_sessions.ofWorkspace(caller, address->workspace) : QList<Connection>();
    if (connections.isEmpty())
        return unknown(uri);
    if (address->id.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"Fairlead notices changes to pages, not to whole workspaces. Follow single "
                       "pages."_s);
    return m_watch.follow(connections, address->id);
}

} // namespace fairlead::providers::notion
