// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/publisher.h"

#include "server/base/ids.h"
#include "server/providers/approvedfolders.h"
#include "server/providers/jira/issuekey.h"
#include "server/publishing/attachedfiles.h"
#include "server/publishing/publishjob.h"
#include "server/publishing/publishtexts.h"

#include <QCoroTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

Q_LOGGING_CATEGORY(lcPublishing, "fairlead.server.publishing")

constexpr std::chrono::milliseconds finishPause{50};

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

Publisher::Publisher(Publications &publications,
                     const providers::ApprovedFolders &folders,
                     DeskOpener openDesk,
                     const Clock &clock)
    : Publisher(publications, folders, std::move(openDesk), clock, Options())
{}

Publisher::Publisher(Publications &publications,
                     const providers::ApprovedFolders &folders,
                     DeskOpener openDesk,
                     const Clock &clock,
                     Options options)
    : m_publications(publications)
    , m_folders(folders)
    , m_openDesk(std::move(openDesk))
    , m_clock(clock)
    , m_options(options)
{
    m_finishTimer.setSingleShot(true);
    connect(&m_finishTimer, &QTimer::timeout, this, &Publisher::finish);
}

QCoro::Task<Result<PublishOutcome>> Publisher::publish(PublishRequest request)
{
    if (!request.project.isEmpty()) {
        const auto project = providers::jira::projectKey(request.project, "project"_L1);
        if (!project)
            co_return failure(project.error());
        request.project = *project;
    }
    if (!request.epic.isEmpty() && !request.parent.isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"Say either the key of a parent or the name of an epic to make, not "
                          "both."_s);
    const auto file = SourceFile::read(m_folders, request.path);
    if (!file)
        co_return failure(file.error());
    // What an earlier run of the program left to do is done in a moment.
    while (m_finishing.contains(request.caller.userId + u'\n' + file->path)) {
        if (request.cancellation.isCancelled())
            co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
        QTimer pause;
        pause.start(finishPause);
        co_await pause;
    }
    if (m_underWay.contains(request.caller.userId + u'\n' + file->path))
        co_return failure(ErrorCode::Conflict,
                          u"%1 is being published just now."_s.arg(nameOf(file->path)));
    const auto job = std::make_shared<Job>(m_underWay, std::move(request), *file);
    co_return co_await carryOut(job);
}

QCoro::Task<Result<PublishOutcome>> Publisher::carryOut(JobPointer job)
{
    PublishRequest &request = job->request;
    const auto found = co_await findLost(job);
    if (!found)
        co_return failure(found.error());
    if (!request.connection.isEmpty()) {
        const auto opened = co_await openDesk(job);
        if (!opened)
            co_return failure(opened.error());
    }
    const auto known = published(*job);
    if (!known)
        co_return failure(known.error());
    if (known->has_value()) {
        request.project = (*known)->project;
        request.connection = (*known)->connectionId;
    }
    if (request.project.isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"%1 is not published yet. Say to which project: its key, such as "
                          "ABC."_s.arg(nameOf(job->file.path)));
    if (!job->desk) {
        const auto opened = co_await openDesk(job);
        if (!opened)
            co_return failure(opened.error());
    }
    job->text = publishedText(job->file,
                              m_folders,
                              issuesOf(request.caller.userId, job->desk->connection().id),
                              request.attachOriginal);
    if (known->has_value())
        co_return co_await renew(job, **known);
    const auto epic = co_await findEpic(job);
    if (!epic)
        co_return failure(epic.error());
    co_return co_await create(job);
}

QCoro::Task<Result<std::shared_ptr<IssueDesk>>> Publisher::desk(DeskRequest request)
{
    co_return co_await m_openDesk(std::move(request));
}

QCoro::Task<Result<>> Publisher::openDesk(JobPointer job)
{
    const PublishRequest &request = job->request;
    const DeskRequest wanted{
        request.caller, request.connection, request.project, request.cancellation};
    const auto desk = co_await m_openDesk(wanted);
    if (!desk)
        co_return failure(desk.error());
    job->desk = *desk;
    co_return {};
}

