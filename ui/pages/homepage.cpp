// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "server/base/clock.h"
#include "server/providers/sampledata.h"
#include "server/secrets/vault.h"
#include "server/tools/pause.h"
#include "ui/models/recentcalltext.h"
#include "ui/models/servertext.h"
#include "ui/tray/trayiconpainter.h"
#include "ui/widgets/activityplot.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sampledatabutton.h"
#include "ui/widgets/stepstrip.h"
#include "ui/widgets/typography.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int stateIconSide = 44;

QString callCountText(int count)
{
    if (count == 0)
        return HomePage::tr("No calls in the last hour");
    if (count == 1)
        return HomePage::tr("One call in the last hour");
    return HomePage::tr("%n calls in the last hour", nullptr, count);
}

} // namespace

HomePage::HomePage(const Services &services,
                   const Instance &instance,
                   const Overview &overview,
                   QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_instance(instance)
    , m_overview(overview)
    , m_firstSteps(overview, services.settings)
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_stateIcon(new QLabel(this))
    , m_stateLine(headingLabel({}, HeadingLevel::Page, this))
    , m_strip(new StepStrip(this))
    , m_stepTitle(headingLabel({}, HeadingLevel::Section, this))
    , m_stepText(bodyLabel({}, this))
    , m_stepAction(new QPushButton(this))
    , m_stepSecondAction(new QPushButton(this))
    , m_sampleData(new SampleDataButton(services, this))
    , m_skip(new QPushButton(tr("&Skip this step"), this))
    , m_closeSteps(new QPushButton(tr("C&lose"), this))
    , m_showSteps(new QPushButton(tr("Show &first steps"), this))
    , m_callsTitle(headingLabel({}, HeadingLevel::Section, this))
    , m_plot(new ActivityPlot(this))
    , m_lastCallMark(new QLabel(this))
    , m_lastCall(bodyLabel({}, this))
    , m_connectionsLine(bodyLabel({}, this))
    , m_keysLine(bodyLabel({}, this))
{
    buildLayout();
    connect(m_stepAction, &QPushButton::clicked, this, &HomePage::takeStep);
    connect(m_stepSecondAction, &QPushButton::clicked, this, &HomePage::takeSecondStep);
    connect(m_skip, &QPushButton::clicked, &m_firstSteps, &FirstSteps::skip);
    connect(m_closeSteps, &QPushButton::clicked, &m_firstSteps, &FirstSteps::close);
    connect(m_showSteps, &QPushButton::clicked, &m_firstSteps, &FirstSteps::reopen);
    connect(
        &m_services.sampleData, &providers::SampleData::changed, this, &HomePage::showSampleData);
    connect(
        &m_services.sampleData, &providers::SampleData::failed, this, [this](const Error &error) {
            m_message->showMessage(StateMark::Failure, serverText(error));
        });
    connect(&m_overview, &Overview::changed, this, &HomePage::refresh);
    connect(&m_firstSteps, &FirstSteps::changed, this, &HomePage::showStep);
    connect(&m_firstSteps, &FirstSteps::failed, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Failure, message);
    });
    connect(&m_overview.recentCalls(), &RecentCalls::changed, this, &HomePage::showCalls);
    refresh();
    showStep();
    showCalls();
}

void HomePage::setTrayMissing(bool missing)
{
    m_trayNote->setVisible(missing);
}

void HomePage::buildLayout()
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(makeStateRow());
    column->addSpacing(column->spacing());
    column->addWidget(makeStepPanel());
    column->addSpacing(column->spacing());
    column->addWidget(makeActivity());
    column->addSpacing(column->spacing());
    column->addWidget(makeFacts());
    column->addStretch();
    m_trayNote = makeTrayNote();
    column->addWidget(m_trayNote);
}

