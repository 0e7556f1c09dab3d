// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/tokenprovider.h"

namespace fairlead::providers::openproject {

/** OpenProject: installations, each connected with a person's API token. */
class OpenProjectProvider final : public TokenProvider
{
public:
    /** All of what is passed by reference outlives the event loop. */
    OpenProjectProvider(net::HttpClient &http,
                        connections::Connections &connections,
                        connections::Credentials &credentials);

    void addTools(fairlead::tools::ToolRegistry &registry) override;

protected:
    [[nodiscard]] Result<connections::Connection> placeOf(
        const QString &typedAddress) const override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> prove(RestSession session) const override;
};

} // namespace fairlead::providers::openproject
