// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "server/secrets/vault.h"
#include "server/tools/pause.h"
#include "ui/tray/trayiconpainter.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"
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

} // namespace

HomePage::HomePage(const Services &services,
                   const Instance &instance,
                   const Overview &overview,
                   QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_instance(instance)
    , m_overview(overview)
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_stateIcon(new QLabel(this))
    , m_stateLine(headingLabel({}, HeadingLevel::Page, this))
    , m_stepTitle(headingLabel({}, HeadingLevel::Section, this))
    , m_stepText(bodyLabel({}, this))
    , m_stepAction(new QPushButton(this))
    , m_stepSecondAction(new QPushButton(this))
    , m_connectionsLine(bodyLabel({}, this))
    , m_keysLine(bodyLabel({}, this))
{
    buildLayout();
    connect(m_stepAction, &QPushButton::clicked, this, &HomePage::takeStep);
    connect(m_stepSecondAction, &QPushButton::clicked, this, &HomePage::takeSecondStep);
    connect(&m_overview, &Overview::changed, this, &HomePage::refresh);
    refresh();
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
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_stepAction);
    buttons->addWidget(m_stepSecondAction);
    buttons->addStretch();
    auto *column = new QVBoxLayout(panel);
    const int margin = column->contentsMargins().left() * 3 / 2;
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_stepTitle);
    column->addWidget(m_stepText);
    column->addLayout(buttons);
    return panel;
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
    m_stateIcon->setPixmap(TrayIconPainter::icon(m_overview.state())
                               .pixmap(QSize(stateIconSide, stateIconSide), devicePixelRatioF()));
    m_stateLine->setText(m_overview.stateLine());
    m_connectionsLine->setText(m_overview.connectionsLine());
    m_keysLine->setText(m_overview.keysLine());

    const NextStep &step = m_overview.nextStep();
    m_stepTitle->setText(step.title);
    m_stepText->setText(step.text);
    m_stepText->setVisible(!step.text.isEmpty());
    m_stepAction->setText(step.action);
    m_stepAction->setVisible(!step.action.isEmpty());
    m_stepSecondAction->setText(step.secondAction);
    m_stepSecondAction->setVisible(!step.secondAction.isEmpty());
}

void HomePage::takeStep()
{
    switch (m_overview.nextStep().kind) {
    case NextStep::Kind::Resume:
        m_services.pause.setOn(false);
        break;
    case NextStep::Kind::OpenSecrets:
        m_services.vault.retry();
        break;
    case NextStep::Kind::SignInAgain:
        Q_EMIT signInAgainRequested(m_overview.nextStep().connectionId);
        break;
    case NextStep::Kind::ConnectService:
        Q_EMIT connectRequested(u"jira"_s);
        break;
    case NextStep::Kind::MakeKey:
        Q_EMIT configurationRequested();
        break;
    case NextStep::Kind::TryIt:
    case NextStep::Kind::Nothing:
        break;
    }
}

void HomePage::takeSecondStep()
{
    if (m_overview.nextStep().kind == NextStep::Kind::ConnectService)
        Q_EMIT connectRequested(u"notion"_s);
    else
        askForKeyFile();
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
        m_message->showMessage(StateMark::Failure, used.error().message);
}

} // namespace fairlead::ui
