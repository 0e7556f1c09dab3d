// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/calllimit.h"
#include "server/tools/calllog.h"
#include "server/tools/resourceprovider.h"

namespace fairlead::tools {

/**
 * Resources behind the layers that tool calls pass: a read counts as one of the key's calls and is
 * in the log. Every key may read; which connections it sees is the provider's business. What is
 * suggested while somebody types counts, but is not logged: a line for each keystroke would hide
 * the rest. Lives as long as the program.
 */
class GuardedResources final : public ResourceProvider
{
public:
    GuardedResources(ResourceProvider &next, CallLimit &limit, CallLog &log);

    [[nodiscard]] QList<Resource> list(const Caller &caller) const override;
    [[nodiscard]] QList<ResourceTemplate> templates(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<QList<Content>>> read(ResourceRead wish) override;
    [[nodiscard]] QCoro::Task<Result<Completion>> complete(CompletionQuery query) override;
    [[nodiscard]] Result<std::unique_ptr<Following>> follow(const QString &uri,
                                                            const Caller &caller) override;

private:
    ResourceProvider &m_next;
    CallLimit &m_limit;
    CallLog &m_log;
};

} // namespace fairlead::tools
