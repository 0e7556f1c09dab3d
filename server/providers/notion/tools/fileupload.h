// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/approvedfolders.h"
#include "server/providers/notion/notionsessions.h"
#include "server/tools/tool.h"

namespace fairlead::providers::notion {

/** A file to upload, open at its begin. */
struct UploadSource
{
    QString name; ///< has passed ApprovedFolders::fileName()
    QString type; ///< "image/png"
    std::shared_ptr<QIODevice> device; // shared only because a value is copied into tasks

    [[nodiscard]] qint64 size() const { return device->size(); }
    /** "image", "video", "audio", "pdf" or "file": the type of block that shows it. */
    [[nodiscard]] QString blockType() const;
};

/** From the arguments "path", or "name" with "content" or "content_base64". */
[[nodiscard]] Result<UploadSource> uploadSource(const ApprovedFolders &files,
                                                const QJsonObject &arguments);

/** Sends the file, in parts when it is large, and returns the id under which it can be used. */
[[nodiscard]] QCoro::Task<Result<QString>> uploadFile(
    NotionSessions::Session session,
    UploadSource source,
    std::function<void(tools::Progress)> reportProgress);

} // namespace fairlead::providers::notion
