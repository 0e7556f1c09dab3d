// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/promptregistry.h"

#include "server/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestName = 100;

tl::unexpected<Error> unknown(const QString &name)
{
    return failure(ErrorCode::NotFound,
                   u"There is no prompt \"%1\"."_s.arg(cleanedLine(name, longestName)));
}

bool hasArgument(const PromptDefinition &prompt, const QString &name)
{
    return std::ranges::find(prompt.arguments, name, &PromptArgument::name)
        != prompt.arguments.end();
}

tl::unexpected<Error> noArgument(const PromptDefinition &prompt, const QString &name)
{
    QStringList names;
    for (const PromptArgument &argument : prompt.arguments)
        names.append(argument.name);
    return failure(ErrorCode::InvalidInput,
                   u"The prompt %1 has no argument \"%2\". It has: %3."_s.arg(
                       prompt.name, cleanedLine(name, longestName), names.join(u", "_s)));
}

Result<> checked(const PromptDefinition &prompt, const QMap<QString, QString> &arguments)
{
    for (auto it = arguments.begin(); it != arguments.end(); ++it) {
        if (!hasArgument(prompt, it.key()))
            return noArgument(prompt, it.key());
    }
    for (const PromptArgument &argument : prompt.arguments) {
        if (argument.required && arguments.value(argument.name).trimmed().isEmpty())
            return failure(
                ErrorCode::InvalidInput,
                u"The prompt %1 needs the argument \"%2\"."_s.arg(prompt.name, argument.name));
    }
    return {};
}

} // namespace

void PromptRegistry::add(PromptDefinition definition,
                         PromptHandler handler,
                         PromptCompleter completer)
{
    const QString name = definition.name;
    if (m_prompts.contains(name))
        qFatal("There are two prompts called \"%s\".", qPrintable(name));
    m_prompts.emplace(name, Entry{std::move(definition), std::move(handler), std::move(completer)});
}

QList<PromptDefinition> PromptRegistry::list(const Caller &) const
{
    QList<PromptDefinition> all;
    for (const auto &[name, entry] : m_prompts)
        all.append(entry.definition);
    return all;
}

QCoro::Task<Result<PromptText>> PromptRegistry::get(PromptCall call)
{
    const auto prompt = m_prompts.find(call.name);
    if (prompt == m_prompts.end())
        co_return unknown(call.name);
    if (const auto fits = checked(prompt->second.definition, call.arguments); !fits)
        co_return failure(fits.error());
    co_return co_await prompt->second.handler(std::move(call));
}

QCoro::Task<Result<Completion>> PromptRegistry::complete(CompletionQuery query)
{
    const auto prompt = m_prompts.find(query.of);
    if (prompt == m_prompts.end())
        co_return unknown(query.of);
    if (!hasArgument(prompt->second.definition, query.argument))
        co_return noArgument(prompt->second.definition, query.argument);
    co_return co_await prompt->second.completer(std::move(query));
}

} // namespace fairlead::tools
