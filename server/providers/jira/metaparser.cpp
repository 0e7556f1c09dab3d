// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/metaparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/fieldtext.h"
#include "server/providers/jira/issuekey.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::parser {
namespace {

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

CreateField metaField(const json::Element &element, const QString &id)
{
    CreateField field{.id = json::line(element, "fieldId"),
                      .name = json::line(element, "name"),
                      .type = {},
                      .items = {},
                      .custom = {},
                      .isRequired = json::isTrue(element, "required")
                          && !json::isTrue(element, "hasDefaultValue"),
                      .allowedNames = {}};
    if (!id.isEmpty())
        field.id = id;
    if (field.id.isEmpty())
        field.id = json::line(element, "key");
    if (const auto schema = json::member(element, "schema")) {
        field.type = json::line(*schema, "type");
        field.items = json::line(*schema, "items");
        field.custom = json::line(*schema, "custom");
    }
    if (const auto allowed = json::list(element, "allowedValues")) {
        for (const json::Element value : *allowed) {
            if (field.allowedNames.size() >= allowedValueLimit)
                break;
            field.allowedNames.append(cleanedLine(fieldText(value), json::lineLimit));
            field.allowedIds.append(json::line(value, "id"));
        }
    }
    return field;
}

/** The member "fields" of an answer that has each field by its id. */
QList<CreateField> fieldsById(const json::Element &holder)
{
    QList<CreateField> result;
    const auto fields = json::member(holder, "fields");
    simdjson::dom::object object;
    if (!fields || fields->get(object) != simdjson::SUCCESS)
        return result;
    for (const auto field : object)
        result.append(metaField(field.value, cleanedLine(json::fromUtf8(field.key), 100)));
    return result;
}

} // namespace

Result<IssueTypePage> issueTypes(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "issueTypes");
    if (!list)
        return missing("issueTypes"_L1);
    IssueTypePage page;
    for (const json::Element element : *list) {
        IssueType type{json::line(element, "id"),
                       json::line(element, "name"),
                       json::isTrue(element, "subtask")};
        if (!isNumericId(type.id))
            return missing("id"_L1);
        page.types.append(std::move(type));
    }
    page.total = json::number(*root, "total", page.types.size());
    return page;
}

Result<CreateFieldPage> createFields(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "fields");
    if (!list)
        return missing("fields"_L1);
    CreateFieldPage page;
    for (const json::Element element : *list) {
        page.fields.append(metaField(element, {}));
    }
    page.total = json::number(*root, "total", page.fields.size());
    return page;
}

Result<QList<CreateField>> editFields(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    if (!json::member(*root, "fields"))
        return missing("fields"_L1);
    return fieldsById(*root);
}

Result<QList<Transition>> transitions(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "transitions");
    if (!list)
        return missing("transitions"_L1);
    QList<Transition> result;
    for (const json::Element element : *list) {
        const auto to = json::member(element, "to");
        Transition transition{json::line(element, "id"),
                              json::line(element, "name"),
                              to ? json::line(*to, "name") : QString(),
                              fieldsById(element)};
        if (!isNumericId(transition.id))
            return missing("id"_L1);
        result.append(std::move(transition));
    }
    return result;
}

Result<QList<LinkType>> linkTypes(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "issueLinkTypes");
    if (!list)
        return missing("issueLinkTypes"_L1);
    QList<LinkType> result;
    for (const json::Element element : *list) {
        result.append({json::line(element, "name"),
                       json::line(element, "inward"),
                       json::line(element, "outward")});
    }
    return result;
}

} // namespace fairlead::providers::jira::parser
