// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/secret.h"
#include "server/net/httpclient.h"
#include "server/providers/authorizedhttp.h"
#include "server/providers/jira/jiraerrors.h"
#include "server/providers/jira/jiratypes.h"
#include "server/providers/restcall.h"

#include <QHash>
#include <QJsonObject>
#include <QUrlQuery>

namespace fairlead::providers::jira {

/** What a search asks for. */
struct SearchRequest
{
    QString jql;
    QStringList fields;
    int limit = 50;
    QString nextPageToken;
};

enum class CommentOrder { OldestFirst, NewestFirst };

/** Reads these fields of up to 100 issues at once; those that the account may not see are left
 * out. */
[[nodiscard]] RestCall bulkFetch(const QStringList &keys, const QStringList &fields);

/**
 * Talks to one Jira site as one account, and no more: every answer is read by the parser, every
 * failure becomes a sentence. It must outlive the tasks that it gives out. Keys and ids handed in
 * must have passed their grammar (issuekey.h).
 */
class JiraClient final
{
public:
    struct Target
    {
        QUrl apiBase; ///< the site, or the gateway's address for it
        QString siteName; ///< for sentences
        CancellationToken cancellation;
        QString owner = {}; ///< on whose behalf: see net::Request
    };

    JiraClient(AuthorizedHttp http, Target target);

    /** Whether an answer says that the credential is none. Not so a 401 for want of a scope. */
    [[nodiscard]] static bool isRefusal(const net::Response &response);

    [[nodiscard]] QCoro::Task<Result<Myself>> myself();
    [[nodiscard]] QCoro::Task<Result<QStringList>> missingPermissions(QStringList permissions);
    [[nodiscard]] QCoro::Task<Result<ProjectPage>> projects(QString query,
                                                            qint64 startAt,
                                                            int limit);
    [[nodiscard]] QCoro::Task<Result<Project>> project(QString key);
    /** People whose name or e-mail begins so; none when the account may not look people up. */
    [[nodiscard]] QCoro::Task<Result<QList<User>>> users(QString query, int limit);
    /** Issues that a person may mean by a part of a key or summary; by nothing: recent ones. */
    [[nodiscard]] QCoro::Task<Result<PickedIssues>> pickIssues(QString query);
    /** When each of up to 100 issues changed last; those that the account may not see are left
     * out. */
    [[nodiscard]] QCoro::Task<Result<QHash<QString, QString>>> changeTimes(QStringList keys);
    [[nodiscard]] QCoro::Task<Result<IssuePage>> search(SearchRequest request);
    [[nodiscard]] QCoro::Task<Result<qint64>> count(QString jql);
    [[nodiscard]] QCoro::Task<Result<Issue>> issue(QString key, QStringList fields);
    /** The newest first. */
    [[nodiscard]] QCoro::Task<Result<CommentPage>> comments(QString key, int limit);
    [[nodiscard]] QCoro::Task<Result<CommentPage>> comments(QString key,
                                                            qint64 startAt,
                                                            int limit,
                                                            CommentOrder order);
    [[nodiscard]] QCoro::Task<Result<QList<IssueType>>> issueTypes(QString project);
    [[nodiscard]] QCoro::Task<Result<QList<CreateField>>> createFields(QString project,
                                                                       QString typeId);
    /** Whether a scoped token has write:jira-work, found by asking for an issue without a project,
     * which Jira can only refuse: for want of the scope, or for want of a project. */
    [[nodiscard]] QCoro::Task<Result<bool>> mayWrite();
    /** The key of the new issue. */
    [[nodiscard]] QCoro::Task<Result<QString>> createIssue(QString project, QJsonObject fields);
    /** `content` is the comment as Jira takes it: body, visibility. The id of the new one. */
    [[nodiscard]] QCoro::Task<Result<QString>> addComment(QString key, QJsonObject content);

    /** Any other call: the body of a 2xx, which is empty for a 204. */
    [[nodiscard]] QCoro::Task<Result<QByteArray>> fetch(RestCall wanted);
    /** The same, read by a parser. */
    template<typename T>
    [[nodiscard]] QCoro::Task<Result<T>> ask(RestCall wanted,
                                             Result<T> (*parse)(const QByteArray &))
    {
        const CallPurpose purpose = purposeOf(wanted);
        const auto body = co_await fetch(std::move(wanted));
        if (!body)
            co_return failure(body.error());
        auto parsed = parse(*body);
        if (!parsed)
            co_return failure(unreadable(parsed.error(), purpose));
        co_return parsed;
    }
    /** The answer to a call that may lead elsewhere: 2xx or 3xx as they came. */
    [[nodiscard]] QCoro::Task<Result<net::Response>> exchange(RestCall wanted);
    [[nodiscard]] const CancellationToken &cancellation() const { return m_target.cancellation; }
    /** Where the site's API is: for addresses that must belong to it. */
    [[nodiscard]] const QUrl &apiBase() const { return m_target.apiBase; }

private:
    [[nodiscard]] CallPurpose purposeOf(const RestCall &wanted) const;
    [[nodiscard]] QCoro::Task<Result<QByteArray>> call(net::Request request, CallPurpose purpose);
    [[nodiscard]] QCoro::Task<Result<net::Response>> send(net::Request request,
                                                          CallPurpose purpose);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> get(const QString &path,
                                                      const QUrlQuery &query,
                                                      CallPurpose purpose);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> post(const QString &path,
                                                       const QJsonObject &body,
                                                       CallPurpose purpose);
    [[nodiscard]] CallPurpose reading(const QString &subject = {}) const;

    AuthorizedHttp m_http;
    Target m_target;
};

} // namespace fairlead::providers::jira
