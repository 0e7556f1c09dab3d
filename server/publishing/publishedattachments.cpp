// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that go with issues: the part of Publisher that attaches them. Each is written down before
// it is sent and noted when it hangs there, so that what ends in the middle is finished later.
#include "server/base/ids.h"
#include "server/providers/approvedfolders.h"
#include "server/publishing/attachedfiles.h"
#include "server/publishing/publishjob.h"
#include "server/publishing/publishtexts.h"

#include <QFile>
#include <QScopeGuard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

/** Whether trying again without a person is of no use. */
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Forbidden
        || error.code == ErrorCode::NotFound || error.code == ErrorCode::Conflict;
}

QList<LinkedFile> missingOf(QList<LinkedFile> files)
{
    erase_if(files, [](const LinkedFile &file) { return file.attachedAt.isValid(); });
    return files;
}

Result<QByteArray> contentOf(const LinkedFile &file,
                             const QList<AttachedSource> &sources,
                             const providers::ApprovedFolders &folders)
{
    const auto read = std::ranges::find(sources, file.path, &AttachedSource::path);
    if (read != sources.end())
        return read->content;
    const auto opened = folders.openForReading(file.path);
    if (!opened)
        return failure(ErrorCode::InvalidInput, opened.error().message);
    const QByteArray content = (*opened)->readAll();
    if (content.isEmpty() || content.size() != (*opened)->size())
        return failure(ErrorCode::InvalidInput,
                       u"%1 is empty or could not be read."_s.arg(file.path));
    return content;
}

} // namespace

/** The issue is made by now: a file that it does not take is told and fails nothing. */
QCoro::Task<AttachedFiles> Publisher::attach(AttachingPointer work)
{
    AttachedFiles done;
    auto files = m_publications.filesOf(work->publication);
    if (!files) {
        done.notes.append(files.error().message);
        co_return done;
    }
    if (missingOf(*files).isEmpty())
        co_return done;
    if (!work->isFirstTry) {
        const auto there = co_await work->desk->attachments(work->publication.issueKey);
        if (!there) {
            done.notes.append(missingFilesText(missingOf(*files)) + u' ' + there.error().message);
            co_return done;
        }
        work->there = *there;
        const QList<LinkedFile> before = *files;
        noteThoseThere(*files, *there, m_clock.now());
        for (const LinkedFile &file : std::as_const(*files)) {
            if (before.contains(file))
                continue;
            done.names.append(file.name);
            if (const auto noted = m_publications.note(work->publication, file); !noted)
                done.notes.append(noted.error().message);
        }
    }
    const QList<LinkedFile> missing = missingOf(*files);
    for (const LinkedFile &file : missing) {
        const auto attached = co_await attachOne(work, file);
        if (attached)
            done.names.append(file.name);
        else
            done.notes.append(
                u"%1 was not attached. %2"_s.arg(file.name, attached.error().message));
    }
    co_return done;
}

QCoro::Task<Result<>> Publisher::attachOne(AttachingPointer work, LinkedFile file)
{
    const auto content = contentOf(file, work->sources, m_folders);
    auto attached = Result<>();
    if (content) {
        const AttachedSource source{file.name, file.path, *content};
        const LinkedFile current = filesFrom({source}, work->there).first();
        if (current.contentHash != file.contentHash) {
            // It has changed since: what is written down must be what is sent.
            file = current;
            if (const auto noted = m_publications.note(work->publication, file); !noted)
                co_return failure(noted.error());
        }
        attached = co_await work->desk->attach(work->publication.issueKey, file.name, *content);
    } else {
        attached = failure(content.error());
    }
    if (attached)
        file.attachedAt = m_clock.now();
    file.problem = !attached && isRefusal(attached.error()) ? attached.error().message : QString();
    const auto noted = m_publications.note(work->publication, file);
    if (attached && !noted)
        co_return failure(noted.error());
    co_return attached;
}

/** What an earlier try at this file came not to. */
QCoro::Task<AttachedFiles> Publisher::attachAgain(JobPointer job, Publication publication)
{
    if (!job->request.isDryRun)
        co_return co_await attach(job->attaching(publication, false));
    AttachedFiles none;
    const auto files = m_publications.filesOf(publication);
    if (files && !missingOf(*files).isEmpty())
        none.notes.append(missingFilesText(missingOf(*files)));
    co_return none;
}

/** What goes with a file's issue from now on. Where Jira does not say what hangs there, the files
 * count as new, and one of the same size that hangs there already as sent: none goes twice. */
QCoro::Task<QList<LinkedFile>> Publisher::filesOfRenewal(JobPointer job, Publication known)
{
    auto files = m_publications.filesOf(known).value_or(QList<LinkedFile>());
    auto there = Result<QList<Attachment>>(QList<Attachment>());
    if (!job->text.attachments.isEmpty() || !missingOf(files).isEmpty())
        there = co_await job->desk->attachments(known.issueKey);
    const QList<Attachment> hanging = there.value_or(QList<Attachment>());
    noteThoseThere(files, hanging, m_clock.now());
    co_return mergedFiles(files, filesFrom(job->text.attachments, hanging));
}

void Publisher::finish()
{
    QCoro::connect(finishAll(), this, [] {});
}

QCoro::Task<> Publisher::finishAll()
{
    const auto all = m_publications.unfinished().value_or(QList<Publication>());
    for (const Publication &publication : all)
        co_await finishOne(publication);
    const auto left = m_publications.unfinished();
    if (!left || !left->isEmpty())
        m_finishTimer.start(m_options.finishInterval);
}

QCoro::Task<> Publisher::finishOne(Publication publication)
{
    const QString key = publication.userId + u'\n' + publication.path;
    if (m_underWay.contains(key) || m_finishing.contains(key))
        co_return;
    m_finishing.insert(key);
    const auto over = qScopeGuard([this, key] { m_finishing.remove(key); });
    DeskRequest wanted;
    wanted.caller.userId = publication.userId;
    wanted.caller.access = tools::KeyAccess::Full;
    wanted.connection = publication.connectionId;
    wanted.project = publication.project;
    const auto desk = co_await m_openDesk(wanted);
    if (!desk)
        co_return;
    const auto work =
        std::make_shared<Attaching>(Attaching{.desk = *desk, .publication = publication});
    std::ignore = co_await attach(work);
}

} // namespace fairlead::publishing
