// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settingsstore.h"

namespace fairlead::settings {

SettingsStore::SettingsStore(QString path, Settings inForce, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_inForce(std::move(inForce))
    , m_values(m_inForce)
{}

bool SettingsStore::needsRestart() const
{
    Settings atOnce = m_inForce;
    atOnce.logLevel = m_values.logLevel;
    atOnce.activityArguments = m_values.activityArguments;
    atOnce.approvedFolders = m_values.approvedFolders;
    atOnce.skippedFirstSteps = m_values.skippedFirstSteps;
    return m_values != atOnce;
}

Result<> SettingsStore::change(const std::function<void(Settings &values)> &edit)
{
    auto file = SettingsFile::read(m_path);
    if (!file)
        return failure(file.error());
    Settings values = file->values();
    edit(values);
    if (values != file->values()) {
        if (auto saved = file->save(values); !saved)
            return saved;
    }
    if (std::exchange(m_values, values) != values)
        Q_EMIT changed();
    return {};
}

} // namespace fairlead::settings
