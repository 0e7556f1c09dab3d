// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/calllimit.h"
#include "server/tools/calllog.h"
#include "server/tools/promptprovider.h"

namespace fairlead::tools {

/**
 * Prompts behind the layers that tool calls pass: getting one counts as one of the key's calls and
 * is in the log, and a prompt whose tools are beyond the key's access does not exist for it. Lives
 * as long as the program.
 */
class GuardedPrompts final : public PromptProvider
{
public:
    GuardedPrompts(PromptProvider &next, CallLimit &limit, CallLog &log);

    [[nodiscard]] QList<PromptDefinition> list(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<PromptText>> get(PromptCall call) override;
    [[nodiscard]] QCoro::Task<Result<Completion>> complete(CompletionQuery query) override;

private:
    [[nodiscard]] Result<> check(const QString &name, const Caller &caller) const;
    [[nodiscard]] QCoro::Task<Result<PromptText>> getWithin(PromptCall call);

    PromptProvider &m_next;
    CallLimit &m_limit;
    CallLog &m_log;
};

} // namespace fairlead::tools
