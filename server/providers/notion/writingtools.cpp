// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/writingtools.h"

#include "server/base/text.h"
#include "server/providers/notion/newpage.h"
#include "server/providers/notion/notionaddress.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/pagelooks.h"
#include "server/providers/notion/pageparent.h"
#include "server/providers/notion/peoplelookup.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using connections::Connection;
using tools::ToolCall;
using tools::ToolResult;

/** What was asked for, checked as far as that goes without Notion. */
struct Wish
{
    QString title;
    QString markdown;
    QString parent; ///< canonical id; empty: none
    QJsonObject properties;
    QJsonObject looks; ///< icon and cover as a request has them
    QJsonObject fromTemplate; ///< as a request has it; empty: none
    QJsonObject position; ///< as a request has it; empty: Notion's choice, the end
    bool mayAddOptions = false;
};

/** Where it goes, and over which connection. */
struct Place
{
    NotionSessions::Session session;
    PageParent parent;
};

/** `text`: "default", or the id or URL of a template. */
Result<QJsonObject> templateObject(const QString &text)
{
    if (text.isEmpty())
        return QJsonObject();
    if (text.compare("default"_L1, Qt::CaseInsensitive) == 0)
        return QJsonObject{{"type"_L1, "default"_L1}};
    const auto id = notionId(text, "template"_L1);
    if (!id)
        return failure(id.error());
    return QJsonObject{{"type"_L1, "template_id"_L1}, {"template_id"_L1, *id}};
}

/** What excludes what, as far as that is known before the parent is. */
Result<> checkedWish(const Wish &wish)
{
    if (wish.fromTemplate.isEmpty() || wish.markdown.trimmed().isEmpty())
        return {};
    return failure(ErrorCode::InvalidInput,
                   u"Pass either \"template\" or \"markdown\": a template brings its own content. "
                   "To add to it, create the page first and then call notion_edit_page."_s);
}

/** What only some parents take. */
Result<> checkedPlace(const Wish &wish, const PageParent &parent)
{
    if (!wish.fromTemplate.isEmpty() && !parent.source) {
        return failure(ErrorCode::InvalidInput,
                       u"Only databases have templates. Leave \"template\" out or pass a database "
                       "as \"parent\"."_s);
    }
    if (!wish.position.isEmpty() && parent.pageId.isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Only a page below another page has a position. Leave \"position\" out or "
                       "pass a page as \"parent\"."_s);
    }
    return {};
}

Result<Wish> wishOf(const ToolCall &call)
{
    Wish wish;
    wish.title = textOf(call, "title"_L1).simplified();
    if (wish.title.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"title\" is empty, but a page needs one."_s);
    wish.markdown = textOf(call, "markdown"_L1);
    wish.properties = call.arguments.value("properties"_L1).toObject();
    wish.mayAddOptions = call.arguments.value("new_options"_L1).toBool();
    const auto looks = pageLooks(textOf(call, "icon"_L1), textOf(call, "cover"_L1));
    if (!looks)
        return failure(looks.error());
    wish.looks = *looks;
    const auto fromTemplate = templateObject(textOf(call, "template"_L1).trimmed());
    if (!fromTemplate)
        return failure(fromTemplate.error());
    wish.fromTemplate = *fromTemplate;
    if (const QString position = textOf(call, "position"_L1); !position.isEmpty())
        wish.position.insert("type"_L1, u"page_"_s + position);
    if (const auto checked = checkedWish(wish); !checked)
        return failure(checked.error());
    const QString parent = textOf(call, "parent"_L1);
    if (parent.trimmed().isEmpty()) {
        if (wish.properties.isEmpty())
            return wish;
        return failure(
            ErrorCode::InvalidInput,
            u"Only rows of a database have properties. Pass the database as \"parent\"."_s);
    }
    const auto id = notionId(parent, "parent"_L1);
    if (!id)
        return failure(id.error());
    wish.parent = *id;
    return wish;
}

QCoro::Task<Result<Place>> topPlace(NotionTools notion, ToolCall call)
{
    const auto session = co_await workspaceTarget(notion, std::move(call));
    if (!session)
        co_return failure(session.error());
    co_return Place{*session, {}};
}

