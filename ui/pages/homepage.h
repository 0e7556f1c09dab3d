// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/models/firststeps.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fairlead::ui {

class ActivityPlot;
class MessageBar;
class SampleDataButton;
class StepStrip;

/** The state, the address, the one thing to do next, and what clients are doing. Leads a new person
 * through the first steps. */
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
    void toolsRequested(const QString &connectionId); ///< of a remote server
    void addToCursorRequested();
    void clientsRequested(); ///< all clients and keys
    void quitRequested();

private:
    void buildLayout();
    [[nodiscard]] QWidget *makeStateRow();
    [[nodiscard]] QWidget *makeStepPanel();
    [[nodiscard]] QWidget *makeStepButtons();
    [[nodiscard]] QWidget *makeActivity();
    [[nodiscard]] QWidget *makeFacts();
    [[nodiscard]] QWidget *makeTrayNote();
    void refresh();
    void showStep();
    void showCalls();
    void takeStep();
    void takeSecondStep();
    void showSampleData();
    void askForKeyFile();
    void useKeyFile();

    const Services &m_services;
    Instance m_instance;
    const Overview &m_overview;
    FirstSteps m_firstSteps;
    MessageBar *m_message;
    QLabel *m_stateIcon;
    QLabel *m_stateLine;
    StepStrip *m_strip;
    QLabel *m_stepTitle;
    QLabel *m_stepText;
    QPushButton *m_stepAction;
    QPushButton *m_stepSecondAction;
    SampleDataButton *m_sampleData;
    QPushButton *m_skip;
    QPushButton *m_closeSteps;
    QPushButton *m_showSteps;
    QLabel *m_callsTitle;
    ActivityPlot *m_plot;
    QLabel *m_lastCallMark;
    QLabel *m_lastCall;
    QLabel *m_connectionsLine;
    QLabel *m_keysLine;
    QWidget *m_trayNote = nullptr;
};

} // namespace fairlead::ui
