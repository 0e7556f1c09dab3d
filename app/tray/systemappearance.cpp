// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/systemappearance.h"

#include "ui/widgets/darkpalette.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace fairlead::tray {
namespace {

constexpr uint preferDark = 1;
constexpr int answerTimeoutMs = 3000;
const QString portalService = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString settingsInterface = u"org.freedesktop.portal.Settings"_s;
const QString appearanceGroup = u"org.freedesktop.appearance"_s;
const QString colorSchemeKey = u"color-scheme"_s;

/** Older portals wrap the value once more. */
uint unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService,
                portalPath,
                settingsInterface,
                u"SettingChanged"_s,
                this,
                SLOT(readSetting(QString, QString, QDBusVariant)));
    ask();
}

void SystemAppearance::readSetting(const QString &group,
                                   const QString &key,
                                   const QDBusVariant &value)
{
    if (group == appearanceGroup && key == colorSchemeKey)
        apply(unwrapped(value.variant()));
}

void SystemAppearance::ask()
{
    auto question =
        QDBusMessage::createMethodCall(portalService, portalPath, settingsInterface, u"Read"_s);
    question.setArguments({appearanceGroup, colorSchemeKey});
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        // Without a portal nobody asks for dark windows, and Qt's own palette stays.
        if (reply.isValid())
            apply(unwrapped(reply.value().variant()));
        watcher->deleteLater();
    });
}

void SystemAppearance::apply(uint colorScheme)
{
    const bool wantsDark = colorScheme == preferDark;
    if (wantsDark && !ui::isDark(QApplication::palette())) {
        QApplication::setPalette(ui::darkPalette());
        m_darkened = true;
    } else if (!wantsDark && m_darkened) {
        QApplication::setPalette(QPalette());
        m_darkened = false;
    }
}

} // namespace fairlead::tray
