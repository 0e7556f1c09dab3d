// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/startatlogin.h"

#include <QFileSystemWatcher>

namespace fairlead::platform {

/** A property list in ~/Library/LaunchAgents, which launchd reads at login. */
class LaunchAgent final : public settings::StartAtLogin
{
    Q_OBJECT

public:
    LaunchAgent(QString folder, LoginCommand command, QObject *parent = nullptr);

    [[nodiscard]] bool isOn() const override;
    [[nodiscard]] Result<> setOn(bool on) override;

    [[nodiscard]] QString path() const;

private:
    [[nodiscard]] QString label() const;
    [[nodiscard]] QByteArray propertyList() const;
    void watch();
    void look();

    QString m_folder;
    LoginCommand m_command;
    QFileSystemWatcher m_watcher;
    bool m_lastSeen;
};

} // namespace fairlead::platform
