// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QObject>

namespace fairlead::settings {

/**
 * Whether the program starts when the person logs in. The operating system keeps this setting, and
 * its own settings may change it, too: changed() tells of either. Implemented for each platform in
 * app/platform.
 */
class StartAtLogin : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~StartAtLogin() override;
    Q_DISABLE_COPY_MOVE(StartAtLogin)

    [[nodiscard]] virtual bool isOn() const = 0;
    /** Storage, naming what could not be written, and then nothing has changed. */
    [[nodiscard]] virtual Result<> setOn(bool on) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace fairlead::settings
