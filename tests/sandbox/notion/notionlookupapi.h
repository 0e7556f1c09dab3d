// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionapi.h"

#include <chrono>

namespace fairlead::sandbox {

/** What is looked up: people, databases, data sources and their rows, and the search by title. */
class NotionLookupApi
{
public:
    /** A search sees new pages only after the lag. */
    NotionLookupApi(NotionWorkspace &workspace, std::chrono::milliseconds searchLag)
        : m_workspace(workspace)
        , m_searchLag(searchLag)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    [[nodiscard]] Response getSelf(const NotionCall &call);
    [[nodiscard]] Response getUsers(const NotionCall &call);
    [[nodiscard]] Response getUser(const NotionCall &call);
    [[nodiscard]] Response getDatabase(const NotionCall &call);
    [[nodiscard]] Response getDataSource(const NotionCall &call);
    [[nodiscard]] Response queryDataSource(const NotionCall &call);
    [[nodiscard]] Response search(const NotionCall &call);

    NotionWorkspace &m_workspace;
    std::chrono::milliseconds m_searchLag;
};

} // namespace fairlead::sandbox
