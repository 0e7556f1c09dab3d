// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connectionspage.h"

#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/gateway/upstreams.h"
#include "server/providers/providers.h"
#include "server/providers/sampledata.h"
#include "ui/models/connectionsmodel.h"
#include "ui/models/servertext.h"
#include "ui/models/serviceguide.h"
#include "ui/models/texts.h"
#include "ui/models/upstreamtexts.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sampledatabutton.h"
#include "ui/widgets/sampledatanotice.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr std::chrono::seconds rateInterval(2);

} // namespace

ConnectionsPage::ConnectionsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ConnectionsModel(services, this))
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_connectJira(new QPushButton(tr("Connect &Jira…"), this))
    , m_connectNotion(new QPushButton(tr("Connect &Notion…"), this))
    , m_connectOther(makeOtherButton())
    , m_sampleNotice(new SampleDataNotice(services, this))
    , m_stages(new QStackedWidget(this))
    , m_list(makeTable(*m_model, tr("Connections"), this))
    , m_details(bodyLabel({}, this))
    , m_test(new QPushButton(this))
    , m_tools(new QPushButton(tr("Too&ls…"), this))
    , m_signInAgain(new QPushButton(tr("&Reconnect…"), this))
    , m_disconnect(new QPushButton(tr("&Disconnect…"), this))
    , m_rateTimer(new QTimer(this))
{
    buildLayout();
    connect(m_model, &ConnectionsModel::modelReset, this, &ConnectionsPage::refresh);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &ConnectionsPage::showDetails);
    connect(
        m_connectJira, &QPushButton::clicked, this, [this] { Q_EMIT connectRequested(u"jira"_s); });
    connect(m_connectNotion, &QPushButton::clicked, this, [this] {
        Q_EMIT connectRequested(u"notion"_s);
    });
    connect(m_test, &QPushButton::clicked, this, &ConnectionsPage::testSelected);
    connect(m_disconnect, &QPushButton::clicked, this, &ConnectionsPage::askToDisconnect);
    connect(m_tools, &QPushButton::clicked, this, [this] {
        if (selected())
            Q_EMIT toolsRequested(selected()->id);
    });
    connect(m_signInAgain, &QPushButton::clicked, this, [this] {
        if (selected())
            Q_EMIT signInAgainRequested(selected()->id);
    });
    followSampleData();
    m_rateTimer->setInterval(rateInterval);
    connect(m_rateTimer, &QTimer::timeout, this, &ConnectionsPage::showDetails);
    refresh();
}

ConnectionsPage::~ConnectionsPage()
{
    m_cancellation.cancel();
}

void ConnectionsPage::select(const QString &connectionId)
{
    if (const int row = m_model->rowOf(connectionId); row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

void ConnectionsPage::showEvent(QShowEvent *event)
{
    m_model->reload();
    m_rateTimer->start();
    QWidget::showEvent(event);
}

void ConnectionsPage::hideEvent(QHideEvent *event)
{
    m_rateTimer->stop();
    QWidget::hideEvent(event);
}

void ConnectionsPage::buildLayout()
{
    auto *empty =
        new EmptyState(tr("Nothing is connected yet"),
                       tr("Connect a Jira site or a Notion workspace, and the programs that "
                          "have a key can search and read there, and write if their key "
                          "allows it."),
                       {tr("Connect &Jira…"), tr("Connect &Notion…")},
                       this);
    connect(empty, &EmptyState::actionRequested, this, [this](int index) {
        Q_EMIT connectRequested(index == 0 ? u"jira"_s : u"notion"_s);
    });
    empty->addButton(new SampleDataButton(m_services, empty));
    m_stages->addWidget(empty);
    m_stages->addWidget(makeList());

    auto *heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Connections"), HeadingLevel::Page, this), 1);
    heading->addWidget(m_connectJira);
    heading->addWidget(m_connectNotion);
    heading->addWidget(m_connectOther);
    auto *column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addWidget(m_message);
    column->addWidget(m_sampleNotice);
    column->addWidget(m_stages, 1);
}

void ConnectionsPage::followSampleData()
{
    connect(m_sampleNotice, &SampleDataNotice::failed, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Failure, message);
    });
    connect(
        &m_services.sampleData, &providers::SampleData::failed, this, [this](const Error &error) {
            m_message->showMessage(StateMark::Failure, serverText(error));
        });
}

QPushButton *ConnectionsPage::makeOtherButton()
{
    auto *button = new QPushButton(tr("Connect an&other"), this);
    auto *menu = new QMenu(button);
    const QStringList services = tokenServices();
    for (const QString &service : services) {
        //: %1 is the name of a service, such as Todoist.
        menu->addAction(tr("Connect %1…").arg(guideTo(service).name), this, [this, service] {
            Q_EMIT connectRequested(service);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Connect an MCP server…"), this, [this] {
        Q_EMIT connectRequested(gateway::Upstreams::provider);
    });
    button->setMenu(menu);
    return button;
}

QWidget *ConnectionsPage::makeList()
{
    auto *page = new QWidget(this);
    auto *panel = new Panel(page);
    auto *panelColumn = new QVBoxLayout(panel);
    panelColumn->addWidget(m_details);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addWidget(m_tools);
    buttons->addWidget(m_signInAgain);
    buttons->addWidget(m_disconnect);
    buttons->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(panel);
    column->addLayout(buttons);
    return page;
}

void ConnectionsPage::refresh()
{
    const int rows = m_model->rowCount();
    m_stages->setCurrentIndex(rows == 0 ? 0 : 1);
    // On the empty page the buttons in its middle are the only ones needed.
    m_connectJira->setVisible(rows > 0);
    m_connectNotion->setVisible(rows > 0);
    if (!m_model->problem().isEmpty())
        m_message->showMessage(StateMark::Failure, m_model->problem());
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(m_selectedId)), 0));
    showDetails();
}