QWidget *HomePage::makeStateRow()
{
    auto *row = new QWidget(this);
    auto *address = bodyLabel(m_instance.url, row);
    address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *copy = new QPushButton(tr("Copy &address"), row);
    connect(copy, &QPushButton::clicked, this, [this] { copyText(m_instance.url); });

    auto *words = new QVBoxLayout;
    words->addWidget(m_stateLine);
    words->addWidget(address);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stateIcon);
    layout->addLayout(words, 1);
    layout->addWidget(copy, 0, Qt::AlignBottom);
    return row;
}

QWidget *HomePage::makeStepPanel()
{
    auto *panel = new Panel(this);
    auto *column = new QVBoxLayout(panel);
    const int margin = column->contentsMargins().left() * 3 / 2;
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_strip);
    column->addWidget(m_stepTitle);
    column->addWidget(m_stepText);
    column->addWidget(makeStepButtons());
    return panel;
}

QWidget *HomePage::makeStepButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_stepAction);
    row->addWidget(m_stepSecondAction);
    row->addWidget(m_sampleData);
    row->addStretch();
    row->addWidget(m_skip);
    row->addWidget(m_closeSteps);
    row->addWidget(m_showSteps);
    return buttons;
}

QWidget *HomePage::makeActivity()
{
    auto *activity = new QWidget(this);
    auto *lastCall = new QHBoxLayout;
    lastCall->addWidget(m_lastCallMark, 0, Qt::AlignTop);
    lastCall->addWidget(m_lastCall, 1);
    auto *column = new QVBoxLayout(activity);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_callsTitle);
    column->addWidget(m_plot);
    column->addLayout(lastCall);
    return activity;
}

QWidget *HomePage::makeFacts()
{
    auto *facts = new QWidget(this);
    auto *form = new QFormLayout(facts);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Connections:"), m_connectionsLine);
    form->addRow(tr("Keys:"), m_keysLine);
    form->addRow(tr("Data folder:"), bodyLabel(m_instance.dataFolder, facts));
    form->addRow(tr("Version:"), bodyLabel(m_instance.version, facts));
    return facts;
}

QWidget *HomePage::makeTrayNote()
{
    auto *note = new QWidget(this);
    auto *quit = new QPushButton(tr("&Quit Fairlead"), note);
    connect(quit, &QPushButton::clicked, this, &HomePage::quitRequested);
    auto *row = new QHBoxLayout(note);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(
        bodyLabel(tr("This desktop shows no tray icons. Closing this window only puts it "
                     "away: Fairlead goes on serving until you quit it. Starting "
                     "Fairlead again brings the window back."),
                  note),
        1);
    row->addWidget(quit, 0, Qt::AlignBottom);
    note->hide();
    return note;
}

void HomePage::refresh()
{
    QPixmap sign =
        TrayIconPainter::pixmap(m_overview.state(), qRound(stateIconSide * devicePixelRatioF()));
    sign.setDevicePixelRatio(devicePixelRatioF());
    m_stateIcon->setPixmap(sign);
    m_stateLine->setText(m_overview.stateLine());
    m_connectionsLine->setText(m_overview.connectionsLine());
    m_keysLine->setText(m_overview.keysLine());
}

void HomePage::showStep()
{
    const NextStep step = m_firstSteps.nextStep();
    m_stepTitle->setText(step.title);
    m_stepText->setText(step.text);
    m_stepText->setVisible(!step.text.isEmpty());
    m_stepAction->setText(step.action);
    m_stepAction->setVisible(!step.action.isEmpty());
    m_stepSecondAction->setText(step.secondAction);
    m_stepSecondAction->setVisible(!step.secondAction.isEmpty());
    m_sampleData->setVisible(step.kind == NextStep::Kind::ConnectService
                             && m_sampleData->isOffered());
    m_strip->setSteps(m_firstSteps.steps());
    const bool isOnTheWay = m_firstSteps.isShown() && !m_firstSteps.isInterrupted();
    m_strip->setVisible(isOnTheWay);
    m_skip->setVisible(m_firstSteps.canSkip());
    m_closeSteps->setVisible(isOnTheWay && !m_firstSteps.canSkip());
    m_showSteps->setVisible(!m_firstSteps.isShown());
}

