// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/instance.h"
#include "ui/services.h"
#include "ui/windows/newkeydialog.h"

#include <QHash>
#include <QWidget>

class QListWidget;
class QStackedWidget;

namespace fairlead::connections {
struct Connection;
} // namespace fairlead::connections

namespace fairlead::undo {
class Undoing;
class UndoStore;
} // namespace fairlead::undo

namespace fairlead::ui {

class ConnectionsPage;
class HomePage;
class KeysPage;
class Overview;
enum class LineIcon;

/** What closing a window does to it. The program goes on serving either way. */
enum class ClosePolicy {
    Hide, ///< the tray brings it back
    Minimize, ///< there is no tray
};

/** Shows a window and brings it to the front, wherever it was. */
void raiseWindow(QWidget &window);

/** The one window: a list of pages at the side, the chosen page beside it. A page is made when it
 * is first needed: most people open few of them, and the program runs all day. */
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
    /** See ActivityPage; before that page is shown. */
    void offerUndo(const undo::UndoStore &store, undo::Undoing &undoing);
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
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addToCursor();
    void share(const QString &connectionId);
    void connectServer(const connections::Connection *known);
    void buildLayout();
    void addPage(const QString &title, LineIcon icon);
    /** Makes the page of this row unless it is there. */
    void showRow(int row);
    void needPage(int row);
    [[nodiscard]] QWidget *makePage(Page page);
    [[nodiscard]] QWidget *makeHome();
    [[nodiscard]] QWidget *makeConnections();
    [[nodiscard]] QWidget *makeKeys();
    [[nodiscard]] QWidget *makePublishing();
    [[nodiscard]] QWidget *makeActivity();
    [[nodiscard]] QWidget *makeLeases();
    [[nodiscard]] QWidget *makeSettings();
    void fitSideList();
    void addShortcuts();
    void showRotatedKey(const accounts::CreatedMcpKey &created);

    const Services &m_services;
    Instance m_instance;
    const Overview &m_overview;
    const undo::UndoStore *m_undoStore = nullptr; ///< null: nothing is undone
    undo::Undoing *m_undoing = nullptr; ///< likewise
    QListWidget *m_sideList;
    QStackedWidget *m_pages;
    QHash<int, QWidget *> m_made; ///< by row
    HomePage *m_home = nullptr;
    ConnectionsPage *m_connections = nullptr; ///< from its first showing on
    KeysPage *m_keys = nullptr; ///< likewise
    ClosePolicy m_closePolicy = ClosePolicy::Hide;
};

} // namespace fairlead::ui
