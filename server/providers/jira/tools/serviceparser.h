// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/jira/jiratypes.h"

#include <QList>
#include <QString>

/**
 * What Jira Service Management's answers say. Atlassian publishes its interface as pages
 * (developer.atlassian.com/cloud/jira/service-desk/rest), which public clients such as jira.js
 * follow. Pure functions; errors are InvalidData.
 */
namespace fairlead::providers::jira {

struct ServiceDesk
{
    QString id;
    QString project; ///< key
    QString name;
};

struct ServiceQueue
{
    QString id;
    QString name;
    qint64 count = -1; ///< of its requests; -1: not told
};

struct RequestType
{
    QString id;
    QString name;
    QString description;
};

/** One page of a list; the interface counts no totals. */
template<typename T>
struct ServicePage
{
    QList<T> values;
    bool isLast = true;
};

struct NewRequest
{
    QString key;
    QString url; ///< in the customers' portal
    QString status;
};

namespace parser {

[[nodiscard]] Result<ServicePage<ServiceDesk>> serviceDesks(const QByteArray &body);
[[nodiscard]] Result<ServicePage<ServiceQueue>> serviceQueues(const QByteArray &body);
[[nodiscard]] Result<ServicePage<RequestType>> requestTypes(const QByteArray &body);
/** A queue's issues, with the fields that the queue shows. */
[[nodiscard]] Result<ServicePage<Issue>> queueIssues(const QByteArray &body);
/** The fields of a request type, as those of a screen for creating issues. */
[[nodiscard]] Result<QList<CreateField>> requestFields(const QByteArray &body);
[[nodiscard]] Result<NewRequest> newRequest(const QByteArray &body);
/** The id of a new comment. */
[[nodiscard]] Result<QString> requestCommentId(const QByteArray &body);

} // namespace parser
} // namespace fairlead::providers::jira
