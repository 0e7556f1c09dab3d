// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/site.h"

namespace fairlead::sandbox {

/**
 * Fills a site from a seed document of data/. Its times are minutes before the clock's now, so
 * that the data looks fresh whenever the sandbox starts.
 */
void fillSite(Site &site, const QJsonObject &seed);

} // namespace fairlead::sandbox
