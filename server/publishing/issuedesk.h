// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "server/connections/connection.h"
#include "server/publishing/issuedraft.h"
#include "server/tools/caller.h"

#include <QCoroTask>
#include <QHash>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace fairlead::publishing {

/** Something to choose from, and what people call it. */
struct Choice
{
    QString id;
    QString name;

    bool operator==(const Choice &) const = default;
};

/** What an issue has to have beside summary and description. A value is a text as a person enters
 * it, of several a list of them. */
struct NeededField
{
    enum class Kind { Text, Number, Date, OneOf, SomeOf };

    QString id;
    QString name;
    Kind kind = Kind::Text;
    QStringList allowed; ///< for OneOf and SomeOf

    bool operator==(const NeededField &) const = default;
};

/** An issue whose answer was lost. */
struct LostIssue
{
    QString project; ///< key
    QString mark;
    QString summary;
    std::chrono::minutes age{};
};

/** Issues that may be one that was lost. */
struct FoundIssues
{
    QStringList keys; ///< oldest first
    bool areMarked = false; ///< they have its mark, not only its summary
};

/** A file that hangs on an issue. */
struct Attachment
{
    QString name;
    qint64 size = 0;

    bool operator==(const Attachment &) const = default;
};

/**
 * Where issues are made, over one connection and for one caller. It must outlive the tasks that it
 * gives out. Every error is a sentence that names the connection and what to do next.
 */
class IssueDesk
{
public:
    IssueDesk() = default;
    virtual ~IssueDesk() = default;
    Q_DISABLE_COPY_MOVE(IssueDesk)

    [[nodiscard]] virtual const connections::Connection &connection() const = 0;
    [[nodiscard]] virtual QUrl issueUrl(const QString &key) const = 0;

    /** The projects that the account may see, by key, as many as people choose from. */
    [[nodiscard]] virtual QCoro::Task<Result<QList<Choice>>> projects() = 0;
    /** The types that issues of that project can have, without those of subtasks. */
    [[nodiscard]] virtual QCoro::Task<Result<QList<Choice>>> types(QString project) = 0;
    /** What has to be asked for. */
    [[nodiscard]] virtual QCoro::Task<Result<QList<NeededField>>> neededFields(QString project,
                                                                               QString type) = 0;

    /** The draft as create() takes it, checked against what the project allows. Nothing is
     * written. */
    [[nodiscard]] virtual QCoro::Task<Result<QJsonObject>> prepare(IssueDraft draft) = 0;
    /** The key of the new issue, which carries `mark` where people do not see it, if it can. An
     * error for which mayHaveHappened() is true leaves open whether there is one. */
    [[nodiscard]] virtual QCoro::Task<Result<QString>> create(QJsonObject prepared,
                                                              QString mark) = 0;
    /** Among the issues that the account made in that project in the last minutes the one with the
     * mark; where issues can carry none, those with the summary. Conflict: there are too many to
     * look through, so that nobody can say. */
    [[nodiscard]] virtual QCoro::Task<Result<FoundIssues>> find(LostIssue lost) = 0;
    /** The issue's description as Markdown. */
    [[nodiscard]] virtual QCoro::Task<Result<QString>> description(QString key) = 0;
    /** Sets summary and description; parts that did not change stay as they are. */
    [[nodiscard]] virtual QCoro::Task<Result<>> update(QString key, IssueDraft draft) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<>> comment(QString key, QString markdown) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<>> attach(QString key,
                                                       QString fileName,
                                                       QByteArray content) = 0;
    /** What hangs on the issue by now. */
    [[nodiscard]] virtual QCoro::Task<Result<QList<Attachment>>> attachments(QString key) = 0;
    /** The status of each issue, by key; those that are gone or hidden are left out. */
    [[nodiscard]] virtual QCoro::Task<Result<QHash<QString, QString>>> statuses(
        QStringList keys) = 0;

    /** Whether a write that ended so may have been carried out. */
    [[nodiscard]] static bool mayHaveHappened(const Error &error)
    {
        return error.code == ErrorCode::Timeout || error.code == ErrorCode::Network
            || error.code == ErrorCode::InvalidData || error.code == ErrorCode::Cancelled
            || error.code == ErrorCode::Internal;
    }
};

/** For whom a desk is opened, and where. */
struct DeskRequest
{
    tools::Caller caller;
    QString connection; ///< as people name it, or its id; empty: the one that has the project
    QString project; ///< key; empty: any, then `connection` must say which
    CancellationToken cancellation;
};

/** Finds the connection and opens a desk on it. */
using DeskOpener = std::function<QCoro::Task<Result<std::shared_ptr<IssueDesk>>>(DeskRequest)>;

} // namespace fairlead::publishing
