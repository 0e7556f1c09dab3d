// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overview.h"
#include "ui/tray/notificationdesk.h"
#include "ui/tray/traymenu.h"

#include <QObject>
#include <QSystemTrayIcon>

#include <optional>

namespace fairlead::ui {

/**
 * The icon in the panel, its menu, and the notifications of the desktop. A click on the icon asks
 * for the window, and every function is also in the menu, for desktops that only show the menu.
 */
class Tray final : public QObject
{
    Q_OBJECT

public:
    explicit Tray(const Clock &clock, QObject *parent = nullptr);
    ~Tray() override;

    void show();
    void hide();
    /** What icon and menu say from now on. */
    void showState(OverallState state, const MenuContent &content);
    /** Shows notifications there from now on, where that takes them; it outlives the tray. */
    void setDesk(NotificationDesk &desk);
    /** A notification of the desktop; both texts are plain, and shown as they are. Its number. */
    int notify(const QString &title, const QString &text);
    /** Takes a notification back that has become pointless. */
    void withdraw(int notification);
    /** Whether this desktop renders tags in the text of a notification, so that they are escaped.
     */
    void setNotificationMarkup(bool isRendered) { m_rendersMarkup = isRendered; }
    /** The text as it is handed to the desktop. */
    [[nodiscard]] QString notificationText(const QString &text) const;

    [[nodiscard]] TrayMenu &menu() { return m_menu; }
    [[nodiscard]] const TrayMenu &menu() const { return m_menu; }
    [[nodiscard]] const QSystemTrayIcon &icon() const { return m_icon; }

Q_SIGNALS:
    void toggleRequested(); ///< a click on the icon: show the window, or hide it
    void notificationClicked(); ///< the last one

private:
    void showBubble(int notification, const QString &title, const QString &text);

    TrayMenu m_menu;
    QSystemTrayIcon m_icon;
    std::optional<OverallState> m_state;
    NotificationDesk *m_desk = nullptr;
    int m_notifications = 0; ///< so far: the number of the last one
    bool m_isBubble = false; ///< whether that is shown by Qt
    bool m_rendersMarkup = false;
};

} // namespace fairlead::ui
