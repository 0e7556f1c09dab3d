// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QByteArray>
#include <QString>

namespace fairlead::providers {
class ApprovedFolders;
} // namespace fairlead::providers

namespace fairlead::publishing {

/** A file of an approved folder, read once, as it becomes an issue. */
struct SourceFile
{
    enum class Kind {
        Markdown, ///< is the issue's description
        Text, ///< too, set in a block of code that keeps its lines
        Other, ///< can only be attached
    };

    QString path; ///< real and absolute
    QString workspace; ///< the approved folder that holds it
    Kind kind = Kind::Other;
    QByteArray content;
    QByteArray contentHash; ///< SHA-256, hex
    QString summary; ///< from the first heading, else "[workspace] file"; at most 255 characters
    QString description; ///< Markdown; without the heading that became the summary

    /** Errors of ApprovedFolders::openForReading(), Storage, and InvalidInput for an empty file. */
    [[nodiscard]] static Result<SourceFile> read(const providers::ApprovedFolders &folders,
                                                 const QString &path);
};

} // namespace fairlead::publishing
