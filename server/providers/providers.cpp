// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/providers.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers {

Providers::Providers() = default;
Providers::~Providers() = default;

void Providers::add(std::unique_ptr<Provider> provider)
{
    m_providers.push_back(std::move(provider));
}

void Providers::addTools(tools::ToolRegistry &registry)
{
    for (const auto &provider : m_providers)
        provider->addTools(registry);
}

void Providers::addResources(tools::ResourceRegistry &registry)
{
    for (const auto &provider : m_providers)
        provider->addResources(registry);
}

void Providers::addPrompts(tools::PromptRegistry &registry)
{
    for (const auto &provider : m_providers)
        provider->addPrompts(registry);
}

Result<Provider *> Providers::find(const QString &type) const
{
    for (const auto &provider : m_providers) {
        if (provider->type() == type)
            return provider.get();
    }
    return failure(
        ErrorCode::InvalidInput,
        u"“provider_type” is “%1”; Fairlead can connect: %2."_s.arg(type, types().join(u", "_s)));
}

QList<oauth::AuthorizationServer> Providers::authorizationServers() const
{
    QList<oauth::AuthorizationServer> servers;
    for (const auto &provider : m_providers) {
        if (auto server = provider->authorizationServer())
            servers.append(std::move(*server));
    }
    return servers;
}

QStringList Providers::types() const
{
    QStringList types;
    for (const auto &provider : m_providers)
        types.append(provider->type());
    return types;
}

} // namespace fairlead::providers
