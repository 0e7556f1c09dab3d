// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/provider.h"

#include <memory>
#include <vector>

namespace fairlead::providers {

/** The services that this build can connect to, by type. Owned by app/wiring. */
class Providers final
{
public:
    Providers();
    ~Providers();
    Q_DISABLE_COPY_MOVE(Providers)

    void add(std::unique_ptr<Provider> provider);
    void addTools(tools::ToolRegistry &registry);
    void addResources(tools::ResourceRegistry &registry);
    void addPrompts(tools::PromptRegistry &registry);

    /** InvalidInput naming the types there are. */
    [[nodiscard]] Result<Provider *> find(const QString &type) const;
    [[nodiscard]] QStringList types() const;
    /** Of those that people can sign in to in the browser. */
    [[nodiscard]] QList<oauth::AuthorizationServer> authorizationServers() const;

private:
    std::vector<std::unique_ptr<Provider>> m_providers;
};

} // namespace fairlead::providers
