// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/requesttools.h"

#include "server/providers/jira/fieldvalue.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiradirectory.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/jirawatch.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/servicelookup.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

/** A request type at its desk. */
struct RequestPlace
{
    ServiceDesk desk;
    RequestType type;
};

QCoro::Task<Result<RequestPlace>> placeOf(JiraSessions::Session session, ToolCall call)
{
    const auto desk = co_await serviceDeskNamed(session, arguments::text(call, "desk"_L1));
    if (!desk)
        co_return failure(desk.error());
    const auto type = co_await requestTypeNamed(session, *desk, arguments::text(call, "type"_L1));
    if (!type)
        co_return failure(type.error());
    co_return RequestPlace{*desk, *type};
}

QCoro::Task<Result<QList<CreateField>>> fieldsAt(JiraSessions::Session session, RequestPlace place)
{
    RestCall read;
    read.path = u"/rest/servicedeskapi/servicedesk/%1/requesttype/%2/field"_s.arg(place.desk.id,
                                                                                  place.type.id);
    read.subject = u"Request type "_s + place.type.name;
    read.scopes = readScopes;
    co_return co_await session.client->ask(read, parser::requestFields);
}

QCoro::Task<Result<QString>> listRequestTypes(JiraTools,
                                              JiraSessions::Session session,
                                              ToolCall call)
{
    const auto start = arguments::startAt(call);
    if (!start)
        co_return failure(start.error());
    const auto desk = co_await serviceDeskNamed(session, arguments::text(call, "desk"_L1));
    if (!desk)
        co_return failure(desk.error());
    RestCall list = serviceCall(u"/rest/servicedeskapi/servicedesk/%1/requesttype"_s.arg(desk->id),
                                *start,
                                call.arguments.value("limit"_L1).toInt(50));
    list.subject = u"Service desk "_s + desk->name;
    if (const QString query = arguments::text(call, "query"_L1); !query.isEmpty())
        addText(list.query, u"searchQuery"_s, query);
    const auto page = co_await session.client->ask(list, parser::requestTypes);
    if (!page)
        co_return failure(page.error());
    if (page->values.isEmpty())
        co_return u"Service desk %1 has no such request types."_s.arg(desk->name);
    QString text = u"Request types of %1 (id  name  description):"_s.arg(desk->name);
    for (const RequestType &type : page->values)
        text += u'\n' + u"%1  %2  %3"_s.arg(type.id, type.name, type.description).trimmed();
    if (!page->isLast)
        text += u"\nMore: call again with cursor: \"%1\""_s.arg(*start + page->values.size());
    co_return text;
}

QCoro::Task<Result<QString>> getRequestFields(JiraTools,
                                              JiraSessions::Session session,
                                              ToolCall call)
{
    const auto place = co_await placeOf(session, call);
    if (!place)
        co_return failure(place.error());
    const auto fields = co_await fieldsAt(session, *place);
    if (!fields)
        co_return failure(fields.error());
    QString text =
        u"Fields of %1 at %2 (id  name  type):"_s.arg(place->type.name, place->desk.name);
    for (const CreateField &field : *fields) {
        text += u"\n%1  %2  %3%4%5"_s.arg(field.id,
                                          field.name,
                                          field.type,
                                          field.isRequired ? u", required"_s : QString(),
                                          allowedSentence(field));
    }
    co_return text;
}

/** The values as Jira wants them, or what is missing or wrong, all at once. */
Result<QJsonObject> requestValues(const QJsonObject &given,
                                  const QList<CreateField> &known,
                                  const RequestPlace &place)
{
    QJsonObject values;
    QStringList faults;
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        const CreateField *field = fieldNamed(known, it.key());
        if (!field) {
            faults.append(u"%1 has no field \"%2\". It has: %3."_s.arg(
                place.type.name, it.key().left(100), listedFields(known)));
            continue;
        }
        const auto value = fieldValue(*field, it.value());
        if (value)
            values.insert(field->id, *value);
        else
            faults.append(value.error().message);
    }
    for (const CreateField &field : known) {
        if (field.isRequired && !values.contains(field.id) && faults.isEmpty()) {
            faults.append(u"%1 needs \"%2\" (%3).%4 Pass it as fields: {\"%2\": %5}."_s.arg(
                place.type.name,
                field.name,
                field.id,
                allowedSentence(field),
                exampleValue(field)));
        }
    }
    if (!faults.isEmpty())
        return failure(ErrorCode::InvalidInput, faults.join(u'\n'));
    return values;
}

