// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionapi.h"

namespace fairlead::sandbox {

/** Databases: made with a first data source, their columns changed, their templates listed. */
class NotionSchemaApi
{
public:
    explicit NotionSchemaApi(NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    [[nodiscard]] Response createDatabase(const NotionCall &call);
    [[nodiscard]] Response updateDataSource(const NotionCall &call);
    [[nodiscard]] Response templates(const NotionCall &call);
    [[nodiscard]] std::optional<Response> readParent(const NotionCall &call,
                                                     NotionDatabase &database);

    NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
