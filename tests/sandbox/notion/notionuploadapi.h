// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionapi.h"

namespace fairlead::sandbox {

/** Files on their way into the workspace: started, sent in one or several parts, completed. */
class NotionUploadApi
{
public:
    explicit NotionUploadApi(NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    [[nodiscard]] Response create(const NotionCall &call);
    [[nodiscard]] Response get(const NotionCall &call);
    [[nodiscard]] Response send(const NotionCall &call);
    [[nodiscard]] Response complete(const NotionCall &call);
    [[nodiscard]] QString sizeComplaint(const NotionUpload &upload, int part, qsizetype size) const;

    NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
