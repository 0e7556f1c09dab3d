// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/service.h"

namespace fairlead::sandbox {

std::optional<Response> Service::failed(const FaultRule &) const
{
    return std::nullopt;
}

} // namespace fairlead::sandbox
