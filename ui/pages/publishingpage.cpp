// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publishingpage.h"

#include "server/providers/approvedfolders.h"
#include "server/publishing/publications.h"
#include "server/publishing/publisher.h"
#include "server/publishing/publishtexts.h"
#include "ui/models/publicationsmodel.h"
#include "ui/models/servertext.h"
#include "ui/urlopener.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/publishingfilter.h"
#include "ui/widgets/table.h"
#include "ui/widgets/typography.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

enum Stage { NoFolder, Files };

using State = PublicationRow::State;
using Kind = PublicationsModel::Kind;

/** What is dropped from a file manager. */
QStringList localPaths(const QMimeData &data)
{
    QStringList paths;
    const auto urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

PublishingPage::PublishingPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new PublicationsModel(services, this))
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_addFolder(new QPushButton(tr("&Add folder…"), this))
    , m_stages(new QStackedWidget(this))
    , m_filter(new PublishingFilter(*m_model, this))
    , m_list(makeTable(*m_model, tr("Files"), this))
    , m_details(bodyLabel({}, this))
    , m_publish(new QPushButton(this))
    , m_open(new QPushButton(tr("&Open issue"), this))
    , m_forget(new QPushButton(tr("For&get link…"), this))
    , m_export(new QPushButton(tr("E&xport links"), this))
{
    setAcceptDrops(true);
    buildLayout();
    connectParts();
    refreshFolders();
    refresh();
}

void PublishingPage::showEvent(QShowEvent *event)
{
    m_model->reload();
    QWidget::showEvent(event);
}

void PublishingPage::hideEvent(QHideEvent *event)
{
    m_model->stop();
    QWidget::hideEvent(event);
}

void PublishingPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localPaths(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PublishingPage::dropEvent(QDropEvent *event)
{
    const QStringList paths = localPaths(*event->mimeData());
    event->acceptProposedAction();
    if (paths.size() == 1 && QFileInfo(paths.first()).isDir()) {
        askToAdd(paths.first());
        return;
    }
    QStringList files;
    for (const QString &path : paths) {
        const auto real = m_services.folders.resolved(path);
        if (!real) {
            //: %1 is the name of a file.
            fail(tr("%1 is not in an added folder. Add its folder first: what is published is kept "
                    "together with its file.")
                     .arg(QFileInfo(path).fileName()));
            return;
        }
        if (QFileInfo(*real).isFile())
            files.append(*real);
    }
    m_message->clear();
    publish(files);
}

void PublishingPage::buildLayout()
{
    auto *empty =
        new EmptyState(tr("No folder is added yet"),
                       tr("A file of an added folder becomes a Jira issue, and Fairlead keeps the "
                          "link between the "
                          "two. AI tools that have a key may use the files of added folders, too."),
                       {tr("&Add a folder…")},
                       this);
    connect(empty, &EmptyState::actionRequested, this, &PublishingPage::chooseFolder);
    m_stages->addWidget(empty);
    m_stages->addWidget(makeList());

    auto *heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Publishing"), HeadingLevel::Page, this), 1);
    heading->addWidget(m_addFolder);
    auto *column = new QVBoxLayout(this);
    column->addLayout(heading);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
}

QWidget *PublishingPage::makeList()
{
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);

    auto *page = new QWidget(this);
    auto *buttons = new QHBoxLayout;
    for (auto *button : {m_publish, m_open, m_forget})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_export);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_details);
    column->addLayout(buttons);
    return page;
}

void PublishingPage::connectParts()
{
    connect(&m_services.folders,
            &providers::ApprovedFolders::changed,
            this,
            &PublishingPage::refreshFolders);
    connect(m_model, &PublicationsModel::modelReset, this, &PublishingPage::refresh);
    connect(m_model, &PublicationsModel::loadingChanged, this, &PublishingPage::showDetails);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &PublishingPage::showDetails);
    connect(m_list, &QTreeView::activated, this, &PublishingPage::publishSelected);
    connect(m_addFolder, &QPushButton::clicked, this, &PublishingPage::chooseFolder);
    connect(m_filter, &PublishingFilter::removeRequested, this, &PublishingPage::askToRemove);
    connect(m_publish, &QPushButton::clicked, this, &PublishingPage::publishSelected);
    connect(m_open, &QPushButton::clicked, this, &PublishingPage::openIssue);
    connect(m_forget, &QPushButton::clicked, this, &PublishingPage::askToForget);
    connect(m_export, &QPushButton::clicked, this, &PublishingPage::exportLinks);
}

void PublishingPage::refreshFolders()
{
    m_filter->setFolders(m_services.folders.folders());
    refresh();
}

