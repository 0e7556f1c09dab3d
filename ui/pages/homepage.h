// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/models/overview.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fairlead::ui {

class MessageBar;
class Panel;

/** The state, the address, and the one thing to do next. */
class HomePage final : public QWidget
{
    Q_OBJECT

public:
    HomePage(const Services &services,
             const Instance &instance,
             const Overview &overview,
             QWidget *parent = nullptr);

    /** Says, while it is so, that this desktop shows no tray icon and what that means. */
    void setTrayMissing(bool missing);

Q_SIGNALS:
    /** Of this service: "jira", "notion". */
    void connectRequested(const QString &service);
    void signInAgainRequested(const QString &connectionId);
    void configurationRequested();
    void quitRequested();

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeStateRow();
    [[nodiscard]] QWidget *makeStepPanel();
    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeTrayNote();
    void refresh();
    void takeStep();
    void takeSecondStep();
    void askForKeyFile();
    void useKeyFile();

    const Services &m_services;
    Instance m_instance;
    const Overview &m_overview;
    MessageBar *m_message;
    QLabel *m_stateIcon;
    QLabel *m_stateLine;
    QLabel *m_stepTitle;
    QLabel *m_stepText;
    QPushButton *m_stepAction;
    QPushButton *m_stepSecondAction;
    QLabel *m_connectionsLine;
    QLabel *m_keysLine;
    QWidget *m_trayNote = nullptr;
};

} // namespace fairlead::ui