/** Settles what an earlier attempt at this file left open. */
QCoro::Task<Result<>> Publisher::findLost(JobPointer job)
{
    if (job->request.isDryRun)
        co_return {};
    const QString userId = job->request.caller.userId;
    const auto all = m_publications.ofFile(userId, job->file.path);
    if (!all)
        co_return failure(all.error());
    for (Publication publication : *all) {
        if (publication.isSettled())
            continue;
        const DeskRequest wanted{job->request.caller,
                                 publication.connectionId,
                                 publication.project,
                                 job->request.cancellation};
        const auto desk = co_await m_openDesk(wanted);
        if (!desk)
            co_return uncertain(publication, desk.error());
        const auto key = co_await lookFor(*desk, publication, job->request.cancellation);
        if (!key)
            co_return uncertain(publication, key.error());
        if (!key->has_value()) {
            if (const auto removed = m_publications.remove(userId, publication.id); !removed)
                co_return failure(removed.error());
            continue;
        }
        publication.issueKey = **key;
        publication.issueUrl = (*desk)->issueUrl(**key);
        publication.publishedAt = m_clock.now();
        if (const auto settled = m_publications.settle(publication); !settled)
            co_return failure(settled.error());
        job->foundKey = **key;
    }
    co_return {};
}

/** A search may not know yet of an issue that was made a moment ago. */
QCoro::Task<Result<std::optional<QString>>> Publisher::lookFor(DeskPointer desk,
                                                               Publication lost,
                                                               CancellationToken cancellation)
{
    for (std::chrono::milliseconds waited{0};; waited += m_options.lookInterval) {
        const auto age = std::chrono::milliseconds(lost.startedAt.msecsTo(m_clock.now()));
        // Some more, because the clocks of two computers differ.
        const auto minutes = std::max(std::chrono::duration_cast<std::chrono::minutes>(age), {})
            + std::chrono::minutes(10);
        const LostIssue wanted{
            .project = lost.project, .mark = lost.id, .summary = lost.summary, .age = minutes};
        const auto found = co_await desk->find(wanted);
        if (!found)
            co_return failure(found.error());
        const auto key = theOne(lost, *desk, *found);
        // A clock that was set back must not keep anybody waiting.
        const bool isOld = std::max(age, waited) > m_options.indexDelay;
        if (!key || key->has_value() || isOld)
            co_return key;
        if (cancellation.isCancelled())
            co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
        QTimer pause;
        pause.start(m_options.lookInterval);
        co_await pause;
    }
}

/** Which of them was lost; nothing: none of them. Two that look alike are not told apart by
 * guessing: a wrong link would be worse than a question. */
Result<std::optional<QString>> Publisher::theOne(const Publication &lost,
                                                 const IssueDesk &desk,
                                                 const FoundIssues &found) const
{
    QStringList keys;
    for (const QString &key : found.keys) {
        const auto isLinked = m_publications.isLinked(desk.issueUrl(key));
        if (!isLinked)
            return failure(isLinked.error());
        if (!*isLinked)
            keys.append(key);
    }
    if (keys.isEmpty())
        return std::optional<QString>();
    const auto hasLike = found.areMarked ? Result<bool>(false) : m_publications.hasOpenLike(lost);
    if (!hasLike)
        return failure(hasLike.error());
    if (keys.size() == 1 && !*hasLike)
        return std::optional<QString>(keys.first());
    return failure(ErrorCode::Conflict,
                   u"It may be %1, but more than one with the summary “%2” was asked for or made "
                   "at that time."_s.arg(keys.join(u" or "_s), lost.summary));
}

/** Where this file is published already, unless one more issue is wanted. A file that was moved
 * takes its link along. */
Result<std::optional<Publication>> Publisher::published(const Job &job)
{
    const PublishRequest &request = job.request;
    if (request.again == Again::New)
        return std::nullopt;
    const QString connectionId = job.desk ? job.desk->connection().id : QString();
    const auto fits = [&](const Publication &publication) {
        return publication.isSettled()
            && (request.project.isEmpty() || publication.project == request.project)
            && (connectionId.isEmpty() || publication.connectionId == connectionId);
    };
    const auto ofFile = m_publications.ofFile(request.caller.userId, job.file.path);
    if (!ofFile)
        return failure(ofFile.error());
    if (const auto it = std::ranges::find_if(*ofFile, fits); it != ofFile->end())
        return *it;
    const auto ofContent = m_publications.ofContent(request.caller.userId, job.file.contentHash);
    if (!ofContent)
        return failure(ofContent.error());
    for (Publication moved : *ofContent) {
        if (!fits(moved) || QFileInfo::exists(moved.path))
            continue;
        if (!request.isDryRun) {
            if (const auto done = m_publications.move(moved, job.file.path); !done)
                return failure(done.error());
        }
        moved.path = job.file.path;
        return moved;
    }
    return std::nullopt;
}

