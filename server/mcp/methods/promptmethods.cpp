// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/promptmethods.h"

#include "server/base/text.h"
#include "server/mcp/methods/contentmessages.h"
#include "server/mcp/methods/page.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestName = 128;

QJsonObject promptToJson(const tools::PromptDefinition &prompt, Revision revision)
{
    QJsonObject json{{u"name"_s, prompt.name}, {u"description"_s, prompt.description}};
    if (!prompt.title.isEmpty() && revision >= Revision::V20250618)
        json["title"_L1] = prompt.title;
    QJsonArray arguments;
    for (const tools::PromptArgument &argument : prompt.arguments) {
        QJsonObject entry{{u"name"_s, argument.name}, {u"description"_s, argument.description}};
        if (argument.required)
            entry["required"_L1] = true;
        arguments.append(entry);
    }
    if (!arguments.isEmpty())
        json["arguments"_L1] = arguments;
    return json;
}

/** The arguments of a prompts/get; nothing when one is no text. */
std::optional<QMap<QString, QString>> argumentsOf(const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isNull() && !value.isObject())
        return std::nullopt;
    QMap<QString, QString> arguments;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isString())
            return std::nullopt;
        arguments.insert(it.key(), it->toString());
    }
    return arguments;
}

QString missingArgument(const tools::PromptDefinition &prompt,
                        const QMap<QString, QString> &arguments)
{
    for (const tools::PromptArgument &argument : prompt.arguments) {
        if (argument.required && !arguments.contains(argument.name))
            return argument.name;
    }
    return {};
}

Reply refusal(const QString &message)
{
    return Reply::fromError(RpcCode::InvalidParams, message);
}

Reply promptResult(const tools::PromptText &prompt, Revision revision)
{
    QJsonArray messages;
    for (const tools::PromptMessage &message : prompt.messages) {
        const bool isUser = message.role == tools::PromptMessage::Role::User;
        messages.append(QJsonObject{{u"role"_s, isUser ? u"user"_s : u"assistant"_s},
                                    {u"content"_s, contentToJson(message.content, revision)}});
    }
    QJsonObject result{{u"messages"_s, messages}};
    if (!prompt.description.isEmpty())
        result["description"_L1] = prompt.description;
    return Reply::fromResult(result);
}

} // namespace

QCoro::Task<Reply> listPrompts(MethodContext context)
{
    const QList<tools::PromptDefinition> prompts = context.server.prompts->list(context.caller);
    const auto toJson = [&](const tools::PromptDefinition &prompt) {
        return promptToJson(prompt, context.revision);
    };
    co_return pageOf(context, "prompts"_L1, prompts, &tools::PromptDefinition::name, toJson);
}

QCoro::Task<Reply> getPrompt(MethodContext context)
{
    const QString name = context.params["name"_L1].toString();
    const QList<tools::PromptDefinition> prompts = context.server.prompts->list(context.caller);
    const auto prompt = std::ranges::find(prompts, name, &tools::PromptDefinition::name);
    if (name.isEmpty() || prompt == prompts.end())
        co_return refusal(u"Unknown prompt: "_s + cleanedLine(name, longestName));
    const auto arguments = argumentsOf(context.params["arguments"_L1]);
    if (!arguments)
        co_return refusal(u"\"arguments\" must be an object of texts."_s);
    if (const QString missing = missingArgument(*prompt, *arguments); !missing.isEmpty())
        co_return refusal(u"The prompt %1 needs the argument \"%2\"."_s.arg(name, missing));

    tools::PromptCall call;
    call.name = name;
    call.arguments = *arguments;
    call.caller = context.caller;
    call.cancellation = context.cancellation;
    call.client = context.client;
    const auto text = co_await context.server.prompts->get(std::move(call));
    co_return text ? promptResult(*text, context.revision) : Reply::fromFailure(text.error());
}

} // namespace fairlead::mcp
