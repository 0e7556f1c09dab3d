// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tray/desktopnotifications.h"
#include "app/tray/desktopurlopener.h"
#include "app/wiring/serverinstance.h"
#include "server/settings/startatlogin.h"
#include "ui/models/overview.h"
#include "ui/services.h"
#include "ui/tray/notifier.h"
#include "ui/tray/tray.h"
#include "ui/windows/approvalwindow.h"
#include "ui/windows/mainwindow.h"
#include "ui/windows/startproblemwindow.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace fairlead::tray {

/** Whether the window opens by itself. */
enum class FirstSight {
    Window,
    TrayOnly, ///< started at login
};

/**
 * The tray program: the server, its tray icon, and the one window, which is either the main window
 * or, while the server cannot start, the reason for that.
 */
class TrayProgram final : public QObject
{
    Q_OBJECT

public:
    TrayProgram(wiring::ServerOptions options, FirstSight firstSight, QObject *parent = nullptr);
    ~TrayProgram() override;

    void start();
    /** Brings the window to the front, whichever it is now. */
    void show();
    /** The same, on the page of this name where there is one. */
    void showNamed(const QString &page);
    /** Hides everything, ends the server and then the event loop. */
    void quit();
    /** The same, and the event loop returns restartCode. */
    void restart();

    static constexpr int restartCode = 75;

private:
    void startServer();
    void end() const;
    [[nodiscard]] Result<> createAndServe();
    void addServices();
    void followApprovals();
    [[nodiscard]] ui::Instance instance() const;
    void showProblem(const Error &error);
    void connectTray();
    void connectNotifier();
    void refreshTray();
    void toggleWindow();
    void openPage(ui::MainWindow::Page page);
    void connectService(const QString &service);
    void reconnect(const QString &connectionId);
    void showTools(const QString &connectionId);
    void listClients();
    void addToClient(const QString &clientId);
    void setStartAtLogin(bool on);
    void noteStartAtLogin();
    void lookForTray();
    void applyClosePolicy();
    /** The one that there is; null before the first was needed: windows and their fonts take memory
     * that a program in the tray can do without. */
    [[nodiscard]] QWidget *presentWindow() const;
    [[nodiscard]] QWidget *window();
    /** Null while the server cannot start. */
    [[nodiscard]] ui::MainWindow *mainWindow();

    wiring::ServerOptions m_options;
    FirstSight m_firstSight;
    DesktopUrlOpener m_urlOpener;
    DesktopNotifications m_notifications;
    std::unique_ptr<settings::StartAtLogin> m_startAtLogin;
    // In the order of dependence: each is destroyed before what it works with.
    std::unique_ptr<wiring::ServerInstance> m_server;
    std::optional<tools::Approvals::Presence> m_presence; ///< questions find somebody here
    std::optional<ui::Services> m_services;
    std::unique_ptr<ui::Overview> m_overview;
    std::unique_ptr<ui::MainWindow> m_mainWindow;
    std::unique_ptr<ui::ApprovalWindow> m_approvals;
    std::unique_ptr<ui::StartProblemWindow> m_problemWindow;
    SystemClock m_clock;
    ui::Tray m_tray;
    std::unique_ptr<ui::Notifier> m_notifier;
    QString m_stateLine; ///< why we are not serving
    QList<ui::MenuClient> m_menuClients; ///< those on this computer
    bool m_startsAtLogin = false;
    QTimer m_trayTimer;
    int m_exitCode = 0;
    int m_trayLooks = 0;
    bool m_trayAvailable = false;
};

} // namespace fairlead::tray
