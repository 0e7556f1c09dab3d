// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/trayprogram.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QSystemTrayIcon>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::tray {
namespace {

Q_LOGGING_CATEGORY(lcTray, "fairlead.app.tray")

// A panel that starts together with us may need a while until it takes icons.
constexpr auto trayLookInterval = 5s;
constexpr int maxTrayLooks = 12;
constexpr auto stopTimeout = 1500ms;

} // namespace

TrayProgram::TrayProgram(wiring::ServerOptions options, FirstSight firstSight, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_firstSight(firstSight)
{
    m_trayTimer.setInterval(trayLookInterval);
    connect(&m_trayTimer, &QTimer::timeout, this, &TrayProgram::lookForTray);
    connectTray();
}

TrayProgram::~TrayProgram() = default;

void TrayProgram::start()
{
    m_tray.show();
    startServer();
    lookForTray();
    m_trayTimer.start();
    // Whoever starts the program by hand wants to see it; at login only what is wrong shows itself.
    if (m_firstSight == FirstSight::Window || m_problemWindow)
        show();
}

void TrayProgram::show()
{
    ui::raiseWindow(*window());
}

void TrayProgram::quit()
{
    m_trayTimer.stop();
    m_tray.hide();
    // Only hidden: the button or menu that asked to quit is still being handled by one of them.
    if (window())
        window()->hide();
    if (!m_server || !m_server->isServing()) {
        QCoreApplication::quit();
        return;
    }
    connect(m_server.get(), &wiring::ServerInstance::stopped, qApp, &QCoreApplication::quit);
    QTimer::singleShot(stopTimeout, qApp, &QCoreApplication::quit);
    m_server->shutDown();
}

void TrayProgram::startServer()
{
    if (const auto served = createAndServe(); !served) {
        showProblem(served.error());
        return;
    }
    const bool afterProblem = m_problemWindow != nullptr;
    openMainWindow();
    if (afterProblem) {
        // Not at once: the click that asked to try again is still being handled by that window.
        m_problemWindow.release()->deleteLater();
        show();
    }
}

Result<> TrayProgram::createAndServe()
{
    if (!m_server) {
        auto created = wiring::ServerInstance::create(m_options);
        if (!created)
            return failure(created.error());
        m_server = std::move(*created);
    }
    return m_server->serve();
}

void TrayProgram::openMainWindow()
{
    m_services.emplace(ui::Services{.keys = m_server->keys(),
                                    .connections = m_server->connections(),
                                    .credentials = m_server->credentials(),
                                    .clients = m_server->clients(),
                                    .clientConnections = m_server->clientConnections(),
                                    .signIns = m_server->signIns(),
                                    .providers = m_server->providers(),
                                    .vault = m_server->vault(),
                                    .clock = m_server->clock(),
                                    .urlOpener = m_urlOpener,
                                    .userId = m_server->defaultUser().id});
    const ui::Instance instance{.url = QString::fromLatin1(m_server->facts().url),
                                .dataFolder = m_server->facts().dataFolder,
                                .version = m_server->facts().version};
    m_overview = std::make_unique<ui::Overview>(*m_services, instance);
    m_lossWatch = std::make_unique<ui::LossWatch>(*m_services);
    m_mainWindow = std::make_unique<ui::MainWindow>(*m_services, instance, *m_overview);
    connect(m_lossWatch.get(), &ui::LossWatch::lost, this, &TrayProgram::tellOfLoss);
    connect(m_overview.get(), &ui::Overview::changed, this, &TrayProgram::refreshTray);
    connect(m_mainWindow.get(), &ui::MainWindow::quitRequested, this, &TrayProgram::quit);
    applyClosePolicy();
    refreshTray();
}

void TrayProgram::showProblem(const Error &error)
{
    qCWarning(lcTray, "Not serving: %s", qUtf8Printable(error.message));
    if (!m_problemWindow) {
        m_problemWindow = std::make_unique<ui::StartProblemWindow>();
        connect(m_problemWindow.get(),
                &ui::StartProblemWindow::retryRequested,
                this,
                &TrayProgram::startServer);
        connect(m_problemWindow.get(),
                &ui::StartProblemWindow::quitRequested,
                this,
                &TrayProgram::quit);
    }
    m_problemWindow->showProblem(error.message, m_options.dataFolder.path());
    applyClosePolicy();
    // The menu has room for what happened; what to do about it is in the window.
    //: %1 is a sentence such as "Port 8080 on 127.0.0.1 is in use by another program".
    m_tray.showOff(tr("Not serving: %1").arg(error.message.section(u". "_s, 0, 0)));
}

void TrayProgram::connectTray()
{
    using Page = ui::MainWindow::Page;
    connect(&m_tray, &ui::Tray::toggleRequested, this, &TrayProgram::toggleWindow);
    connect(&m_tray, &ui::Tray::openRequested, this, &TrayProgram::show);
    connect(&m_tray, &ui::Tray::quitRequested, this, &TrayProgram::quit);
    connect(&m_tray, &ui::Tray::attentionRequested, this, &TrayProgram::attendToLoss);
    connect(&m_tray, &ui::Tray::connectRequested, this, &TrayProgram::connectService);
    connect(&m_tray, &ui::Tray::copyConfigurationRequested, this, &TrayProgram::copyConfiguration);
    connect(
        &m_tray, &ui::Tray::connectionsRequested, this, [this] { openPage(Page::Connections); });
    connect(&m_tray, &ui::Tray::keysRequested, this, [this] { openPage(Page::Keys); });
}

void TrayProgram::refreshTray()
{
    m_tray.showServing(
        m_overview->state(), m_overview->stateLine(), QString::fromLatin1(m_server->facts().url));
}

void TrayProgram::toggleWindow()
{
    if (window()->isVisible() && !window()->isMinimized() && !QApplication::activeModalWidget())
        window()->hide();
    else
        show();
}

void TrayProgram::openPage(ui::MainWindow::Page page)
{
    if (m_mainWindow)
        m_mainWindow->showPage(page);
    show();
}

void TrayProgram::copyConfiguration()
{
    show();
    if (m_mainWindow && !QApplication::activeModalWidget())
        m_mainWindow->makeKey(ui::NewKeyDialog::Purpose::CursorConfiguration);
}

void TrayProgram::connectService(const QString &service)
{
    show();
    if (m_mainWindow && !QApplication::activeModalWidget())
        m_mainWindow->connectService(service);
}

void TrayProgram::tellOfLoss(const QStringList &ids, const QStringList &names)
{
    m_lost = ids;
    //: %1 is the name of a site; %n are further ones.
    const QString title = names.size() == 1
        ? tr("Sign in to %1 again").arg(names.first())
        : tr("Sign in to %1 and %n more again", nullptr, static_cast<int>(names.size() - 1))
              .arg(names.first());
    m_tray.notify(title, tr("Until then your programs get nothing from there. Click here."));
}

void TrayProgram::attendToLoss()
{
    if (m_lost.size() != 1) {
        openPage(ui::MainWindow::Page::Connections);
        return;
    }
    show();
    if (m_mainWindow && !QApplication::activeModalWidget())
        m_mainWindow->reconnect(m_lost.first());
}

void TrayProgram::lookForTray()
{
    const bool available = QSystemTrayIcon::isSystemTrayAvailable();
    if (available && !m_trayAvailable && m_trayLooks > 0) {
        // Qt adds the icon to a panel that came later only when it is shown anew.
        m_tray.hide();
        m_tray.show();
    }
    m_trayAvailable = available;
    applyClosePolicy();
    if (m_trayAvailable || ++m_trayLooks >= maxTrayLooks)
        m_trayTimer.stop();
    if (!m_trayAvailable && m_trayLooks >= maxTrayLooks && !window()->isVisible())
        window()->showMinimized();
}

void TrayProgram::applyClosePolicy()
{
    if (m_mainWindow)
        m_mainWindow->setClosePolicy(m_trayAvailable ? ui::ClosePolicy::Hide
                                                     : ui::ClosePolicy::Minimize);
}

QWidget *TrayProgram::window() const
{
    if (m_problemWindow)
        return m_problemWindow.get();
    return m_mainWindow.get();
}

} // namespace fairlead::tray
