// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

namespace fairlead::publishing {

/** The link between a file, or the name of an epic that was made for files, and the Jira issue that
 * it became: a row of `jira_links`. */
struct Publication
{
    QString id; ///< "pub_…"; also the mark by which the issue is found again, where it takes one
    QString userId;
    QString connectionId;
    QString site; ///< the connection's name
    QString project; ///< key
    QString issueKey; ///< empty: the issue was asked for, and no answer is known
    QUrl issueUrl;
    QString workspace; ///< the approved folder that holds the file; empty: an epic
    QString path; ///< real and absolute; an epic's name
    QByteArray contentHash; ///< SHA-256 of the file as published, hex
    QString summary; ///< that the issue was asked for with
    QDateTime startedAt;
    QDateTime publishedAt; ///< invalid as long as `issueKey` is empty

    [[nodiscard]] bool isSettled() const { return !issueKey.isEmpty(); }
};

/** A file that goes with an issue: a row of `jira_link_files`. */
struct LinkedFile
{
    QString path; ///< real and absolute
    QString name; ///< under which it is attached
    QByteArray contentHash; ///< SHA-256, hex
    qint64 size = 0;
    qint64 knownBefore = 0; ///< files of that name and size that the issue had before
    QString problem{}; ///< why it was refused: a sentence; empty: nobody has said no yet
    QDateTime attachedAt{}; ///< invalid as long as it is to be attached

    bool operator==(const LinkedFile &) const = default;
};

} // namespace fairlead::publishing
