// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/propertytext.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion::parser {
namespace {

constexpr qsizetype markdownLimit = 4'000'000; // UTF-16 units
constexpr qsizetype titleLimit = 300;
constexpr qsizetype cursorLimit = 1000;
constexpr qsizetype messageLimit = 500;

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

QString id(const json::Element &element, std::string_view key = "id")
{
    return canonicalId(json::line(element, key));
}

// It becomes part of a cursor.
QString time(const json::Element &element, std::string_view key)
{
    static const QRegularExpression grammar(u"\\A[0-9TZ:.+-]{1,40}\\z"_s);
    const QString text = json::line(element, key);
    return grammar.match(text).hasMatch() ? text : QString();
}

QString titleOf(const json::Element &richText)
{
    return cleanedLine(plainText(richText), titleLimit);
}

Person person(const json::Element &user)
{
    Person result{id(user), json::line(user, "name"), {}};
    result.isBot = json::line(user, "type") == "bot"_L1;
    if (const auto details = json::member(user, "person"))
        result.email = json::line(*details, "email");
    return result;
}

Parent parentOf(const json::Element &element)
{
    struct Kind
    {
        QLatin1StringView type;
        ParentKind kind = ParentKind::Other;
    };
    constexpr std::array<Kind, 4> kinds{{{"page_id"_L1, ParentKind::Page},
                                         {"database_id"_L1, ParentKind::Database},
                                         {"data_source_id"_L1, ParentKind::DataSource},
                                         {"block_id"_L1, ParentKind::Block}}};
    const auto parent = json::member(element, "parent");
    if (!parent)
        return {};
    const QString type = json::line(*parent, "type");
    if (type == "workspace"_L1)
        return {ParentKind::Workspace, {}};
    for (const Kind &kind : kinds) {
        if (type == kind.type)
            return {kind.kind, id(*parent, kind.type.data())};
    }
    return {};
}

// What is not shared comes as an object with an id and nothing else.
void readProperties(Page &page, const json::Element &element)
{
    const auto properties = json::member(element, "properties");
    simdjson::dom::object object;
    if (!properties || properties->get(object) != simdjson::SUCCESS)
        return;
    for (const auto property : object) {
        const QString type = json::line(property.value, "type");
        if (type == "title"_L1) {
            const auto title = json::member(property.value, "title");
            page.title = title ? titleOf(*title) : QString();
            continue;
        }
        page.properties.append({cleanedLine(json::fromUtf8(property.key), json::lineLimit),
                                type,
                                propertyText(property.value)});
    }
}

Result<Page> pageFrom(const json::Element &element)
{
    Page page;
    page.id = id(element);
    if (page.id.isEmpty() || json::line(element, "object") != "page"_L1)
        return missing("id"_L1);
    page.url = json::line(element, "url");
    page.edited = time(element, "last_edited_time");
    page.parent = parentOf(element);
    page.isInTrash = json::isTrue(element, "in_trash");
    readProperties(page, element);
    return page;
}

QStringList optionsOf(const json::Element &property, const QString &type)
{
    const QByteArray name = type.toUtf8();
    const auto config = json::member(
        property, std::string_view(name.constData(), static_cast<size_t>(name.size())));
    const auto options = config ? json::list(*config, "options") : std::nullopt;
    QStringList names;
    if (!options)
        return names;
    for (const auto option : *options)
        names.append(json::line(option, "name"));
    return names;
}

QString detailOf(const json::Element &property, const QString &type)
{
    const auto number = json::member(property, "number");
    const auto relation = json::member(property, "relation");
    if (type == "number"_L1 && number)
        return json::line(*number, "format");
    return type == "relation"_L1 && relation ? id(*relation, "data_source_id") : QString();
}

Result<DataSource> dataSourceFrom(const json::Element &element)
{
    DataSource source;
    source.id = id(element);
    if (source.id.isEmpty() || json::line(element, "object") != "data_source"_L1)
        return missing("id"_L1);
    if (const auto title = json::member(element, "title"))
        source.title = titleOf(*title);
    if (const auto parent = json::member(element, "parent"))
        source.databaseId = id(*parent, "database_id");
    source.edited = time(element, "last_edited_time");
    source.isInTrash = json::isTrue(element, "in_trash");
    const auto properties = json::member(element, "properties");
    simdjson::dom::object object;
    if (!properties || properties->get(object) != simdjson::SUCCESS)
        return missing("properties"_L1);
    for (const auto property : object) {
        const QString type = json::line(property.value, "type");
        source.columns.append({json::line(property.value, "id"),
                               cleanedLine(json::fromUtf8(property.key), json::lineLimit),
                               type,
                               optionsOf(property.value, type),
                               detailOf(property.value, type)});
    }
    return source;
}

// The list that every answer of several things is.
Result<simdjson::dom::array> results(const json::Element &root)
{
    const auto list = json::list(root, "results");
    if (!list || json::line(root, "object") != "list"_L1)
        return missing("results"_L1);
    return *list;
}

QString nextCursor(const json::Element &root)
{
    // A cursor that was cut would be a different one.
    const auto value = json::member(root, "next_cursor");
    std::string_view cursor;
    const bool isUsable = json::isTrue(root, "has_more") && value
        && value->get(cursor) == simdjson::SUCCESS && cursor.size() <= cursorLimit;
    return isUsable ? cleanedLine(json::fromUtf8(cursor), cursorLimit) : QString();
}

} // namespace