void HomePage::showCalls()
{
    const RecentCalls &recent = m_overview.recentCalls();
    m_plot->setCounts(recent.perMinute());
    m_callsTitle->setText(callCountText(recent.inLastHour()));
    const auto &calls = recent.lastFive();
    m_lastCallMark->setVisible(!calls.isEmpty());
    if (calls.isEmpty()) {
        m_lastCall->setText(tr("What your programs ask Fairlead shows here, as it happens."));
        return;
    }
    const RecentCall &last = calls.first();
    const int side = m_lastCall->fontMetrics().height();
    m_lastCallMark->setPixmap(stateMark(last.mark).pixmap(QSize(side, side), devicePixelRatioF()));
    m_lastCallMark->setAccessibleName(last.outcome);
    const bool isFirstAnswer = m_firstSteps.isShown() && last.mark == StateMark::Good;
    m_lastCall->setText(isFirstAnswer && !last.client.isEmpty()
                            //: %1 is the name of a program, %2 that of a tool.
                            ? tr("%1 called %2").arg(last.client, last.what)
                            : recentCallText(last, m_services.clock.now()));
}

void HomePage::takeStep()
{
    const NextStep step = m_firstSteps.nextStep();
    switch (step.kind) {
    case NextStep::Kind::Resume:
        m_services.pause.setOn(false);
        break;
    case NextStep::Kind::OpenSecrets:
        m_services.vault.retry();
        break;
    case NextStep::Kind::SignInAgain:
        Q_EMIT signInAgainRequested(step.connectionId);
        break;
    case NextStep::Kind::ApproveTools:
        Q_EMIT toolsRequested(step.connectionId);
        break;
    case NextStep::Kind::ConnectService:
        Q_EMIT connectRequested(u"jira"_s);
        break;
    case NextStep::Kind::MakeKey:
        Q_EMIT addToCursorRequested();
        break;
    case NextStep::Kind::Problem:
    case NextStep::Kind::TryIt:
    case NextStep::Kind::Nothing:
        break;
    }
}

void HomePage::takeSecondStep()
{
    const NextStep::Kind kind = m_firstSteps.nextStep().kind;
    if (kind == NextStep::Kind::ConnectService)
        Q_EMIT connectRequested(u"notion"_s);
    else if (kind == NextStep::Kind::MakeKey)
        Q_EMIT clientsRequested();
    else
        askForKeyFile();
}

void HomePage::showSampleData()
{
    using State = providers::SampleData::State;
    const State state = m_services.sampleData.state();
    if (state == State::Starting)
        m_message->showMessage(StateMark::Information, tr("Starting the sample data…"));
    else if (state == State::On)
        m_message->showMessage(
            StateMark::Good,
            tr("Northwind is connected: a made-up company, to try Fairlead with. It goes when you "
               "connect something real, remove it on the page Connections, or quit Fairlead."));
    else
        m_message->clear();
    showStep();
}

void HomePage::askForKeyFile()
{
    auto *question =
        ask(this,
            {.title = tr("Keep the master key in a file?"),
             .text = tr("No keychain answers on this computer. Fairlead can keep the key "
                        "that seals your sign-ins in %1/master.key instead, readable by "
                        "your user account only. Whoever can read your files can then use "
                        "your sign-ins.")
                         .arg(m_instance.dataFolder),
             .action = tr("&Use a key file")});
    connect(question, &QDialog::accepted, this, &HomePage::useKeyFile);
}

void HomePage::useKeyFile()
{
    if (const auto used = m_services.vault.useKeyFile(); !used)
        m_message->showMessage(StateMark::Failure, serverText(used.error()));
}

} // namespace fairlead::ui
