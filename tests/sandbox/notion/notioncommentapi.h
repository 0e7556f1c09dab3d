// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionapi.h"

namespace fairlead::sandbox {

/** Comments on pages. What a connection wrote, only that connection changes. */
class NotionCommentApi
{
public:
    explicit NotionCommentApi(NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    [[nodiscard]] Response list(const NotionCall &call);
    [[nodiscard]] Response get(const NotionCall &call);
    [[nodiscard]] Response create(const NotionCall &call);
    [[nodiscard]] Response update(const NotionCall &call);
    [[nodiscard]] Response remove(const NotionCall &call);
    [[nodiscard]] NotionComment *own(const NotionCall &call);
    [[nodiscard]] std::optional<Response> readPlace(const NotionCall &call, NotionComment &comment);
    [[nodiscard]] Result<> readName(const NotionCall &call, NotionComment &comment) const;
    [[nodiscard]] bool sees(const NotionConnection &caller, const QString &pageId) const;

    NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
