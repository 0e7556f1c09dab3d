// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/publishing/issuedesk.h"
#include "server/publishing/publications.h"
#include "server/publishing/publishedtext.h"

#include <QSet>
#include <QTimer>

#include <memory>

class QFile;

namespace fairlead::providers {
class ApprovedFolders;
} // namespace fairlead::providers

namespace fairlead::publishing {

/** What becomes of a file that is published already and has changed since. */
enum class Again {
    Ask, ///< nothing: the error says what can be chosen
    Update, ///< the issue gets the new summary and description
    Comment, ///< the issue gets a comment with the difference
    New, ///< there is one more issue
};
/** "update", "comment", "new"; nothing for an unknown word. */
[[nodiscard]] std::optional<Again> againFromName(QStringView name);

struct PublishRequest
{
    tools::Caller caller;
    QString path; ///< in an approved folder
    QString connection; ///< as people name it; empty: the one that has the project
    QString project; ///< key; empty: where the file is published already
    QString type = QStringLiteral("Task"); ///< name or id
    QString summary{}; ///< empty: the file's own
    QString parent; ///< key of an epic, say; or empty
    QString epic{}; ///< instead: the name of one that is made first, once for all files of a batch
    QJsonObject fields; ///< further ones, by id or name
    bool attachOriginal = false;
    Again again = Again::Ask;
    bool isDryRun = false; ///< say what would be done, and do nothing
    CancellationToken cancellation;
};

enum class PublishAction { Create, Update, Comment, None };
/** "created", "updated", "commented", "unchanged". */
[[nodiscard]] QLatin1StringView actionName(PublishAction action);

/** What was done, or would be. */
struct PublishOutcome
{
    PublishAction action = PublishAction::None;
    Publication publication; ///< of a dry run: with neither id nor key where an issue would be made
    QString summary;
    QString description; ///< Markdown
    QStringList attached; ///< names of what was attached, or would be
    QStringList notes; ///< what did not go along, a sentence each
};

/** What became of the files that go with an issue. */
struct AttachedFiles
{
    QStringList names; ///< of those that hang there now
    QStringList notes; ///< on those that do not, a sentence each
};

/** A publication, and how its issue is now. */
struct PublishedFile
{
    Publication publication;
    bool isFileThere = true;
    bool isFileChanged = false; ///< since it was published
    QString status; ///< of the issue; empty: not known
    QString problem; ///< why not: a sentence
    QList<LinkedFile> missing{}; ///< that go with the issue and do not hang on it
    bool isIssueGone = false; ///< or hidden from the account
};

/**
 * Files of approved folders as Jira issues, and the links between the two. What was made is never
 * forgotten and never made twice: the intent is stored before the issue is asked for, and an issue
 * whose answer was lost is looked for by its mark before anything is made again.
 *
 * Errors are those of the folders, of the desk, and Conflict: the file is published already and
 * nothing says what to do; or it is being published just now. Outlives the event loop.
 */
class Publisher final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        /** How long after its creation an issue may be missing from searches. */
        std::chrono::milliseconds indexDelay{30'000};
        std::chrono::milliseconds lookInterval{2'000}; ///< between two looks for one
        std::chrono::milliseconds finishInterval{300'000}; ///< between two tries of finish()
    };

    Publisher(Publications &publications,
              const providers::ApprovedFolders &folders,
              DeskOpener openDesk,
              const Clock &clock);
    Publisher(Publications &publications,
              const providers::ApprovedFolders &folders,
              DeskOpener openDesk,
              const Clock &clock,
              Options options);

    [[nodiscard]] QCoro::Task<Result<PublishOutcome>> publish(PublishRequest request);

    /** Where issues can be made, to ask for projects, types and fields. */
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<IssueDesk>>> desk(DeskRequest request);

    /** Writes the links of each approved folder, or of this one, into its .fairlead/jira-links.json
     * and returns the paths of these files. NotFound when nothing is published there. */
    [[nodiscard]] Result<QStringList> exportLinks(const tools::Caller &caller,
                                                  const QString &folder = {}) const;

    /** The publications of the caller whose files lie below `folder` (empty: all; else as for
     * ApprovedFolders), and how they stand. `asksService`: with each issue's status. */
    [[nodiscard]] QCoro::Task<Result<QList<PublishedFile>>> list(tools::Caller caller,
                                                                 QString folder,
                                                                 bool asksService,
                                                                 CancellationToken cancellation);
    /** Forgets the link; file and issue stay. */
    [[nodiscard]] Result<> forget(const tools::Caller &caller, const QString &id);

    /** Attaches what an earlier run of the program came not to, now and again until all hangs
     * there. To be called once, when connections can be used. */
    void finish();

private:
    using DeskPointer = std::shared_ptr<IssueDesk>;
    struct Job; // one file on its way
    using JobPointer = std::shared_ptr<Job>;
    struct Attaching; // files on their way to one issue
    using AttachingPointer = std::shared_ptr<Attaching>;

    [[nodiscard]] QCoro::Task<Result<PublishOutcome>> carryOut(JobPointer job);
    [[nodiscard]] QCoro::Task<Result<>> openDesk(JobPointer job);
    [[nodiscard]] QCoro::Task<Result<>> findLost(JobPointer job);
    [[nodiscard]] QCoro::Task<Result<std::optional<QString>>> lookFor(
        DeskPointer desk, Publication lost, CancellationToken cancellation);
    [[nodiscard]] Result<std::optional<QString>> theOne(const Publication &lost,
                                                        const IssueDesk &desk,
                                                        const FoundIssues &found) const;
    [[nodiscard]] Result<std::optional<Publication>> published(const Job &job);
    [[nodiscard]] QCoro::Task<Result<>> findEpic(JobPointer job);
    [[nodiscard]] QCoro::Task<Result<QString>> standingEpic(JobPointer job, Publication epic);
    [[nodiscard]] QCoro::Task<Result<QString>> makeEpic(JobPointer job, Publication epic);
    [[nodiscard]] QCoro::Task<Result<PublishOutcome>> create(JobPointer job);
    [[nodiscard]] QCoro::Task<Result<PublishOutcome>> renew(JobPointer job, Publication known);
    [[nodiscard]] QCoro::Task<AttachedFiles> attach(AttachingPointer work);
    [[nodiscard]] QCoro::Task<Result<>> attachOne(AttachingPointer work, LinkedFile file);
    [[nodiscard]] QCoro::Task<AttachedFiles> attachAgain(JobPointer job, Publication publication);
    [[nodiscard]] QCoro::Task<QList<LinkedFile>> filesOfRenewal(JobPointer job, Publication known);
    [[nodiscard]] QCoro::Task<> finishAll();
    [[nodiscard]] QCoro::Task<> finishOne(Publication publication);
    [[nodiscard]] PublishOutcome outcomeOf(const Job &job,
                                           PublishAction action,
                                           const Publication &publication,
                                           const AttachedFiles &attached = {}) const;
    [[nodiscard]] IssueOfFile issuesOf(const QString &userId, const QString &connectionId) const;
    [[nodiscard]] QCoro::Task<> addChanges(QList<std::shared_ptr<QFile>> opened,
                                           QList<PublishedFile> *files);
    [[nodiscard]] QCoro::Task<> addStatuses(DeskRequest wanted,
                                            QString site,
                                            QList<PublishedFile> *files);

    Publications &m_publications;
    const providers::ApprovedFolders &m_folders;
    DeskOpener m_openDesk;
    const Clock &m_clock;
    Options m_options;
    QSet<QString> m_underWay; ///< user and path
    QSet<QString> m_finishing; ///< the same, for files that go with an older issue
    QTimer m_finishTimer;
};

} // namespace fairlead::publishing