Result<Identity> identity(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Identity result;
    result.user = person(*root);
    if (result.user.id.isEmpty() || json::line(*root, "object") != "user"_L1)
        return missing("id"_L1);
    if (json::line(*root, "type") == "person"_L1)
        result.owner = result.user;
    const auto bot = json::member(*root, "bot");
    if (!bot)
        return result;
    result.workspaceId = id(*bot, "workspace_id");
    result.workspaceName = json::line(*bot, "workspace_name");
    const auto owner = json::member(*bot, "owner");
    if (const auto user = owner ? json::member(*owner, "user") : std::nullopt)
        result.owner = person(*user);
    return result;
}

Result<PersonPage> people(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = results(*root);
    if (!list)
        return failure(list.error());
    PersonPage page;
    for (const auto user : *list) {
        if (!id(user).isEmpty())
            page.people.append(person(user));
    }
    page.nextCursor = nextCursor(*root);
    return page;
}

Result<FoundPage> found(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = results(*root);
    if (!list)
        return failure(list.error());
    FoundPage result;
    for (const auto element : *list) {
        Found found;
        found.isDataSource = json::line(element, "object") == "data_source"_L1;
        if (found.isDataSource) {
            const auto source = dataSourceFrom(element);
            if (!source)
                return failure(source.error());
            found.dataSource = *source;
        } else {
            const auto page = pageFrom(element);
            if (!page)
                return failure(page.error());
            found.page = *page;
            found.page.properties.clear();
        }
        result.found.append(found);
    }
    result.nextCursor = nextCursor(*root);
    return result;
}

Result<Page> page(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    return root ? pageFrom(*root) : failure(root.error());
}

Result<DataSource> dataSource(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    return root ? dataSourceFrom(*root) : failure(root.error());
}

Result<Database> database(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    Database result;
    result.id = id(*root);
    const auto sources = json::list(*root, "data_sources");
    if (result.id.isEmpty() || !sources)
        return missing("data_sources"_L1);
    if (const auto title = json::member(*root, "title"))
        result.title = titleOf(*title);
    for (const auto source : *sources) {
        if (const QString sourceId = id(source); !sourceId.isEmpty())
            result.dataSources.append({sourceId, json::line(source, "name")});
    }
    return result;
}

Result<RowPage> rows(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = results(*root);
    if (!list)
        return failure(list.error());
    RowPage result;
    for (const auto element : *list) {
        if (json::line(element, "object") != "page"_L1)
            continue;
        const auto page = pageFrom(element);
        if (!page)
            return failure(page.error());
        result.rows.append(*page);
    }
    result.nextCursor = nextCursor(*root);
    if (const auto status = json::member(*root, "request_status"))
        result.isIncomplete = json::line(*status, "type") == "incomplete"_L1;
    return result;
}

Result<PageMarkdown> markdown(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto text = json::member(*root, "markdown");
    std::string_view utf8;
    if (!text || text->get(utf8) != simdjson::SUCCESS)
        return missing("markdown"_L1);
    PageMarkdown result;
    result.markdown = cleanedText(json::fromUtf8(utf8), markdownLimit);
    result.isTruncated = json::isTrue(*root, "truncated");
    if (const auto unknown = json::list(*root, "unknown_block_ids")) {
        for (const auto each : *unknown) {
            std::string_view block;
            const QString blockId = each.get(block) == simdjson::SUCCESS
                ? canonicalId(json::fromUtf8(block))
                : QString();
            if (!blockId.isEmpty())
                result.unknownBlockIds.append(blockId);
        }
    }
    return result;
}

Problem problem(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root || json::line(*root, "object") != "error"_L1)
        return {};
    Problem result;
    result.code = cleanedLine(json::line(*root, "code"), 100);
    result.message = cleanedLine(json::line(*root, "message"), messageLimit);
    result.hasRequestId = json::member(*root, "request_id").has_value();
    if (const auto data = json::member(*root, "additional_data"))
        result.reason = cleanedLine(json::line(*data, "rate_limit_reason"), 100);
    return result;
}

} // namespace fairlead::providers::notion::parser
