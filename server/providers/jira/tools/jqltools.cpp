// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/jqltools.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/nearestname.h"
#include "server/tools/schematext.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

constexpr int defaultLimit = 30;

/** What Jira says about a query. */
struct JqlFindings
{
    QStringList errors;
    QStringList warnings;
};

QStringList linesOf(const json::Element &element, std::string_view key)
{
    QStringList lines;
    if (const auto list = json::list(element, key)) {
        for (const json::Element line : *list)
            lines.append(cleanedLine(fieldText(line), json::lineLimit));
    }
    return lines;
}

Result<JqlFindings> parsedFindings(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto queries = json::list(*root, "queries");
    if (!queries || queries->size() == 0)
        return failure(ErrorCode::InvalidData, u"\"queries\" is missing in the answer"_s);
    const json::Element query = *queries->begin();
    return JqlFindings{.errors = linesOf(query, "errors"), .warnings = linesOf(query, "warnings")};
}

/** The fields whose name comes near to the unknown one that Jira's sentence quotes. */
QString nearestField(const QString &error, const QList<SiteField> &fields)
{
    static const QRegularExpression unknown(
        u"^Field '([^']+)' does not exist|field '([^']+)' (?:does not exist|could not be found)"_s);
    const QRegularExpressionMatch match = unknown.match(error);
    if (!match.hasMatch())
        return {};
    QStringList names;
    for (const SiteField &field : fields)
        names << field.id << field.name;
    const QString wanted = match.captured(1) + match.captured(2);
    const auto nearest = tools::nearestName(wanted, names);
    if (!nearest)
        return u" jira_find_fields shows the fields."_s;
    const QString written = nearest->contains(u' ') ? u"\"%1\""_s.arg(*nearest) : *nearest;
    return u" Did you mean %1?"_s.arg(written);
}

QCoro::Task<Result<QString>> validateJql(JiraTools tools,
                                         JiraSessions::Session session,
                                         ToolCall call)
{
    RestCall parse;
    parse.method = "POST"_ba;
    parse.path = u"/rest/api/3/jql/parse"_s;
    addText(parse.query, u"validation"_s, u"warn"_s);
    const QJsonArray queries{arguments::text(call, "jql"_L1)};
    QJsonObject body;
    body.insert("queries"_L1, queries);
    parse.json = body;
    const auto findings = co_await session.client->ask(parse, parsedFindings);
    if (!findings)
        co_return failure(findings.error());
    if (findings->errors.isEmpty() && findings->warnings.isEmpty())
        co_return u"The JQL is valid."_s;
    const auto fields = co_await tools.directory.fields(session);
    QStringList lines;
    for (const QString &error : findings->errors)
        lines.append(u"Error: "_s + error + (fields ? nearestField(error, *fields) : QString()));
    for (const QString &warning : findings->warnings)
        lines.append(u"Warning: "_s + warning);
    co_return lines.join(u'\n');
}

Result<QStringList> parsedSuggestions(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto results = json::list(*root, "results");
    if (!results)
        return failure(ErrorCode::InvalidData, u"\"results\" is missing in the answer"_s);
    static const QRegularExpression mark(u"</?b>"_s); // around what was searched for
    QStringList lines;
    for (const json::Element result : *results) {
        const QString value = json::line(result, "value");
        QString shown = json::line(result, "displayName").remove(mark);
        shown.replace(u"&quot;"_s, u"\""_s).replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s);
        shown.replace(u"&#39;"_s, u"'"_s).replace(u"&amp;"_s, u"&"_s);
        QString bare = value;
        if (bare.startsWith(u'"') && bare.endsWith(u'"'))
            bare = bare.mid(1).chopped(1);
        lines.append(shown.isEmpty() || shown == bare ? value : u"%1  %2"_s.arg(value, shown));
    }
    return lines;
}

