// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/connectioncard.h"

#include "server/gateway/upstreams.h"
#include "server/providers/providers.h"
#include "ui/models/servertext.h"
#include "ui/models/serviceguide.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/typography.h"

#include <QFocusEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

enum Column { MarkColumn, LabelColumn, ValueColumn, StateColumn };

bool isByKey(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason
        || reason == Qt::ShortcutFocusReason;
}

void setTextIfNew(QLabel &label, const QString &text)
{
    if (label.text() != text)
        label.setText(text);
}

/** By the window's direction, not by that of the text: an address is to stand beside its title. */
void alignToLayout(QLabel &label)
{
    label.setAlignment(QStyle::visualAlignment(label.layoutDirection(), Qt::AlignLeft)
                       | Qt::AlignAbsolute | Qt::AlignTop);
}

} // namespace

ConnectionCard::ConnectionCard(const Services &services,
                               const connections::Connection &connection,
                               QWidget *parent)
    : Panel(parent)
    , m_services(services)
    , m_connection(connection)
    , m_mark(new QLabel(this))
    , m_name(headingLabel({}, HeadingLevel::Section, this))
    , m_service(bodyLabel({}, this))
    , m_state(bodyLabel({}, this))
    , m_problem(bodyLabel({}, this))
    , m_test(new QPushButton(this))
    , m_tools(new QPushButton(tr("Too&ls…"), this))
    , m_reconnect(new QPushButton(tr("&Reconnect…"), this))
    , m_share(new QPushButton(tr("&Share…"), this))
    , m_disconnect(new QPushButton(tr("&Disconnect…"), this))
    , m_outcome(new MessageBar(MessageBar::Closing::ByPerson, this))
{
    buildLayout();
    connect(m_test, &QPushButton::clicked, this, &ConnectionCard::toggleTest);
    connect(m_tools, &QPushButton::clicked, this, &ConnectionCard::toolsRequested);
    connect(m_reconnect, &QPushButton::clicked, this, &ConnectionCard::reconnectRequested);
    connect(m_share, &QPushButton::clicked, this, &ConnectionCard::shareRequested);
    connect(m_disconnect, &QPushButton::clicked, this, &ConnectionCard::disconnectRequested);
    for (auto *button : {m_test, m_tools, m_reconnect, m_share, m_disconnect})
        button->installEventFilter(this);
    m_share->hide();
    m_tools->setVisible(connection.provider == gateway::Upstreams::provider);
    showFacts(factsOf(connection, services));
    setTesting(false);
}

ConnectionCard::~ConnectionCard()
{
    m_cancellation.cancel();
}

void ConnectionCard::follow(const connections::Connection &connection)
{
    m_connection = connection;
    if (const ConnectionFacts facts = factsOf(connection, m_services); facts != m_facts)
        showFacts(facts);
}

// NOLINTNEXTLINE(readability-make-member-function-const): it changes what is shown
void ConnectionCard::setShareable(bool isShareable)
{
    m_share->setVisible(isShareable);
}

// NOLINTNEXTLINE(readability-make-member-function-const): it moves the focus
void ConnectionCard::takeFocus()
{
    m_test->setFocus(Qt::ShortcutFocusReason);
}

bool ConnectionCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        setOutlined(event->type() == QEvent::FocusIn);
    if (event->type() == QEvent::FocusIn && isByKey(static_cast<QFocusEvent *>(event)->reason()))
        Q_EMIT reached();
    return Panel::eventFilter(watched, event);
}

void ConnectionCard::buildLayout()
{
    m_state->setWordWrap(false);
    for (auto *label : {m_name, m_service, m_state, m_problem})
        alignToLayout(*label);
    auto *heading = new QVBoxLayout;
    heading->setSpacing(0);
    heading->addWidget(m_name);
    heading->addWidget(m_service);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {m_test, m_tools, m_reconnect, m_share, m_disconnect})
        buttons->addWidget(button);
    buttons->addStretch();

    auto *grid = new QGridLayout(this);
    const int margin = grid->contentsMargins().left() * 3 / 2;
    grid->setContentsMargins(margin, margin, margin, margin);
    grid->setColumnStretch(ValueColumn, 1);
    grid->addWidget(m_mark, 0, MarkColumn, Qt::AlignTop);
    grid->addLayout(heading, 0, LabelColumn, 1, 2);
    grid->addWidget(m_state, 0, StateColumn, Qt::AlignTop);
    grid->addWidget(m_problem, 1, LabelColumn, 1, 3);
    using Facts = ConnectionFacts;
    m_lines[Facts::Address] = addLine(*grid, tr("Address:"));
    m_lines[Facts::Account] = addLine(*grid, tr("Account:"));
    //: Whose connection it is, where it is not the person's own.
    m_lines[Facts::Organization] = addLine(*grid, tr("Organization:"));
    m_lines[Facts::SignIn] = addLine(*grid, tr("Signed in with:"));
    //: Until when a sign-in is good.
    m_lines[Facts::Validity] = addLine(*grid, tr("Valid:"));
    m_lines[Facts::Requests] = addLine(*grid, tr("Requests:"));
    m_lines[Facts::Server] = addLine(*grid, tr("Server:"));
    //: What a sign-in may not do.
    m_lines[Facts::Limits] = addLine(*grid, tr("Limits:"));
    m_lines[Facts::LastUse] = addLine(*grid, tr("Last used:"));
    grid->setRowMinimumHeight(grid->rowCount(), grid->verticalSpacing());
    grid->addLayout(buttons, grid->rowCount(), LabelColumn, 1, 3);
    // Below the buttons, so that they stay where they are when it comes.
    grid->addWidget(m_outcome, grid->rowCount(), LabelColumn, 1, 3);
}

