// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/resourceregistry.h"

#include "server/base/text.h"

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestUri = 200;

tl::unexpected<Error> unknown(const QString &uri)
{
    return failure(ErrorCode::NotFound,
                   u"There is no resource \"%1\"."_s.arg(cleanedLine(uri, longestUri)));
}

} // namespace

void ResourceRegistry::add(const QString &scheme, ResourceProvider &provider)
{
    m_providers.insert_or_assign(scheme, &provider);
}

QList<Resource> ResourceRegistry::list(const Caller &caller) const
{
    QList<Resource> all;
    for (const auto &[scheme, provider] : m_providers)
        all += provider->list(caller);
    return all;
}

QList<ResourceTemplate> ResourceRegistry::templates(const Caller &caller) const
{
    QList<ResourceTemplate> all;
    for (const auto &[scheme, provider] : m_providers)
        all += provider->templates(caller);
    return all;
}

QCoro::Task<Result<QList<Content>>> ResourceRegistry::read(ResourceRead wish)
{
    ResourceProvider *provider = find(wish.uri);
    if (!provider)
        co_return unknown(wish.uri);
    co_return co_await provider->read(std::move(wish));
}

QCoro::Task<Result<Completion>> ResourceRegistry::complete(CompletionQuery query)
{
    ResourceProvider *provider = find(query.of);
    if (!provider)
        co_return unknown(query.of);
    co_return co_await provider->complete(std::move(query));
}

Result<std::unique_ptr<Following>> ResourceRegistry::follow(const QString &uri,
                                                            const Caller &caller)
{
    ResourceProvider *provider = find(uri);
    if (!provider)
        return unknown(uri);
    return provider->follow(uri, caller);
}

ResourceProvider *ResourceRegistry::find(const QString &uri) const
{
    const qsizetype end = uri.indexOf("://"_L1);
    const auto found = m_providers.find(uri.first(std::max<qsizetype>(end, 0)));
    return found == m_providers.end() ? nullptr : found->second;
}

} // namespace fairlead::tools
