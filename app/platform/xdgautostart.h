// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/startatlogin.h"

#include <QFileSystemWatcher>

namespace fairlead::platform {

/** The AppImage that a program was started from, if it was: its own path leads into a mount that is
 * gone at the next login. */
struct AppImage
{
    QString file; ///< $APPIMAGE
    QString mount; ///< $APPDIR

    [[nodiscard]] static AppImage fromEnvironment();
    /** The path to start `program` by. A program that merely inherited the variables stays itself.
     */
    [[nodiscard]] QString startableFor(const QString &program) const;
};

/** A .desktop file in ~/.config/autostart, by the XDG autostart and desktop entry specifications.
 */
class XdgAutostart final : public settings::StartAtLogin
{
    Q_OBJECT

public:
    XdgAutostart(QString folder,
                 const AppImage &appImage,
                 LoginCommand command,
                 QObject *parent = nullptr);

    [[nodiscard]] bool isOn() const override;
    [[nodiscard]] Result<> setOn(bool on) override;

    [[nodiscard]] QString path() const;
    /** One word of an Exec line, quoted where it has to be. */
    [[nodiscard]] static QString quoted(const QString &word);

private:
    [[nodiscard]] QByteArray entry() const;
    void watch();
    void look();

    QString m_folder;
    LoginCommand m_command;
    QFileSystemWatcher m_watcher;
    bool m_lastSeen = false;
};

} // namespace fairlead::platform
