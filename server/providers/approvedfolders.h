// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QFile>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace fairlead::providers {

/**
 * The folders, with all below them, that the user has approved for uploads and downloads. Tools
 * reach files through here and nowhere else: a path is good when it really lies inside, whatever
 * links and dots it is made of. The folder of Fairlead's own data is never inside. Outlives the
 * event loop.
 */
class ApprovedFolders final : public QObject
{
    Q_OBJECT

public:
    /** Stores the list; its error keeps a change from being made. */
    using Keeper = std::function<Result<>(const QStringList &folders)>;

    struct Options
    {
        QStringList folders; ///< as they were stored
        QString dataFolder; ///< of Fairlead itself: nothing in it is read or written
        Keeper keep; ///< none: changes last as long as this object
        qint64 largestFile = 100 * 1024 * 1024;
    };

    /** No folder at all. */
    ApprovedFolders();
    explicit ApprovedFolders(Options options, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &folders() const { return m_folders; }
    [[nodiscard]] qint64 largestFile() const { return m_options.largestFile; }
    /** Whether save() would find that folder; its error says what to do. To be asked before a large
     * download. */
    [[nodiscard]] Result<> checkFolder(const QString &folder) const;

    /** Approves an existing folder; the list has its real path. Approving it again changes nothing.
     * InvalidInput for a path that is not absolute, and for one that holds everything: the root,
     * the home folder, Fairlead's own data. NotFound when it is no folder. */
    [[nodiscard]] Result<QString> add(const QString &path);
    /** Nothing in it is reachable any more. NotFound when it is not on the list. */
    [[nodiscard]] Result<> remove(const QString &path);

    /** The real path of something in an approved folder; errors as below. */
    [[nodiscard]] Result<QString> resolved(const QString &path) const;

    /** A regular file in an approved folder, open; it has no fileName(), since it was opened part
     * by part: take the name from the path. A path may be absolute, begin with "~/", or be relative
     * to an approved folder. Forbidden when it lies outside or when none is approved; NotFound;
     * InvalidInput when it is no regular file or larger than the limit. */
    [[nodiscard]] Result<std::unique_ptr<QFile>> openForReading(const QString &path) const;

    /** Writes a new file and returns its path. `folder` is or lies in an approved one; empty: the
     * only one. Nothing is overwritten: "report (2).pdf". Errors as above, and Storage. */
    [[nodiscard]] Result<QString> save(const QString &folder,
                                       const QString &suggestedName,
                                       const QByteArray &content) const;

    /** A name that a file can have everywhere: no separators or control characters, no leading
     * dots, at most 200 characters. */
    [[nodiscard]] static QString fileName(const QString &suggested);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Result<> keep(const QStringList &folders);
    /** The real path of the folder to save in. */
    [[nodiscard]] Result<QString> folderAt(const QString &folder) const;
    [[nodiscard]] bool isInside(const QString &realPath) const;
    [[nodiscard]] Error outside(const QString &path) const;

    Options m_options;
    QStringList m_folders; ///< real paths
};

} // namespace fairlead::providers
