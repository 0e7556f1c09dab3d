// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/secrets/keychain.h"

namespace fairlead::secrets {

struct ProbeOutcome
{
    KeychainState state = KeychainState::Ready; ///< Ready, Locked or Absent
    QString detail;
};

/**
 * Asks the platform, beside QtKeychain, whether a keychain is there and unlocked: a locked keychain
 * on Linux answers "not found" to a read and "done" to a removal. Never shows a question. Does not
 * return while the keychain is frozen. Ready where the keychain's own answers can be trusted.
 */
[[nodiscard]] QCoro::Task<ProbeOutcome> probeKeychain();

} // namespace fairlead::secrets
