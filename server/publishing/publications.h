// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/publishing/publication.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::publishing {

/** The stored publications of all users. What belongs to another user does not exist (NotFound).
 * Every change is on the disk before it returns. All errors else are Storage. */
class Publications final : public QObject
{
    Q_OBJECT

public:
    explicit Publications(store::Database &database, QObject *parent = nullptr);

    /** `files` go with it. */
    [[nodiscard]] Result<> add(const Publication &publication, const QList<LinkedFile> &files = {});
    /** The issue is known: its key, address, and what was published when. */
    [[nodiscard]] Result<> settle(const Publication &publication);
    /** The same, and from now on these files go with it, and no others. */
    [[nodiscard]] Result<> settle(const Publication &publication, const QList<LinkedFile> &files);
    /** What became of this file of it. */
    [[nodiscard]] Result<> note(const Publication &publication, const LinkedFile &file);
    /** The file lies elsewhere now. */
    [[nodiscard]] Result<> move(const Publication &publication, const QString &path);
    [[nodiscard]] Result<> remove(const QString &userId, const QString &id);

    /** Newest first, without epics; those of files below `folder`, which may be empty: all. */
    [[nodiscard]] Result<QList<Publication>> list(const QString &userId,
                                                  const QString &folder = {}) const;
    /** Those of one file, newest first. */
    [[nodiscard]] Result<QList<Publication>> ofFile(const QString &userId,
                                                    const QString &path) const;
    /** The epic of that name that was made for files there, or is being made. */
    [[nodiscard]] Result<std::optional<Publication>> epic(const QString &userId,
                                                          const QString &connectionId,
                                                          const QString &project,
                                                          const QString &name) const;
    /** Those whose file had that content, newest first. */
    [[nodiscard]] Result<QList<Publication>> ofContent(const QString &userId,
                                                       const QByteArray &contentHash) const;
    /** The files that go with it, attached or not. */
    [[nodiscard]] Result<QList<LinkedFile>> filesOf(const Publication &publication) const;
    /** Those of them that do not hang on their issue, by the id of the publication. */
    [[nodiscard]] Result<QHash<QString, QList<LinkedFile>>> missingFiles(
        const QString &userId) const;
    /** Those with an issue, of all users, whose files are still to be attached; without files that
     * were refused. */
    [[nodiscard]] Result<QList<Publication>> unfinished() const;
    /** Whether any file, or epic, of any user is published as that issue. */
    [[nodiscard]] Result<bool> isLinked(const QUrl &issueUrl) const;
    /** Whether another issue with the same summary was asked for there, and no answer is known. */
    [[nodiscard]] Result<bool> hasOpenLike(const Publication &lost) const;

Q_SIGNALS:
    void changed(const QString &userId);
    /** A file is published, or published again. */
    void settled(const fairlead::publishing::Publication &publication);

private:
    [[nodiscard]] Result<QList<Publication>> select(const QString &condition,
                                                    const QVariantList &values) const;
    [[nodiscard]] Result<> insert(const Publication &publication);
    [[nodiscard]] Result<> update(const Publication &publication);
    [[nodiscard]] Result<> write(const Publication &publication, const QList<LinkedFile> &files);
    [[nodiscard]] Result<> changeOne(const QString &userId,
                                     const QString &sql,
                                     const QVariantList &values);

    store::Database &m_database;
};

} // namespace fairlead::publishing
