// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Epics that are made for a batch of files: a part of Publisher. An epic is made like a file's
// issue, so that a batch that was broken off finds the one it has.
#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/publishing/publishjob.h"
#include "server/publishing/publishtexts.h"

#include <QScopeGuard>

#include <tuple>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

constexpr qsizetype longestName = 255; // Jira's limit of a summary
const QString epicType = u"Epic"_s;

} // namespace

/** The issue's parent, where the request names an epic. */
QCoro::Task<Result<>> Publisher::findEpic(JobPointer job)
{
    PublishRequest &request = job->request;
    if (request.epic.isEmpty())
        co_return {};
    if (!isPlainName(request.epic, longestName))
        co_return failure(
            ErrorCode::InvalidInput,
            u"An epic's name is one line of at most %1 characters."_s.arg(longestName));
    Publication epic;
    epic.userId = request.caller.userId;
    epic.connectionId = job->desk->connection().id;
    epic.site = job->desk->connection().name;
    epic.project = request.project;
    epic.path = request.epic;
    epic.summary = request.epic;
    const QString key =
        QStringList{epic.userId, epic.connectionId, epic.project, epic.path}.join(u'\n');
    if (m_underWay.contains(key))
        co_return failure(ErrorCode::Conflict,
                          u"The epic “%1” is being made just now. Publish again in a moment."_s.arg(
                              request.epic));
    m_underWay.insert(key);
    const auto over = qScopeGuard([this, key] { m_underWay.remove(key); });
    const auto known = m_publications.epic(epic.userId, epic.connectionId, epic.project, epic.path);
    if (!known)
        co_return failure(known.error());
    if (known->has_value()) {
        const auto standing = co_await standingEpic(job, **known);
        if (!standing)
            co_return failure(standing.error());
        request.parent = *standing;
    }
    if (!request.parent.isEmpty())
        co_return {};
    if (request.isDryRun) {
        job->text.notes.append(
            u"The epic “%1” is made first, and this goes below it."_s.arg(request.epic));
        co_return {};
    }
    const auto made = co_await makeEpic(job, epic);
    if (!made)
        co_return failure(made.error());
    request.parent = *made;
    co_return {};
}

/** Its key; empty when it has to be made. */
QCoro::Task<Result<QString>> Publisher::standingEpic(JobPointer job, Publication epic)
{
    if (epic.isSettled()) {
        const QStringList keys(epic.issueKey);
        const auto statuses = co_await job->desk->statuses(keys);
        if (!statuses)
            co_return failure(statuses.error());
        if (statuses->contains(epic.issueKey))
            co_return epic.issueKey;
    } else if (!job->request.isDryRun) {
        const auto key = co_await lookFor(job->desk, epic, job->request.cancellation);
        if (!key)
            co_return failure(key.error());
        if (key->has_value()) {
            epic.issueKey = **key;
            epic.issueUrl = job->desk->issueUrl(**key);
            epic.publishedAt = m_clock.now();
            if (const auto settled = m_publications.settle(epic); !settled)
                co_return failure(settled.error());
            co_return epic.issueKey;
        }
    }
    if (job->request.isDryRun)
        co_return QString();
    if (const auto removed = m_publications.remove(epic.userId, epic.id); !removed)
        co_return failure(removed.error());
    co_return QString();
}

QCoro::Task<Result<QString>> Publisher::makeEpic(JobPointer job, Publication epic)
{
    IssueDraft draft;
    draft.project = epic.project;
    draft.type = epicType;
    draft.summary = epic.path;
    const auto needed = co_await job->desk->neededFields(epic.project, epicType);
    if (!needed)
        co_return failure(needed.error());
    for (const NeededField &field : *needed) {
        // Older projects want it beside the summary.
        if (field.name == "Epic Name"_L1)
            draft.fields.insert(field.id, epic.path);
    }
    const auto prepared = co_await job->desk->prepare(draft);
    if (!prepared)
        co_return failure(prepared.error());
    epic.id = newId(u"pub_");
    epic.startedAt = m_clock.now();
    if (const auto added = m_publications.add(epic); !added)
        co_return failure(added.error());
    const auto key = co_await job->desk->create(*prepared, epic.id);
    if (!key && IssueDesk::mayHaveHappened(key.error()))
        co_return uncertain(epic, key.error());
    if (!key) {
        // What stays is looked for, and not found, before one is made again.
        std::ignore = m_publications.remove(epic.userId, epic.id);
        co_return failure(key.error());
    }
    epic.issueKey = *key;
    epic.issueUrl = job->desk->issueUrl(*key);
    epic.publishedAt = m_clock.now();
    if (const auto settled = m_publications.settle(epic); !settled)
        co_return failure(settled.error());
    co_return *key;
}

} // namespace fairlead::publishing
