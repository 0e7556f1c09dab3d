// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/propertytools.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notionparser.h"
#include "server/providers/notion/notiontext.h"
#include "server/providers/notion/pagelooks.h"
#include "server/providers/notion/peoplelookup.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr qsizetype valueLimit = 300;

ToolDefinition updatePropertiesDefinition()
{
    return {
        .name = u"notion_update_properties"_s,
        .title = u"Update Notion properties"_s,
        .description =
            u"Sets properties of a page by name, checked against its database; null empties one."_s,
        .inputSchema = tools::inputSchema(R"({
                "page":{"type":"string","minLength":1,"maxLength":2048},
                "properties":{"type":"object","additionalProperties":true,"description":"{\"Status\":\"Done\",\"Due\":\"2026-12-01/2026-12-03\",\"Owner\":\"me\",\"Tags\":[\"a\"]}"},
                "new_options":{"type":"boolean","description":"Add unknown select options"},
                "icon":{"type":"string","maxLength":2000,"description":"Emoji, URL or none"},
                "cover":{"type":"string","maxLength":2000},
                "locked":{"type":"boolean"},
                "connection":{"type":"string","maxLength":200}})",
                                          {u"page"_s}),
        .outputSchema = {},
        .effect = ToolEffect::Write,
        .idempotent = true,
        .service = u"notion"_s,
        .endpoints = pageEndpoints({u"PATCH /v1/pages/{page_id}"_s,
                                    u"GET /v1/pages/{page_id}"_s,
                                    u"GET /v1/data_sources/{data_source_id}"_s,
                                    u"GET /v1/users"_s,
                                    u"GET /v1/users/me"_s})};
}

/** Icon, cover and lock. */
Result<QJsonObject> looksOf(const ToolCall &call)
{
    auto body = pageLooks(textOf(call, "icon"_L1), textOf(call, "cover"_L1));
    if (body && call.arguments.value("locked"_L1).isBool())
        body->insert("is_locked"_L1, call.arguments.value("locked"_L1));
    return body;
}

/** A page that is no row has a title and nothing else. */
QList<Column> titleOnly()
{
    return {Column{.id = u"title"_s, .name = u"title"_s, .type = u"title"_s, .options = {}}};
}

/** "title" means the title, whatever the database calls it. */
QJsonObject withTitleColumn(QJsonObject given, const QList<Column> &columns)
{
    if (!given.contains("title"_L1) || columnNamed(columns, u"title"_s) != nullptr)
        return given;
    for (const Column &column : columns) {
        if (column.type == "title"_L1)
            given.insert(column.name, given.take("title"_L1));
    }
    return given;
}

QCoro::Task<Result<QJsonObject>> valuesFor(NotionTools notion,
                                           NotionSessions::Session session,
                                           ToolCall call,
                                           QList<Column> columns)
{
    const QJsonObject given =
        withTitleColumn(call.arguments.value("properties"_L1).toObject(), columns);
    const auto people = co_await idsOfPeople(notion.directory, session, peopleIn(given, columns));
    if (!people)
        co_return failure(people.error());
    co_return propertyValues(
        given, columns, *people, call.arguments.value("new_options"_L1).toBool());
}

QCoro::Task<Result<QJsonObject>> valuesOf(NotionTools notion,
                                          NotionSessions::Session session,
                                          ToolCall call,
                                          Page page)
{
    if (page.parent.kind != ParentKind::DataSource)
        co_return co_await valuesFor(notion, session, call, titleOnly());
    const QString sourceId = page.parent.id;
    const bool isOld = notion.directory.isOld(session.connection, sourceId);
    const auto source = co_await notion.directory.dataSource(session, sourceId);
    if (!source)
        co_return failure(source.error());
    const auto values = co_await valuesFor(notion, session, call, source->columns);
    if (values || !isOld || values.error().code != ErrorCode::InvalidInput)
        co_return values;
    // Somebody may have changed the columns since.
    notion.directory.forget(session.connection, sourceId);
    const auto current = co_await notion.directory.dataSource(session, sourceId);
    if (!current || *current == *source)
        co_return values;
    co_return co_await valuesFor(notion, session, call, current->columns);
}

/** What was changed, as Notion has it now. */
QString changeText(const Page &page, const QJsonObject &body)
{
    const QString title = page.title.isEmpty() ? u"Untitled"_s : cleanedLine(page.title, 200);
    QString text = u"Updated \"%1\"  %2"_s.arg(title, text::urlOf(page.id));
    const QJsonObject sent = body["properties"_L1].toObject();
    for (const PropertyValue &value : page.properties) {
        if (sent.contains(value.name))
            text += u"\n%1: %2"_s.arg(cleanedLine(value.name, 200),
                                      value.text.isEmpty() ? u"(empty)"_s
                                                           : cleanedLine(value.text, valueLimit));
    }
    for (const auto &[member, word] :
         {std::pair{"icon"_L1, u"Icon"_s}, std::pair{"cover"_L1, u"Cover"_s}}) {
        if (body.contains(member))
            text += u"\n%1 %2"_s.arg(word, body[member].isNull() ? u"removed"_s : u"set"_s);
    }
    if (body.contains("is_locked"_L1))
        text += body["is_locked"_L1].toBool() ? u"\nLocked"_s : u"\nUnlocked"_s;
    return text;
}

QCoro::Task<Result<ToolResult>> update(NotionTools notion, NotionTarget target, ToolCall call)
{
    auto body = looksOf(call);
    if (!body)
        co_return failure(body.error());
    if (!call.arguments.value("properties"_L1).toObject().isEmpty()) {
        const auto page = co_await target.session.client->page(target.id);
        if (!page)
            co_return failure(page.error());
        const auto values = co_await valuesOf(notion, target.session, call, *page);
        if (!values)
            co_return failure(values.error());
        body->insert("properties"_L1, *values);
        if (call.arguments.value("new_options"_L1).toBool())
            notion.directory.forget(target.session.connection, page->parent.id);
    }
    if (body->isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Nothing to change: pass \"properties\", \"icon\", \"cover\" or "
                          "\"locked\"."_s);
    }
    RestCall wanted;
    wanted.method = "PATCH"_ba;
    wanted.path = u"/v1/pages/"_s + target.id;
    wanted.json = *body;
    wanted.subject = u"Page "_s + bareId(target.id);
    wanted.write = u"updating page %1"_s.arg(bareId(target.id));
    wanted.check = u"Read the page with notion_read_page to see."_s;
    wanted.isIdempotent = true;
    const auto page = co_await target.session.client->ask(wanted, parser::page);
    if (!page)
        co_return failure(page.error());
    notion.watch.noteChange(target.session.connection, target.id);
    co_return ToolResult::fromText(changeText(*page, *body));
}

QCoro::Task<Result<ToolResult>> updateProperties(NotionTools notion, ToolCall call)
{
    const auto target = co_await pageTarget(notion, call, "page"_L1);
    if (!target)
        co_return failure(target.error());
    auto result = co_await update(notion, *target, call);
    co_return notion.sessions.choice().noted(target->session.connection, std::move(result));
}

} // namespace

void addPropertyTools(tools::ToolRegistry &registry, NotionTools notion)
{
    registry.add(updatePropertiesDefinition(),
                 [notion](ToolCall call) { return updateProperties(notion, std::move(call)); });
}

} // namespace fairlead::providers::notion
