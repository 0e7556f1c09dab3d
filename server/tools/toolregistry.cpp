// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/toolregistry.h"

#include "server/base/text.h"
#include "server/tools/personform.h"
#include "server/tools/toolsets.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestName = 64;

bool isToolName(const QString &name)
{
    static const QRegularExpression shape(uR"(\A[A-Za-z0-9_.-]{1,64}\z)"_s);
    return shape.match(name).hasMatch();
}

QJsonObject withoutRequired(QJsonObject schema, const QStringList &names)
{
    QJsonArray required;
    const QJsonArray all = schema["required"_L1].toArray();
    for (const auto &name : all) {
        if (!names.contains(name.toString()))
            required.append(name);
    }
    schema["required"_L1] = required;
    return schema;
}

/** The schema as clients list it: without the bounds that no model counts and that a wrong call is
 * told about anyway, because every session pays for every byte. */
QJsonObject listed(QJsonObject schema)
{
    for (const auto keyword :
         {"maxLength"_L1, "minLength"_L1, "pattern"_L1, "maxItems"_L1, "minItems"_L1})
        schema.remove(keyword);
    if (schema.value("additionalProperties"_L1) == QJsonValue(false))
        schema.remove("additionalProperties"_L1);
    for (const auto keyword : {"items"_L1, "additionalProperties"_L1}) {
        if (schema.value(keyword).isObject())
            schema[keyword] = listed(schema.value(keyword).toObject());
    }
    for (const auto keyword : {"anyOf"_L1, "oneOf"_L1}) {
        QJsonArray choices;
        const QJsonArray all = schema.value(keyword).toArray();
        for (const auto &choice : all)
            choices.append(listed(choice.toObject()));
        if (!choices.isEmpty())
            schema[keyword] = choices;
    }
    QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        it.value() = listed(it.value().toObject());
    if (schema.contains("properties"_L1))
        schema["properties"_L1] = properties;
    return schema;
}

/** One problem goes on the same line, several become a list. */
Error wrongArguments(const QString &tool, Error error)
{
    const bool several = error.message.contains(u'\n');
    if (several)
        error.message.replace(u"\n"_s, u"\n- "_s);
    error.message = u"%1 did not run.%2%3"_s.arg(tool, several ? u"\n- "_s : u" "_s, error.message);
    return error;
}

} // namespace

void ToolRegistry::add(ToolDefinition definition, ToolHandler handler)
{
    const QString name = definition.name;
    if (!isToolName(name))
        qFatal("A tool cannot be called \"%s\".", qPrintable(name));
    if (m_tools.contains(name))
        qFatal("There are two tools called \"%s\".", qPrintable(name));
    const auto isItsOwn = [&](const Toolset &toolset) {
        return toolset.name == definition.toolset && toolset.service == definition.service;
    };
    if (!definition.toolset.isEmpty() && std::ranges::none_of(allToolsets(), isItsOwn))
        qFatal("Tool %s: there is no toolset \"%s\" of \"%s\".",
               qPrintable(name),
               qPrintable(definition.toolset),
               qPrintable(definition.service));
    auto check = ArgumentCheck::create(definition.inputSchema);
    if (!check)
        qFatal("Tool %s: %s", qPrintable(name), qPrintable(check.error().message));
    definition.inputSchema = check->schema();
    const auto lenient = ArgumentCheck::create(withoutRequired(check->schema(), definition.asks));
    ToolDefinition shown = definition;
    shown.inputSchema = listed(definition.inputSchema);
    const auto place =
        std::ranges::lower_bound(m_definitions, name, std::less(), &ToolDefinition::name);
    m_definitions.insert(place, std::move(shown));
    m_tools.emplace(
        name,
        Entry{
            std::move(definition), *check, lenient.value_or(ArgumentCheck()), std::move(handler)});
}

QList<ToolDefinition> ToolRegistry::list(const Caller &) const
{
    return m_definitions;
}

const ToolDefinition *ToolRegistry::find(const QString &name) const
{
    const auto tool = m_tools.find(name);
    return tool == m_tools.end() ? nullptr : &tool->second.definition;
}

QCoro::Task<Result<ToolResult>> ToolRegistry::invoke(ToolCall call)
{
    const auto tool = m_tools.find(call.tool);
    if (tool == m_tools.end())
        co_return failure(ErrorCode::NotFound,
                          u"Unknown tool: "_s + cleanedLine(call.tool, longestName));
    const ArgumentCheck &check =
        PersonForm::canAsk(call.client) ? tool->second.checkBeforeAsking : tool->second.check;
    auto arguments = check.check(call.arguments);
    if (!arguments)
        co_return ToolResult::fromError(wrongArguments(call.tool, arguments.error()));
    call.arguments = *arguments;
    auto result = co_await tool->second.handler(std::move(call));
    if (!result && result.error().code == ErrorCode::Cancelled)
        co_return failure(result.error()); // nothing went wrong: nobody waits, or wanted to go on
    if (!result)
        co_return ToolResult::fromError(result.error());
    for (Content &content : result->content)
        content.source = tool->second.definition.service;
    co_return result;
}

} // namespace fairlead::tools
