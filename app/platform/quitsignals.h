// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::platform {

/**
 * Turns SIGINT, SIGTERM and SIGHUP (on Windows: console close) into one Qt signal in the event
 * loop, so that streams are closed and files written before the program ends. One per process.
 */
class QuitSignals final : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void quitRequested();
};

} // namespace fairlead::platform
