// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionworkspace.h"

namespace fairlead::sandbox {

/** Uploaded files where they are used: in blocks and in properties of the kind files. */
class NotionUploads
{
public:
    explicit NotionUploads(NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    /** What stands under "image", "file", … in a request, in the form of answers. A file that was
     * not sent yet, has expired or is somebody else's is refused. */
    [[nodiscard]] Result<QJsonObject> readMedia(const QJsonObject &sent,
                                                const QString &path,
                                                const NotionConnection &caller);

    /** The upload with that id, for its owner. */
    [[nodiscard]] NotionUpload *find(const QString &id, const NotionConnection &caller);
    [[nodiscard]] bool isExpired(const NotionUpload &upload) const;
    [[nodiscard]] static QDateTime expiryOf(const NotionUpload &upload);

    /** A media block's content that shows the file at that address. */
    [[nodiscard]] static QJsonObject mediaOf(const QString &url, const QString &caption);
    [[nodiscard]] static QString urlOf(const QJsonObject &media);
    /** Whether a sent file is one that Notion keeps, as answers show it. */
    [[nodiscard]] static bool isStored(const QJsonObject &file);

private:
    [[nodiscard]] Result<QString> attached(const QJsonValue &id,
                                           const QString &path,
                                           const NotionConnection &caller);

    NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