void ConnectionsPage::showDetails()
{
    const auto *connection = selected();
    m_test->setText(m_testing ? tr("Cancel &test") : tr("&Test"));
    m_test->setEnabled(connection != nullptr);
    m_tools->setVisible(connection != nullptr
                        && connection->provider == gateway::Upstreams::provider);
    m_signInAgain->setEnabled(connection != nullptr && !m_testing);
    m_disconnect->setEnabled(connection != nullptr && !m_testing);
    if (!connection)
        return;
    m_selectedId = connection->id;
    if (const QString text = detailsOf(*connection).join(u'\n'); text != m_details->text())
        m_details->setText(text);
}

QStringList ConnectionsPage::detailsOf(const connections::Connection &connection) const
{
    const auto glance = m_services.upstreams.glance(connection.id);
    QStringList lines;
    if (glance && !connection.accountName.isEmpty())
        //: %1 is the address of a remote server, %2 what it calls itself.
        lines << tr("%1, which calls itself %2")
                     .arg(connection.site.toString(), connection.accountName);
    else if (!connection.accountName.isEmpty())
        //: %1 is a person's name, %2 how it signs in ("API token").
        lines << tr("Signed in as %1 (%2)")
                     .arg(connection.accountName, signInMethodText(connection.method));
    if (!connection.lastError.isEmpty())
        lines << serverText(connection.lastError);
    for (const QString &limitation : connection.limitations)
        lines << serverText(limitation);
    if (glance) {
        const QStringList health = upstreamHealthLines(*glance);
        for (const QString &line : health) {
            if (!lines.contains(line))
                lines << line;
        }
    }
    // Of a remote server it stands among its health, unless that has asked for a pause.
    const auto standing = m_services.rates.standing(connection.id);
    if (standing && (!glance || standing->heldBackMs > 0))
        lines << rateText(*standing);
    return lines;
}

void ConnectionsPage::testSelected()
{
    if (m_testing) {
        m_cancellation.cancel();
        return;
    }
    const auto *connection = selected();
    if (!connection)
        return;
    m_cancellation = CancellationSource();
    m_testing = true;
    //: %1 is the name of a site.
    m_message->showMessage(StateMark::Information, tr("Testing %1…").arg(connection->name));
    showDetails();
    QCoro::connect(test(*connection), this, [] {});
}

QCoro::Task<> ConnectionsPage::test(connections::Connection connection)
{
    const QPointer self(this);
    const auto provider = m_services.providers.find(connection.provider);
    if (!provider) {
        showTestOutcome(connection, failure(provider.error()));
        co_return;
    }
    const auto outcome = co_await (*provider)->test(connection, m_cancellation.token());
    if (self)
        showTestOutcome(connection, outcome);
}

void ConnectionsPage::showTestOutcome(const connections::Connection &connection,
                                      const Result<providers::ConnectionReport> &outcome)
{
    m_testing = false;
    showDetails();
    if (outcome)
        //: %1 is the name of a site, %2 says how much it can see there.
        m_message->showMessage(
            StateMark::Good,
            tr("%1 works. %2")
                .arg(connection.name,
                     foundText(connection.provider, FoundText::Count).arg(outcome->projectCount)));
    else if (outcome.error().code == ErrorCode::Cancelled)
        m_message->showMessage(StateMark::Information,
                               tr("The test of %1 was cancelled.").arg(connection.name));
    else
        m_message->showMessage(StateMark::Failure, serverText(outcome.error()));
}

void ConnectionsPage::askToDisconnect()
{
    const auto *connection = selected();
    if (!connection)
        return;
    const bool isServer = connection->provider == gateway::Upstreams::provider;
    const QString company = isServer ? connection->name : guideTo(connection->provider).company;
    const QString end = connection->method == connections::SignInMethod::OAuth
        //: %1 is a company, such as Atlassian.
        ? tr("Fairlead forgets this sign-in, and tells %1 so where there is a way to.").arg(company)
        //: %1 is a company, such as Atlassian.
        : tr("Fairlead forgets the token of this connection. The token itself stays valid until "
             "you revoke it at %1.")
              .arg(company);
    auto *question = ask(this,
                         //: %1 is the name of a site.
                         {.title = tr("Disconnect %1?").arg(connection->name),
                          //: %1 is a sentence on what happens to the sign-in.
                          .text = tr("%1 Your programs keep their keys, but get nothing from this "
                                     "site any more.")
                                      .arg(end),
                          .action = tr("&Disconnect")});
    connect(question, &QDialog::accepted, this, [this, id = connection->id] {
        m_message->clear();
        QCoro::connect(disconnectNow(id), this, [] {});
    });
}

QCoro::Task<> ConnectionsPage::disconnectNow(QString id)
{
    const QPointer self(this);
    const auto removed = co_await m_services.credentials.disconnect(m_services.userId, id);
    if (self && !removed)
        m_message->showMessage(StateMark::Failure, serverText(removed.error()));
}

const connections::Connection *ConnectionsPage::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? &m_model->connection(current.row()) : nullptr;
}

} // namespace fairlead::ui
