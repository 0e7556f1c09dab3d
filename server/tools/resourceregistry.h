// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/resourceprovider.h"

#include <map>

namespace fairlead::tools {

/**
 * The resources of all services: each answers for the addresses of its own scheme. Filled at start
 * by the providers; lives as long as the program.
 */
class ResourceRegistry final : public ResourceProvider
{
public:
    /** "jira" answers for "jira://…". Outlives the registry's use. */
    void add(const QString &scheme, ResourceProvider &provider);

    [[nodiscard]] QList<Resource> list(const Caller &caller) const override;
    [[nodiscard]] QList<ResourceTemplate> templates(const Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<QList<Content>>> read(ResourceRead wish) override;
    [[nodiscard]] QCoro::Task<Result<Completion>> complete(CompletionQuery query) override;
    [[nodiscard]] Result<std::unique_ptr<Following>> follow(const QString &uri,
                                                            const Caller &caller) override;

private:
    [[nodiscard]] ResourceProvider *find(const QString &uri) const;

    std::map<QString, ResourceProvider *> m_providers; ///< by scheme
};

} // namespace fairlead::tools
