// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/providers/jira/jirasessions.h"

#include <QHash>

#include <optional>

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

/** Where a person is to be assigned; one of both. */
struct AssignPlace
{
    QString project; ///< key
    QString issue; ///< key
};

/** Asks for people who can be assigned there: parser::users reads the answer. */
[[nodiscard]] RestCall assignableCall(const QString &query, const AssignPlace &place, int limit);

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
    /** The same; who may not look people up still finds those that can be assigned there. */
    [[nodiscard]] QCoro::Task<Result<User>> person(JiraSessions::Session session,
                                                   QString wanted,
                                                   AssignPlace place);
    /** `values` (field id or name to value) with every person named in them as Jira's object. */
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> withPeople(JiraSessions::Session session,
                                                              QList<CreateField> known,
                                                              QJsonObject values,
                                                              AssignPlace place);
    /** All of them, the same list for ten minutes. */
    [[nodiscard]] QCoro::Task<Result<QList<SiteField>>> fields(JiraSessions::Session session);
    /** By name, whatever its case, or by id. */
    [[nodiscard]] QCoro::Task<Result<SiteField>> field(JiraSessions::Session session,
                                                       QString wanted);
    /** The ids of fields given by id or name; "*all" and its like stay as they are. */
    [[nodiscard]] QCoro::Task<Result<QStringList>> fieldIds(JiraSessions::Session session,
                                                            QStringList wanted);

    /** All kinds of links, the same for ten minutes. */
    [[nodiscard]] QCoro::Task<Result<QList<LinkType>>> linkTypes(JiraSessions::Session session);
    /** What can be done with the issue now, with the fields that each step takes: for a minute,
     * or until forgetIssue(). */
    [[nodiscard]] QCoro::Task<Result<QList<Transition>>> transitions(JiraSessions::Session session,
                                                                     QString key);
    /** About how many issues the JQL finds: for a minute, or until forgetIssue(), so that each page
     * of a search does not count anew. */
    [[nodiscard]] QCoro::Task<Result<qint64>> count(JiraSessions::Session session, QString jql);
    /** To be called after every change of an issue, and when its steps turn out to be others. */
    void forgetIssue(const connections::Connection &connection, const QString &key);

    /** Those of the connections whose site has the project and shows it to their account; asks all
     * at once and remembers where it was found. */
    [[nodiscard]] QCoro::Task<Result<QList<connections::Connection>>> withProject(
        const JiraSessions &sessions,
        QList<connections::Connection> among,
        QString project,
        tools::Caller caller,
        CancellationToken cancellation);

private:
    template<typename T>
    struct Kept
    {
        T value;
        qint64 atMs = 0;
    };
    /** What is kept and not too old. */
    template<typename T>
    [[nodiscard]] std::optional<T> fresh(const QHash<QString, Kept<T>> &kept,
                                         const QString &key,
                                         qint64 lifetimeMs) const
    {
        const auto found = kept.constFind(key);
        if (found == kept.cend() || m_clock.monotonicMs() - found->atMs >= lifetimeMs)
            return std::nullopt;
        return found->value;
    }
    template<typename T>
    void keep(QHash<QString, Kept<T>> &kept, const QString &key, const T &value)
    {
        constexpr qsizetype mostKept = 500; // a bound for a caller that asks for ever new ones
        if (kept.size() >= mostKept)
            kept.clear();
        kept.insert(key, {value, m_clock.monotonicMs()});
    }
    [[nodiscard]] QCoro::Task<Result<QList<SiteField>>> readFields(JiraSessions::Session session);
    [[nodiscard]] QCoro::Task<Result<QJsonValue>> personValue(JiraSessions::Session session,
                                                              QJsonValue given,
                                                              AssignPlace place);

    const Clock &m_clock;
    QHash<QString, Kept<QList<SiteField>>> m_fields; ///< by connection
    QHash<QString, Kept<QList<LinkType>>> m_linkTypes; ///< by connection
    QHash<QString, Kept<User>> m_people; ///< by connection and name
    QHash<QString, Kept<QList<Transition>>> m_transitions; ///< by connection and issue
    QHash<QString, Kept<qint64>> m_counts; ///< by connection and JQL
    QHash<QString, Kept<bool>> m_projects; ///< by connection and project: whether it is there
};

} // namespace fairlead::providers::jira
