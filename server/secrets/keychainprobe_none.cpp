// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/keychainprobe.h"

namespace fairlead::secrets {

QCoro::Task<ProbeOutcome> probeKeychain()
{
    co_return ProbeOutcome();
}

} // namespace fairlead::secrets
