// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activitypage.h"

#include "server/audit/activitylog.h"
#include "ui/models/activityexport.h"
#include "ui/models/activitymodel.h"
#include "ui/models/activitytexts.h"
#include "ui/models/servertext.h"
#include "ui/widgets/activitydetails.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"
#include "ui/widgets/undoasking.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::ui {
namespace {

constexpr auto typingPause = 200ms;
constexpr qsizetype longestText = 200;
constexpr int longestTarget = 100;
constexpr int targetColumns = 16;

enum Stage { Empty, NothingFits, List };

/** In characters: fixed, so that a table that moves does not change its shape. */
constexpr std::array<int, ActivityModel::ColumnCount> columnWidths{22, 18, 26, 0, 19, 10, 12};

} // namespace

ActivityPage::ActivityPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ActivityModel(services, this))
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_export(new QPushButton(tr("&Export…"), this))
    , m_text(new QLineEdit(this))
    , m_target(new QLineEdit(this))
    , m_outcome(new QComboBox(this))
    , m_stages(new QStackedWidget(this))
    , m_list(makeTable(*m_model, tr("Activity"), this))
    , m_details(new ActivityDetails(this))
    , m_progress(new QProgressBar(this))
{
    buildLayout();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &ActivityPage::applyFilter);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_target, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &ActivityPage::applyFilter);
    connect(m_export, &QPushButton::clicked, this, &ActivityPage::chooseFile);
    connect(m_model, &ActivityModel::modelReset, this, &ActivityPage::refresh);
    connect(m_model, &ActivityModel::rowsInserted, this, &ActivityPage::refresh);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &ActivityPage::showSelected);
    connect(&m_services.activity, &audit::ActivityLog::problemChanged, this, [this] {
        const QString problem = serverText(m_services.activity.problem());
        if (problem.isEmpty())
            m_message->clear();
        else
            m_message->showMessage(
                StateMark::Failure,
                tr("What clients do is not being logged just now: %1").arg(problem));
    });
    keepPlace();
    refresh();
}

void ActivityPage::buildLayout()
{
    m_stages->insertWidget(Empty, makeEmpty());
    m_stages->insertWidget(NothingFits, makeNothingFits());
    m_stages->insertWidget(List, makeList());
    m_progressRow = makeProgress();

    auto *heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Activity"), HeadingLevel::Page, this), 1);
    heading->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addWidget(m_message);
    column->addWidget(m_progressRow);
    column->addWidget(makeFilterLine());
    column->addWidget(m_stages, 1);
}

QWidget *ActivityPage::makeFilterLine()
{
    m_text->setMaxLength(longestText);
    m_text->setClearButtonEnabled(true);
    m_text->setPlaceholderText(tr("Client, tool or connection"));
    m_target->setMaxLength(longestTarget);
    m_target->setClearButtonEnabled(true);
    m_target->setPlaceholderText(u"ABC-123"_s);
    m_target->setFixedWidth(m_target->fontMetrics().averageCharWidth() * targetColumns);
    m_target->setToolTip(tr("Everything that any program did to one issue or page: its key, or "
                            "its id"));
    m_outcome->addItem(tr("All outcomes"));
    for (const auto kind : {audit::OutcomeKind::Good,
                            audit::OutcomeKind::Refused,
                            audit::OutcomeKind::Cancelled,
                            audit::OutcomeKind::Failed})
        m_outcome->addItem(outcomeKindText(kind), QVariant::fromValue(static_cast<int>(kind)));

    auto *line = new QWidget(this);
    auto *textLabel = new QLabel(tr("&Filter:"), line);
    textLabel->setBuddy(m_text);
    //: What a call was about: the key of an issue, the id of a page.
    auto *targetLabel = new QLabel(tr("A&bout:"), line);
    targetLabel->setBuddy(m_target);
    auto *outcomeLabel = new QLabel(tr("&Outcome:"), line);
    outcomeLabel->setBuddy(m_outcome);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(textLabel);
    row->addWidget(m_text, 1);
    row->addSpacing(row->spacing());
    row->addWidget(targetLabel);
    row->addWidget(m_target);
    row->addSpacing(row->spacing());
    row->addWidget(outcomeLabel);
    row->addWidget(m_outcome);
    return line;
}

QWidget *ActivityPage::makeProgress()
{
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("Export"));
    auto *line = new QWidget(this);
    auto *cancel = new QPushButton(tr("&Cancel"), line);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_running->cancel();
        endExport();
    });
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Writing the file"), line));
    row->addWidget(m_progress, 1);
    row->addWidget(cancel);
    line->hide();
    return line;
}

QWidget *ActivityPage::makeEmpty()
{
    return new EmptyState(tr("No program has called yet"),
                          tr("Each call of a program appears here the moment it ends: who called "
                             "what, over which connection, and how it went. A program that comes "
                             "with a wrong key appears, too. What was answered is not kept, and "
                             "what was asked only if you want that, in the settings."),
                          {},
                          this);
}

QWidget *ActivityPage::makeNothingFits()
{
    auto *state = new EmptyState(tr("Nothing fits this filter"),
                                 tr("There is activity, but none with these words, this "
                                    "issue or page, and this outcome."),
                                 {tr("C&lear the filter")},
                                 this);
    connect(state, &EmptyState::actionRequested, this, &ActivityPage::clearFilter);
    return state;
}

