// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/connectdialog.h"

#include "server/oauth/clients.h"
#include "server/providers/providers.h"
#include "ui/models/servertext.h"
#include "ui/models/signinflow.h"
#include "ui/urlopener.h"
#include "ui/widgets/browserwaitview.h"
#include "ui/widgets/connectionreportview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/oauthappform.h"
#include "ui/widgets/signinchoice.h"
#include "ui/widgets/sitechoiceview.h"
#include "ui/widgets/stagestack.h"
#include "ui/widgets/tokensignin.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {

using providers::SignInProblem;
using providers::SignInStage;

ConnectDialog::ConnectDialog(const Services &services, const QString &service, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_guide(guideTo(service))
    , m_flow(new SignInFlow(services, this))
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_stages(new StageStack(this))
    , m_choice(new SignInChoice(m_guide, this))
    , m_app(new OAuthAppForm(m_guide, this))
    , m_token(new TokenSignIn(services, m_guide, this))
    , m_wait(new BrowserWaitView(m_guide, this))
    , m_sites(new SiteChoiceView(this))
    , m_report(new ConnectionReportView(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_action(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a service, such as Jira.
    setWindowTitle(tr("Connect %1").arg(m_guide.name));
    buildLayout();
    connectParts();
    showStage(m_guide.hasBrowserSignIn ? Stage::Choice : Stage::Token);
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::reconnect(const connections::Connection &connection)
{
    m_token->fill(connection);
    if (connection.method != connections::SignInMethod::OAuth) {
        showStage(Stage::Token);
        return;
    }
    m_connectionId = connection.id;
    signInInBrowser();
}

void ConnectDialog::reject()
{
    if (m_flow->isRunning()) {
        m_flow->cancel();
    } else if (m_token->isBusy()) {
        m_cancel->setEnabled(false);
        m_token->cancel();
    } else {
        QDialog::reject();
    }
}

void ConnectDialog::buildLayout()
{
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_choice, m_app, m_token, m_wait, m_sites, m_report})
        m_stages->addWidget(page);

    for (auto *button : {m_back, m_cancel})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_action);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
    column->addLayout(buttons);
}

void ConnectDialog::connectParts()
{
    connect(m_choice, &SignInChoice::browserChosen, this, &ConnectDialog::signInInBrowser);
    connect(m_choice, &SignInChoice::appChosen, this, &ConnectDialog::enterApp);
    connect(m_choice, &SignInChoice::tokenChosen, this, [this] { showStage(Stage::Token); });
    connect(m_app, &OAuthAppForm::edited, this, &ConnectDialog::updateButtons);
    connect(m_app, &OAuthAppForm::appsPageRequested, this, [this] { openPage(m_guide.appsPage); });
    connect(m_token, &TokenSignIn::edited, this, [this] {
        updateButtons();
        // A hint may need a second line.
        growToFit(*this);
    });
    connect(m_token, &TokenSignIn::busyChanged, this, &ConnectDialog::updateButtons);
    connect(
        m_token, &TokenSignIn::connected, this, [this](const auto &report) { finish({report}); });
    connect(m_token, &TokenSignIn::failed, this, &ConnectDialog::showFailedToken);
    connect(
        m_token, &TokenSignIn::tokenPageRequested, this, [this] { openPage(m_guide.tokenPage); });
    connect(m_wait, &BrowserWaitView::openAgainRequested, m_flow, &SignInFlow::openAgain);
    connect(m_sites, &SiteChoiceView::edited, this, &ConnectDialog::updateButtons);
    connect(m_flow, &SignInFlow::changed, this, &ConnectDialog::followSignIn);
    connect(m_flow, &SignInFlow::refused, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Failure, message);
        updateButtons();
        growToFit(*this);
    });
    connect(m_back, &QPushButton::clicked, this, &ConnectDialog::goBack);
    connect(m_action, &QPushButton::clicked, this, &ConnectDialog::takeAction);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectDialog::reject);
}

void ConnectDialog::showStage(Stage stage)
{
    m_stage = stage;
    m_action->setDefault(true);
    switch (stage) {
    case Stage::Choice:
        m_choice->setAppKnown(knowsApp());
        m_stages->setCurrentWidget(m_choice);
        m_choice->focusBrowser();
        break;
    case Stage::App:
        m_action->setText(tr("Sa&ve and sign in"));
        m_stages->setCurrentWidget(m_app);
        m_app->focusFirstGap();
        break;
    case Stage::Token:
        m_action->setText(tr("&Connect"));
        m_stages->setCurrentWidget(m_token);
        m_token->focusFirstGap();
        break;
    case Stage::Browser:
        m_stages->setCurrentWidget(m_wait);
        m_cancel->setFocus();
        break;
    case Stage::Sites:
        m_action->setText(tr("&Connect"));
        m_stages->setCurrentWidget(m_sites);
        m_sites->focusFirst();
        break;
    case Stage::Report:
        m_stages->setCurrentWidget(m_report);
        m_cancel->setFocus();
        break;
    }
    updateButtons();
    growToFit(*this);
}

