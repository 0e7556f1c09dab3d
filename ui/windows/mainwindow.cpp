// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/mainwindow.h"

#include "server/accounts/mcpkeys.h"
#include "server/clients/connect/clientconnections.h"
#include "server/connections/connections.h"
#include "server/gateway/upstreams.h"
#include "ui/pages/activitypage.h"
#include "ui/pages/connectionspage.h"
#include "ui/pages/doctorpage.h"
#include "ui/pages/homepage.h"
#include "ui/pages/keyspage.h"
#include "ui/pages/leasespage.h"
#include "ui/pages/publishingpage.h"
#include "ui/pages/settingspage.h"
#include "ui/widgets/lineicon.h"
#include "ui/windows/clientdialog.h"
#include "ui/windows/connectdialog.h"
#include "ui/windows/connectserverdialog.h"
#include "ui/windows/organizationsdialog.h"
#include "ui/windows/publishdialog.h"
#include "ui/windows/rightsdialog.h"
#include "ui/windows/servertoolsdialog.h"
#include "ui/windows/sharingdialog.h"
#include "ui/windows/toolsetsdialog.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr QSize startSize(1080, 620);

} // namespace

void raiseWindow(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

MainWindow::MainWindow(const Services &services,
                       const Instance &instance,
                       const Overview &overview,
                       QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_instance(instance)
    , m_overview(overview)
    , m_sideList(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(u"Fairlead"_s);
    buildLayout();
    addShortcuts();
    resize(startSize);
}

MainWindow::~MainWindow() = default;

void MainWindow::setClosePolicy(ClosePolicy policy)
{
    m_closePolicy = policy;
    if (m_home)
        m_home->setTrayMissing(policy == ClosePolicy::Minimize);
}

void MainWindow::showPage(Page page)
{
    const auto row = static_cast<int>(page);
    m_sideList->setCurrentRow(row);
    showRow(row);
}

void MainWindow::showRow(int row)
{
    needPage(row);
    m_pages->setCurrentIndex(row);
}

void MainWindow::connectService(const QString &service)
{
    if (service == gateway::Upstreams::provider)
        connectServer(nullptr);
    else
        (new ConnectDialog(m_services, service, this))->open();
}

void MainWindow::reconnect(const QString &connectionId)
{
    const auto connection = m_services.connections.find(m_services.userId, connectionId);
    if (!connection) {
        // It was removed meanwhile, which the page shows.
        showPage(Page::Connections);
        return;
    }
    if (connection->provider == gateway::Upstreams::provider) {
        connectServer(&*connection);
        return;
    }
    auto *dialog = new ConnectDialog(m_services, connection->provider, this);
    dialog->open();
    dialog->reconnect(*connection);
}

void MainWindow::connectServer(const connections::Connection *known)
{
    auto *dialog = new ConnectServerDialog(m_services, this);
    connect(dialog, &ConnectServerDialog::toolsRequested, this, &MainWindow::showTools);
    if (known != nullptr)
        dialog->reconnect(*known);
    dialog->open();
}

void MainWindow::showTools(const QString &connectionId)
{
    showPage(Page::Connections);
    m_connections->select(connectionId);
    // Without it the page shows that it was removed meanwhile.
    if (const auto connection = m_services.connections.find(m_services.userId, connectionId))
        (new ServerToolsDialog(m_services, *connection, this))->open();
}

void MainWindow::share(const QString &connectionId)
{
    // Without it the page shows that it was removed meanwhile.
    if (const auto connection = m_services.connections.find(m_services.userId, connectionId))
        (new SharingDialog(m_services, *connection, this))->open();
}

void MainWindow::makeKey(NewKeyDialog::Purpose purpose)
{
    (new NewKeyDialog(m_services, m_instance, purpose, this))->open();
}

void MainWindow::addToClient(const QString &clientId)
{
    showPage(Page::Keys);
    m_keys->addToClient(clientId);
}

void MainWindow::addToCursor()
{
    const QString cursor = u"cursor"_s;
    const auto found = m_services.clientConnections.find(cursor);
    // It may be on another computer, or where nobody would look for it.
    if (!found || found->state == clients::ClientState::NotInstalled)
        makeKey(NewKeyDialog::Purpose::CursorConfiguration);
    else // Home stays where it is: it shows the next step.
        (new ClientDialog(m_services, *found, this))->open();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Not before the window is on its way: the page is ready when the desktop wants it painted.
    QMetaObject::invokeMethod(
        this, [this] { showRow(m_sideList->currentRow()); }, Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closePolicy == ClosePolicy::Minimize && event->spontaneous()
        && !qGuiApp->isSavingSession()) {
        event->ignore();
        showMinimized();
        return;
    }
    QWidget::closeEvent(event);
}

void MainWindow::buildLayout()
{
    addPage(tr("Home"), LineIcon::Home);
    addPage(tr("Connections"), LineIcon::Connections);
    addPage(tr("Clients and keys"), LineIcon::Keys);
    addPage(tr("Publishing"), LineIcon::Publishing);
    addPage(tr("Activity"), LineIcon::Activity);
    addPage(tr("Leases"), LineIcon::Leases);
    addPage(tr("Settings"), LineIcon::Settings);
    addPage(tr("Doctor"), LineIcon::Doctor);
    m_sideList->setCurrentRow(static_cast<int>(Page::Home));
    connect(m_sideList, &QListWidget::currentRowChanged, this, &MainWindow::showRow);
    fitSideList();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideList);
    row->addWidget(m_pages, 1);
}

void MainWindow::addPage(const QString &title, LineIcon icon)
{
    m_sideList->addItem(new QListWidgetItem(lineIcon(icon), title));
    m_pages->addWidget(new QWidget(m_pages));
}

void MainWindow::needPage(int row)
{
    if (row < 0 || m_made.contains(row))
        return;
    QWidget *page = makePage(static_cast<Page>(row));
    m_made.insert(row, page);
    const auto margins = page->layout()->contentsMargins();
    page->layout()->setContentsMargins(margins * 2);
    page->resize(m_pages->size()); // so that it is laid out once
    QWidget *placeholder = m_pages->widget(row);
    m_pages->insertWidget(row, page);
    m_pages->removeWidget(placeholder);
    delete placeholder;
}

QWidget *MainWindow::makeActivity()
{
    auto *page = new ActivityPage(m_services, this);
    if (m_undoStore && m_undoing)
        page->offerUndo(*m_undoStore, *m_undoing);
    return page;
}

void MainWindow::offerUndo(const undo::UndoStore &store, undo::Undoing &undoing)
{
    m_undoStore = &store;
    m_undoing = &undoing;
}

QWidget *MainWindow::makePage(Page page)
{
    switch (page) {
    case Page::Home:
        return makeHome();
    case Page::Connections:
        return makeConnections();
    case Page::Keys:
        return makeKeys();
    case Page::Publishing:
        return makePublishing();
    case Page::Activity:
        return makeActivity();
    case Page::Leases:
        return makeLeases();
    case Page::Settings:
        return makeSettings();
    case Page::Doctor:
        break;
    }
    return new DoctorPage(m_services, this);
}

void MainWindow::fitSideList()
{
    m_sideList->setAccessibleName(tr("Pages"));
    m_sideList->setFrameShape(QFrame::NoFrame);
    m_sideList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int rowHeight = m_sideList->fontMetrics().height() * 2;
    for (int row = 0; row < m_sideList->count(); ++row)
        m_sideList->item(row)->setSizeHint(QSize(0, rowHeight));
    const int padding = m_sideList->fontMetrics().averageCharWidth() * 8;
    int width = 0;
    for (int row = 0; row < m_sideList->count(); ++row)
        width =
            qMax(width, m_sideList->fontMetrics().horizontalAdvance(m_sideList->item(row)->text()));
    m_sideList->setFixedWidth(width + padding);
}

void MainWindow::addShortcuts()
{
    for (int row = 0; row < m_sideList->count(); ++row) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + row)), this);
        connect(
            shortcut, &QShortcut::activated, this, [this, row] { m_sideList->setCurrentRow(row); });
    }
    auto *quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this);
    connect(quit, &QShortcut::activated, this, &MainWindow::quitRequested);
    auto *close = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), this);
    connect(close, &QShortcut::activated, this, [this] {
        if (m_closePolicy == ClosePolicy::Minimize)
            showMinimized();
        else
            hide();
    });
}

