// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/followings.h"

namespace fairlead::mcp {

Result<> Followings::follow(tools::ResourceProvider &resources,
                            const QString &uri,
                            const tools::Caller &caller)
{
    if (contains(uri))
        return {};
    auto following = resources.follow(uri, caller);
    if (!following)
        return failure(following.error());
    connect(
        following->get(), &tools::Following::updated, this, [this, uri] { Q_EMIT updated(uri); });
    m_followings.emplace(uri, *std::move(following));
    return {};
}

void Followings::tell(const QString &uri)
{
    if (contains(uri))
        Q_EMIT updated(uri);
}

} // namespace fairlead::mcp
