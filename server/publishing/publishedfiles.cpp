// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How published files stand: the part of Publisher that only reads.
#include "server/base/ids.h"
#include "server/providers/approvedfolders.h"
#include "server/publishing/publisher.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

PublishedFile standing(const providers::ApprovedFolders &folders, const Publication &publication)
{
    PublishedFile file;
    file.publication = publication;
    const auto opened = folders.openForReading(publication.path);
    file.isFileThere = opened || QFileInfo::exists(publication.path);
    if (opened)
        file.isFileChanged = sha256Hex((*opened)->readAll()) != publication.contentHash;
    if (!publication.isSettled())
        file.problem = u"It is not known whether the issue was made: publish the file again, and "
                       "Fairlead looks first."_s;
    return file;
}

bool mayUse(const tools::Caller &caller, const QString &connectionId)
{
    return caller.connectionIds.isEmpty() || caller.connectionIds.contains(connectionId);
}

} // namespace

QCoro::Task<Result<QList<PublishedFile>>> Publisher::list(tools::Caller caller,
                                                          QString folder,
                                                          bool asksService)
{
    const auto all = m_publications.list(caller.userId, folder);
    if (!all)
        co_return failure(all.error());
    QList<PublishedFile> files;
    QStringList connectionIds;
    for (const Publication &publication : *all) {
        if (!mayUse(caller, publication.connectionId))
            continue;
        files.append(standing(m_folders, publication));
        if (publication.isSettled() && !connectionIds.contains(publication.connectionId))
            connectionIds.append(publication.connectionId);
    }
    for (const QString &connectionId : std::as_const(connectionIds)) {
        if (asksService)
            co_await addStatuses(caller, connectionId, &files);
    }
    co_return files;
}

/** `files` belongs to the caller, who waits. */
QCoro::Task<> Publisher::addStatuses(tools::Caller caller,
                                     QString connectionId,
                                     QList<PublishedFile> *files)
{
    QStringList keys;
    QString project;
    for (const PublishedFile &file : std::as_const(*files)) {
        if (file.publication.connectionId != connectionId || !file.publication.isSettled())
            continue;
        keys.append(file.publication.issueKey);
        project = file.publication.project;
    }
    const DeskRequest wanted{caller, connectionId, project, {}};
    const auto desk = co_await m_openDesk(wanted);
    auto statuses = Result<QHash<QString, QString>>(QHash<QString, QString>());
    if (desk)
        statuses = co_await (*desk)->statuses(keys);
    else
        statuses = failure(desk.error());
    for (PublishedFile &file : *files) {
        if (file.publication.connectionId != connectionId || !file.publication.isSettled())
            continue;
        if (!statuses)
            file.problem = statuses.error().message;
        else if (statuses->contains(file.publication.issueKey))
            file.status = statuses->value(file.publication.issueKey);
        else
            file.problem =
                u"%1 is gone, or hidden from this account."_s.arg(file.publication.issueKey);
    }
}

} // namespace fairlead::publishing
