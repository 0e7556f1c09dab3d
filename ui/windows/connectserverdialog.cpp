// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/connectserverdialog.h"

#include "server/gateway/knownservers.h"
#include "server/gateway/upstreams.h"
#include "server/providers/providers.h"
#include "ui/models/servertext.h"
#include "ui/models/signinflow.h"
#include "ui/widgets/browserwaitview.h"
#include "ui/widgets/connectionreportview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/serverform.h"
#include "ui/widgets/stagestack.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {

using namespace Qt::StringLiterals;
using providers::SignInStage;

ConnectServerDialog::ConnectServerDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_flow(new SignInFlow(services, this))
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_stages(new StageStack(this))
    , m_form(new ServerForm(this))
    , m_progressText(new QLabel(this))
    , m_progress(makeProgress())
    , m_wait(new BrowserWaitView(guideTo(gateway::Upstreams::provider), this))
    , m_report(new ConnectionReportView(this))
    , m_tools(new QPushButton(tr("Too&ls…"), this))
    , m_connect(new QPushButton(tr("&Connect"), this))
    , m_cancel(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Connect an MCP server"));
    buildLayout();
    connect(m_form, &ServerForm::edited, this, [this] {
        updateButtons();
        growToFit(*this);
    });
    connect(m_connect, &QPushButton::clicked, this, &ConnectServerDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectServerDialog::reject);
    connect(m_tools, &QPushButton::clicked, this, [this] {
        Q_EMIT toolsRequested(m_connectionId);
        accept();
    });
    connect(m_wait, &BrowserWaitView::openAgainRequested, m_flow, &SignInFlow::openAgain);
    connect(m_flow, &SignInFlow::changed, this, &ConnectServerDialog::followSignIn);
    connect(m_flow, &SignInFlow::notBegun, this, &ConnectServerDialog::fail);
    connect(m_flow, &SignInFlow::refused, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Failure, message);
        growToFit(*this);
    });
    m_form->focusFirstGap();
    updateButtons();
}

ConnectServerDialog::~ConnectServerDialog()
{
    m_cancellation.cancel();
}

void ConnectServerDialog::reconnect(const connections::Connection &connection)
{
    m_form->fill(connection.site.toString(), connection.name, connection.account);
    m_connectionId = connection.id;
    m_form->focusFirstGap();
    updateButtons();
    if (connection.method == connections::SignInMethod::OAuth)
        signInInBrowser();
}

void ConnectServerDialog::reject()
{
    if (m_isBusy) {
        m_progressText->setText(tr("Cancelling…"));
        m_cancel->setEnabled(false);
        m_cancellation.cancel();
        m_flow->cancel();
    } else if (m_flow->isRunning()) {
        m_flow->cancel();
    } else {
        QDialog::reject();
    }
}

void ConnectServerDialog::buildLayout()
{
    m_stages->addWidget(m_form);
    m_stages->addWidget(m_wait);
    m_stages->addWidget(m_report);
    for (auto *button : {m_tools, m_cancel})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_tools);
    buttons->addStretch();
    buttons->addWidget(m_connect);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
    column->addWidget(m_progress);
    column->addLayout(buttons);
}

QWidget *ConnectServerDialog::makeProgress()
{
    auto *progress = new QWidget(this);
    auto *bar = new QProgressBar(progress);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Waiting for an answer"));
    m_progressText->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(progress);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_progressText);
    column->addWidget(bar);
    return progress;
}

void ConnectServerDialog::start()
{
    if (m_isBusy || !m_form->isComplete())
        return;
    m_message->clear();
    m_cancellation = CancellationSource();
    setBusy(true);
    QCoro::connect(connectNow(), this, [] {});
}

QCoro::Task<> ConnectServerDialog::connectNow()
{
    const QPointer self(this);
    const auto provider = m_services.providers.find(gateway::Upstreams::provider);
    if (!provider) {
        end(failure(provider.error()));
        co_return;
    }
    providers::TokenSignIn signIn{.userId = m_services.userId,
                                  .baseUrl = m_form->address(),
                                  .username = m_form->email(),
                                  .token = Secret(m_form->token().toUtf8()),
                                  .cancellation = m_cancellation.token(),
                                  .name = m_form->name()};
    const auto result = co_await (*provider)->connectWithToken(std::move(signIn));
    if (self)
        end(result);
}

void ConnectServerDialog::end(const Result<providers::ConnectionReport> &result)
{
    setBusy(false);
    const bool wantsBrowser = !result && result.error().reason == ErrorReason::SignInNeeded;
    if (result)
        finish(*result);
    else if (wantsBrowser && m_form->token().isEmpty())
        signInInBrowser();
    else
        fail(result.error());
}

