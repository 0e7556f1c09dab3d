// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overview.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace fairlead::ui {

/**
 * The icon in the panel and its menu. The menu is made once; while it is open it stays as it is,
 * and opening it asks nobody anything. A click on the icon asks for the window, and every function
 * is also in the menu, for desktops that only show the menu.
 */
class Tray final : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    void show();
    void hide();
    /** Serving, at this address. */
    void showServing(OverallState state, const QString &stateLine, const QString &url);
    /** Not serving, for this reason. */
    void showOff(const QString &stateLine);
    /** A notification of the desktop; a click on it asks to attend to it. */
    void notify(const QString &title, const QString &text);

    [[nodiscard]] const QMenu &menu() const { return m_menu; }
    [[nodiscard]] const QSystemTrayIcon &icon() const { return m_icon; }

Q_SIGNALS:
    void toggleRequested(); ///< a click on the icon: show the window, or hide it
    void openRequested();
    void attentionRequested(); ///< a click on the last notification
    void connectRequested(const QString &service); ///< "jira", "notion"
    void copyConfigurationRequested();
    void connectionsRequested();
    void keysRequested();
    void quitRequested();

private:
    struct Appearance
    {
        OverallState state = OverallState::Off;
        QString stateLine;
        QString url;

        bool operator==(const Appearance &) const = default;
    };

    void fillMenu();
    void appear(Appearance appearance);
    void applyAppearance();

    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_stateAction = nullptr;
    QAction *m_copyAddress = nullptr;
    QList<QAction *> m_servingActions; ///< usable only while we serve
    Appearance m_appearance;
};

} // namespace fairlead::ui
