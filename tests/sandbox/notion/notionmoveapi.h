// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionapi.h"

namespace fairlead::sandbox {

/** Moves pages below other pages and into data sources. */
class NotionMoveApi
{
public:
    explicit NotionMoveApi(NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    [[nodiscard]] Response move(const NotionCall &call);
    [[nodiscard]] bool isBelow(NotionParent place, const QString &pageId) const;

    NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
