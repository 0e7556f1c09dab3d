// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/writewitness.h"

namespace fairlead::providers {

std::shared_ptr<net::HttpClient> seenBy(net::HttpClient &door,
                                        const tools::Caller &caller,
                                        const connections::Connection &connection)
{
    if (auto *witness = dynamic_cast<WriteWitness *>(&door))
        return witness->seeing(caller, connection);
    return {std::shared_ptr<net::HttpClient>(), &door};
}

} // namespace fairlead::providers