/** What the call says about the fields, those with arguments of their own included. */
QJsonObject givenFields(const ToolCall &call)
{
    QJsonObject given = call.arguments.value("fields"_L1).toObject();
    for (const QLatin1StringView name : {"summary"_L1, "description"_L1}) {
        if (const QString text = arguments::text(call, name); !text.isEmpty())
            given.insert(name, name == "summary"_L1 ? text.simplified() : text);
    }
    return given;
}

QCoro::Task<Result<QJsonObject>> requestBody(JiraTools tools,
                                             JiraSessions::Session session,
                                             ToolCall call,
                                             RequestPlace place)
{
    const auto known = co_await fieldsAt(session, place);
    if (!known)
        co_return failure(known.error());
    const AssignPlace assignPlace{place.desk.project, {}};
    const auto given =
        co_await tools.directory.withPeople(session, *known, givenFields(call), assignPlace);
    if (!given)
        co_return failure(given.error());
    const auto values = requestValues(*given, *known, place);
    if (!values)
        co_return failure(values.error());
    QJsonObject body;
    body.insert("serviceDeskId"_L1, place.desk.id);
    body.insert("requestTypeId"_L1, place.type.id);
    body.insert("requestFieldValues"_L1, *values);
    body.insert("isAdfRequest"_L1, true); // else documents are read as Jira's old markup
    if (const QString customer = arguments::text(call, "on_behalf_of"_L1); !customer.isEmpty()) {
        const auto person = co_await tools.directory.person(session, customer);
        if (!person)
            co_return failure(person.error());
        body.insert("raiseOnBehalfOf"_L1, person->accountId);
    }
    co_return body;
}

QCoro::Task<Result<QString>> createRequest(JiraTools tools,
                                           JiraSessions::Session session,
                                           ToolCall call)
{
    const auto place = co_await placeOf(session, call);
    if (!place)
        co_return failure(place.error());
    const auto body = co_await requestBody(tools, session, call, *place);
    if (!body)
        co_return failure(body.error());
    RestCall create;
    create.method = "POST"_ba;
    create.path = u"/rest/servicedeskapi/request"_s;
    create.json = *body;
    create.write = u"creating the request"_s;
    create.check = u"Before trying again, look for it with jira_search: project = %1 ORDER BY "
                   "created DESC."_s.arg(place->desk.project);
    create.scopes = writeScopes;
    const auto made = co_await session.client->ask(create, parser::newRequest);
    if (!made)
        co_return failure(made.error());
    tools.watch.noteChange(session.connection, made->key);
    const QUrl url = text::issueUrl(session.connection.site, made->key);
    QString text = u"Created request %1  %2"_s.arg(made->key, QString::fromLatin1(url.toEncoded()));
    if (!made->url.isEmpty())
        text += u"\nFor the customer: "_s + made->url;
    co_return text;
}

QCoro::Task<Result<QString>> commentRequest(JiraTools tools,
                                            JiraSessions::Session session,
                                            ToolCall call)
{
    const auto address = issueAddress(arguments::text(call, "key"_L1), "key"_L1);
    if (!address)
        co_return failure(address.error());
    const bool isPublic = arguments::text(call, "visibility"_L1) == "public"_L1;
    const QString words = arguments::text(call, "body"_L1);
    if (words.isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"body\" is empty, but a comment needs text."_s);
    }
    RestCall comment;
    comment.method = "POST"_ba;
    comment.path = u"/rest/servicedeskapi/request/%1/comment"_s.arg(address->key);
    comment.subject = u"Request "_s + address->key;
    QJsonObject body;
    body.insert("body"_L1, words);
    body.insert("public"_L1, isPublic);
    comment.json = body;
    comment.write = u"adding the comment to "_s + address->key;
    comment.check = u"Before trying again, look at its comments with jira_list_comments."_s;
    comment.scopes = writeScopes;
    const auto id = co_await session.client->ask(comment, parser::requestCommentId);
    if (!id)
        co_return failure(id.error());
    tools.watch.noteChange(session.connection, address->key);
    QUrl url = text::issueUrl(session.connection.site, address->key);
    url.setQuery(u"focusedCommentId="_s + *id);
    co_return u"Commented on %1 (id %2), %3  %4"_s.arg(address->key,
                                                       *id,
                                                       isPublic ? u"visible to the customer"_s
                                                                : u"internal"_s,
                                                       QString::fromLatin1(url.toEncoded()));
}

