// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/serviceparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/issuekey.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::parser {
namespace {

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

/** An id becomes a part of a path; it comes as text or as a number. */
Result<QString> idOf(const json::Element &element, std::string_view key)
{
    const qint64 number = json::number(element, key, -1);
    const QString id = number < 0 ? json::line(element, key) : QString::number(number);
    if (isNumericId(id))
        return id;
    return missing("id"_L1);
}

Result<ServiceDesk> deskFrom(const json::Element &element)
{
    return idOf(element, "id").map([&element](const QString &id) {
        return ServiceDesk{.id = id,
                           .project = json::line(element, "projectKey"),
                           .name = json::line(element, "projectName")};
    });
}

Result<ServiceQueue> queueFrom(const json::Element &element)
{
    return idOf(element, "id").map([&element](const QString &id) {
        return ServiceQueue{.id = id,
                            .name = json::line(element, "name"),
                            .count = json::number(element, "issueCount", -1)};
    });
}

Result<RequestType> typeFrom(const json::Element &element)
{
    return idOf(element, "id").map([&element](const QString &id) {
        return RequestType{.id = id,
                           .name = json::line(element, "name"),
                           .description = json::line(element, "description")};
    });
}

Result<Issue> issueFrom(const json::Element &element)
{
    Issue issue;
    issue.key = json::line(element, "key");
    const auto fields = json::member(element, "fields");
    simdjson::dom::object object;
    if (issue.key.isEmpty())
        return missing("key"_L1);
    if (!fields || fields->get(object) != simdjson::SUCCESS)
        return issue;
    for (const auto field : object) {
        const QString id = cleanedLine(json::fromUtf8(field.key), 100);
        const QString text = fieldText(field.value);
        if (id == "summary"_L1)
            issue.summary = cleanedLine(text, json::lineLimit);
        else if (id == "status"_L1)
            issue.status = text;
        else if (id == "assignee"_L1)
            issue.assignee = text;
        else if (id != "description"_L1 && !text.isEmpty())
            issue.others.append({id, id, text});
    }
    return issue;
}

template<typename T>
Result<ServicePage<T>> pageOf(const QByteArray &body, Result<T> (*read)(const json::Element &))
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto values = json::list(*root, "values");
    if (!values)
        return missing("values"_L1);
    ServicePage<T> page;
    for (const json::Element value : *values) {
        auto item = read(value);
        if (!item)
            return failure(item.error());
        page.values.append(*std::move(item));
    }
    page.isLast = json::isTrue(*root, "isLastPage") || page.values.isEmpty();
    return page;
}

void readAllowed(const json::Element &value, CreateField &field)
{
    field.allowedNames.append(json::line(value, "label"));
    field.allowedIds.append(json::line(value, "value"));
}

CreateField fieldFrom(const json::Element &element)
{
    CreateField field;
    field.id = json::line(element, "fieldId");
    field.name = json::line(element, "name");
    const auto defaults = json::list(element, "defaultValues");
    field.isRequired = json::isTrue(element, "required") && (!defaults || defaults->size() == 0);
    if (const auto schema = json::member(element, "jiraSchema")) {
        field.type = json::line(*schema, "type");
        field.items = json::line(*schema, "items");
        field.custom = json::line(*schema, "custom");
    }
    if (const auto values = json::list(element, "validValues")) {
        for (const json::Element value : *values)
            readAllowed(value, field);
    }
    return field;
}

} // namespace

Result<ServicePage<ServiceDesk>> serviceDesks(const QByteArray &body)
{
    return pageOf(body, deskFrom);
}

Result<ServicePage<ServiceQueue>> serviceQueues(const QByteArray &body)
{
    return pageOf(body, queueFrom);
}

Result<ServicePage<RequestType>> requestTypes(const QByteArray &body)
{
    return pageOf(body, typeFrom);
}

Result<ServicePage<Issue>> queueIssues(const QByteArray &body)
{
    return pageOf(body, issueFrom);
}

Result<QList<CreateField>> requestFields(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "requestTypeFields");
    if (!list)
        return missing("requestTypeFields"_L1);
    QList<CreateField> fields;
    for (const json::Element element : *list) {
        CreateField field = fieldFrom(element);
        if (field.id.isEmpty())
            return missing("fieldId"_L1);
        fields.append(std::move(field));
    }
    return fields;
}

Result<NewRequest> newRequest(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    NewRequest request;
    request.key = json::line(*root, "issueKey");
    if (!isIssueKey(request.key))
        return missing("issueKey"_L1);
    if (const auto links = json::member(*root, "_links"))
        request.url = json::line(*links, "web");
    if (const auto status = json::member(*root, "currentStatus"))
        request.status = json::line(*status, "status");
    return request;
}

Result<QString> requestCommentId(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    return idOf(*root, "id");
}

} // namespace fairlead::providers::jira::parser
