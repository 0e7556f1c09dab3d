// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusMessage;
class QDBusVariant;

namespace fairlead::tray {

/**
 * Follows the desktop's wishes for dark windows and for high contrast, which Qt 6.4 does not know:
 * asks the settings portal of freedesktop.org and listens for changes. Where the platform's theme
 * is so already, nothing is done.
 */
class SystemAppearance final : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

private:
    Q_SLOT void readSetting(const QString &group, const QString &key, const QDBusVariant &value);
    void ask(const QString &key);
    void note(const QString &key, uint value);
    void apply();

    bool m_wantsDark = false;
    bool m_wantsContrast = false;
    bool m_hasOwnPalette = false; ///< the palette is ours
};

} // namespace fairlead::tray
