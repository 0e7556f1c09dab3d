// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/tokenendpoint.h"
#include "server/settings/settings.h"

#include <QList>

namespace fairlead::wiring {

/** An OAuth app that the settings name. */
struct ConfiguredClient
{
    QString service;
    oauth::Client client;
};

/** Those that the settings name, with the secrets from their files. InvalidInput, naming setting
 * and file, when one cannot be read, is empty, too long, or can be read by other users. */
[[nodiscard]] Result<QList<ConfiguredClient>> configuredClients(const settings::Settings &settings);

} // namespace fairlead::wiring