QCoro::Task<Result<QString>> suggest(JiraTools tools, JiraSessions::Session session, ToolCall call)
{
    const QString field = arguments::text(call, "field"_L1);
    RestCall ask;
    ask.path = u"/rest/api/3/jql/autocompletedata/suggestions"_s;
    addText(ask.query, u"fieldName"_s, field);
    if (const QString part = arguments::text(call, "value"_L1); !part.isEmpty())
        addText(ask.query, u"fieldValue"_s, part);
    if (const QString predicate = arguments::text(call, "predicate"_L1); !predicate.isEmpty())
        addText(ask.query, u"predicateName"_s, predicate);
    const auto lines = co_await session.client->ask(ask, parsedSuggestions);
    if (!lines)
        co_return failure(lines.error());
    if (!lines->isEmpty())
        co_return u"Values as JQL takes them:\n"_s + lines->join(u'\n');
    // An unknown field has no values either, and Jira does not tell the two apart.
    const auto known = co_await tools.directory.field(session, field);
    if (!known && known.error().code == ErrorCode::InvalidInput)
        co_return u"No values. "_s + known.error().message;
    co_return u"No values of %1 match, or it is a field that has no list of them."_s.arg(
        cleanedLine(field, 100));
}

QString typeOf(const SiteField &field)
{
    const QString type =
        field.items.isEmpty() ? field.type : u"%1 of %2"_s.arg(field.type, field.items);
    const QString kind = field.custom.section(u':', -1);
    return kind.isEmpty() ? type : u"%1 (%2)"_s.arg(type, kind);
}

QCoro::Task<Result<QString>> findFields(JiraTools tools,
                                        JiraSessions::Session session,
                                        ToolCall call)
{
    const auto fields = co_await tools.directory.fields(session);
    if (!fields)
        co_return failure(fields.error());
    const QString query = arguments::text(call, "query"_L1);
    const int limit = call.arguments.value("limit"_L1).toInt(defaultLimit);
    QStringList lines;
    QStringList names;
    for (const SiteField &field : *fields) {
        names << field.name;
        if (field.name.contains(query, Qt::CaseInsensitive)
            || field.id.contains(query, Qt::CaseInsensitive))
            lines.append(u"%1  %2  %3"_s.arg(field.id, field.name, typeOf(field)));
    }
    if (lines.isEmpty()) {
        const auto nearest = tools::nearestName(query, names);
        co_return u"No field of %1 is called so.%2"_s.arg(
            session.connection.name,
            nearest ? u" The nearest is \"%1\"."_s.arg(*nearest) : QString());
    }
    const qsizetype shown = std::min<qsizetype>(lines.size(), limit);
    co_return u"%1 of %2 fields (id  name  type):\n%3"_s.arg(shown)
        .arg(lines.size())
        .arg(lines.mid(0, shown).join(u'\n'));
}

struct FilterPage
{
    QStringList lines;
    qint64 total = 0;
    bool isLast = true;
};

Result<FilterPage> parsedFilters(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto values = json::list(*root, "values");
    if (!values)
        return failure(ErrorCode::InvalidData, u"\"values\" is missing in the answer"_s);
    FilterPage page;
    for (const json::Element value : *values) {
        const auto owner = json::member(value, "owner");
        page.lines.append(
            u"%1  %2  %3  %4"_s.arg(json::line(value, "id"),
                                    json::line(value, "name"),
                                    owner ? json::line(*owner, "displayName") : u"-"_s,
                                    json::line(value, "jql")));
    }
    page.total = json::number(*root, "total", page.lines.size());
    page.isLast = json::isTrue(*root, "isLast") || page.lines.isEmpty();
    return page;
}

