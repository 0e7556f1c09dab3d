// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirasuggestions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;
using tools::Completion;
using tools::CompletionQuery;

constexpr qint64 lifeMs = 60'000;
constexpr qsizetype mostRemembered = 500;
constexpr qsizetype longestTyped = 200;
constexpr int pageSize = 100;

/** The very one first, then those that begin so, then those that contain it; else as Jira ordered
 * them. */
template<typename Suggestions>
void sortFor(Suggestions &suggestions, const QString &typed)
{
    std::ranges::stable_sort(suggestions, {}, [&typed](const auto &suggestion) {
        if (suggestion.value.compare(typed, Qt::CaseInsensitive) == 0)
            return 0;
        return suggestion.value.startsWith(typed, Qt::CaseInsensitive) ? 1 : 2;
    });
}

} // namespace

JiraSuggestions::JiraSuggestions(const JiraSessions &sessions, const Clock &clock)
    : m_sessions(sessions)
    , m_clock(clock)
{}

Completion JiraSuggestions::sites(const CompletionQuery &query) const
{
    Completion completion;
    const auto usable = m_sessions.usable(query.caller).value_or(QList<Connection>());
    for (const Connection &connection : usable) {
        if (connection.name.contains(query.typed, Qt::CaseInsensitive)
            && !completion.values.contains(connection.name))
            completion.values.append(connection.name);
    }
    completion.total = completion.values.size();
    return completion;
}

QCoro::Task<Result<Completion>> JiraSuggestions::projects(CompletionQuery query, QString site)
{
    return complete(Kind::Project, std::move(query), std::move(site));
}

QCoro::Task<Result<Completion>> JiraSuggestions::issues(CompletionQuery query, QString site)
{
    return complete(Kind::Issue, std::move(query), std::move(site));
}

QCoro::Task<Result<Completion>> JiraSuggestions::people(CompletionQuery query, QString site)
{
    return complete(Kind::Person, std::move(query), std::move(site));
}

QCoro::Task<Result<Completion>> JiraSuggestions::complete(Kind kind,
                                                          CompletionQuery query,
                                                          QString site)
{
    const auto connections = connectionsFor(query.caller, site);
    if (!connections)
        co_return failure(connections.error());
    query.typed = query.typed.trimmed().left(longestTyped);
    Completion completion;
    completion.total = 0;
    std::optional<Error> error;
    qsizetype answered = 0;
    for (const Connection &connection : *connections) {
        const auto found = co_await find(kind, connection, query);
        if (!found) {
            error = found.error();
            continue;
        }
        ++answered;
        for (const Suggestion &suggestion : found->suggestions) {
            if (!completion.values.contains(suggestion.value))
                completion.values.append(suggestion.value);
        }
        completion.hasMore =
            completion.hasMore || !found->total || *found->total > found->suggestions.size();
        if (completion.total && found->total)
            *completion.total += *found->total;
        else
            completion.total.reset();
    }
    if (error && answered == 0)
        co_return failure(*error);
    co_return completion;
}

QCoro::Task<Result<JiraSuggestions::Found>> JiraSuggestions::find(Kind kind,
                                                                  Connection connection,
                                                                  CompletionQuery query)
{
    const QString typed = query.typed;
    const Asked asked{kind, connection.id, typed.toLower()};
    if (const auto known = remembered(asked))
        co_return *known;
    // A credential that is refused at every keystroke gets the account locked.
    if (connection.state == connections::ConnectionState::NeedsSignIn)
        co_return Found();
    const auto session = m_sessions.open(connection, query.caller, query.cancellation);
    // A site's projects often fit on one page, and then no further keystroke asks Jira.
    const Asked everything{kind, connection.id, {}};
    if (kind == Kind::Project && !typed.isEmpty() && !remembered(everything)) {
        auto all = co_await ask(kind, session, {});
        all = m_sessions.noted(connection, std::move(all));
        if (!all)
            co_return failure(all.error());
        remember(everything, *all);
        if (const auto known = remembered(asked))
            co_return *known;
    }
    auto found = co_await ask(kind, session, typed);
    found = m_sessions.noted(connection, std::move(found));
    if (!found)
        co_return failure(found.error());
    sortFor(found->suggestions, typed);
    remember(asked, *found);
    co_return *found;
}

