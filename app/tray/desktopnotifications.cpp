// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/desktopnotifications.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>

#include <functional>

using namespace Qt::StringLiterals;

namespace fairlead::tray {
namespace {

constexpr int answerTimeoutMs = 3000;
const QString watcherService = u"org.kde.StatusNotifierWatcher"_s;
const QString notifications = u"org.freedesktop.Notifications"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(notifications, notificationsPath, notifications, method);
}

void ask(QObject *context,
         const QDBusMessage &question,
         const std::function<void(const QDBusPendingCall &)> &heard)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, answerTimeoutMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, heard] {
        heard(*watcher);
        watcher->deleteLater();
    });
}

} // namespace

DesktopNotifications::DesktopNotifications(QObject *parent)
    : ui::NotificationDesk(parent)
{
    if (QDBusConnection::sessionBus().isConnected())
        askForServer();
    else
        m_isRendered = false;
}

bool DesktopNotifications::show(int number, const QString &title, const QString &text)
{
    if (!m_hasServer)
        return false;
    QDBusMessage message = callOf(u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    const QStringList actions{u"default"_s, tr("Open")};
    message.setArguments({QGuiApplication::applicationDisplayName(),
                          0U, // replaces none
                          QGuiApplication::desktopFileName(), // is the icon's name, too
                          title,
                          m_isRendered ? text.toHtmlEscaped() : text,
                          actions,
                          hints,
                          -1}); // for as long as the desktop likes
    m_shown.insert(number, 0);
    ask(this, message, [this, number, title, text](const QDBusPendingCall &call) {
        if (!noteShown(number, call))
            Q_EMIT failed(number, title, text);
    });
    return true;
}

bool DesktopNotifications::noteShown(int number, const QDBusPendingCall &call)
{
    const QDBusPendingReply<uint> reply = call;
    const auto known = m_shown.find(number);
    const bool isWithdrawn = known == m_shown.end();
    if (!isWithdrawn && reply.isValid())
        *known = reply.value();
    else if (!isWithdrawn)
        m_shown.erase(known);
    else if (reply.isValid())
        closeAtServer(reply.value());
    return isWithdrawn || reply.isValid();
}

void DesktopNotifications::close(int number)
{
    if (const uint id = m_shown.take(number); id != 0)
        closeAtServer(id);
}

void DesktopNotifications::closeAtServer(uint id)
{
    QDBusMessage message = callOf(u"CloseNotification"_s);
    message.setArguments({id});
    QDBusConnection::sessionBus().asyncCall(message, answerTimeoutMs);
}

void DesktopNotifications::noteAction(uint id, const QString &action)
{
    if (action == "default"_L1 && m_shown.key(id, 0) != 0)
        Q_EMIT clicked();
}

void DesktopNotifications::noteClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    if (const int number = m_shown.key(id, 0); number != 0)
        m_shown.remove(number);
}

void DesktopNotifications::askForServer()
{
    ask(this, callOf(u"GetCapabilities"_s), [this](const QDBusPendingCall &call) {
        const QDBusPendingReply<QStringList> reply = call;
        if (!reply.isValid()) {
            askForPanel();
            return;
        }
        m_hasServer = true;
        QDBusConnection bus = QDBusConnection::sessionBus();
        bus.connect(notifications,
                    notificationsPath,
                    notifications,
                    u"ActionInvoked"_s,
                    this,
                    SLOT(noteAction(uint, QString)));
        bus.connect(notifications,
                    notificationsPath,
                    notifications,
                    u"NotificationClosed"_s,
                    this,
                    SLOT(noteClosed(uint, uint)));
        settle(reply.value().contains("body-markup"_L1));
    });
}

/** Without a server that answers, Qt hands notifications to the desktop where a panel draws the
 * icon, whose server may come later and render markup; else it shows them itself. */
void DesktopNotifications::askForPanel()
{
    auto question = QDBusMessage::createMethodCall(watcherService,
                                                   u"/StatusNotifierWatcher"_s,
                                                   u"org.freedesktop.DBus.Properties"_s,
                                                   u"Get"_s);
    question.setArguments({watcherService, u"IsStatusNotifierHostRegistered"_s});
    ask(this, question, [this](const QDBusPendingCall &call) {
        const QDBusPendingReply<QDBusVariant> reply = call;
        settle(reply.isValid() && reply.value().variant().toBool());
    });
}

void DesktopNotifications::settle(bool isRendered)
{
    if (m_isRendered == isRendered)
        return;
    m_isRendered = isRendered;
    Q_EMIT changed();
}

} // namespace fairlead::tray
