// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/keychain.h"

namespace fairlead::secrets {

Keychain::~Keychain() = default;

} // namespace fairlead::secrets
