// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings.h"

#include <QObject>

#include <functional>

namespace fairlead::settings {

/**
 * The one writer of the settings while the program runs. What it changes is in the file at once;
 * most of it comes into force at the next start. Outlives every window.
 */
class SettingsStore final : public QObject
{
    Q_OBJECT

public:
    /** `inForce`: what the program was started with. */
    SettingsStore(QString path, Settings inForce, QObject *parent = nullptr);

    [[nodiscard]] const QString &path() const { return m_path; }
    /** As the file last had them. */
    [[nodiscard]] const Settings &values() const { return m_values; }
    [[nodiscard]] const Settings &inForce() const { return m_inForce; }
    /** Whether something waits for the next start. */
    [[nodiscard]] bool needsRestart() const;

    /** Reads the file anew, so that what a person wrote into it in the meantime stays, changes the
     * values and writes them. InvalidInput for a value that is not allowed, InvalidData for a file
     * that cannot be understood any more, Storage; nothing has changed then. */
    [[nodiscard]] Result<> change(const std::function<void(Settings &values)> &edit);

Q_SIGNALS:
    void changed();

private:
    QString m_path;
    Settings m_inForce;
    Settings m_values;
};

} // namespace fairlead::settings
