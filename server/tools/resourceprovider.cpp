// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/resourceprovider.h"

namespace fairlead::tools {

Result<std::unique_ptr<Following>> ResourceProvider::follow(const QString &, const Caller &)
{
    return std::make_unique<Following>();
}

} // namespace fairlead::tools