void PublishingPage::refresh()
{
    const bool isEmpty = m_services.folders.folders().isEmpty() && m_model->rowCount() == 0;
    m_stages->setCurrentIndex(isEmpty ? NoFolder : Files);
    m_addFolder->setVisible(!isEmpty);
    if (!m_model->problem().isEmpty())
        fail(m_model->problem());
    QItemSelection selection;
    for (const auto &[path, link] : std::as_const(m_selected)) {
        if (const int row = m_model->rowOf(path, link); row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, 0));
    }
    if (selection.isEmpty() && m_model->rowCount() > 0)
        selection.select(m_model->index(0, 0), m_model->index(0, 0));
    if (!selection.isEmpty()) {
        m_list->selectionModel()->setCurrentIndex(selection.indexes().first(),
                                                  QItemSelectionModel::NoUpdate);
        m_list->selectionModel()->select(
            selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    showDetails();
}

void PublishingPage::showDetails()
{
    const QList<int> rows = selectedRows();
    const PublicationRow *row = current();
    const bool hasLink = row != nullptr && row->published.has_value();
    const bool hasFile = std::ranges::any_of(
        rows, [this](int index) { return m_model->row(index).state() != State::FileGone; });
    m_publish->setText(hasLink ? tr("&Publish again…") : tr("&Publish…"));
    m_publish->setEnabled(hasFile);
    m_open->setEnabled(hasLink && row->published->publication.isSettled());
    m_forget->setEnabled(hasLink);
    if (!rows.isEmpty())
        m_selected.clear();
    for (const int index : rows) {
        const PublicationRow &chosen = m_model->row(index);
        m_selected.append(
            {chosen.path, chosen.published ? chosen.published->publication.id : QString()});
    }
    QStringList lines;
    if (row != nullptr) {
        lines += QDir::toNativeSeparators(row->path);
        if (hasLink && !row->published->problem.isEmpty())
            lines += serverText(row->published->problem);
        else if (hasLink)
            lines += row->published->publication.issueUrl.toString();
        if (hasLink && !row->published->missing.isEmpty())
            lines += serverText(publishing::missingFilesText(row->published->missing));
    } else if (!rows.isEmpty()) {
        lines += tr("%n files are selected.", nullptr, static_cast<int>(rows.size()));
    } else if (m_model->rowCount() == 0 && !m_model->isLoading()) {
        lines += tr("No file here fits. Show all files, or drop one onto this page.");
    }
    if (m_model->isLoading())
        lines += tr("Looking…");
    else if (m_model->isCut())
        lines += tr("There are more files than are listed here. Drop one onto this page, or add a "
                    "smaller folder.");
    m_details->setText(lines.join(u'\n'));
}

QList<int> PublishingPage::selectedRows() const
{
    QList<int> rows;
    const auto selected = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

const PublicationRow *PublishingPage::current() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 ? &m_model->row(rows.first()) : nullptr;
}

void PublishingPage::publishSelected()
{
    QStringList paths;
    const QList<int> rows = selectedRows();
    for (const int index : rows) {
        const PublicationRow &row = m_model->row(index);
        if (row.state() != State::FileGone && !paths.contains(row.path))
            paths.append(row.path);
    }
    m_message->clear();
    publish(paths);
}

void PublishingPage::publish(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    PublishForm::Files files{.count = paths.size()};
    for (const QString &path : paths) {
        const auto known = m_services.publications.ofFile(m_services.userId, path);
        if (!known || known->isEmpty())
            continue;
        ++files.published;
        files.project = known->first().project;
    }
    if (files.project.isEmpty()) {
        const auto all = m_services.publications.list(m_services.userId);
        if (all && !all->isEmpty())
            files.project = all->first().project;
    }
    Q_EMIT publishRequested(paths, files);
}

void PublishingPage::chooseFolder()
{
    auto *dialog =
        new QFileDialog(this, tr("Which folder has the files to publish?"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &PublishingPage::addFolder);
    dialog->open();
}

void PublishingPage::askToAdd(const QString &folder)
{
    //: %1 is the path of a folder.
    auto *question =
        ask(this,
            {.title = tr("Add this folder?"),
             .text = tr("The files of %1 can then be published, and AI tools that have "
                        "a key may use them.")
                         .arg(QDir::toNativeSeparators(folder)),
             .action = tr("&Add folder")});
    connect(question, &QDialog::accepted, this, [this, folder] { addFolder(folder); });
}

void PublishingPage::addFolder(const QString &folder)
{
    m_message->clear();
    if (const auto added = m_services.folders.add(folder); !added)
        fail(serverText(added.error()));
    else
        m_filter->chooseFolder(*added);
}

void PublishingPage::askToRemove(const QString &folder)
{
    auto *question = ask(this,
                         {.title = tr("Remove this folder?"),
                          //: %1 is the path of a folder.
                          .text = tr("Nothing of %1 can be published any more, and AI tools reach "
                                     "none of it. Files, issues and links stay.")
                                      .arg(QDir::toNativeSeparators(folder)),
                          .action = tr("&Remove folder")});
    connect(question, &QDialog::accepted, this, [this, folder] {
        if (const auto removed = m_services.folders.remove(folder); !removed)
            fail(serverText(removed.error()));
    });
}

void PublishingPage::openIssue()
{
    const PublicationRow *row = current();
    if (row == nullptr || !row->published)
        return;
    const QUrl url = row->published->publication.issueUrl;
    if (!m_services.urlOpener.open(url))
        fail(tr("No browser could be opened. The page is %1").arg(url.toString()));
}

void PublishingPage::askToForget()
{
    const PublicationRow *row = current();
    if (row == nullptr || !row->published)
        return;
    const publishing::Publication link = row->published->publication;
    auto *question =
        ask(this,
            {.title = tr("Forget this link?"),
             //: %1 is the name of a file.
             .text = tr("Fairlead no longer knows which issue %1 became, and publishing "
                        "it again makes a new one. File and issue stay.")
                         .arg(QFileInfo(link.path).fileName()),
             .action = tr("&Forget")});
    connect(question, &QDialog::accepted, this, [this, id = link.id] {
        tools::Caller caller;
        caller.userId = m_services.userId;
        if (const auto forgotten = m_services.publisher.forget(caller, id); !forgotten)
            fail(serverText(forgotten.error()));
    });
}

void PublishingPage::exportLinks()
{
    tools::Caller caller;
    caller.userId = m_services.userId;
    const auto written = m_services.publisher.exportLinks(caller, m_filter->folder());
    if (!written)
        fail(serverText(written.error()));
    else
        //: %1 is names of files.
        m_message->showMessage(StateMark::Good,
                               tr("The links are written to %1.").arg(written->join(u", "_s)));
}

void PublishingPage::fail(const QString &message)
{
    m_message->showMessage(StateMark::Failure, message);
}

} // namespace fairlead::ui
