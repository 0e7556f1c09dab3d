// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionapi.h"

namespace fairlead::sandbox {

/** Views of databases, their rows, and the tasks that Notion finishes later. */
class NotionViewApi
{
public:
    explicit NotionViewApi(NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    [[nodiscard]] Response list(const NotionCall &call);
    [[nodiscard]] Response get(const NotionCall &call);
    [[nodiscard]] Response query(const NotionCall &call);
    [[nodiscard]] Response results(const NotionCall &call);
    [[nodiscard]] Response task(const NotionCall &call);

    [[nodiscard]] const NotionView *visibleView(const NotionCall &call) const;
    [[nodiscard]] QJsonObject rendered(const NotionView &view) const;

    NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
