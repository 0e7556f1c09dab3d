// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/traymenu.h"

#include "server/base/clock.h"
#include "ui/models/recentcalltext.h"
#include "ui/widgets/clipboard.h"

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

/** An ampersand in a text from outside is no mnemonic. */
QString plain(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

TrayMenu::TrayMenu(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    // Not disabled: what is greyed out is hard to read, and it is the first thing to read.
    m_stateAction = m_menu.addAction(QString(), this, &TrayMenu::openRequested);
    addCalls();
    m_menu.addSeparator();
    addConnecting();
    m_menu.addSeparator();
    addOwn();
    // The ages of the calls are those of this moment.
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayMenu::applyCalls);
    connect(&m_menu, &QMenu::aboutToHide, this, &TrayMenu::apply, Qt::QueuedConnection);
    apply();
}

TrayMenu::~TrayMenu() = default;

void TrayMenu::setContent(const MenuContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    if (!m_menu.isVisible())
        apply();
}

void TrayMenu::addCalls()
{
    m_noCalls = m_menu.addAction(tr("No client has called yet"));
    m_noCalls->setEnabled(false);
    for (QAction *&action : m_calls)
        action = m_menu.addAction(QString(), this, &TrayMenu::activityRequested);
}

void TrayMenu::addConnecting()
{
    auto *jira = m_menu.addAction(
        tr("Connect &Jira…"), this, [this] { Q_EMIT connectRequested(u"jira"_s); });
    auto *notion = m_menu.addAction(
        tr("Connect &Notion…"), this, [this] { Q_EMIT connectRequested(u"notion"_s); });
    //: The menu of the tray icon: opens a list of programs such as Cursor.
    m_clientsMenu.setTitle(tr("&Add to client"));
    auto *clients = m_menu.addMenu(&m_clientsMenu);
    m_allClients =
        m_clientsMenu.addAction(tr("Clients and &keys…"), this, &TrayMenu::clientsRequested);
    m_copyAddress = m_menu.addAction(QString(), this, [this] { copyText(m_content.url); });
    m_servingActions = {jira, notion, clients, m_copyAddress};
}

void TrayMenu::addOwn()
{
    m_pause =
        m_menu.addAction(QString(), this, [this] { Q_EMIT pauseRequested(!m_content.isPaused); });
    m_servingActions.append(m_pause);
    auto *open = m_menu.addAction(tr("Open &Fairlead"), this, &TrayMenu::openRequested);
    m_menu.setDefaultAction(open);
    m_startAtLogin = m_menu.addAction(tr("Start at &login"));
    m_startAtLogin->setCheckable(true);
    connect(m_startAtLogin, &QAction::triggered, this, [this](bool on) {
        // The tick says what is, not what was asked for.
        m_startAtLogin->setChecked(m_content.startsAtLogin);
        Q_EMIT startAtLoginRequested(on);
    });
    m_menu.addAction(tr("&Quit Fairlead"), this, &TrayMenu::quitRequested);
}

void TrayMenu::apply()
{
    m_stateAction->setText(plain(m_content.stateLine));
    applyCalls();
    applyClients();
    //: %1 is an address such as http://127.0.0.1:8080.
    m_copyAddress->setText(tr("&Copy address (%1)").arg(m_content.url));
    m_copyAddress->setVisible(!m_content.url.isEmpty());
    m_pause->setText(m_content.isPaused ? tr("&Resume Fairlead") : tr("&Pause Fairlead"));
    m_startAtLogin->setChecked(m_content.startsAtLogin);
    for (QAction *action : std::as_const(m_servingActions))
        action->setEnabled(!m_content.url.isEmpty());
}

void TrayMenu::applyCalls()
{
    const QDateTime now = m_clock.now();
    m_noCalls->setVisible(m_content.calls.isEmpty());
    for (qsizetype row = 0; row < callCount; ++row) {
        QAction *action = m_calls.at(static_cast<size_t>(row));
        action->setVisible(row < m_content.calls.size());
        if (row >= m_content.calls.size())
            continue;
        const RecentCall &call = m_content.calls.at(row);
        action->setText(plain(recentCallText(call, now)));
        action->setIcon(stateMark(call.mark));
        action->setIconVisibleInMenu(true);
    }
}

void TrayMenu::applyClients()
{
    if (m_shownClients == m_content.clients)
        return;
    m_shownClients = m_content.clients;
    const auto old = m_clientsMenu.actions();
    for (QAction *action : old) {
        if (action != m_allClients)
            action->deleteLater();
        m_clientsMenu.removeAction(action);
    }
    for (const MenuClient &client : std::as_const(m_shownClients))
        m_clientsMenu.addAction(plain(client.name) + u'…', this, [this, id = client.id] {
            Q_EMIT addToClientRequested(id);
        });
    m_clientsMenu.addSeparator();
    m_clientsMenu.addAction(m_allClients);
}

} // namespace fairlead::ui