QWidget *MainWindow::makeHome()
{
    m_home = new HomePage(m_services, m_instance, m_overview, this);
    m_home->setTrayMissing(m_closePolicy == ClosePolicy::Minimize);
    connect(m_home, &HomePage::connectRequested, this, &MainWindow::connectService);
    connect(m_home, &HomePage::signInAgainRequested, this, &MainWindow::reconnect);
    connect(m_home, &HomePage::toolsRequested, this, &MainWindow::showTools);
    connect(m_home, &HomePage::addToCursorRequested, this, &MainWindow::addToCursor);
    connect(m_home, &HomePage::clientsRequested, this, [this] { showPage(Page::Keys); });
    connect(m_home, &HomePage::quitRequested, this, &MainWindow::quitRequested);
    return m_home;
}

QWidget *MainWindow::makeConnections()
{
    m_connections = new ConnectionsPage(m_services, this);
    connect(m_connections, &ConnectionsPage::connectRequested, this, &MainWindow::connectService);
    connect(m_connections, &ConnectionsPage::signInAgainRequested, this, &MainWindow::reconnect);
    connect(m_connections, &ConnectionsPage::toolsRequested, this, &MainWindow::showTools);
    connect(m_connections, &ConnectionsPage::shareRequested, this, &MainWindow::share);
    connect(m_connections, &ConnectionsPage::organizationsRequested, this, [this] {
        (new OrganizationsDialog(m_services, this))->open();
    });
    return m_connections;
}

