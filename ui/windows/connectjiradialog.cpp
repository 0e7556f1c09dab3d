// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/connectjiradialog.h"

#include "server/providers/providers.h"
#include "ui/urlopener.h"
#include "ui/widgets/connectionreportview.h"
#include "ui/widgets/jirasigninform.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stagestack.h"
#include "ui/widgets/typography.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

const QUrl tokenPage(u"https://id.atlassian.com/manage-profile/security/api-tokens"_s);

} // namespace

ConnectJiraDialog::ConnectJiraDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_form(new JiraSignInForm(this))
    , m_report(new ConnectionReportView(this))
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_progress(new QWidget(this))
    , m_progressText(new QLabel(m_progress))
    , m_stages(new StageStack(this))
    , m_connect(new QPushButton(tr("&Connect"), this))
    , m_cancel(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Connect Jira"));
    buildLayout();
    connect(m_form, &JiraSignInForm::edited, this, &ConnectJiraDialog::followForm);
    connect(m_form, &JiraSignInForm::tokenPageRequested, this, &ConnectJiraDialog::openTokenPage);
    connect(m_connect, &QPushButton::clicked, this, &ConnectJiraDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectJiraDialog::reject);
    setBusy(false);
    m_form->focusFirstGap();
}

ConnectJiraDialog::~ConnectJiraDialog()
{
    m_cancellation.cancel();
}

void ConnectJiraDialog::fill(const connections::Connection &connection)
{
    m_form->fill(connection.site.toString(), connection.account);
    m_form->focusFirstGap();
}

void ConnectJiraDialog::reject()
{
    if (!m_busy) {
        QDialog::reject();
        return;
    }
    m_cancellation.cancel();
    m_cancel->setEnabled(false);
    m_progressText->setText(tr("Cancelling…"));
}

void ConnectJiraDialog::buildLayout()
{
    auto *bar = new QProgressBar(m_progress);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Waiting for the site"));
    m_progressText->setTextFormat(Qt::PlainText);
    auto *progressColumn = new QVBoxLayout(m_progress);
    progressColumn->setContentsMargins(0, 0, 0, 0);
    progressColumn->addWidget(m_progressText);
    progressColumn->addWidget(bar);
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);

    auto *signIn = new QWidget(this);
    auto *signInColumn = new QVBoxLayout(signIn);
    signInColumn->setContentsMargins(0, 0, 0, 0);
    signInColumn->addWidget(
        bodyLabel(tr("Fairlead signs in as you, with an API token that you make at Atlassian. The "
                     "token stays on this computer, sealed with a key in your keychain."),
                  signIn));
    signInColumn->addWidget(m_form);
    signInColumn->addWidget(m_progress);
    signInColumn->addStretch();
    m_stages->addWidget(signIn);
    m_stages->addWidget(m_report);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_connect, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    m_connect->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
    column->addWidget(buttons);
}

void ConnectJiraDialog::start()
{
    if (m_busy || !m_form->isComplete())
        return;
    m_cancellation = CancellationSource();
    setBusy(true);
    QCoro::connect(connectNow(), this, [] {});
}

QCoro::Task<> ConnectJiraDialog::connectNow()
{
    const QPointer self(this);
    const auto provider = m_services.providers.find(u"jira"_s);
    if (!provider) {
        showOutcome(failure(provider.error()));
        co_return;
    }
    providers::TokenSignIn signIn{.userId = m_services.userId,
                                  .baseUrl = m_form->site(),
                                  .username = m_form->email(),
                                  .token = Secret(m_form->token().toUtf8()),
                                  .cancellation = m_cancellation.token()};
    const auto outcome = co_await (*provider)->connectWithToken(std::move(signIn));
    if (self)
        showOutcome(outcome);
}

void ConnectJiraDialog::showOutcome(const Result<providers::ConnectionReport> &outcome)
{
    setBusy(false);
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            m_message->showMessage(StateMark::Information, tr("Cancelled. Nothing was stored."));
        else
            m_message->showMessage(StateMark::Failure, outcome.error().message);
        m_form->focusFirstGap();
        growToFit(*this);
        return;
    }
    m_form->forgetToken();
    m_report->showReport(*outcome);
    m_stages->setCurrentWidget(m_report);
    m_connect->hide();
    m_cancel->setText(tr("&Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
    growToFit(*this);
}

void ConnectJiraDialog::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        m_message->clear();
    m_form->setEnabled(!busy);
    m_progress->setVisible(busy);
    //: %1 is the address of a site.
    m_progressText->setText(tr("Asking %1…").arg(m_form->site()));
    m_cancel->setEnabled(true);
    m_cancel->setText(busy ? tr("Ca&ncel try") : tr("Ca&ncel"));
    if (busy)
        m_cancel->setFocus();
    updateConnectButton();
}

void ConnectJiraDialog::followForm()
{
    updateConnectButton();
    // A hint may need a second line.
    growToFit(*this);
}

void ConnectJiraDialog::updateConnectButton()
{
    m_connect->setEnabled(!m_busy && m_form->isComplete());
}

void ConnectJiraDialog::openTokenPage()
{
    if (!m_services.urlOpener.open(tokenPage))
        m_message->showMessage(
            StateMark::Warning,
            tr("No browser could be opened. The page is %1").arg(tokenPage.toString()));
}

} // namespace fairlead::ui
