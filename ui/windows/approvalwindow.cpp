// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/approvalwindow.h"

#include "server/accounts/settledapproval.h"
#include "server/base/text.h"
#include "server/providers/providers.h"
#include "ui/models/servertext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/typography.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using tools::ApprovalAnswer;
using tools::ApprovalRequest;

constexpr int textColumns = 90;
constexpr int beforeColumns = 36;
constexpr int visibleRows = 8;
constexpr qsizetype longestValue = 4000;

enum Column { Field, Before, After };

QTableWidgetItem *cell(const std::optional<QString> &text)
{
    const QString whole = text.value_or(QString());
    return new QTableWidgetItem(whole.size() > longestValue ? whole.left(longestValue) + u'…'
                                                            : whole);
}

QString programOf(const ApprovalRequest &request)
{
    return request.caller.clientName.isEmpty() ? request.caller.keyName : request.caller.clientName;
}

} // namespace

ApprovalWindow::ApprovalWindow(const Services &services)
    : m_services(services)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_heading(headingLabel({}, HeadingLevel::Section, this))
    , m_effect(bodyLabel({}, this))
    , m_who(bodyLabel({}, this))
    , m_others(bodyLabel({}, this))
    , m_problem(bodyLabel({}, this))
    , m_arguments(new QTableWidget(0, 3, this))
    , m_once(new QPushButton(tr("&Allow this call"), this))
    , m_session(new QPushButton(tr("Allow until Fairlead &ends"), this))
    , m_always(new QPushButton(tr("Al&ways allow this tool"), this))
    , m_deny(new QPushButton(tr("&Deny"), this))
{
    setWindowTitle(tr("May this run?"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    buildLayout();
    connect(m_once, &QPushButton::clicked, this, [this] { answer(ApprovalAnswer::Once); });
    connect(m_session, &QPushButton::clicked, this, [this] { answer(ApprovalAnswer::Session); });
    connect(m_always, &QPushButton::clicked, this, [this] { answer(ApprovalAnswer::Always); });
    connect(m_deny, &QPushButton::clicked, this, [this] { answer(ApprovalAnswer::Deny); });
    connect(&m_services.approvals, &tools::Approvals::changed, this, &ApprovalWindow::refresh);
    refresh();
}

ApprovalWindow::~ApprovalWindow() = default;

QString ApprovalWindow::sentence(const ApprovalRequest &request)
{
    //: %1 is a program, %2 a tool such as jira_create_issue.
    return tr("May %1 run %2?").arg(programOf(request), request.tool.name);
}

void ApprovalWindow::buildLayout()
{
    m_heading->setWordWrap(true);
    m_arguments->setAccessibleName(tr("What would change"));
    //: Columns: a field, what it says now, and what it would say after the call.
    m_arguments->setHorizontalHeaderLabels({tr("Field"), tr("Now"), tr("Then")});
    m_arguments->horizontalHeader()->setStretchLastSection(true);
    m_arguments->verticalHeader()->hide();
    m_arguments->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_arguments->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_arguments->setTabKeyNavigation(false);
    m_arguments->setWordWrap(true);
    m_arguments->setMinimumWidth(fontMetrics().averageCharWidth() * textColumns);
    m_arguments->setMinimumHeight(fontMetrics().lineSpacing() * visibleRows);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_once, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_session, QDialogButtonBox::ActionRole);
    buttons->addButton(m_always, QDialogButtonBox::ActionRole);
    buttons->addButton(m_deny, QDialogButtonBox::RejectRole);
    // A key pressed in another window's favour must not say yes.
    for (QPushButton *button : {m_once, m_session, m_always, m_deny})
        button->setAutoDefault(false);
    m_deny->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_heading);
    column->addWidget(m_effect);
    column->addWidget(m_arguments, 1);
    column->addWidget(m_problem);
    column->addWidget(m_who);
    column->addWidget(m_others);
    column->addWidget(buttons);
}

void ApprovalWindow::refresh()
{
    const QList<ApprovalRequest> pending = m_services.approvals.pending(m_services.userId);
    if (pending.isEmpty()) {
        m_shownId.clear();
        hide();
        return;
    }
    const auto isShown = [this](const ApprovalRequest &each) { return each.id == m_shownId; };
    const auto current = std::ranges::find_if(pending, isShown);
    // What somebody is reading does not change under their eyes.
    const ApprovalRequest &request = current == pending.end() ? pending.first() : *current;
    showRequest(request, pending.size() - 1);
    if (!isVisible()) {
        show();
        raise();
    }
}

void ApprovalWindow::showRequest(const ApprovalRequest &request, qsizetype others)
{
    //: %1 is how many more questions wait.
    m_others->setText(tr("%n more question(s) wait.", nullptr, static_cast<int>(others)));
    m_others->setVisible(others > 0);
    if (request.id == m_shownId)
        return;
    m_shownId = request.id;
    m_message->clear();
    // The title of a remote server's tool is its own.
    const bool isOurs =
        request.tool.service.isEmpty() || m_services.providers.find(request.tool.service);
    const QString title = isOurs ? serverText(request.tool.title) : request.tool.title;
    const QString what = title.isEmpty() ? request.tool.name : title;
    //: %1 is a program such as Cursor, %2 what it wants to do: "Create a Jira issue".
    m_heading->setText(tr("%1 wants to: %2").arg(programOf(request), what));
    m_effect->setText(
        request.tool.effect == tools::ToolEffect::Destructive
            ? tr("This deletes or overwrites something. Tool: %1").arg(request.tool.name)
            : tr("This creates or changes something. Tool: %1").arg(request.tool.name));
    //: %1 is the name of a key, %2 its beginning.
    m_who->setText(tr("It came with the key “%1” (%2…). Only you can say yes to it here.")
                       .arg(request.caller.keyName, request.caller.keyPrefix));
    showChanges(request);
    m_deny->setFocus();
}

void ApprovalWindow::showChanges(const ApprovalRequest &request)
{
    const QList<tools::ApprovalLine> lines =
        tools::approvalLines(request.arguments, request.change);
    m_arguments->setRowCount(static_cast<int>(lines.size()));
    bool isSomethingKnown = false;
    for (int row = 0; row < m_arguments->rowCount(); ++row) {
        const tools::ApprovalLine &line = lines.at(row);
        isSomethingKnown = isSomethingKnown || line.before;
        m_arguments->setItem(row, Field, new QTableWidgetItem(line.field));
        m_arguments->setItem(row, Before, cell(line.before));
        m_arguments->setItem(row, After, cell(line.after));
        if (line.before && line.before->isEmpty())
            //: Instead of a value: the field is empty now.
            m_arguments->item(row, Before)->setText(tr("(empty)"));
        if (!line.after)
            //: Instead of a value: what is there now is deleted.
            m_arguments->item(row, After)->setText(tr("(deleted)"));
    }
    m_arguments->setColumnHidden(Before, !isSomethingKnown);
    m_arguments->resizeColumnToContents(Field);
    m_arguments->setColumnWidth(Before, fontMetrics().averageCharWidth() * beforeColumns);
    m_arguments->resizeRowsToContents();
    //: %1 is a sentence that says why.
    m_problem->setText(
        tr("What is there now could not be read: %1").arg(serverText(request.change.problem)));
    m_problem->setVisible(!request.change.problem.isEmpty());
}

void ApprovalWindow::answer(ApprovalAnswer answer)
{
    const auto settled = accounts::settleApproval(
        m_services.approvals, m_services.keys, m_services.userId, m_shownId, answer);
    if (!settled)
        m_message->showMessage(StateMark::Failure, serverText(settled.error()));
}

} // namespace fairlead::ui
