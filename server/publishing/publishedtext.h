// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/publishing/sourcefile.h"

#include <QList>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace fairlead::publishing {

/** A file that goes with an issue as an attachment. */
struct AttachedSource
{
    QString name; ///< has passed ApprovedFolders::fileName()
    QString path; ///< real and absolute
    QByteArray content;
};

/** A file's text as the description of its issue, and what has to be attached for it. */
struct PublishedText
{
    QString description; ///< Markdown
    QList<AttachedSource> attachments; ///< its pictures; and itself, where the text is not all
    QStringList notes; ///< what could not be taken along, a sentence each
};

/** The address of the issue that a file became; an empty one: none. */
using IssueOfFile = std::function<QUrl(const QString &path)>;

/**
 * Pictures that the text shows are attached and named in their place, since Jira shows none that
 * lies elsewhere. Links to files become links to the issues that they became, or their text. What
 * is longer than Jira takes is cut, and the file attached. `attachOriginal`: attach it anyway.
 */
[[nodiscard]] PublishedText publishedText(const SourceFile &file,
                                          const providers::ApprovedFolders &folders,
                                          const IssueOfFile &issueOf,
                                          bool attachOriginal);

} // namespace fairlead::publishing
