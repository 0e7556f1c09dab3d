// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/startatlogin.h"

#include <QSettings>

namespace fairlead::platform {

/** A value under HKEY_CURRENT_USER\\…\\Run, which Windows reads at login. */
class RunKey final : public settings::StartAtLogin
{
    Q_OBJECT

public:
    RunKey(const QString &location,
           QSettings::Format format,
           LoginCommand command,
           QObject *parent = nullptr);

    [[nodiscard]] static QString ofThisUser();

    [[nodiscard]] bool isOn() const override;
    [[nodiscard]] Result<> setOn(bool on) override;

    /** One word of a command line as Windows' own programs split it. */
    [[nodiscard]] static QString quoted(const QString &word);

private:
    [[nodiscard]] QString commandLine() const;

    QSettings m_registry;
    LoginCommand m_command;
};

} // namespace fairlead::platform
