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

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::tray {
namespace {

constexpr uint preferDark = 1;
constexpr uint preferContrast = 1;
constexpr int answerTimeoutMs = 3000;
const QString portalService = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString settingsInterface = u"org.freedesktop.portal.Settings"_s;
const QString appearanceGroup = u"org.freedesktop.appearance"_s;
const QString colorSchemeKey = u"color-scheme"_s;
const QString contrastKey = u"contrast"_s;

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
    ask(colorSchemeKey);
    ask(contrastKey);
}

void SystemAppearance::readSetting(const QString &group,
                                   const QString &key,
                                   const QDBusVariant &value)
{
    if (group == appearanceGroup)
        note(key, unwrapped(value.variant()));
}

void SystemAppearance::ask(const QString &key)
{
    auto question =
        QDBusMessage::createMethodCall(portalService, portalPath, settingsInterface, u"Read"_s);
    question.setArguments({appearanceGroup, key});
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        // Without a portal nobody asks for anything, and Qt's own palette stays.
        if (reply.isValid())
            note(key, unwrapped(reply.value().variant()));
        watcher->deleteLater();
    });
}

void SystemAppearance::note(const QString &key, uint value)
{
    if (key == colorSchemeKey)
        m_wantsDark = value == preferDark;
    else if (key == contrastKey)
        m_wantsContrast = value == preferContrast;
    else
        return;
    apply();
}

void SystemAppearance::apply()
{
    // What the platform's own theme has is to be seen only without ours.
    if (std::exchange(m_hasOwnPalette, false))
        QApplication::setPalette(QPalette());
    const QPalette found = QApplication::palette();
    QPalette wanted = found;
    if (m_wantsContrast && !ui::hasHighContrast(found))
        wanted = ui::contrastPalette(m_wantsDark || ui::isDark(found) ? ui::Ground::Dark
                                                                      : ui::Ground::Light);
    else if (m_wantsDark && !ui::isDark(found))
        wanted = ui::darkPalette();
    else
        return;
    QApplication::setPalette(wanted);
    m_hasOwnPalette = true;
}

} // namespace fairlead::tray
