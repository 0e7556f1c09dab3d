// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/promptprovider.h"

#include <functional>
#include <map>

namespace fairlead::tools {

using PromptHandler = std::function<QCoro::Task<Result<PromptText>>(PromptCall)>;
using PromptCompleter = std::function<QCoro::Task<Result<Completion>>(CompletionQuery)>;

/**
 * All prompts by name. Checks the arguments against the definition before a prompt is made. Filled
 * at start by the providers; lives as long as the program.
 */
class PromptRegistry final : public PromptProvider
{
public:
    /** A name taken is a programming error and ends the program. */
    void add(PromptDefinition definition, PromptHandler handler, PromptCompleter completer);

    [[nodiscard]] QList<PromptDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<PromptText>> get(PromptCall call) override;
    [[nodiscard]] QCoro::Task<Result<Completion>> complete(CompletionQuery query) override;

private:
    struct Entry
    {
        PromptDefinition definition;
        PromptHandler handler;
        PromptCompleter completer;
    };
    std::map<QString, Entry> m_prompts;
};

} // namespace fairlead::tools
