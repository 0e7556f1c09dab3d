// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/publicationsmodel.h"

#include "server/base/clock.h"
#include "server/providers/approvedfolders.h"
#include "ui/models/servertext.h"
#include "ui/models/texts.h"
#include "ui/widgets/statemark.h"

#include <QDir>
#include <QPointer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

using State = PublicationRow::State;

// A batch changes several links a second.
constexpr std::chrono::milliseconds changeInterval(300);
constexpr qsizetype mostFiles = 5000; // more nobody looks through

StateMark markOf(State state)
{
    switch (state) {
    case State::AsPublished:
        return StateMark::Good;
    case State::Changed:
    case State::FilesMissing:
    case State::FileGone:
    case State::Uncertain:
        return StateMark::Warning;
    case State::IssueGone:
        return StateMark::Failure;
    case State::NotPublished:
        break;
    }
    return StateMark::Off;
}

QString missingText(const PublicationRow &row)
{
    const auto count = static_cast<int>(row.published->missing.size());
    //: Pictures, say, that go with an issue do not hang on it yet.
    return count == 1 ? PublicationsModel::tr("1 file is still to be attached")
                      : PublicationsModel::tr("%n files are still to be attached", nullptr, count);
}

} // namespace

State PublicationRow::state() const
{
    if (!published)
        return State::NotPublished;
    if (!published->publication.isSettled())
        return State::Uncertain;
    if (published->isIssueGone)
        return State::IssueGone;
    if (!published->isFileThere)
        return State::FileGone;
    if (published->isFileChanged)
        return State::Changed;
    return published->missing.isEmpty() ? State::AsPublished : State::FilesMissing;
}

QString PublicationRow::shownPath() const
{
    const bool isBelow = !workspace.isEmpty() && path.startsWith(workspace + u'/');
    return QDir::toNativeSeparators(isBelow ? path.mid(workspace.size() + 1) : path);
}

QString publicationStateText(State state)
{
    switch (state) {
    case State::NotPublished:
        return PublicationsModel::tr("Not published");
    case State::AsPublished:
        //: The file is what its issue says.
        return PublicationsModel::tr("As published");
    case State::Changed:
        return PublicationsModel::tr("Changed since");
    case State::FilesMissing:
        return PublicationsModel::tr("Some files are still to be attached");
    case State::FileGone:
        return PublicationsModel::tr("File is gone");
    case State::IssueGone:
        return PublicationsModel::tr("Issue is gone");
    case State::Uncertain:
        //: It is not known whether an issue was made.
        return PublicationsModel::tr("Not certain");
    }
    return {};
}

PublicationsModel::PublicationsModel(const Services &services, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
{
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeInterval);
    connect(&m_changeTimer, &QTimer::timeout, this, &PublicationsModel::reload);
    const auto later = [this] {
        if (m_isActive && !m_changeTimer.isActive())
            m_changeTimer.start();
    };
    connect(&m_services.folders, &providers::ApprovedFolders::changed, this, later);
    connect(&m_services.publications, &publishing::Publications::changed, this, later);
}

PublicationsModel::~PublicationsModel()
{
    m_cancellation.cancel();
}

int PublicationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PublicationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PublicationsModel::data(const QModelIndex &index, int role) const
{
    const PublicationRow &shown = row(index.row());
    if (role == Qt::DisplayRole)
        return text(shown, index.column());
    if (role == Qt::DecorationRole && index.column() == State)
        return stateMark(markOf(shown.state()));
    if (role == Qt::ToolTipRole && index.column() == File)
        return QDir::toNativeSeparators(shown.path);
    return {};
}

QVariant PublicationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case State:
        return tr("State");
    case Issue:
        //: Column: the key of an issue, such as WEB-12.
        return tr("Issue");
    case Status:
        //: Column: the status of an issue, such as In Progress.
        return tr("Status");
    case Published:
        //: Column: when a file was published.
        return tr("Published");
    default:
        return {};
    }
}

const PublicationRow &PublicationsModel::row(int index) const
{
    return m_rows.at(index);
}

int PublicationsModel::rowOf(const QString &path, const QString &publicationId) const
{
    for (int index = 0; index < m_rows.size(); ++index) {
        const PublicationRow &shown = m_rows.at(index);
        const QString id = shown.published ? shown.published->publication.id : QString();
        // A file that was published a moment ago is still the same row.
        if (shown.path == path && (id == publicationId || publicationId.isEmpty()))
            return index;
    }
    return -1;
}

