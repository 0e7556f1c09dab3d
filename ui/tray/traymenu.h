// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recentcalls.h"

#include <QMenu>
#include <QObject>

#include <array>

namespace fairlead {
class Clock;
} // namespace fairlead

namespace fairlead::ui {

/** A client that the menu offers to add Fairlead to. */
struct MenuClient
{
    QString id; ///< "cursor"
    QString name; ///< "Cursor"

    bool operator==(const MenuClient &) const = default;
};

/** What the menu says. */
struct MenuContent
{
    QString stateLine = {};
    QString url = {}; ///< empty: not serving
    bool isPaused = false;
    bool startsAtLogin = false;
    QList<RecentCall> calls = {}; ///< newest first
    QList<MenuClient> clients = {}; ///< to add Fairlead to

    bool operator==(const MenuContent &) const = default;
};

/**
 * The menu of the tray icon: plain actions, made once, so that every desktop and screen reader can
 * show them. Opening it asks nobody anything; what changes while it is open is shown when it has
 * closed.
 */
class TrayMenu final : public QObject
{
    Q_OBJECT

public:
    explicit TrayMenu(const Clock &clock, QObject *parent = nullptr);
    ~TrayMenu() override;

    void setContent(const MenuContent &content);
    [[nodiscard]] QMenu &menu() { return m_menu; }
    [[nodiscard]] const QMenu &menu() const { return m_menu; }

Q_SIGNALS:
    void openRequested();
    void activityRequested(); ///< one of the calls was chosen
    void connectRequested(const QString &service); ///< "jira", "notion"
    void addToClientRequested(const QString &id);
    void clientsRequested(); ///< all clients and keys
    void pauseRequested(bool on);
    void startAtLoginRequested(bool on);
    void quitRequested();

private:
    void addCalls();
    void addConnecting();
    void addOwn();
    void apply();
    void applyCalls();
    void applyClients();

    static constexpr qsizetype callCount = 5;

    const Clock &m_clock;
    QMenu m_menu;
    QMenu m_clientsMenu;
    QAction *m_stateAction = nullptr;
    QAction *m_noCalls = nullptr;
    std::array<QAction *, callCount> m_calls{};
    QAction *m_copyAddress = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_startAtLogin = nullptr;
    QAction *m_allClients = nullptr;
    QList<QAction *> m_servingActions; ///< usable only while we serve
    MenuContent m_content;
    QList<MenuClient> m_shownClients;
};

} // namespace fairlead::ui
