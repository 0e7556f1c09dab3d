// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/authorizedhttp.h"
#include "server/tools/caller.h"

#include <memory>

namespace fairlead::providers {

/** A door to the outside world that sees what a tool's call writes over a connection, and may look
 * at what is there before and after. Outlives the event loop. */
class WriteWitness : public net::HttpClient
{
public:
    /** The door for one caller's requests over one connection, each sent once and as it is. */
    [[nodiscard]] virtual std::shared_ptr<net::HttpClient> seeing(
        tools::Caller caller, connections::Connection connection) = 0;
};

/** The same of any door: itself, where it is no witness. */
[[nodiscard]] std::shared_ptr<net::HttpClient> seenBy(net::HttpClient &door,
                                                      const tools::Caller &caller,
                                                      const connections::Connection &connection);

/** A client of a service together with the door that it uses. */
template<typename Client>
struct SeenClient
{
    SeenClient(std::shared_ptr<net::HttpClient> usedDoor,
               AuthorizedHttp http,
               typename Client::Target target)
        : door(std::move(usedDoor))
        , client(std::move(http), std::move(target))
    {}

    std::shared_ptr<net::HttpClient> door; // shared as the client is
    Client client;
};

} // namespace fairlead::providers