void PublicationsModel::setFolder(const QString &folder)
{
    m_folder = folder;
    rebuild();
}

void PublicationsModel::setKind(Kind kind)
{
    m_kind = kind;
    rebuild();
}

void PublicationsModel::setWords(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    rebuild();
}

void PublicationsModel::reload()
{
    m_isActive = true;
    m_cancellation.cancel();
    m_cancellation = CancellationSource();
    setLoading(true);
    QCoro::connect(load(++m_generation), this, [] {});
}

void PublicationsModel::stop()
{
    m_isActive = false;
    m_changeTimer.stop();
    ++m_generation;
    m_cancellation.cancel();
    setLoading(false);
}

QCoro::Task<> PublicationsModel::load(int generation)
{
    const QPointer self(this);
    co_await listFolders(generation);
    if (!self || generation != m_generation)
        co_return;
    const bool isRead = co_await readLinks(generation, false);
    if (!self || generation != m_generation)
        co_return;
    // What is stored shows before Jira has answered.
    if (isRead && !m_published.isEmpty())
        std::ignore = co_await readLinks(generation, true);
    if (self && generation == m_generation)
        setLoading(false);
}

QCoro::Task<> PublicationsModel::listFolders(int generation)
{
    const QPointer self(this);
    // The one under way may be of folders that are not added any more.
    while (m_worker.isBusy()) {
        co_await qCoro(&m_worker, &Worker::done);
        if (!self || generation != m_generation)
            co_return;
    }
    const QStringList folders = m_services.folders.folders();
    const auto work = [folders]() -> Result<publishing::WorkspaceListing> {
        return publishing::workspaceFiles(folders, mostFiles);
    };
    auto listed = co_await m_worker.run<publishing::WorkspaceListing>(work);
    if (!self || generation != m_generation || !listed)
        co_return;
    m_listing = std::move(*listed);
    rebuild();
}

/** Whether they could be read. */
QCoro::Task<bool> PublicationsModel::readLinks(int generation, bool asksService)
{
    const QPointer self(this);
    tools::Caller caller;
    caller.userId = m_services.userId;
    caller.access = tools::KeyAccess::Full;
    auto read =
        co_await m_services.publisher.list(caller, QString(), asksService, m_cancellation.token());
    if (!self || generation != m_generation)
        co_return false;
    m_problem = read ? QString() : serverText(read.error());
    if (read) {
        m_published = std::move(*read);
        rebuild();
    }
    co_return read.has_value();
}

void PublicationsModel::setLoading(bool isLoading)
{
    if (std::exchange(m_isLoading, isLoading) != isLoading)
        Q_EMIT loadingChanged();
}

void PublicationsModel::rebuild()
{
    QList<PublicationRow> rows;
    QSet<QString> published;
    for (const publishing::PublishedFile &file : std::as_const(m_published)) {
        published.insert(file.publication.path);
        rows.append({.path = file.publication.path,
                     .workspace = file.publication.workspace,
                     .published = file});
    }
    for (const publishing::WorkspaceFile &file : std::as_const(m_listing.files)) {
        if (!published.contains(file.path))
            rows.append({.path = file.path, .workspace = file.workspace, .isText = file.isText});
    }
    erase_if(rows, [this](const PublicationRow &row) { return !isShown(row); });
    std::ranges::stable_sort(rows, {}, &PublicationRow::path);
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

bool PublicationsModel::isShown(const PublicationRow &row) const
{
    const bool isOfKind =
        row.published || m_kind == Kind::All || (m_kind == Kind::Texts && row.isText);
    const bool isInFolder = m_folder.isEmpty() || row.path.startsWith(m_folder + u'/');
    return isOfKind && isInFolder && std::ranges::all_of(m_words, [&row](const QString &word) {
               return row.path.contains(word, Qt::CaseInsensitive);
           });
}

QString PublicationsModel::text(const PublicationRow &row, int column) const
{
    switch (column) {
    case File:
        return row.shownPath();
    case State:
        return row.state() == State::FilesMissing ? missingText(row)
                                                  : publicationStateText(row.state());
    case Issue:
        return row.published ? row.published->publication.issueKey : QString();
    case Status:
        return row.published ? row.published->status : QString();
    case Published:
        return row.published
            ? pastTimeText(row.published->publication.publishedAt, m_services.clock.now())
            : QString();
    default:
        return {};
    }
}

} // namespace fairlead::ui
