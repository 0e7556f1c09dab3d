// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/fixtureprompts.h"

#include "tests/conformance/fixtureanswers.h"

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

tools::PromptDefinition prompt(const QString &name, const QStringList &arguments = {})
{
    tools::PromptDefinition definition;
    definition.name = name;
    definition.description = u"A prompt of the conformance suite."_s;
    for (const QString &argument : arguments)
        definition.arguments.append({argument, u"A test argument."_s, true});
    return definition;
}

tools::PromptText said(const QList<tools::Content> &contents)
{
    tools::PromptText text;
    for (const tools::Content &content : contents)
        text.messages.append({tools::PromptMessage::Role::User, content});
    return text;
}

} // namespace

QList<tools::PromptDefinition> FixturePrompts::list(const tools::Caller &) const
{
    return {prompt(u"test_simple_prompt"_s),
            prompt(u"test_prompt_with_arguments"_s, {u"arg1"_s, u"arg2"_s}),
            prompt(u"test_prompt_with_embedded_resource"_s, {u"resourceUri"_s}),
            prompt(u"test_prompt_with_image"_s),
            prompt(u"test_input_required_result_prompt"_s)};
}

QCoro::Task<Result<tools::PromptText>> FixturePrompts::get(tools::PromptCall call)
{
    using tools::Content;
    QList<Content> contents;
    if (call.name == "test_simple_prompt"_L1) {
        contents.append(Content::fromText(u"This is a simple prompt for testing."_s));
    } else if (call.name == "test_prompt_with_arguments"_L1) {
        contents.append(Content::fromText(u"Prompt with arguments: arg1='%1', arg2='%2'"_s.arg(
            call.arguments.value(u"arg1"_s), call.arguments.value(u"arg2"_s))));
    } else if (call.name == "test_prompt_with_embedded_resource"_L1) {
        contents.append(textResource(call.arguments.value(u"resourceUri"_s),
                                     u"text/plain"_s,
                                     u"Embedded resource content for testing."_s));
        contents.append(Content::fromText(u"Please process the embedded resource above."_s));
    } else if (call.name == "test_prompt_with_image"_L1) {
        contents.append(picture());
        contents.append(Content::fromText(u"Please analyze the image above."_s));
    } else {
        const QList<tools::InputRequest> requests = {
            formFor(u"user_context"_s, u"What context should the prompt use?"_s, u"context"_s)};
        const auto answers = co_await call.client->ask(requests);
        if (!answers)
            co_return failure(answers.error());
        const QJsonObject answer = answers->value(u"user_context"_s).content;
        contents.append(Content::fromText(answer["context"_L1].toString()));
    }
    co_return said(contents);
}

QCoro::Task<Result<tools::Completion>> FixturePrompts::complete(tools::CompletionQuery query)
{
    tools::Completion completion;
    for (const QString &value : {u"paris"_s, u"park"_s, u"party"_s}) {
        if (value.startsWith(query.typed))
            completion.values.append(value);
    }
    co_return completion;
}

} // namespace fairlead::conformance
