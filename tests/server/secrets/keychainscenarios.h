// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/secrets/systemkeychain.h"

#include <QObject>
#include <QProcess>

/**
 * What SystemKeychain says in one state of a real gnome-keyring. Each slot is run by
 * tst_systemkeychain in a process, a home and a session bus of its own, because QtKeychain and GLib
 * choose their backend and bus once per process.
 */
class KeychainScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void unlockedKeepsAndForgets();
    void unlockedLeavesAnItem();
    void unlockedFindsTheItem();
    void unlockedServesTheVault();
    void lockedIsToldFromAbsent();
    void lockedWhileRunning();
    void freshWithoutAScreenFallsBack();
    void absentAnswersQuickly();
    void frozenIsBusyAndHeals();
    void frozenInMidJobIsBusyAndHeals();
    void frozenMayBeLeftAtExit();

private:
    enum class Start { Unlocked, Locked };
    void startDaemon(Start start);
    void signalDaemon(int signal);
    [[nodiscard]] fairlead::secrets::KeychainAnswer read(
        fairlead::secrets::Keychain &keychain,
        fairlead::secrets::Prompting prompting = fairlead::secrets::Prompting::Avoided);

    QProcess m_daemon;
};
