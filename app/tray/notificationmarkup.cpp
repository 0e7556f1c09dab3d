// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/notificationmarkup.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <functional>

using namespace Qt::StringLiterals;

namespace fairlead::tray {
namespace {

constexpr int answerTimeoutMs = 3000;
const QString watcherService = u"org.kde.StatusNotifierWatcher"_s;
const QString notifications = u"org.freedesktop.Notifications"_s;

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

NotificationMarkup::NotificationMarkup(QObject *parent)
    : QObject(parent)
{
    if (QDBusConnection::sessionBus().isConnected())
        askForPanel();
    else
        m_isRendered = false;
}

/** Qt hands notifications to the desktop only where a panel draws the icon; else it shows them. */
void NotificationMarkup::askForPanel()
{
    auto question = QDBusMessage::createMethodCall(watcherService,
                                                   u"/StatusNotifierWatcher"_s,
                                                   u"org.freedesktop.DBus.Properties"_s,
                                                   u"Get"_s);
    question.setArguments({watcherService, u"IsStatusNotifierHostRegistered"_s});
    ask(this, question, [this](const QDBusPendingCall &call) {
        const QDBusPendingReply<QDBusVariant> reply = call;
        if (reply.isValid() && reply.value().variant().toBool())
            askForServer();
        else
            settle(false);
    });
}

void NotificationMarkup::askForServer()
{
    const auto question = QDBusMessage::createMethodCall(
        notifications, u"/org/freedesktop/Notifications"_s, notifications, u"GetCapabilities"_s);
    ask(this, question, [this](const QDBusPendingCall &call) {
        const QDBusPendingReply<QStringList> reply = call;
        // A server that is only starting says it later, and may render markup.
        settle(!reply.isValid() || reply.value().contains("body-markup"_L1));
    });
}

void NotificationMarkup::settle(bool isRendered)
{
    if (m_isRendered == isRendered)
        return;
    m_isRendered = isRendered;
    Q_EMIT changed();
}

} // namespace fairlead::tray
