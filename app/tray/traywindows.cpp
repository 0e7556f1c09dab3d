// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The windows of the tray program: which there is, and what menu and notifications open in it.
#include "app/tray/trayprogram.h"
#include "ui/models/servertext.h"

#include <QApplication>

namespace fairlead::tray {

void TrayProgram::toggleWindow()
{
    const auto *present = presentWindow();
    if (present && present->isVisible() && !present->isMinimized()
        && !QApplication::activeModalWidget())
        window()->hide();
    else
        show();
}

void TrayProgram::openPage(ui::MainWindow::Page page)
{
    if (auto *main = mainWindow())
        main->showPage(page);
    show();
}

void TrayProgram::addToClient(const QString &clientId)
{
    openPage(ui::MainWindow::Page::Keys);
    if (auto *main = mainWindow(); main && !QApplication::activeModalWidget())
        main->addToClient(clientId);
}

void TrayProgram::connectService(const QString &service)
{
    show();
    if (auto *main = mainWindow(); main && !QApplication::activeModalWidget())
        main->connectService(service);
}

void TrayProgram::reconnect(const QString &connectionId)
{
    show();
    if (auto *main = mainWindow(); main && !QApplication::activeModalWidget())
        main->reconnect(connectionId);
}

void TrayProgram::showTools(const QString &connectionId)
{
    show();
    if (auto *main = mainWindow(); main && !QApplication::activeModalWidget())
        main->showTools(connectionId);
}

void TrayProgram::setStartAtLogin(bool on)
{
    if (const auto set = m_startAtLogin->setOn(on); !set)
        m_tray.notify(tr("That cannot be changed"), ui::serverText(set.error()));
    noteStartAtLogin();
}

QWidget *TrayProgram::presentWindow() const
{
    if (m_problemWindow)
        return m_problemWindow.get();
    return m_mainWindow.get();
}

QWidget *TrayProgram::window()
{
    if (m_problemWindow)
        return m_problemWindow.get();
    return mainWindow();
}

ui::MainWindow *TrayProgram::mainWindow()
{
    if (m_services && !m_mainWindow) {
        m_mainWindow = std::make_unique<ui::MainWindow>(*m_services, instance(), *m_overview);
        m_mainWindow->offerUndo(m_server->undo().store(), m_server->undo().undoing());
        connect(m_mainWindow.get(), &ui::MainWindow::quitRequested, this, &TrayProgram::quit);
        connect(m_mainWindow.get(), &ui::MainWindow::restartRequested, this, &TrayProgram::restart);
        applyClosePolicy();
    }
    return m_mainWindow.get();
}

} // namespace fairlead::tray
