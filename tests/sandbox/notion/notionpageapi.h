// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionapi.h"

namespace fairlead::sandbox {

/** Pages: create, read, change, and their content as Markdown. */
class NotionPageApi
{
public:
    /** Content longer than that is truncated when it is read. */
    NotionPageApi(NotionWorkspace &workspace, qsizetype longestMarkdown)
        : m_workspace(workspace)
        , m_longestMarkdown(longestMarkdown)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    [[nodiscard]] Response getPage(const NotionCall &call);
    [[nodiscard]] Response createPage(const NotionCall &call);
    [[nodiscard]] Response updatePage(const NotionCall &call);
    [[nodiscard]] Response getMarkdown(const NotionCall &call);
    [[nodiscard]] Response updateMarkdown(const NotionCall &call);

    [[nodiscard]] NotionPage *visiblePage(const NotionCall &call);
    [[nodiscard]] std::optional<Response> readParent(const NotionCall &call, NotionPage &page);
    [[nodiscard]] std::optional<Response> checkParent(const NotionCall &call,
                                                      const NotionParent &parent);
    [[nodiscard]] Result<> readContent(const NotionCall &call, NotionPage &page);
    /** Why the template cannot be had; nothing when the page has its content now. */
    [[nodiscard]] std::optional<Response> readTemplate(const NotionCall &call, NotionPage &page);
    [[nodiscard]] Response added(const NotionCall &call, const NotionPage &page);
    [[nodiscard]] Response later(const NotionCall &call,
                                 const QString &operation,
                                 const NotionPage &page);
    void touch(const NotionCall &call, NotionPage &page);
    void trash(const QStringList &ids);

    NotionWorkspace &m_workspace;
    qsizetype m_longestMarkdown;
};

} // namespace fairlead::sandbox
