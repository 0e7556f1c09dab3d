// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/publicationsapi.h"
#include "server/publishing/publisher.h"

namespace fairlead::wiring {

/** All of publishing: what is stored, who does it, and how it is asked for. */
class PublishingParts final
{
public:
    /** Everything passed outlives the event loop. */
    PublishingParts(store::Database &database,
                    const providers::ApprovedFolders &folders,
                    const Clock &clock)
        : m_publications(database)
        , m_publisher(
              m_publications,
              folders,
              [this](publishing::DeskRequest request) { return m_openDesk(std::move(request)); },
              clock)
        , m_api(m_publisher)
    {}

    /** To be called before anything is published. */
    void setDesks(publishing::DeskOpener open) { m_openDesk = std::move(open); }

    [[nodiscard]] publishing::Publisher &publisher() { return m_publisher; }
    [[nodiscard]] publishing::Publications &publications() { return m_publications; }
    [[nodiscard]] api::PublicationsApi &api() { return m_api; }

private:
    publishing::DeskOpener m_openDesk;
    publishing::Publications m_publications;
    publishing::Publisher m_publisher;
    api::PublicationsApi m_api;
};

} // namespace fairlead::wiring