ConnectionCard::Line ConnectionCard::addLine(QGridLayout &grid, const QString &title)
{
    const Line line{new QLabel(title, this), bodyLabel({}, this)};
    for (auto *label : {line.title, line.value})
        alignToLayout(*label);
    const int row = grid.rowCount();
    grid.addWidget(line.title, row, LabelColumn);
    grid.addWidget(line.value, row, ValueColumn, 1, 2);
    // The values stand below each other on all cards, whichever lines each has.
    grid.setColumnMinimumWidth(
        LabelColumn, qMax(grid.columnMinimumWidth(LabelColumn), line.title->sizeHint().width()));
    return line;
}

void ConnectionCard::showFacts(const ConnectionFacts &facts)
{
    // What a test said is not so any more once the connection stands otherwise.
    if (facts.state != m_facts.state && !m_isTesting)
        m_outcome->clear();
    m_facts = facts;
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize) * 3 / 4;
    m_mark->setPixmap(stateMark(facts.mark).pixmap(QSize(side, side), devicePixelRatioF()));
    m_mark->setAccessibleName(facts.state);
    setTint(facts.mark == StateMark::Good ? QColor() : stateColor(facts.mark));
    setTextIfNew(*m_name, facts.name);
    setTextIfNew(*m_service, facts.service);
    setTextIfNew(*m_state, facts.state);
    setTextIfNew(*m_problem, facts.problem);
    m_problem->setVisible(!facts.problem.isEmpty());
    for (int index = 0; index < ConnectionFacts::LineCount; ++index) {
        const QString &value = facts.lines.at(index);
        const Line &line = m_lines.at(index);
        setTextIfNew(*line.value, value);
        line.title->setVisible(!value.isEmpty());
        line.value->setVisible(!value.isEmpty());
    }
    nameForScreenReaders();
}

void ConnectionCard::nameForScreenReaders()
{
    const QString name = m_facts.service + u' ' + m_facts.name;
    setAccessibleName(name);
    setAccessibleDescription(m_facts.state);
    //: For screen readers, like the next ones. %1 is a service and a site: "Jira acme.example".
    m_test->setAccessibleName(m_isTesting ? tr("Cancel test of %1").arg(name)
                                          : tr("Test %1").arg(name));
    m_tools->setAccessibleName(tr("Tools of %1").arg(name));
    m_reconnect->setAccessibleName(tr("Reconnect %1").arg(name));
    m_share->setAccessibleName(tr("Share %1").arg(name));
    m_disconnect->setAccessibleName(tr("Disconnect %1").arg(name));
}

void ConnectionCard::toggleTest()
{
    if (m_isTesting) {
        m_cancellation.cancel();
        return;
    }
    m_cancellation = CancellationSource();
    setTesting(true);
    m_outcome->showMessage(StateMark::Information, tr("Testing…"));
    QCoro::connect(test(), this, [] {});
}

QCoro::Task<> ConnectionCard::test()
{
    const QPointer self(this);
    const auto provider = m_services.providers.find(m_connection.provider);
    if (!provider) {
        endTest(failure(provider.error()));
        co_return;
    }
    const auto outcome = co_await (*provider)->test(m_connection, m_cancellation.token());
    if (self)
        endTest(outcome);
}

void ConnectionCard::endTest(const Result<providers::ConnectionReport> &outcome)
{
    setTesting(false);
    if (outcome) {
        const QString found = foundText(m_connection.provider, FoundText::Count);
        m_outcome->showMessage(StateMark::Good,
                               //: %1 says how much a connection can see.
                               tr("It works. %1").arg(found.arg(outcome->projectCount)));
        return;
    }
    if (outcome.error().code == ErrorCode::Cancelled) {
        m_outcome->showMessage(StateMark::Information, tr("The test was cancelled."));
        return;
    }
    const QString reason = serverText(outcome.error());
    m_outcome->showMessage(StateMark::Failure,
                           reason == m_facts.problem
                               //: The reason stands above.
                               ? tr("The test has failed.")
                               : reason);
}

void ConnectionCard::setTesting(bool isTesting)
{
    m_isTesting = isTesting;
    m_test->setText(isTesting ? tr("Cancel &test") : tr("&Test"));
    m_reconnect->setEnabled(!isTesting);
    m_disconnect->setEnabled(!isTesting);
    nameForScreenReaders();
}

} // namespace fairlead::ui
