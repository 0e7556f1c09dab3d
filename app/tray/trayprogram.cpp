// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray/trayprogram.h"

#include "app/platform/startatlogin.h"
#include "server/clients/catalogue.h"
#include "ui/models/servertext.h"

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

doctor::Check trayCheck()
{
    return doctor::immediate({QT_TRANSLATE_NOOP("doctor", "Tray icon")}, [] {
        if (QSystemTrayIcon::isSystemTrayAvailable())
            return doctor::Finding{
                .text = {QT_TRANSLATE_NOOP("doctor", "This desktop shows tray icons.")}};
        return doctor::Finding{
            .verdict = doctor::Verdict::Warning,
            .text = {QT_TRANSLATE_NOOP("doctor", "This desktop shows no tray icons.")},
            .remedy = {QT_TRANSLATE_NOOP(
                "doctor",
                "Fairlead works without one: start it again to bring its window back. In GNOME, "
                "the extension AppIndicator shows tray icons.")}};
    });
}

} // namespace

TrayProgram::TrayProgram(wiring::ServerOptions options, FirstSight firstSight, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_firstSight(firstSight)
    , m_startAtLogin(
          platform::makeStartAtLogin(platform::LoginCommand::forThisProgram(m_options.dataFolder)))
    , m_tray(m_clock)
{
    m_trayTimer.setInterval(trayLookInterval);
    connect(&m_trayTimer, &QTimer::timeout, this, &TrayProgram::lookForTray);
    connectTray();
    noteStartAtLogin();
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

void TrayProgram::showNamed(const QString &page)
{
    using Page = ui::MainWindow::Page;
    static const QHash<QString, Page> pages{{u"home"_s, Page::Home},
                                            {u"connections"_s, Page::Connections},
                                            {u"keys"_s, Page::Keys},
                                            {u"publishing"_s, Page::Publishing},
                                            {u"activity"_s, Page::Activity},
                                            {u"leases"_s, Page::Leases},
                                            {u"settings"_s, Page::Settings},
                                            {u"doctor"_s, Page::Doctor}};
    const auto found = pages.find(page);
    if (found != pages.end())
        openPage(*found);
    else
        show();
}

void TrayProgram::quit()
{
    m_trayTimer.stop();
    m_tray.hide();
    // Only hidden: the button or menu that asked to quit is still being handled by one of them.
    if (presentWindow())
        presentWindow()->hide();
    if (m_approvals)
        m_approvals->hide();
    if (!m_server || !m_server->isServing()) {
        end();
        return;
    }
    connect(m_server.get(), &wiring::ServerInstance::stopped, this, &TrayProgram::end);
    QTimer::singleShot(stopTimeout, this, &TrayProgram::end);
    m_server->shutDown();
}

void TrayProgram::restart()
{
    m_exitCode = restartCode;
    quit();
}

void TrayProgram::end() const
{
    QCoreApplication::exit(m_exitCode);
}

void TrayProgram::startServer()
{
    if (const auto served = createAndServe(); !served) {
        showProblem(served.error());
        return;
    }
    const bool afterProblem = m_problemWindow != nullptr;
    addServices();
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
        m_server->doctor().add(trayCheck());
    }
    return m_server->serve();
}

void TrayProgram::addServices()
{
    m_services.emplace(ui::Services{.keys = m_server->keys(),
                                    .activity = m_server->activity(),
                                    .connections = m_server->connections(),
                                    .rates = m_server->rates(),
                                    .credentials = m_server->credentials(),
                                    .clients = m_server->clients(),
                                    .pause = m_server->pause(),
                                    .approvals = m_server->approvals(),
                                    .leases = m_server->leases(),
                                    .clientConnections = m_server->clientConnections(),
                                    .signIns = m_server->signIns(),
                                    .providers = m_server->providers(),
                                    .vault = m_server->vault(),
                                    .clock = m_server->clock(),
                                    .urlOpener = m_urlOpener,
                                    .startAtLogin = *m_startAtLogin,
                                    .settings = m_server->settings(),
                                    .folders = m_server->approvedFolders(),
                                    .doctor = m_server->doctor(),
                                    .backups = m_server->backups(),
                                    .sampleData = m_server->sampleData(),
                                    .upstreams = m_server->upstreams(),
                                    .pinnedTools = m_server->pinnedTools(),
                                    .publisher = m_server->publisher(),
                                    .publications = m_server->publications(),
                                    .organizations = m_server->organizations().organizations(),
                                    .invitations = m_server->organizations().invitations(),
                                    .userId = m_server->defaultUser().id});
    m_overview = std::make_unique<ui::Overview>(*m_services, instance());
    m_notifier = std::make_unique<ui::Notifier>(*m_services, m_tray);
    connectNotifier();
    followApprovals();
    connect(m_overview.get(), &ui::Overview::changed, this, &TrayProgram::refreshTray);
    connect(&m_overview->recentCalls(), &ui::RecentCalls::changed, this, &TrayProgram::refreshTray);
    connect(&m_server->clientConnections(),
            &clients::ClientConnections::changed,
            this,
            &TrayProgram::listClients);
    listClients();
}

void TrayProgram::followApprovals()
{
    m_presence.emplace(m_server->approvals(), m_services->userId);
    connect(&m_server->approvals(),
            &tools::Approvals::asked,
            this,
            [this](const tools::ApprovalRequest &request) {
                if (request.caller.userId != m_services->userId)
                    return;
                if (!m_approvals)
                    m_approvals = std::make_unique<ui::ApprovalWindow>(*m_services);
                m_notifier->tellOfQuestion(request.id, ui::ApprovalWindow::sentence(request));
            });
}

ui::Instance TrayProgram::instance() const
{
    return {.url = QString::fromLatin1(m_server->facts().url),
            .dataFolder = m_server->facts().dataFolder,
            .version = m_server->facts().version};
}

void TrayProgram::listClients()
{
    const clients::Machine machine = clients::Machine::current();
    m_menuClients.clear();
    const QList<clients::Client> all = clients::catalogue(machine);
    for (const clients::Client &client : all) {
        if (clients::isInstalled(client, machine))
            m_menuClients.append({.id = client.id, .name = client.name});
    }
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
    const QString problem = ui::serverText(error);
    m_problemWindow->showProblem(problem, m_options.dataFolder.path());
    applyClosePolicy();
    // The menu has room for what happened; what to do about it is in the window.
    //: %1 is a sentence such as "Port 8080 on 127.0.0.1 is in use by another program".
    m_stateLine = tr("Not serving: %1").arg(problem.section(u". "_s, 0, 0));
    refreshTray();
}

void TrayProgram::connectTray()
{
    using Page = ui::MainWindow::Page;
    const ui::TrayMenu &menu = m_tray.menu();
    const auto followMarkup = [this] {
        m_tray.setNotificationMarkup(m_notifications.isRendered());
    };
    connect(&m_notifications, &DesktopNotifications::changed, this, followMarkup);
    followMarkup();
    m_tray.setDesk(m_notifications);
    connect(&m_tray, &ui::Tray::toggleRequested, this, &TrayProgram::toggleWindow);
    connect(&menu, &ui::TrayMenu::openRequested, this, &TrayProgram::show);
    connect(&menu, &ui::TrayMenu::activityRequested, this, [this] { openPage(Page::Activity); });
    connect(&menu, &ui::TrayMenu::connectRequested, this, &TrayProgram::connectService);
    connect(&menu, &ui::TrayMenu::addToClientRequested, this, &TrayProgram::addToClient);
    connect(&menu, &ui::TrayMenu::clientsRequested, this, [this] { openPage(Page::Keys); });
    connect(&menu, &ui::TrayMenu::pauseRequested, this, [this](bool on) {
        if (m_server)
            m_server->pause().setOn(on);
    });
    connect(&menu, &ui::TrayMenu::startAtLoginRequested, this, &TrayProgram::setStartAtLogin);
    connect(&menu, &ui::TrayMenu::quitRequested, this, &TrayProgram::quit);
    connect(m_startAtLogin.get(),
            &settings::StartAtLogin::changed,
            this,
            &TrayProgram::noteStartAtLogin);
}

void TrayProgram::connectNotifier()
{
    using Page = ui::MainWindow::Page;
    const ui::Notifier *notifier = m_notifier.get();
    connect(notifier, &ui::Notifier::reconnectRequested, this, &TrayProgram::reconnect);
    connect(notifier, &ui::Notifier::openRequested, this, [this] { openPage(Page::Home); });
    connect(notifier, &ui::Notifier::connectionsRequested, this, [this] {
        openPage(Page::Connections);
    });
    connect(notifier, &ui::Notifier::toolsRequested, this, &TrayProgram::showTools);
    connect(notifier, &ui::Notifier::clientsRequested, this, [this] { openPage(Page::Keys); });
    connect(notifier, &ui::Notifier::leasesRequested, this, [this] { openPage(Page::Leases); });
    connect(notifier, &ui::Notifier::questionRequested, this, [this] {
        if (m_approvals && m_approvals->isVisible())
            ui::raiseWindow(*m_approvals);
        else // somebody has answered it meanwhile
            show();
    });
    connect(&m_server->upstreams(),
            &gateway::Upstreams::approvalNeeded,
            m_notifier.get(),
            [this](const QString &connectionId) {
                const auto connection =
                    m_server->connections().find(m_server->defaultUser().id, connectionId);
                if (connection)
                    m_notifier->tellOfOfferedTools(connectionId, connection->name);
            });
    connect(&m_server->upstreams(),
            &gateway::Upstreams::limitLow,
            m_notifier.get(),
            [this](const QString &connectionId) {
                const auto connection =
                    m_server->connections().find(m_server->defaultUser().id, connectionId);
                const auto limit = m_server->upstreams().limit(connectionId);
                if (connection && limit)
                    m_notifier->tellOfLowLimit(connection->name, *limit);
            });
}

void TrayProgram::noteStartAtLogin()
{
    m_startsAtLogin = m_startAtLogin->isOn();
    refreshTray();
}

void TrayProgram::refreshTray()
{
    ui::MenuContent content{.stateLine = m_stateLine,
                            .url = {},
                            .startsAtLogin = m_startsAtLogin,
                            .calls = {},
                            .clients = m_menuClients};
    if (!m_overview) {
        m_tray.showState(ui::OverallState::Off, content);
        return;
    }
    content.stateLine = m_overview->stateLine();
    content.url = QString::fromLatin1(m_server->facts().url);
    content.calls = m_overview->recentCalls().lastFive();
    content.isPaused = m_server->pause().isOn();
    m_tray.showState(m_overview->state(), content);
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
    if (!m_trayAvailable && m_trayLooks >= maxTrayLooks
        && !(presentWindow() && presentWindow()->isVisible()))
        window()->showMinimized();
}

void TrayProgram::applyClosePolicy()
{
    if (m_mainWindow)
        m_mainWindow->setClosePolicy(m_trayAvailable ? ui::ClosePolicy::Hide
                                                     : ui::ClosePolicy::Minimize);
}

} // namespace fairlead::tray
