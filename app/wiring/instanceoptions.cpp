// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/instanceoptions.h"

using namespace Qt::StringLiterals;

namespace fairlead::wiring {

audit::Retention retentionFrom(const settings::Settings &settings)
{
    return {.days = settings.activityDays, .entries = settings.activityEntries};
}

tools::KeptArguments keptArgumentsFrom(const settings::Settings &settings)
{
    const auto kept = tools::keptArgumentsFromName(settings.activityArguments);
    return kept.value_or(tools::KeptArguments::None);
}

http::Limits limitsFrom(const settings::Settings &settings)
{
    http::Limits limits;
    limits.connections = settings.maximumConnections;
    limits.streams = settings.maximumStreams;
    limits.streamsPerOwner = settings.maximumStreamsPerKey;
    return limits;
}

net::NetworkHttpClient::Options httpOptions(const settings::Settings &settings)
{
    net::NetworkHttpClient::Options options;
    options.proxy = settings.proxy;
    options.extraCaFile = settings.caFile;
    return options;
}

providers::ApprovedFolders::Options folderOptions(settings::SettingsStore &settings,
                                                  const settings::DataFolder &dataFolder)
{
    providers::ApprovedFolders::Options options;
    options.folders = settings.inForce().approvedFolders;
    options.dataFolder = dataFolder.path();
    options.keep = [&settings](const QStringList &folders) {
        return settings.change(
            [&folders](settings::Settings &values) { values.approvedFolders = folders; });
    };
    return options;
}

} // namespace fairlead::wiring
