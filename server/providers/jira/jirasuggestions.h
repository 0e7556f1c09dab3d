// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/providers/jira/jirasessions.h"
#include "server/tools/resourceprovider.h"

#include <QHash>

namespace fairlead::providers::jira {

/**
 * What a person may mean by what is typed so far: projects, issues, people, sites. A client asks at
 * each keystroke, so what Jira has answered is kept for a minute, and once it has named all that
 * fit a beginning, longer ones are answered from that. All that is passed by reference outlives the
 * event loop.
 */
class JiraSuggestions final
{
public:
    JiraSuggestions(const JiraSessions &sessions, const Clock &clock);

    [[nodiscard]] tools::Completion sites(const tools::CompletionQuery &query) const;

    // `site` is that of an address, or any name of a connection; empty: all that the caller has.
    /** Keys, by key or name. */
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> projects(tools::CompletionQuery query,
                                                                  QString site);
    /** Keys, by key or words of the summary. */
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> issues(tools::CompletionQuery query,
                                                                QString site);
    /** Names and, before anything is typed, "me". Two people of one name come with their account
     * ids. */
    [[nodiscard]] QCoro::Task<Result<tools::Completion>> people(tools::CompletionQuery query,
                                                                QString site);

private:
    enum class Kind { Project, Issue, Person };

    struct Suggestion
    {
        QString value;
        QString label; ///< what is searched
    };
    struct Found
    {
        QList<Suggestion> suggestions;
        std::optional<qint64> total; ///< nothing: there may be more
        qint64 atMs = 0;
    };
    struct Asked
    {
        Kind kind = Kind::Project;
        QString connection;
        QString typed; ///< in lower case

        bool operator==(const Asked &) const = default;
        friend size_t qHash(const Asked &asked, size_t seed) noexcept
        {
            return qHashMulti(seed, int(asked.kind), asked.connection, asked.typed);
        }
    };

    [[nodiscard]] QCoro::Task<Result<tools::Completion>> complete(Kind kind,
                                                                  tools::CompletionQuery query,
                                                                  QString site);
    [[nodiscard]] QCoro::Task<Result<Found>> find(Kind kind,
                                                  connections::Connection connection,
                                                  tools::CompletionQuery query);
    [[nodiscard]] static QCoro::Task<Result<Found>> ask(Kind kind,
                                                        JiraSessions::Session session,
                                                        QString typed);
    [[nodiscard]] static QCoro::Task<Result<Found>> askForProjects(JiraSessions::Session session,
                                                                   QString typed);
    [[nodiscard]] static QCoro::Task<Result<Found>> askForIssues(JiraSessions::Session session,
                                                                 QString typed);
    [[nodiscard]] static QCoro::Task<Result<Found>> askForPeople(JiraSessions::Session session,
                                                                 QString typed);
    [[nodiscard]] std::optional<Found> remembered(Asked asked) const;
    void remember(const Asked &asked, Found found);
    [[nodiscard]] Result<QList<connections::Connection>> connectionsFor(const tools::Caller &caller,
                                                                        const QString &site) const;

    const JiraSessions &m_sessions;
    const Clock &m_clock;
    QHash<Asked, Found> m_found;
};

} // namespace fairlead::providers::jira
