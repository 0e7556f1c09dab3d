// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/providers/jira/jirasessions.h"

namespace fairlead::providers::jira {

/** A field of the site, as GET /rest/api/3/field lists it. */
struct SiteField
{
    QString id; ///< "customfield_10016"
    QString name; ///< "Story Points"
    QString type; ///< Jira's schema type: "string", "array", "user", …
    QString items; ///< of an array: the type of its elements
    QString custom; ///< of a custom field: its kind, "…:textarea"
};

/**
 * Finds people and fields by what a person calls them, and keeps what seldom changes for some
 * minutes, per connection. Errors are InvalidInput that list what there is, or those of the call.
 * Outlives the event loop.
 */
class JiraDirectory final
{
public:
    explicit JiraDirectory(const Clock &clock);

    /** "me", an e-mail, a name, or an account id; several people of one name are listed. */
    [[nodiscard]] QCoro::Task<Result<User>> person(JiraSessions::Session session, QString wanted);
    /** All of them, the same list for ten minutes. */
    [[nodiscard]] QCoro::Task<Result<QList<SiteField>>> fields(JiraSessions::Session session);
    /** By name, whatever its case, or by id. */
    [[nodiscard]] QCoro::Task<Result<SiteField>> field(JiraSessions::Session session,
                                                       QString wanted);

private:
    struct Fields
    {
        QList<SiteField> fields;
        qint64 atMs = 0;
    };

    const Clock &m_clock;
    QHash<QString, Fields> m_fields; ///< by connection
};

} // namespace fairlead::providers::jira
