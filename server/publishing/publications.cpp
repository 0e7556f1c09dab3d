// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/publications.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

Publication publicationFrom(const store::Row &row)
{
    return {.id = row.text(u"id"_s),
            .userId = row.text(u"user_id"_s),
            .connectionId = row.text(u"connection_id"_s),
            .site = row.text(u"site"_s),
            .project = row.text(u"project"_s),
            .issueKey = row.text(u"issue_key"_s),
            .issueUrl = QUrl(row.text(u"issue_url"_s)),
            .workspace = row.text(u"workspace"_s),
            .path = row.text(u"path"_s),
            .contentHash = row.text(u"content_hash"_s).toLatin1(),
            .summary = row.text(u"summary"_s),
            .startedAt = store::fromStored(row.value(u"started_at"_s)),
            .publishedAt = store::fromStored(row.value(u"published_at"_s))};
}

/** Never NULL, which a null QString would become. */
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

Publications::Publications(store::Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{}

Result<> Publications::add(const Publication &publication)
{
    return changeOne(publication.userId,
                     u"INSERT INTO jira_links (id, user_id, connection_id, site, project, "
                     "issue_key, issue_url, workspace, path, content_hash, summary, "
                     "started_at, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                     {publication.id,
                      publication.userId,
                      publication.connectionId,
                      stored(publication.site),
                      publication.project,
                      stored(publication.issueKey),
                      stored(publication.issueUrl.toString()),
                      stored(publication.workspace),
                      publication.path,
                      stored(QString::fromLatin1(publication.contentHash)),
                      stored(publication.summary),
                      store::toStored(publication.startedAt),
                      store::toStored(publication.publishedAt)});
}

Result<> Publications::settle(const Publication &publication)
{
    const auto done =
        changeOne(publication.userId,
                  u"UPDATE jira_links SET issue_key = ?, issue_url = ?, content_hash = ?, "
                  "published_at = ? WHERE user_id = ? AND id = ?"_s,
                  {publication.issueKey,
                   stored(publication.issueUrl.toString()),
                   stored(QString::fromLatin1(publication.contentHash)),
                   store::toStored(publication.publishedAt),
                   publication.userId,
                   publication.id});
    if (done)
        Q_EMIT settled(publication);
    return done;
}

Result<> Publications::move(const Publication &publication, const QString &path)
{
    return changeOne(publication.userId,
                     u"UPDATE jira_links SET path = ? WHERE user_id = ? AND id = ?"_s,
                     {path, publication.userId, publication.id});
}

Result<> Publications::remove(const QString &userId, const QString &id)
{
    return changeOne(
        userId, u"DELETE FROM jira_links WHERE user_id = ? AND id = ?"_s, {userId, id});
}

Result<> Publications::changeOne(const QString &userId,
                                 const QString &sql,
                                 const QVariantList &values)
{
    const auto changedRows = m_database.execute(sql, values);
    if (!changedRows)
        return failure(changedRows.error());
    if (*changedRows == 0)
        return failure(ErrorCode::NotFound, u"There is no such publication."_s);
    Q_EMIT changed(userId);
    return {};
}

Result<QList<Publication>> Publications::list(const QString &userId, const QString &folder) const
{
    const auto all = select(u"user_id = ? AND workspace <> ''"_s, {userId});
    if (folder.isEmpty())
        return all;
    if (!all)
        return failure(all.error());
    QList<Publication> below;
    for (const Publication &publication : *all) {
        if (publication.path.startsWith(folder + u'/'))
            below.append(publication);
    }
    return below;
}

Result<QList<Publication>> Publications::ofFile(const QString &userId, const QString &path) const
{
    return select(u"user_id = ? AND path = ? AND workspace <> ''"_s, {userId, path});
}

Result<std::optional<Publication>> Publications::epic(const QString &userId,
                                                      const QString &connectionId,
                                                      const QString &project,
                                                      const QString &name) const
{
    const auto found = select(u"user_id = ? AND connection_id = ? AND project = ? AND path = ? AND "
                              "workspace = ''"_s,
                              {userId, connectionId, project, name});
    if (!found)
        return failure(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QList<Publication>> Publications::ofContent(const QString &userId,
                                                   const QByteArray &contentHash) const
{
    return select(u"user_id = ? AND content_hash = ?"_s,
                  {userId, QString::fromLatin1(contentHash)});
}

Result<bool> Publications::isLinked(const QUrl &issueUrl) const
{
    return m_database
        .select(u"SELECT id FROM jira_links WHERE issue_url = ?"_s, {issueUrl.toString()})
        .map([](const auto &rows) { return !rows.isEmpty(); });
}

Result<bool> Publications::hasOpenLike(const Publication &lost) const
{
    const auto alike = select(u"connection_id = ? AND project = ? AND issue_key = '' AND summary = "
                              "? AND id <> ?"_s,
                              {lost.connectionId, lost.project, stored(lost.summary), lost.id});
    return alike.map([](const QList<Publication> &all) { return !all.isEmpty(); });
}

Result<QList<Publication>> Publications::select(const QString &condition,
                                                const QVariantList &values) const
{
    const auto rows = m_database.select(u"SELECT * FROM jira_links WHERE "_s + condition
                                            + u" ORDER BY started_at DESC, id DESC"_s,
                                        values);
    if (!rows)
        return failure(rows.error());
    QList<Publication> publications;
    for (const store::Row &row : *rows)
        publications.append(publicationFrom(row));
    return publications;
}

} // namespace fairlead::publishing