void ConnectServerDialog::signInInBrowser()
{
    providers::SignInWish wish{.userId = m_services.userId};
    if (m_connectionId.isEmpty()) {
        wish.address = m_form->address();
        wish.name = m_form->name();
    } else {
        wish.connectionId = m_connectionId;
    }
    m_message->clear();
    setBusy(true);
    m_flow->beginAt(gateway::Upstreams::provider, wish);
}

void ConnectServerDialog::followSignIn()
{
    const auto &signIn = m_flow->signIn();
    setBusy(false);
    // The person is looking at the browser.
    if (signIn.isOver())
        QApplication::alert(this);
    switch (signIn.stage) {
    case SignInStage::WaitingForBrowser:
        showWaiting();
        break;
    case SignInStage::Exchanging:
    case SignInStage::ChoosingSites: // there is one: the server itself
        m_message->clear();
        m_wait->showFetching();
        break;
    case SignInStage::Connected:
        finish(signIn.connected.first());
        break;
    case SignInStage::Failed:
        m_stages->setCurrentWidget(m_form);
        fail({.code = signIn.problem == providers::SignInProblem::Cancelled
                  ? ErrorCode::Cancelled
                  : ErrorCode::Unauthorized,
              .message = (signIn.message + u' ' + signIn.nextStep).trimmed(),
              .reason = ErrorReason::SignInNeeded});
        break;
    }
    updateButtons();
    growToFit(*this);
}

void ConnectServerDialog::showWaiting()
{
    m_message->clear();
    if (m_flow->browser() == SignInFlow::Browser::NotFound)
        m_message->showMessage(StateMark::Warning,
                               tr("No browser could be opened. Copy the address and open it in "
                                  "one, on this computer."));
    else if (m_flow->browser() == SignInFlow::Browser::WaitsAlready)
        m_message->showMessage(StateMark::Information,
                               tr("A sign-in is already waiting in your browser."));
    m_wait->showWaiting(m_flow->signIn().url);
    m_stages->setCurrentWidget(m_wait);
    m_cancel->setFocus();
}

void ConnectServerDialog::fail(const Error &error)
{
    setBusy(false);
    if (error.code == ErrorCode::Cancelled)
        m_message->showMessage(StateMark::Information, tr("Cancelled. Nothing was stored."));
    else
        m_message->showMessage(StateMark::Failure, wordsFor(error));
    m_form->focusFirstGap();
    growToFit(*this);
}

/** The server's own words name options of the command line. */
QString ConnectServerDialog::wordsFor(const Error &error) const
{
    if (error.code != ErrorCode::Unauthorized || error.reason == ErrorReason::SignInNeeded)
        return serverText(error);
    const auto address = gateway::serverAddress(m_form->address());
    const gateway::KnownServer *known = address ? gateway::knownServerAt(*address) : nullptr;
    if (m_form->token().isEmpty())
        return tr("This server wants a token. Enter one.");
    if (known != nullptr && known->signIn == gateway::ServerSignIn::Browser)
        return tr("This server takes no tokens. Leave the token empty to sign in in the browser.");
    return serverText(error);
}

void ConnectServerDialog::finish(const providers::ConnectionReport &report)
{
    m_message->clear();
    m_form->forgetToken();
    m_connectionId = report.connection.id;
    m_report->showReport(report);
    m_stages->setCurrentWidget(m_report);
    updateButtons();
    m_cancel->setFocus();
    growToFit(*this);
}

void ConnectServerDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    //: %1 is an address.
    m_progressText->setText(tr("Asking %1…").arg(m_form->address()));
    updateButtons();
    if (isBusy)
        m_cancel->setFocus();
    growToFit(*this);
}

void ConnectServerDialog::updateButtons()
{
    const bool isDone = m_stages->currentWidget() == m_report;
    const bool isForm = m_stages->currentWidget() == m_form;
    m_form->setEnabled(!m_isBusy);
    m_progress->setVisible(m_isBusy);
    m_tools->setVisible(isDone);
    m_connect->setVisible(isForm);
    m_connect->setEnabled(!m_isBusy && m_form->isComplete());
    m_connect->setDefault(isForm);
    m_cancel->setDefault(isDone);
    m_cancel->setEnabled(true);
    if (isDone)
        m_cancel->setText(tr("&Close"));
    else if (m_flow->isRunning())
        m_cancel->setText(tr("Ca&ncel sign-in"));
    else
        m_cancel->setText(m_isBusy ? tr("Ca&ncel try") : tr("Ca&ncel"));
}

} // namespace fairlead::ui