QCoro::Task<Result<QString>> listFilters(JiraTools tools,
                                         JiraSessions::Session session,
                                         ToolCall call)
{
    const auto startAt = arguments::startAt(call);
    if (!startAt)
        co_return failure(startAt.error());
    RestCall list;
    list.path = u"/rest/api/3/filter/search"_s;
    addText(list.query, u"startAt"_s, QString::number(*startAt));
    addText(list.query,
            u"maxResults"_s,
            QString::number(call.arguments.value("limit"_L1).toInt(defaultLimit)));
    addText(list.query, u"orderBy"_s, u"name"_s);
    addText(list.query, u"expand"_s, u"jql,owner"_s);
    if (const QString query = arguments::text(call, "query"_L1); !query.isEmpty()) {
        addText(list.query, u"filterName"_s, query);
        addText(list.query, u"isSubstringMatch"_s, u"true"_s);
    }
    if (const QString owner = arguments::text(call, "owner"_L1); !owner.isEmpty()) {
        const auto person = co_await tools.directory.person(session, owner);
        if (!person)
            co_return failure(person.error());
        addText(list.query, u"accountId"_s, person->accountId);
    }
    const auto page = co_await session.client->ask(list, parsedFilters);
    if (!page)
        co_return failure(page.error());
    if (page->lines.isEmpty())
        co_return u"No filters."_s;
    QString text = u"%1 of %2 filters (id  name  owner  JQL); jira_search runs one by \"filter = "
                   "ID\":\n%3"_s.arg(page->lines.size())
                       .arg(page->total)
                       .arg(page->lines.join(u'\n'));
    if (!page->isLast)
        text += u"\nMore: call again with cursor: \"%1\""_s.arg(*startAt + page->lines.size());
    co_return text;
}

ToolDefinition jqlDefinition(const QString &name, const QString &title, const QString &description)
{
    return {.name = name,
            .title = title,
            .description = description,
            .inputSchema = {},
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_jql"_s};
}

} // namespace

void addJqlTools(tools::ToolRegistry &registry, JiraTools tools)
{
    ToolDefinition validate =
        jqlDefinition(u"jira_validate_jql"_s,
                      u"Check JQL"_s,
                      u"Says what is wrong with a JQL query, with the nearest field names."_s);
    validate.inputSchema = inputSchema(R"({
        "jql":{"type":"string","minLength":1,"maxLength":10000},
        "connection":{"type":"string","maxLength":200}})",
                                       {u"jql"_s});
    validate.endpoints = {u"POST /rest/api/3/jql/parse"_s, u"GET /rest/api/3/field"_s};
    addSiteTool(registry, tools, validate, validateJql);

    ToolDefinition suggestions = jqlDefinition(u"jira_jql_suggestions"_s,
                                               u"Suggest JQL values"_s,
                                               u"Lists values that JQL takes for a field."_s);
    suggestions.inputSchema = inputSchema(R"({
        "field":{"type":"string","minLength":1,"maxLength":200},
        "value":{"type":"string","maxLength":200,"description":"Part of the value"},
        "predicate":{"type":"string","enum":["by","from","to"],"description":"Of CHANGED or WAS"},
        "connection":{"type":"string","maxLength":200}})",
                                          {u"field"_s});
    suggestions.endpoints = {u"GET /rest/api/3/jql/autocompletedata/suggestions"_s,
                             u"GET /rest/api/3/field"_s};
    addSiteTool(registry, tools, suggestions, suggest);

    ToolDefinition fields = jqlDefinition(
        u"jira_find_fields"_s, u"Find fields"_s, u"Finds a site's fields: id, name, type."_s);
    fields.inputSchema = inputSchema(R"({
        "query":{"type":"string","maxLength":200,"description":"Part of name or id"},
        "limit":{"type":"integer","minimum":1,"maximum":200},
        "connection":{"type":"string","maxLength":200}})");
    fields.endpoints = {u"GET /rest/api/3/field"_s};
    addSiteTool(registry, tools, fields, findFields);

    ToolDefinition filters = jqlDefinition(
        u"jira_list_filters"_s, u"List saved filters"_s, u"Lists saved filters with their JQL."_s);
    filters.inputSchema = inputSchema(R"({
        "query":{"type":"string","maxLength":200,"description":"Part of the name"},
        "owner":{"type":"string","maxLength":200,"description":"me, a name, e-mail or account id"},
        "limit":{"type":"integer","minimum":1,"maximum":100},
        "cursor":{"type":"string","maxLength":20},
        "connection":{"type":"string","maxLength":200}})");
    filters.endpoints = {u"GET /rest/api/3/filter/search"_s,
                         u"GET /rest/api/3/myself"_s,
                         u"GET /rest/api/3/user/search"_s};
    addSiteTool(registry, tools, filters, listFilters);
}

} // namespace fairlead::providers::jira
