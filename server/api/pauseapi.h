// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/tools/pause.h"

namespace fairlead::api {

/** /api/pause: puts a stop to what clients do and lets it go on, for whoever can read the data
 * folder; /api/status tells which. What is passed outlives it. */
class PauseApi final
{
public:
    explicit PauseApi(tools::Pause &pause);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> change(http::Call call);

    tools::Pause &m_pause;
};

} // namespace fairlead::api
