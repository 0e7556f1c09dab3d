// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray.h"

#include "ui/tray/trayiconpainter.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace fairlead::ui {

Tray::Tray(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_menu(clock)
{
    m_icon.setContextMenu(&m_menu.menu());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](auto reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT toggleRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::notificationClicked);
    showState(OverallState::Off, {});
}

Tray::~Tray() = default;

void Tray::show()
{
    m_icon.show();
}

void Tray::hide()
{
    m_icon.hide();
}

void Tray::showState(OverallState state, const MenuContent &content)
{
    m_menu.setContent(content);
    const QString toolTip = u"Fairlead\n"_s + content.stateLine;
    if (m_icon.toolTip() != toolTip)
        m_icon.setToolTip(toolTip);
    if (m_state == state)
        return;
    m_state = state;
    m_icon.setIcon(TrayIconPainter::icon(state));
}

void Tray::setDesk(NotificationDesk &desk)
{
    m_desk = &desk;
    connect(m_desk, &NotificationDesk::clicked, this, &Tray::notificationClicked);
    connect(m_desk, &NotificationDesk::failed, this, &Tray::showBubble);
}

int Tray::notify(const QString &title, const QString &text)
{
    ++m_notifications;
    m_isBubble = false;
    if (m_desk == nullptr || !m_desk->show(m_notifications, title, text))
        showBubble(m_notifications, title, text);
    return m_notifications;
}

void Tray::showBubble(int notification, const QString &title, const QString &text)
{
    m_isBubble = m_isBubble || notification == m_notifications;
    m_icon.showMessage(
        title, notificationText(text), TrayIconPainter::icon(OverallState::Attention));
}

void Tray::withdraw(int notification)
{
    if (m_desk)
        m_desk->close(notification);
    if (!m_isBubble || notification != m_notifications)
        return;
    // Qt shows one at a time, in a window that has no other name.
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->inherits("QBalloonTip"))
            window->close();
    }
}

QString Tray::notificationText(const QString &text) const
{
    return m_rendersMarkup ? text.toHtmlEscaped() : text;
}

} // namespace fairlead::ui
