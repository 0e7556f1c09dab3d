// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/resourceprovider.h"

namespace fairlead::conformance {

/** The resources that the official conformance suite reads. */
class FixtureResources final : public tools::ResourceProvider
{
public:
    [[nodiscard]] QList<tools::Resource> list(const tools::Caller &caller) const override;
    [[nodiscard]] QList<tools::ResourceTemplate> templates(
        const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<QList<tools::Content>>> read(
        tools::ResourceRead wish) override;
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(
        tools::CompletionQuery query) override;
};

} // namespace fairlead::conformance
