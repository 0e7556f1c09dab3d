// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/signin.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr std::array stageNames{
    "waiting_for_browser"_L1, "exchanging"_L1, "choosing_sites"_L1, "connected"_L1, "failed"_L1};
constexpr std::array problemNames{"none"_L1,
                                  "cancelled"_L1,
                                  "denied"_L1,
                                  "timed_out"_L1,
                                  "wrong_state"_L1,
                                  "code_used"_L1,
                                  "wrong_client"_L1,
                                  "missing_scope"_L1,
                                  "wrong_issuer"_L1,
                                  "no_site"_L1,
                                  "clock_off"_L1,
                                  "tls"_L1,
                                  "proxy"_L1,
                                  "network"_L1,
                                  "timeout"_L1,
                                  "secrets"_L1,
                                  "redirect_refused"_L1,
                                  "registration_closed"_L1,
                                  "administrator_refused"_L1,
                                  "refused"_L1,
                                  "other"_L1};

} // namespace

QLatin1StringView stageName(SignInStage stage)
{
    return stageNames.at(static_cast<size_t>(stage));
}

QLatin1StringView problemName(SignInProblem problem)
{
    return problemNames.at(static_cast<size_t>(problem));
}

} // namespace fairlead::providers
