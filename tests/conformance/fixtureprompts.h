// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/promptprovider.h"

namespace fairlead::conformance {

/** The prompts that the official conformance suite gets. */
class FixturePrompts final : public tools::PromptProvider
{
public:
    [[nodiscard]] QList<tools::PromptDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::PromptText>> get(tools::PromptCall call) override;
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(
        tools::CompletionQuery query) override;
};

} // namespace fairlead::conformance