ToolDefinition requestDefinition(const QString &name,
                                 const QString &title,
                                 const QString &description,
                                 ToolEffect effect)
{
    return {.name = name,
            .title = title,
            .description = description,
            .inputSchema = {},
            .outputSchema = {},
            .effect = effect,
            .service = u"jira"_s,
            .toolset = u"jira_service"_s};
}

const QStringList lookups{u"GET /rest/servicedeskapi/servicedesk"_s,
                          u"GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype"_s};
const QString fieldEndpoint =
    u"GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}/field"_s;

void addWritingTools(tools::ToolRegistry &registry, JiraTools tools)
{
    ToolDefinition create = requestDefinition(u"jira_create_request"_s,
                                              u"Create a request"_s,
                                              u"Creates a customer's request at a service desk; "
                                              "errors say which fields it needs."_s,
                                              ToolEffect::Write);
    create.inputSchema = inputSchema(R"({
        "desk":{"type":"string","minLength":1,"maxLength":200,"description":"Id, project key or name"},
        "type":{"type":"string","minLength":1,"maxLength":200,"description":"Request type: id or name"},
        "summary":{"type":"string","maxLength":255},
        "description":{"type":"string","maxLength":100000,"description":"Markdown"},
        "fields":{"type":"object","additionalProperties":true,"description":"Others by name or id"},
        "on_behalf_of":{"type":"string","maxLength":200,"description":"Customer: name, e-mail or account id"},
        "connection":{"type":"string","maxLength":200}})",
                                     {u"desk"_s, u"type"_s});
    create.endpoints = lookups
        + QStringList{fieldEndpoint,
                      u"POST /rest/servicedeskapi/request"_s,
                      u"GET /rest/api/3/myself"_s,
                      u"GET /rest/api/3/user/search"_s,
                      u"GET /rest/api/3/user/assignable/search"_s};
    addSiteTool(registry, tools, create, createRequest);

    ToolDefinition comment = requestDefinition(u"jira_comment_request"_s,
                                               u"Comment on a request"_s,
                                               u"Answers a customer's request, or adds an internal "
                                               "note that the customer does not see."_s,
                                               ToolEffect::Write);
    comment.inputSchema = inputSchema(R"({
        "key":{"type":"string","minLength":3,"maxLength":2048},
        "body":{"type":"string","minLength":1,"maxLength":32767,"description":"Plain text"},
        "visibility":{"type":"string","enum":["public","internal"]},
        "connection":{"type":"string","maxLength":200}})",
                                      {u"key"_s, u"body"_s, u"visibility"_s});
    comment.endpoints = {u"POST /rest/servicedeskapi/request/{issueIdOrKey}/comment"_s};
    addSiteTool(registry, tools, comment, commentRequest);
}

} // namespace

void addRequestTools(tools::ToolRegistry &registry, JiraTools tools)
{
    ToolDefinition types = requestDefinition(u"jira_list_request_types"_s,
                                             u"List request types"_s,
                                             u"Lists what can be requested at a service desk."_s,
                                             ToolEffect::Read);
    types.inputSchema = inputSchema(R"({
        "desk":{"type":"string","minLength":1,"maxLength":200,"description":"Id, project key or name"},
        "query":{"type":"string","maxLength":200},
        "limit":{"type":"integer","minimum":1,"maximum":100},
        "cursor":{"type":"string","maxLength":20},
        "connection":{"type":"string","maxLength":200}})",
                                    {u"desk"_s});
    types.endpoints = lookups;
    addSiteTool(registry, tools, types, listRequestTypes);

    ToolDefinition fields = requestDefinition(u"jira_get_request_fields"_s,
                                              u"Get a request type's fields"_s,
                                              u"Lists the fields of a request type, which are "
                                              "required and what is allowed."_s,
                                              ToolEffect::Read);
    fields.inputSchema = inputSchema(R"({
        "desk":{"type":"string","minLength":1,"maxLength":200,"description":"Id, project key or name"},
        "type":{"type":"string","minLength":1,"maxLength":200,"description":"Id or name"},
        "connection":{"type":"string","maxLength":200}})",
                                     {u"desk"_s, u"type"_s});
    fields.endpoints = lookups + QStringList{fieldEndpoint};
    addSiteTool(registry, tools, fields, getRequestFields);
    addWritingTools(registry, tools);
}

} // namespace fairlead::providers::jira