QWidget *MainWindow::makeKeys()
{
    using Purpose = NewKeyDialog::Purpose;
    m_keys = new KeysPage(m_services, this);
    connect(m_keys, &KeysPage::newKeyRequested, this, [this] { makeKey(Purpose::Key); });
    connect(m_keys, &KeysPage::configurationRequested, this, [this] {
        makeKey(Purpose::CursorConfiguration);
    });
    connect(m_keys, &KeysPage::toolsetsRequested, this, [this](const accounts::McpKey &key) {
        (new ToolsetsDialog(m_services, key, this))->open();
    });
    connect(m_keys, &KeysPage::rightsRequested, this, [this](const accounts::McpKey &key) {
        (new RightsDialog(m_services, key, this))->open();
    });
    connect(m_keys, &KeysPage::rotated, this, &MainWindow::showRotatedKey);
    return m_keys;
}

QWidget *MainWindow::makePublishing()
{
    auto *page = new PublishingPage(m_services, this);
    connect(page,
            &PublishingPage::publishRequested,
            this,
            [this](const QStringList &paths, const PublishForm::Files &files) {
                (new PublishDialog(m_services, paths, files, this))->open();
            });
    return page;
}

QWidget *MainWindow::makeLeases()
{
    auto *page = new LeasesPage(m_services, this);
    connect(page, &LeasesPage::keysRequested, this, [this] { showPage(Page::Keys); });
    return page;
}

QWidget *MainWindow::makeSettings()
{
    auto *page = new SettingsPage(m_services, m_instance, this);
    connect(page, &SettingsPage::restartRequested, this, &MainWindow::restartRequested);
    return page;
}

void MainWindow::showRotatedKey(const accounts::CreatedMcpKey &created)
{
    auto *dialog = new NewKeyDialog(m_services, m_instance, NewKeyDialog::Purpose::Key, this);
    dialog->showKey(created);
    dialog->open();
}

} // namespace fairlead::ui
