// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activitywriter.h"
#include "server/http/limits.h"
#include "server/net/networkhttpclient.h"
#include "server/providers/approvedfolders.h"
#include "server/settings/datafolder.h"
#include "server/settings/settingsstore.h"
#include "server/tools/calltarget.h"

/** What the parts of an instance are to do, by the settings. */
namespace fairlead::wiring {

[[nodiscard]] audit::Retention retentionFrom(const settings::Settings &settings);
[[nodiscard]] tools::KeptArguments keptArgumentsFrom(const settings::Settings &settings);
[[nodiscard]] http::Limits limitsFrom(const settings::Settings &settings);
[[nodiscard]] net::NetworkHttpClient::Options httpOptions(const settings::Settings &settings);
/** `settings` outlives what they are given to: changes are stored there. */
[[nodiscard]] providers::ApprovedFolders::Options folderOptions(
    settings::SettingsStore &settings, const settings::DataFolder &dataFolder);

} // namespace fairlead::wiring