void ConnectDialog::updateButtons()
{
    const bool hasAction =
        m_stage == Stage::App || m_stage == Stage::Token || m_stage == Stage::Sites;
    m_action->setVisible(hasAction);
    m_action->setEnabled((m_stage == Stage::App && m_app->isComplete())
                         || (m_stage == Stage::Token && !m_token->isBusy() && m_token->isComplete())
                         || (m_stage == Stage::Sites && !m_sites->chosen().isEmpty()));
    m_back->setVisible(m_stage == Stage::App
                       || (m_stage == Stage::Token && m_guide.hasBrowserSignIn));
    m_back->setEnabled(!m_token->isBusy());
    m_cancel->setEnabled(true);
    if (m_stage == Stage::Report) {
        m_cancel->setText(tr("&Close"));
        m_cancel->setDefault(true);
    } else if (m_flow->isRunning()) {
        m_cancel->setText(tr("Ca&ncel sign-in"));
    } else {
        m_cancel->setText(m_token->isBusy() ? tr("Ca&ncel try") : tr("Ca&ncel"));
    }
}

void ConnectDialog::goBack()
{
    m_message->clear();
    showStage(Stage::Choice);
}

void ConnectDialog::takeAction()
{
    if (m_stage == Stage::App)
        saveApp();
    else if (m_stage == Stage::Token)
        startWithToken();
    else if (m_stage == Stage::Sites)
        m_flow->choose(m_sites->chosen());
}

bool ConnectDialog::knowsApp() const
{
    const auto id = m_services.clients.idInUse(m_guide.type);
    return id && !id->isEmpty();
}

void ConnectDialog::enterApp()
{
    QStringList scopes;
    if (const auto provider = m_services.providers.find(m_guide.type)) {
        if (const auto server = (*provider)->authorizationServer())
            scopes = server->scopes;
    }
    m_app->showRegistration(m_services.signIns.redirectUri(m_guide.type), scopes);
    if (const auto id = m_services.clients.idInUse(m_guide.type))
        m_app->setClientId(*id);
    showStage(Stage::App);
}

void ConnectDialog::saveApp()
{
    const oauth::Client client{.id = m_app->clientId(),
                               .secret = Secret(m_app->clientSecret().toUtf8())};
    if (const auto used = m_services.clients.use(m_guide.type, client); !used) {
        m_message->showMessage(StateMark::Failure, serverText(used.error()));
        growToFit(*this);
        return;
    }
    m_app->forgetSecret();
    signInInBrowser();
}

void ConnectDialog::signInInBrowser()
{
    m_message->clear();
    if (const auto begun = m_flow->begin(m_guide.type, m_connectionId); !begun) {
        m_message->showMessage(StateMark::Failure, serverText(begun.error()));
        if (begun.error().code == ErrorCode::NotFound && !knowsApp())
            enterApp();
        else
            growToFit(*this);
    }
}

void ConnectDialog::followSignIn()
{
    const auto &signIn = m_flow->signIn();
    // The person is looking at the browser.
    if (signIn.isOver() || signIn.stage == SignInStage::ChoosingSites)
        QApplication::alert(this);
    switch (signIn.stage) {
    case SignInStage::WaitingForBrowser:
        showWaiting();
        break;
    case SignInStage::Exchanging:
        m_message->clear();
        m_wait->showFetching();
        showStage(Stage::Browser);
        break;
    case SignInStage::ChoosingSites:
        m_message->clear();
        m_sites->showSites(signIn.sites);
        showStage(Stage::Sites);
        break;
    case SignInStage::Connected:
        finish(signIn.connected);
        // One of several sites that failed.
        if (!signIn.message.isEmpty()) {
            m_message->showMessage(StateMark::Warning, serverText(signIn.message));
            growToFit(*this);
        }
        break;
    case SignInStage::Failed:
        showFailedSignIn();
        break;
    }
}

void ConnectDialog::showWaiting()
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
    showStage(Stage::Browser);
}

void ConnectDialog::showFailedSignIn()
{
    const auto &signIn = m_flow->signIn();
    const bool byPerson = signIn.problem == SignInProblem::Cancelled;
    QString text = serverText(signIn.message);
    if (!signIn.nextStep.isEmpty())
        text += u' ' + serverText(signIn.nextStep);
    m_message->showMessage(byPerson ? StateMark::Information : StateMark::Failure, text);
    if (signIn.problem == SignInProblem::WrongClient)
        enterApp();
    else
        showStage(Stage::Choice);
}

void ConnectDialog::startWithToken()
{
    m_message->clear();
    m_token->start();
    if (m_token->isBusy())
        m_cancel->setFocus();
}

void ConnectDialog::showFailedToken(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        m_message->showMessage(StateMark::Information, tr("Cancelled. Nothing was stored."));
    else
        m_message->showMessage(StateMark::Failure, serverText(error));
    m_token->focusFirstGap();
    growToFit(*this);
}

void ConnectDialog::finish(const QList<providers::ConnectionReport> &reports)
{
    m_message->clear();
    m_report->showReports(reports);
    showStage(Stage::Report);
}

void ConnectDialog::openPage(const QUrl &page)
{
    if (m_services.urlOpener.open(page))
        return;
    m_message->showMessage(StateMark::Warning,
                           tr("No browser could be opened. The page is %1").arg(page.toString()));
    growToFit(*this);
}

} // namespace fairlead::ui
