// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/services.h"
#include "ui/windows/newkeydialog.h"

#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace fairlead::connections {
struct Connection;
} // namespace fairlead::connections

namespace fairlead::ui {

class ActivityPage;
class ConnectionsPage;
class DoctorPage;
class HomePage;
class KeysPage;
class LeasesPage;
class Overview;
class PublishingPage;
class SettingsPage;
enum class LineIcon;

/** What closing a window does to it. The program goes on serving either way. */
enum class ClosePolicy {
    Hide, ///< the tray brings it back
    Minimize, ///< there is no tray
};

/** Shows a window and brings it to the front, wherever it was. */
void raiseWindow(QWidget &window);

/** The one window: a list of pages at the side, the chosen page beside it. */
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Home, Connections, Keys, Publishing, Activity, Leases, Settings, Doctor };

    MainWindow(const Services &services,
               const Instance &instance,
               const Overview &overview,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    void setClosePolicy(ClosePolicy policy);
    void showPage(Page page);
    /** `service`: "jira", "notion", …; "mcp" for a remote server. */
    void connectService(const QString &service);
    /** Signs in to this connection again. */
    void reconnect(const QString &connectionId);
    /** Opens the list of this remote server's tools. */
    void showTools(const QString &connectionId);
    void makeKey(NewKeyDialog::Purpose purpose);
    /** Opens what adds Fairlead to this program: "cursor". */
    void addToClient(const QString &clientId);

Q_SIGNALS:
    void quitRequested();
    void restartRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addToCursor();
    void connectServer(const connections::Connection *known);
    void buildLayout();
    void addPage(const QString &title, LineIcon icon, QWidget *page);
    void fitSideList();
    void addShortcuts();
    void connectPages();
    void showRotatedKey(const accounts::CreatedMcpKey &created);

    const Services &m_services;
    Instance m_instance;
    QListWidget *m_sideList;
    QStackedWidget *m_pages;
    HomePage *m_home;
    ConnectionsPage *m_connections;
    KeysPage *m_keys;
    PublishingPage *m_publishing;
    ActivityPage *m_activity;
    LeasesPage *m_leases;
    SettingsPage *m_settings;
    DoctorPage *m_doctor;
    ClosePolicy m_closePolicy = ClosePolicy::Hide;
};

} // namespace fairlead::ui
