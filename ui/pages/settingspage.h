// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/services.h"
#include "ui/widgets/statemark.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace fairlead::ui {

class MessageBar;
class SettingsForm;

/** How the program behaves: each field is written at once, and a bar says what waits for the next
 * start. */
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(const Services &services, const Instance &instance, QWidget *parent = nullptr);

Q_SIGNALS:
    void restartRequested();

private:
    [[nodiscard]] QWidget *makeSections();
    [[nodiscard]] SettingsForm *makeForm(QVBoxLayout &column, const QString &title);
    void addServer(QVBoxLayout &column);
    void addNetwork(QVBoxLayout &column);
    void addLimits(QVBoxLayout &column);
    void addFolders(QVBoxLayout &column);
    void addData(QVBoxLayout &column);
    void addLogin(QVBoxLayout &column);
    [[nodiscard]] QString portProblem(int port) const;
    void setStartAtLogin(bool on);
    void openFolder();
    void askToBackUp();
    void chooseRestore();
    void askToRestore(const QString &path);
    [[nodiscard]] QWidget *makeBackupRow();
    void fail(const QString &message);
    void refreshRestart();

    const Services &m_services;
    Instance m_instance;
    MessageBar *m_message;
    QWidget *m_restart;
    QCheckBox *m_login = nullptr;
};

} // namespace fairlead::ui
