// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How published files stand: the part of Publisher that only reads.
#include "server/base/ids.h"
#include "server/base/worker.h"
#include "server/providers/approvedfolders.h"
#include "server/publishing/publisher.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

using FilePointer = std::shared_ptr<QFile>; ///< null for one that cannot be read

/** Each file's, in their order; empty for one that cannot be read. */
Result<QByteArrayList> hashesOf(const QList<FilePointer> &files)
{
    QByteArrayList hashes;
    for (const FilePointer &file : files)
        hashes.append(file ? sha256Hex(file->readAll()) : QByteArray());
    return hashes;
}

/** Where issues are asked for: a connection may lead to several sites. */
struct Place
{
    QString connection;
    QString site; ///< host and port
    QString project; ///< one of those published to there

    [[nodiscard]] bool has(const Publication &publication) const
    {
        return publication.isSettled() && publication.connectionId == connection
            && publication.issueUrl.authority() == site;
    }
};

QList<Place> placesOf(const QList<PublishedFile> &files)
{
    QList<Place> places;
    for (const PublishedFile &file : files) {
        const Publication &publication = file.publication;
        const bool isKnown = std::ranges::any_of(
            places, [&publication](const Place &place) { return place.has(publication); });
        if (publication.isSettled() && !isKnown)
            places.append({.connection = publication.connectionId,
                           .site = publication.issueUrl.authority(),
                           .project = publication.project});
    }
    return places;
}

bool mayUse(const tools::Caller &caller, const QString &connectionId)
{
    return caller.connectionIds.isEmpty() || caller.connectionIds.contains(connectionId);
}

} // namespace

QCoro::Task<Result<QList<PublishedFile>>> Publisher::list(tools::Caller caller,
                                                          QString folder,
                                                          bool asksService,
                                                          CancellationToken cancellation)
{
    // A folder that is not approved any more, or gone, may still have had published files.
    const QString place = folder.isEmpty() ? folder : m_folders.resolved(folder).value_or(folder);
    const auto all = m_publications.list(caller.userId, place);
    if (!all)
        co_return failure(all.error());
    const auto missing = m_publications.missingFiles(caller.userId);
    if (!missing)
        co_return failure(missing.error());
    QList<PublishedFile> files;
    QList<FilePointer> opened;
    for (const Publication &publication : *all) {
        if (!mayUse(caller, publication.connectionId))
            continue;
        PublishedFile file;
        file.publication = publication;
        opened.append(m_folders.openForReading(publication.path).value_or(nullptr));
        file.isFileThere = opened.last() || QFileInfo::exists(publication.path);
        if (publication.isSettled())
            file.missing = missing->value(publication.id);
        else
            file.problem = u"It is not known whether the issue was made: publish the file again, "
                           "and Fairlead looks first."_s;
        files.append(file);
    }
    co_await addChanges(opened, &files);
    const QList<Place> places = asksService ? placesOf(files) : QList<Place>();
    for (const Place &there : places) {
        DeskRequest wanted{caller, there.connection, {}, cancellation};
        // The project says which site is meant, and costs a question: only where there are several.
        if (std::ranges::count(places, there.connection, &Place::connection) > 1)
            wanted.project = there.project;
        co_await addStatuses(wanted, there.site, &files);
    }
    co_return files;
}

/** Off the event loop: files are large. `files` belongs to the caller, who waits. */
QCoro::Task<> Publisher::addChanges(QList<std::shared_ptr<QFile>> opened,
                                    QList<PublishedFile> *files)
{
    Worker worker;
    const std::function<Result<QByteArrayList>()> work = [opened] { return hashesOf(opened); };
    const auto hashes = co_await worker.run(work);
    for (qsizetype at = 0; at < files->size(); ++at) {
        PublishedFile &file = (*files)[at];
        file.isFileChanged = opened[at] && hashes->at(at) != file.publication.contentHash;
    }
}

/** `files` belongs to the caller, who waits. */
QCoro::Task<> Publisher::addStatuses(DeskRequest wanted, QString site, QList<PublishedFile> *files)
{
    const Place place{.connection = wanted.connection, .site = site, .project = {}};
    const auto isThere = [place](const PublishedFile &file) { return place.has(file.publication); };
    QStringList keys;
    for (const PublishedFile &file : std::as_const(*files)) {
        if (isThere(file))
            keys.append(file.publication.issueKey);
    }
    const auto desk = co_await m_openDesk(wanted);
    auto statuses = Result<QHash<QString, QString>>(QHash<QString, QString>());
    if (desk)
        statuses = co_await (*desk)->statuses(keys);
    else
        statuses = failure(desk.error());
    for (PublishedFile &file : *files) {
        if (!isThere(file))
            continue;
        if (!statuses)
            file.problem = statuses.error().message;
        else if (statuses->contains(file.publication.issueKey))
            file.status = statuses->value(file.publication.issueKey);
        else {
            file.isIssueGone = true;
            file.problem =
                u"%1 is gone, or hidden from this account."_s.arg(file.publication.issueKey);
        }
    }
}

} // namespace fairlead::publishing
