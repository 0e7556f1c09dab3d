// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray.h"

#include "ui/tray/trayiconpainter.h"
#include "ui/widgets/clipboard.h"

using namespace Qt::StringLiterals;

namespace fairlead::ui {

Tray::Tray(QObject *parent)
    : QObject(parent)
{
    fillMenu();
    m_icon.setContextMenu(&m_menu);
    // What changed while the menu was open is shown when it has closed.
    connect(&m_menu, &QMenu::aboutToHide, this, &Tray::applyAppearance, Qt::QueuedConnection);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](auto reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT toggleRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::attentionRequested);
    applyAppearance();
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

void Tray::showServing(OverallState state, const QString &stateLine, const QString &url)
{
    appear({.state = state, .stateLine = stateLine, .url = url});
}

void Tray::showOff(const QString &stateLine)
{
    appear({.state = OverallState::Off, .stateLine = stateLine, .url = {}});
}

void Tray::notify(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, TrayIconPainter::icon(OverallState::Attention));
}

void Tray::fillMenu()
{
    m_stateAction = m_menu.addAction(QString());
    m_stateAction->setEnabled(false);
    m_copyAddress = m_menu.addAction(QString(), this, [this] { copyText(m_appearance.url); });
    m_menu.addSeparator();
    auto *jira = m_menu.addAction(
        tr("Connect &Jira…"), this, [this] { Q_EMIT connectRequested(u"jira"_s); });
    auto *notion = m_menu.addAction(
        tr("Connect &Notion…"), this, [this] { Q_EMIT connectRequested(u"notion"_s); });
    //: The menu of the tray icon. Opens a dialog that makes a key and copies Cursor's
    //: configuration.
    auto *copyConfiguration = m_menu.addAction(
        tr("Copy &Cursor configuration…"), this, &Tray::copyConfigurationRequested);
    auto *connections = m_menu.addAction(tr("C&onnections…"), this, &Tray::connectionsRequested);
    auto *keys = m_menu.addAction(tr("Clients and &keys…"), this, &Tray::keysRequested);
    m_menu.addSeparator();
    auto *open = m_menu.addAction(tr("Open &Fairlead"), this, &Tray::openRequested);
    m_menu.setDefaultAction(open);
    m_menu.addAction(tr("&Quit Fairlead"), this, &Tray::quitRequested);
    m_servingActions = {m_copyAddress, jira, notion, copyConfiguration, connections, keys};
}

void Tray::appear(Appearance appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = std::move(appearance);
    if (!m_menu.isVisible())
        applyAppearance();
}

void Tray::applyAppearance()
{
    m_icon.setIcon(TrayIconPainter::icon(m_appearance.state));
    m_icon.setToolTip(u"Fairlead\n"_s + m_appearance.stateLine);
    // An ampersand in a text from outside is no mnemonic.
    m_stateAction->setText(QString(m_appearance.stateLine).replace(u'&', u"&&"_s));
    //: %1 is an address such as http://127.0.0.1:8080.
    m_copyAddress->setText(tr("Copy &address (%1)").arg(m_appearance.url));
    m_copyAddress->setVisible(!m_appearance.url.isEmpty());
    for (QAction *action : std::as_const(m_servingActions))
        action->setEnabled(m_appearance.state != OverallState::Off);
}

} // namespace fairlead::ui