QCoro::Task<Result<JiraSuggestions::Found>> JiraSuggestions::ask(Kind kind,
                                                                 JiraSessions::Session session,
                                                                 QString typed)
{
    switch (kind) {
    case Kind::Project:
        return askForProjects(std::move(session), std::move(typed));
    case Kind::Issue:
        return askForIssues(std::move(session), std::move(typed));
    case Kind::Person:
        break;
    }
    return askForPeople(std::move(session), std::move(typed));
}

QCoro::Task<Result<JiraSuggestions::Found>> JiraSuggestions::askForProjects(
    JiraSessions::Session session, QString typed)
{
    const auto page = co_await session.client->projects(typed, 0, pageSize);
    if (!page)
        co_return failure(page.error());
    Found found;
    for (const Project &project : page->projects)
        found.suggestions.append({project.key, project.key + u' ' + project.name});
    found.total = page->total;
    co_return found;
}

QCoro::Task<Result<JiraSuggestions::Found>> JiraSuggestions::askForIssues(
    JiraSessions::Session session, QString typed)
{
    const auto picked = co_await session.client->pickIssues(typed);
    if (!picked)
        co_return failure(picked.error());
    Found found;
    for (const PickedIssue &issue : picked->issues)
        found.suggestions.append({issue.key, issue.key + u' ' + issue.summary});
    if (!picked->mayHaveMore)
        found.total = found.suggestions.size();
    co_return found;
}

QCoro::Task<Result<JiraSuggestions::Found>> JiraSuggestions::askForPeople(
    JiraSessions::Session session, QString typed)
{
    Found found;
    if (typed.isEmpty()) {
        // Nobody wants the whole company, in whatever order Jira has it.
        found.suggestions.append({u"me"_s, {}});
        co_return found;
    }
    const auto people = co_await session.client->users(typed, pageSize);
    if (!people)
        co_return failure(people.error());
    for (const User &user : *people) {
        const bool isUnique =
            std::ranges::count(*people, user.displayName, &User::displayName) == 1;
        const QString value =
            isUnique ? user.displayName : u"%1 (%2)"_s.arg(user.displayName, user.accountId);
        found.suggestions.append({value, value});
    }
    if (people->size() < pageSize)
        found.total = people->size();
    co_return found;
}

std::optional<JiraSuggestions::Found> JiraSuggestions::remembered(Asked asked) const
{
    const QString typed = asked.typed;
    for (;;) {
        const auto found = m_found.constFind(asked);
        const bool isFresh =
            found != m_found.constEnd() && m_clock.monotonicMs() - found->atMs < lifeMs;
        if (isFresh && asked.typed == typed)
            return *found;
        // Of people and issues Jira looks at more than their names: only it can narrow them down.
        const bool isWhole =
            asked.kind == Kind::Project && isFresh && found->total == found->suggestions.size();
        if (isWhole) {
            Found narrowed = *found;
            narrowed.suggestions.removeIf([&typed](const Suggestion &suggestion) {
                return !suggestion.label.contains(typed, Qt::CaseInsensitive);
            });
            narrowed.total = narrowed.suggestions.size();
            sortFor(narrowed.suggestions, typed);
            return narrowed;
        }
        if (asked.typed.isEmpty())
            return std::nullopt;
        asked.typed.chop(1);
    }
}

void JiraSuggestions::remember(const Asked &asked, Found found)
{
    found.atMs = m_clock.monotonicMs();
    if (m_found.size() >= mostRemembered) {
        m_found.removeIf([this](const QHash<Asked, Found>::iterator &entry) {
            return m_clock.monotonicMs() - entry.value().atMs >= lifeMs;
        });
    }
    if (m_found.size() >= mostRemembered)
        m_found.clear();
    m_found.insert(asked, found);
}

Result<QList<Connection>> JiraSuggestions::connectionsFor(const tools::Caller &caller,
                                                          const QString &site) const
{
    if (site.isEmpty())
        return m_sessions.usable(caller);
    QList<Connection> ofSite = m_sessions.ofSite(caller, site);
    if (!ofSite.isEmpty())
        return ofSite;
    const auto one = m_sessions.choose(caller, site, {});
    if (!one)
        return failure(one.error());
    return QList<Connection>(1, *one);
}

} // namespace fairlead::providers::jira