/** The workspace that has the parent. */
QCoro::Task<Result<Place>> placeOf(NotionTools notion, ToolCall call, Wish wish)
{
    const auto connections = likelyConnections(notion, call, wish.parent);
    if (!connections)
        co_return failure(connections.error());
    std::optional<Error> failed;
    for (const Connection &connection : *connections) {
        const auto session = notion.sessions.open(connection, call.caller, call.cancellation);
        auto parent = co_await pageParent(session, wish.parent, !wish.properties.isEmpty());
        parent = notion.sessions.choice().noted(connection, std::move(parent));
        if (parent)
            co_return Place{session, *parent};
        if (parent.error().code == ErrorCode::Cancelled)
            co_return failure(parent.error());
        if (!failed || failed->code == ErrorCode::NotFound)
            failed = parent.error();
    }
    co_return failure(*failed);
}

QCoro::Task<Result<QJsonObject>> propertiesOf(NotionTools notion, Place place, Wish wish)
{
    if (!place.parent.source) {
        if (wish.properties.isEmpty())
            co_return pageProperties(wish.title);
        co_return failure(
            ErrorCode::InvalidInput,
            u"The parent is a page, and only rows of a database have properties. Leave "
            "\"properties\" out or pass a database as \"parent\"."_s);
    }
    const QList<Column> &columns = place.parent.source->columns;
    const auto people =
        co_await idsOfPeople(notion.directory, place.session, peopleIn(wish.properties, columns));
    if (!people)
        co_return failure(people.error());
    co_return rowProperties(wish.title, wish.properties, columns, *people, wish.mayAddOptions);
}

QJsonObject parentObject(const PageParent &parent)
{
    if (parent.source)
        return {{"type"_L1, "data_source_id"_L1}, {"data_source_id"_L1, parent.source->id}};
    if (!parent.pageId.isEmpty())
        return {{"type"_L1, "page_id"_L1}, {"page_id"_L1, parent.pageId}};
    return {{"type"_L1, "workspace"_L1}, {"workspace"_L1, true}};
}

QCoro::Task<Result<Page>> create(NotionTools notion, Place place, Wish wish)
{
    if (const auto checked = checkedPlace(wish, place.parent); !checked)
        co_return failure(checked.error());
    const auto properties = co_await propertiesOf(notion, place, wish);
    if (!properties)
        co_return failure(properties.error());
    QJsonObject page = wish.looks;
    page.insert("parent"_L1, parentObject(place.parent));
    page.insert("properties"_L1, *properties);
    if (!wish.markdown.trimmed().isEmpty())
        page.insert("markdown"_L1, wish.markdown);
    if (!wish.fromTemplate.isEmpty())
        page.insert("template"_L1, wish.fromTemplate);
    if (!wish.position.isEmpty())
        page.insert("position"_L1, wish.position);
    auto created = co_await place.session.client->createPage(page, wish.title);
    const bool isRefused = !created
        && (created.error().code == ErrorCode::InvalidInput
            || created.error().code == ErrorCode::Forbidden);
    if (isRefused && wish.parent.isEmpty()) {
        created.error().message +=
            u" Not every token may create pages at the top of a workspace: pass a page or database "
            "as \"parent\"."_s;
    }
    co_return created;
}

/** A line to read, and the page's address for a client that shows or follows it. */
ToolResult created(const NotionSessions::Session &session, const Page &page, const Wish &wish)
{
    const QString title = cleanedLine(wish.title, 200);
    // Notion copies a template's content after it has answered.
    const QString note = wish.fromTemplate.isEmpty()
        ? QString()
        : u"\nNotion fills in the template's content within some seconds."_s;
    ToolResult result =
        ToolResult::fromText(u"Created \"%1\"  %2%3"_s.arg(title, text::urlOf(page.id), note));
    const QString workspace = NotionAddress::workspaceOf(session.connection.site);
    if (workspace.isEmpty())
        return result;
    tools::Content link;
    link.kind = tools::Content::Kind::ResourceLink;
    link.uri = NotionAddress{workspace, page.id}.toUri();
    link.name = title;
    link.mimeType = u"text/markdown"_s;
    result.content.append(link);
    return result;
}

} // namespace

QCoro::Task<Result<ToolResult>> createPage(NotionTools notion, ToolCall call)
{
    const auto wish = wishOf(call);
    if (!wish)
        co_return failure(wish.error());
    auto placing = wish->parent.isEmpty() ? topPlace(notion, call) : placeOf(notion, call, *wish);
    const auto place = co_await placing;
    if (!place)
        co_return failure(place.error());
    auto page = co_await create(notion, *place, *wish);
    page = notion.sessions.choice().noted(place->session.connection, std::move(page));
    if (!page)
        co_return failure(page.error());
    notion.directory.noteConnection(place->session.connection, page->id);
    co_return created(place->session, *page, *wish);
}

} // namespace fairlead::providers::notion
