// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/servertoolsdialog.h"

#include "server/gateway/upstreams.h"
#include "ui/models/servertext.h"
#include "ui/models/upstreamtexts.h"
#include "ui/models/upstreamtoolsmodel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using tools::ToolEffect;

constexpr std::chrono::seconds healthInterval(2);
constexpr int visibleColumns = 90;
constexpr int visibleRows = 9;
constexpr int visibleLines = 11;
constexpr qsizetype mostRefused = 5;

/** The choices of what a tool does; the first is Fairlead's own judgement. */
constexpr std::array effects{ToolEffect::Read, ToolEffect::Write, ToolEffect::Destructive};

} // namespace

ServerToolsDialog::ServerToolsDialog(const Services &services,
                                     const connections::Connection &connection,
                                     QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_connection(connection)
    , m_model(new UpstreamToolsModel(services, connection.id, this))
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_health(bodyLabel({}, this))
    , m_list(makeTable(*m_model, tr("Tools"), this))
    , m_detailsTitle(bodyLabel({}, this))
    , m_details(new QPlainTextEdit(this))
    , m_effect(new QComboBox(this))
    , m_approve(new QPushButton(tr("&Approve"), this))
    , m_look(new QPushButton(tr("&Look again"), this))
    , m_close(new QPushButton(tr("&Close"), this))
    , m_refused(bodyLabel({}, this))
    , m_healthTimer(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a remote server.
    setWindowTitle(tr("Tools of %1").arg(connection.name));
    buildLayout();
    connectParts();
    refresh();
    showHealth();
    m_list->setFocus();
}

ServerToolsDialog::~ServerToolsDialog()
{
    m_cancellation.cancel();
}

void ServerToolsDialog::buildLayout()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_look);
    buttons->addStretch();
    buttons->addWidget(m_approve);
    buttons->addWidget(m_close);
    for (auto *button : {m_look, m_close})
        button->setAutoDefault(false);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_list);
    split->addWidget(makeDetails());
    m_list->setMinimumHeight(m_list->fontMetrics().lineSpacing() * visibleRows);
    m_list->setMinimumWidth(m_list->fontMetrics().averageCharWidth() * visibleColumns);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_health);
    column->addWidget(split, 1);
    column->addWidget(m_refused);
    column->addLayout(buttons);
}

QWidget *ServerToolsDialog::makeDetails()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_details->setFont(fixed);
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    // Definitions are written from left to right in every language.
    m_details->setLayoutDirection(Qt::LeftToRight);
    m_details->setAccessibleName(tr("Definition"));
    m_details->setMinimumHeight(QFontMetrics(fixed).lineSpacing() * visibleLines);
    m_effect->addItem(QString());
    for (const ToolEffect effect : effects)
        m_effect->addItem(toolEffectText(effect));
    auto *form = new QFormLayout;
    form->addRow(tr("&What it does:"), m_effect);
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_detailsTitle);
    column->addWidget(m_details, 1);
    column->addLayout(form);
    return details;
}

void ServerToolsDialog::connectParts()
{
    m_healthTimer->setInterval(healthInterval);
    connect(m_healthTimer, &QTimer::timeout, this, &ServerToolsDialog::showHealth);
    m_healthTimer->start();
    connect(m_model, &UpstreamToolsModel::modelReset, this, &ServerToolsDialog::refresh);
    connect(m_model, &UpstreamToolsModel::failed, this, [this](const QString &message) {
        m_message->showMessage(StateMark::Failure, message);
    });
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &ServerToolsDialog::showDetails);
    connect(m_effect, qOverload<int>(&QComboBox::activated), this, &ServerToolsDialog::setEffect);
    connect(m_approve, &QPushButton::clicked, this, &ServerToolsDialog::approve);
    connect(m_look, &QPushButton::clicked, this, &ServerToolsDialog::lookAgain);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void ServerToolsDialog::refresh()
{
    if (!m_model->problem().isEmpty())
        m_message->showMessage(StateMark::Failure, m_model->problem());
    const int known = m_model->rowOf(m_selected);
    select(known >= 0 ? known : 0);
    showHealth();
    showDetails();
    showRefused();
}

void ServerToolsDialog::showHealth()
{
    const auto glance = m_services.upstreams.glance(m_connection.id);
    const QString text =
        glance ? upstreamHealthLines(*glance).join(u'\n') : tr("This server is not connected.");
    if (text != m_health->text())
        m_health->setText(text);
}

