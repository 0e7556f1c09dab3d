// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

#include <QHash>
#include <QSet>

namespace fairlead::sandbox {

/**
 * How files reach Jira through Atlassian's remote MCP server, in the place of
 * https://api.media.atlassian.com: the tool names an address and a token that is good for one file
 * and a short while, as a curl command; the file goes there, and the tool is told its id.
 */
class AtlassianUploads final
{
public:
    struct File
    {
        QString name;
        QByteArray content;
    };

    /** What the tool says before the file is sent. */
    [[nodiscard]] QJsonObject offer(const QString &origin, const QString &filePath);
    /** The file being sent; nothing for a request that is about something else. */
    [[nodiscard]] std::optional<Response> answer(const Request &request);
    /** Null for an id that was never given out. */
    [[nodiscard]] const File *file(const QString &id) const;
    void clear();

private:
    QSet<QByteArray> m_tokens; ///< not used yet
    QHash<QString, File> m_files; ///< by id
};

} // namespace fairlead::sandbox
