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

LinkedFile linkedFileFrom(const store::Row &row)
{
    return {.path = row.text(u"path"_s),
            .name = row.text(u"name"_s),
            .contentHash = row.text(u"content_hash"_s).toLatin1(),
            .size = row.number(u"size"_s),
            .knownBefore = row.number(u"known_before"_s),
            .problem = row.text(u"problem"_s),
            .attachedAt = store::fromStored(row.value(u"attached_at"_s))};
}

/** Never NULL, which a null QString would become. */
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Result<> onlyIfAny(const Result<qint64> &changedRows)
{
    if (!changedRows)
        return failure(changedRows.error());
    if (*changedRows == 0)
        return failure(ErrorCode::NotFound, u"There is no such publication."_s);
    return {};
}

} // namespace

Publications::Publications(store::Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{}

Result<> Publications::add(const Publication &publication, const QList<LinkedFile> &files)
{
    const auto added = m_database.transaction([&]() -> Result<> {
        if (const auto done = insert(publication); !done)
            return done;
        return write(publication, files);
    });
    if (added)
        Q_EMIT changed(publication.userId);
    return added;
}

Result<> Publications::insert(const Publication &publication)
{
    return m_database
        .execute(u"INSERT INTO jira_links (id, user_id, connection_id, site, project, "
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
                  store::toStored(publication.publishedAt)})
        .map([](qint64) {});
}

Result<> Publications::settle(const Publication &publication)
{
    const auto done = update(publication);
    if (!done)
        return done;
    Q_EMIT changed(publication.userId);
    Q_EMIT settled(publication);
    return {};
}

Result<> Publications::settle(const Publication &publication, const QList<LinkedFile> &files)
{
    const auto done = m_database.transaction([&]() -> Result<> {
        if (const auto updated = update(publication); !updated)
            return updated;
        return write(publication, files);
    });
    if (!done)
        return done;
    Q_EMIT changed(publication.userId);
    Q_EMIT settled(publication);
    return {};
}

Result<> Publications::update(const Publication &publication)
{
    const auto changedRows =
        m_database.execute(u"UPDATE jira_links SET issue_key = ?, issue_url = ?, content_hash = ?, "
                           "published_at = ? WHERE user_id = ? AND id = ?"_s,
                           {publication.issueKey,
                            stored(publication.issueUrl.toString()),
                            stored(QString::fromLatin1(publication.contentHash)),
                            store::toStored(publication.publishedAt),
                            publication.userId,
                            publication.id});
    return onlyIfAny(changedRows);
}

/** In the place of what there was; within a transaction. */
Result<> Publications::write(const Publication &publication, const QList<LinkedFile> &files)
{
    const auto removed =
        m_database.execute(u"DELETE FROM jira_link_files WHERE link_id = ?"_s, {publication.id});
    if (!removed)
        return failure(removed.error());
    QList<QVariantList> rows;
    for (const LinkedFile &file : files)
        rows.append({publication.id,
                     file.path,
                     file.name,
                     QString::fromLatin1(file.contentHash),
                     file.size,
                     file.knownBefore,
                     stored(file.problem),
                     store::toStored(file.attachedAt)});
    return m_database.executeEach(
        u"INSERT INTO jira_link_files (link_id, path, name, content_hash, size, known_before, "
        "problem, attached_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        rows);
}

Result<> Publications::note(const Publication &publication, const LinkedFile &file)
{
    return changeOne(publication.userId,
                     u"UPDATE jira_link_files SET content_hash = ?, size = ?, known_before = ?, "
                     "problem = ?, attached_at = ? WHERE link_id = ? AND path = ?"_s,
                     {QString::fromLatin1(file.contentHash),
                      file.size,
                      file.knownBefore,
                      stored(file.problem),
                      store::toStored(file.attachedAt),
                      publication.id,
                      file.path});
}

Result<QList<LinkedFile>> Publications::filesOf(const Publication &publication) const
{
    const auto rows = m_database.select(
        u"SELECT * FROM jira_link_files WHERE link_id = ? ORDER BY path"_s, {publication.id});
    if (!rows)
        return failure(rows.error());
    QList<LinkedFile> files;
    for (const store::Row &row : *rows)
        files.append(linkedFileFrom(row));
    return files;
}

Result<QHash<QString, QList<LinkedFile>>> Publications::missingFiles(const QString &userId) const
{
    const auto rows = m_database.select(
        u"SELECT * FROM jira_link_files WHERE attached_at IS NULL AND link_id IN (SELECT id FROM "
        "jira_links WHERE user_id = ?) ORDER BY path"_s,
        {userId});
    if (!rows)
        return failure(rows.error());
    QHash<QString, QList<LinkedFile>> files;
    for (const store::Row &row : *rows)
        files[row.text(u"link_id"_s)].append(linkedFileFrom(row));
    return files;
}

Result<QList<Publication>> Publications::unfinished() const
{
    return select(u"issue_key <> '' AND id IN (SELECT link_id FROM jira_link_files WHERE "
                  "attached_at IS NULL AND problem = '')"_s,
                  {});
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
    const auto done = onlyIfAny(m_database.execute(sql, values));
    if (done)
        Q_EMIT changed(userId);
    return done;
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