void ServerToolsDialog::showDetails()
{
    const int current = row();
    const bool hasTool = current >= 0;
    m_approve->setEnabled(hasTool && isWaiting(m_model->tool(current)));
    m_approve->setDefault(m_approve->isEnabled());
    m_close->setDefault(!m_approve->isEnabled());
    m_effect->setEnabled(hasTool);
    if (!hasTool) {
        m_detailsTitle->setText(tr("This server offers no tools."));
        m_details->clear();
        return;
    }
    const gateway::PinnedTool &tool = m_model->tool(current);
    m_selected = tool.name;
    m_detailsTitle->setText(tool.state() == gateway::PinnedTool::State::Changed
                                //: %1 is the name of a tool.
                                ? tr("What has changed in %1 since you approved it:").arg(tool.name)
                                //: %1 is the name of a tool.
                                : tr("What %1 says about itself:").arg(tool.name));
    if (const QString text = m_model->definition(current); text != m_details->toPlainText())
        m_details->setPlainText(text);
    gateway::PinnedTool judged = tool;
    judged.effect.reset();
    //: %1 is what a tool does by Fairlead's judgement, such as "Reads".
    m_effect->setItemText(
        0,
        tr("%1 (as Fairlead judges)").arg(toolEffectText(gateway::effectOf(m_connection, judged))));
    int choice = 0;
    for (size_t i = 0; i < effects.size(); ++i) {
        if (tool.effect == effects.at(i))
            choice = static_cast<int>(i) + 1;
    }
    m_effect->setCurrentIndex(choice);
}

void ServerToolsDialog::showRefused()
{
    QStringList lines;
    const auto &refused = m_model->refused();
    for (const gateway::RefusedTool &tool : refused) {
        if (lines.size() < mostRefused)
            //: %1 is the name of a tool, %2 why: "its name has hidden characters".
            lines += tr("Left out: %1, because %2.").arg(tool.name, serverText(tool.reason));
    }
    if (refused.size() > lines.size())
        lines += tr("%n more left out.", nullptr, static_cast<int>(refused.size() - lines.size()));
    m_refused->setText(lines.join(u'\n'));
    m_refused->setVisible(!lines.isEmpty());
}

void ServerToolsDialog::select(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
}

int ServerToolsDialog::row() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void ServerToolsDialog::approve()
{
    if (row() < 0)
        return;
    const QString name = m_model->tool(row()).name;
    if (const auto done = m_model->approve(row()); !done) {
        m_message->showMessage(StateMark::Failure, serverText(done.error()));
        return;
    }
    const int next = m_model->firstWaiting();
    select(next >= 0 ? next : m_model->rowOf(name));
    //: %1 is the name of a tool.
    m_message->showMessage(StateMark::Good, tr("Programs may use %1 now.").arg(name));
    // Whoever approves by keyboard goes on with the list, or is done.
    m_list->setFocus();
    showHealth();
}

void ServerToolsDialog::setEffect(int choice)
{
    if (row() < 0)
        return;
    std::optional<ToolEffect> effect;
    if (choice > 0)
        effect = effects.at(static_cast<size_t>(choice) - 1);
    if (const auto done = m_model->setEffect(row(), effect); !done)
        m_message->showMessage(StateMark::Failure, serverText(done.error()));
}

void ServerToolsDialog::lookAgain()
{
    if (m_isLooking) {
        m_cancellation.cancel();
        return;
    }
    m_isLooking = true;
    m_cancellation = CancellationSource();
    m_look->setText(tr("Cance&l"));
    m_message->showMessage(StateMark::Information, tr("Asking for the tools…"));
    QCoro::connect(ask(), this, [] {});
}

QCoro::Task<> ServerToolsDialog::ask()
{
    const QPointer self(this);
    const auto done =
        co_await m_services.upstreams.refresh(m_connection.id, m_cancellation.token());
    if (!self)
        co_return;
    m_isLooking = false;
    m_look->setText(tr("&Look again"));
    m_model->reload();
    if (done)
        m_message->clear();
    else
        m_message->showMessage(StateMark::Failure, serverText(done.error()));
    showHealth();
}

} // namespace fairlead::ui