QWidget *ActivityPage::makeList()
{
    // Widths that follow what is visible would jump with each new row.
    m_list->header()->setSectionResizeMode(QHeaderView::Interactive);
    const int character = m_list->fontMetrics().averageCharWidth();
    for (int column = 0; column < ActivityModel::ColumnCount; ++column)
        m_list->setColumnWidth(column, columnWidths.at(column) * character);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ActivityModel::What, QHeaderView::Stretch);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_details->hide();
    connect(m_details, &ActivityDetails::undoWanted, this, &ActivityPage::undoSelected);
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_details);
    return page;
}

/** A person who reads further down goes on reading the same rows. */
void ActivityPage::keepPlace()
{
    connect(m_model, &ActivityModel::rowsAboutToBeInserted, this, [this] {
        m_top = m_list->verticalScrollBar()->value() > 0
            ? QPersistentModelIndex(m_list->indexAt(QPoint(0, 0)))
            : QPersistentModelIndex();
    });
    connect(m_model, &ActivityModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first == 0 && m_top.isValid())
            m_list->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    });
}

void ActivityPage::applyFilter()
{
    m_typing.stop();
    audit::ActivityFilter filter;
    filter.text = m_text->text().trimmed();
    filter.target = m_target->text().trimmed();
    if (m_outcome->currentIndex() > 0)
        filter.outcome = static_cast<audit::OutcomeKind>(m_outcome->currentData().toInt());
    m_model->setFilter(filter);
}

void ActivityPage::clearFilter()
{
    m_text->clear();
    m_target->clear();
    m_outcome->setCurrentIndex(0);
    applyFilter();
    m_text->setFocus();
}

void ActivityPage::refresh()
{
    const bool hasRows = m_model->rowCount() > 0;
    const bool isEmpty = !hasRows && m_model->isLogEmpty();
    m_stages->setCurrentIndex(hasRows ? List : (isEmpty ? Empty : NothingFits));
    m_export->setEnabled(hasRows && m_running == nullptr);
    m_text->setEnabled(!isEmpty);
    m_target->setEnabled(!isEmpty);
    m_outcome->setEnabled(!isEmpty);
    if (!m_model->problem().isEmpty())
        m_message->showMessage(StateMark::Failure, m_model->problem());
    showSelected();
}

void ActivityPage::showSelected()
{
    const QModelIndex current = m_list->currentIndex();
    m_details->setVisible(current.isValid());
    if (!current.isValid())
        return;
    const audit::ActivityEntry entry = m_model->entry(current.row());
    QString whyNot;
    if (m_undoing && entry.event == audit::event::toolCalled && entry.undoCall.isEmpty())
        whyNot = serverText(m_undoing->whyNot(m_services.userId, entry.connectionId, entry.tool));
    m_details->showEntry(entry, undoOf(entry), whyNot);
}

void ActivityPage::offerUndo(const undo::UndoStore &store, undo::Undoing &undoing)
{
    m_undoStore = &store;
    m_undoing = &undoing;
    showSelected();
}

QString ActivityPage::undoOf(const audit::ActivityEntry &entry) const
{
    if (entry.undoCall.isEmpty() || !m_undoStore)
        return {};
    const auto states = m_undoStore->states(m_services.userId, {entry.undoCall});
    return states ? QString(undo::stateName(states->value(entry.undoCall))) : QString();
}

void ActivityPage::undoSelected()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid() || !m_undoing)
        return;
    const audit::ActivityEntry entry = m_model->entry(current.row());
    auto *asking = new UndoAsking(*m_undoing, m_services.userId, this);
    connect(asking, &UndoAsking::undone, this, [this, tool = entry.tool] {
        //: %1 is the name of a tool: "jira_update_issue".
        m_message->showMessage(StateMark::Good, tr("%1 was undone.").arg(tool));
        showSelected();
    });
    connect(asking, &UndoAsking::failed, this, [this](const QString &problem) {
        m_message->showMessage(StateMark::Failure, problem);
        showSelected();
    });
    asking->start(entry.tool, entry.undoCall);
}

void ActivityPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export activity"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)"), tr("JSON lines (*.jsonl)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(u"fairlead-activity.csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &chosen) {
        dialog->setDefaultSuffix(chosen.section(u"*."_s, -1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityPage::exportTo);
    dialog->open();
}

void ActivityPage::exportTo(const QString &path)
{
    m_message->clear();
    m_running = new ActivityExport(m_services, m_model->filter(), path, this);
    m_progress->setValue(0);
    m_progressRow->show();
    m_export->setEnabled(false);
    connect(m_running, &ActivityExport::progressed, m_progress, &QProgressBar::setValue);
    connect(m_running, &ActivityExport::finished, this, [this](qint64 entries) {
        const QString file = QDir::toNativeSeparators(m_running->path());
        endExport();
        m_message->showMessage(
            StateMark::Good,
            //: %1 is a file.
            tr("%n entries are in %1.", nullptr, static_cast<int>(entries)).arg(file));
    });
    connect(m_running, &ActivityExport::failed, this, [this](const QString &message) {
        endExport();
        m_message->showMessage(StateMark::Failure, message);
    });
    m_running->start();
}

void ActivityPage::endExport()
{
    m_running->deleteLater();
    m_running = nullptr;
    m_progressRow->hide();
    refresh();
}

} // namespace fairlead::ui