QCoro::Task<Result<PublishOutcome>> Publisher::create(JobPointer job)
{
    const auto prepared = co_await job->desk->prepare(job->draft());
    if (!prepared)
        co_return failure(prepared.error());
    const connections::Connection connection = job->desk->connection();
    Publication publication;
    publication.userId = job->request.caller.userId;
    publication.connectionId = connection.id;
    publication.site = connection.name;
    publication.project = job->request.project;
    publication.workspace = job->file.workspace;
    publication.path = job->file.path;
    publication.contentHash = job->file.contentHash;
    publication.summary = job->summary();
    if (job->request.isDryRun)
        co_return outcomeOf(*job, PublishAction::Create, publication);
    publication.id = newId(u"pub_");
    publication.startedAt = m_clock.now();
    const QList<LinkedFile> files = filesFrom(job->text.attachments, {});
    if (const auto added = m_publications.add(publication, files); !added)
        co_return failure(added.error());
    const auto key = co_await job->desk->create(*prepared, publication.id);
    if (!key && IssueDesk::mayHaveHappened(key.error()))
        co_return uncertain(publication, key.error());
    if (!key) {
        // What stays is looked for, and not found, before the file is published again.
        const auto removed = m_publications.remove(publication.userId, publication.id);
        if (!removed)
            qCWarning(lcPublishing).noquote() << removed.error().message;
        co_return failure(key.error());
    }
    publication.issueKey = *key;
    publication.issueUrl = job->desk->issueUrl(*key);
    publication.publishedAt = m_clock.now();
    if (const auto settled = m_publications.settle(publication); !settled)
        co_return failure(settled.error());
    const auto attached = co_await attach(job->attaching(publication, true));
    co_return outcomeOf(*job, PublishAction::Create, publication, attached);
}

QCoro::Task<Result<PublishOutcome>> Publisher::renew(JobPointer job, Publication known)
{
    const bool isChanged = known.contentHash != job->file.contentHash;
    if (!isChanged && job->foundKey == known.issueKey) {
        // The attempt whose answer was lost came no further than the issue.
        const auto attached = co_await attach(job->attaching(known, false));
        co_return outcomeOf(*job, PublishAction::Create, known, attached);
    }
    if (!isChanged) {
        const auto attached = co_await attachAgain(job, known);
        co_return outcomeOf(*job, PublishAction::None, known, attached);
    }
    if (job->request.again == Again::Ask)
        co_return undecided(known);
    const bool isUpdate = job->request.again == Again::Update;
    const auto action = isUpdate ? PublishAction::Update : PublishAction::Comment;
    const auto before = co_await job->desk->description(known.issueKey);
    if (!before && before.error().code == ErrorCode::NotFound)
        co_return gone(known);
    if (!before)
        co_return failure(before.error());
    if (job->request.isDryRun)
        co_return outcomeOf(*job, action, known);
    const auto files = co_await filesOfRenewal(job, known);
    const QString comment = differenceComment(nameOf(known.path), *before, job->text.description);
    auto writing = isUpdate ? job->desk->update(known.issueKey, job->draft())
                            : job->desk->comment(known.issueKey, comment);
    const auto written = co_await writing;
    if (!written)
        co_return failure(written.error());
    known.contentHash = job->file.contentHash;
    known.publishedAt = m_clock.now();
    if (const auto settled = m_publications.settle(known, files); !settled)
        co_return failure(settled.error());
    const auto attached = co_await attach(job->attaching(known, true));
    co_return outcomeOf(*job, action, known, attached);
}

PublishOutcome Publisher::outcomeOf(const Job &job,
                                    PublishAction action,
                                    const Publication &publication,
                                    const AttachedFiles &attached) const
{
    PublishOutcome outcome{.action = action,
                           .publication = publication,
                           .summary = job.summary(),
                           .description = job.text.description,
                           .attached = attached.names,
                           .notes = job.text.notes + attached.notes};
    if (job.request.isDryRun && action != PublishAction::None) {
        for (const AttachedSource &source : job.text.attachments)
            outcome.attached.append(source.name);
    }
    return outcome;
}

IssueOfFile Publisher::issuesOf(const QString &userId, const QString &connectionId) const
{
    return [this, userId, connectionId](const QString &path) {
        const auto all = m_publications.ofFile(userId, path);
        if (!all)
            return QUrl();
        const auto it = std::ranges::find_if(*all, [&](const Publication &publication) {
            return publication.isSettled() && publication.connectionId == connectionId;
        });
        return it == all->end() ? QUrl() : it->issueUrl;
    };
}

Result<> Publisher::forget(const tools::Caller &caller, const QString &id)
{
    return m_publications.remove(caller.userId, id);
}

} // namespace fairlead::publishing
