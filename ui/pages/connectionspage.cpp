// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connectionspage.h"

#include "server/accounts/organizations.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/gateway/upstreams.h"
#include "server/providers/sampledata.h"
#include "ui/models/servertext.h"
#include "ui/models/serviceguide.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/connectioncard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sampledatabutton.h"
#include "ui/widgets/sampledatanotice.h"
#include "ui/widgets/scrollingcolumn.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr std::chrono::seconds lookInterval(2);

} // namespace

ConnectionsPage::ConnectionsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_connectJira(new QPushButton(tr("Connect &Jira…"), this))
    , m_connectNotion(new QPushButton(tr("Connect &Notion…"), this))
    , m_connectOther(makeOtherButton())
    , m_organizations(new QPushButton(tr("Or&ganizations…"), this))
    , m_sampleNotice(new SampleDataNotice(services, this))
    , m_stages(new QStackedWidget(this))
    , m_column(new ScrollingColumn(this))
    , m_timer(new QTimer(this))
{
    buildLayout();
    connect(
        m_connectJira, &QPushButton::clicked, this, [this] { Q_EMIT connectRequested(u"jira"_s); });
    connect(m_connectNotion, &QPushButton::clicked, this, [this] {
        Q_EMIT connectRequested(u"notion"_s);
    });
    connect(m_organizations, &QPushButton::clicked, this, &ConnectionsPage::organizationsRequested);
    followSampleData();
    connect(&m_services.connections,
            &connections::Connections::changed,
            this,
            &ConnectionsPage::refresh);
    connect(&m_services.organizations,
            &accounts::Organizations::changed,
            this,
            &ConnectionsPage::refresh);
    connect(&m_services.upstreams,
            &gateway::Upstreams::waitingChanged,
            this,
            &ConnectionsPage::refresh);
    connect(
        &m_services.upstreams, &gateway::Upstreams::toolsChanged, this, &ConnectionsPage::refresh);
    // Times of last use, free requests and the health of servers change without a signal.
    m_timer->setInterval(lookInterval);
    connect(m_timer, &QTimer::timeout, this, &ConnectionsPage::refresh);
    refresh();
}

void ConnectionsPage::select(const QString &connectionId)
{
    if (auto *card = cardOf(connectionId))
        card->takeFocus();
}

void ConnectionsPage::showEvent(QShowEvent *event)
{
    refresh();
    m_timer->start();
    QWidget::showEvent(event);
}

void ConnectionsPage::hideEvent(QHideEvent *event)
{
    m_timer->stop();
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
    m_stages->addWidget(m_column);

    auto *heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Connections"), HeadingLevel::Page, this), 1);
    heading->addWidget(m_connectJira);
    heading->addWidget(m_connectNotion);
    heading->addWidget(m_connectOther);
    heading->addWidget(m_organizations);
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

void ConnectionsPage::refresh()
{
    const auto list = m_services.connections.list(m_services.userId);
    if (!list) {
        m_message->showMessage(StateMark::Failure, serverText(list.error()));
        return;
    }
    showCards(*list);
    m_stages->setCurrentIndex(list->isEmpty() ? 0 : 1);
    // On the empty page the buttons in its middle are the only ones needed.
    m_connectJira->setVisible(!list->isEmpty());
    m_connectNotion->setVisible(!list->isEmpty());
}

QSet<QString> ConnectionsPage::administered() const
{
    QSet<QString> ids;
    const auto all = m_services.organizations.of(m_services.userId);
    for (const auto &each : all.value_or(QList<accounts::Membership>())) {
        if (each.role >= accounts::Role::Admin)
            ids.insert(each.id);
    }
    return ids;
}

/** New ones come last, because the oldest is the first. */
void ConnectionsPage::showCards(const QList<connections::Connection> &list)
{
    const QSet<QString> own = administered();
    QList<ConnectionCard *> gone = m_cards;
    for (const auto &connection : list) {
        auto *card = cardOf(connection.id);
        if (card != nullptr) {
            gone.removeOne(card);
            card->follow(connection);
        } else {
            card = addCard(connection);
            m_cards.append(card);
        }
        card->setShareable(connection.isPersonal() ? !own.isEmpty()
                                                   : own.contains(connection.userId));
    }
    for (auto *card : std::as_const(gone)) {
        m_cards.removeOne(card);
        // Only hidden: one of its buttons may still be handled.
        card->hide();
        card->deleteLater();
    }
}

ConnectionCard *ConnectionsPage::addCard(const connections::Connection &connection)
{
    auto *card = new ConnectionCard(m_services, connection, m_column->widget());
    m_column->add(card);
    connect(card, &ConnectionCard::toolsRequested, this, [this, id = connection.id] {
        Q_EMIT toolsRequested(id);
    });
    connect(card, &ConnectionCard::reconnectRequested, this, [this, id = connection.id] {
        Q_EMIT signInAgainRequested(id);
    });
    connect(card, &ConnectionCard::shareRequested, this, [this, id = connection.id] {
        Q_EMIT shareRequested(id);
    });
    connect(card, &ConnectionCard::disconnectRequested, this, [this, card] {
        askToDisconnect(card->connection());
    });
    connect(card, &ConnectionCard::reached, this, [this, card] { m_column->reveal(*card); });
    return card;
}

ConnectionCard *ConnectionsPage::cardOf(const QString &connectionId) const
{
    const auto found =
        std::find_if(m_cards.begin(), m_cards.end(), [&connectionId](const ConnectionCard *card) {
            return card->connection().id == connectionId;
        });
    return found == m_cards.end() ? nullptr : *found;
}

void ConnectionsPage::askToDisconnect(const connections::Connection &connection)
{
    const bool isServer = connection.provider == gateway::Upstreams::provider;
    const QString company = isServer ? connection.name : guideTo(connection.provider).company;
    const QString end = connection.method == connections::SignInMethod::OAuth
        //: %1 is a company, such as Atlassian.
        ? tr("Fairlead forgets this sign-in, and tells %1 so where there is a way to.").arg(company)
        //: %1 is a company, such as Atlassian.
        : tr("Fairlead forgets the token of this connection. The token itself stays valid until "
             "you revoke it at %1.")
              .arg(company);
    auto *question = ask(this,
                         //: %1 is the name of a site.
                         {.title = tr("Disconnect %1?").arg(connection.name),
                          //: %1 is a sentence on what happens to the sign-in.
                          .text = tr("%1 Your programs keep their keys, but get nothing from this "
                                     "site any more.")
                                      .arg(end),
                          .action = tr("&Disconnect")});
    connect(question, &QDialog::accepted, this, [this, id = connection.id] {
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

} // namespace fairlead::ui
