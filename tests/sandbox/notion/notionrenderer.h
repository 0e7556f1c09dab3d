// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionworkspace.h"

namespace fairlead::sandbox {

/** Writes what the workspace holds in the forms of Notion's answers. */
class NotionRenderer
{
public:
    explicit NotionRenderer(const NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    [[nodiscard]] static QJsonObject user(const NotionUser &user);
    [[nodiscard]] QJsonObject bot(const NotionConnection &connection) const;

    /** `onlyProperties` are ids or names; empty: all. */
    [[nodiscard]] QJsonObject page(const NotionPage &page,
                                   const QStringList &onlyProperties = {}) const;
    [[nodiscard]] QJsonObject database(const NotionDatabase &database) const;
    [[nodiscard]] QJsonObject dataSource(const NotionDataSource &source) const;
    [[nodiscard]] static QJsonObject comment(const NotionComment &comment);

    /** The address in a browser. */
    [[nodiscard]] static QString url(const QString &title, const QString &id);

private:
    /** A person or a bot as properties show them; elsewhere the id is all there is. */
    [[nodiscard]] QJsonObject whole(const QString &userId) const;
    [[nodiscard]] QJsonObject parent(const NotionParent &parent) const;
    [[nodiscard]] QJsonValue value(const NotionPage &page, const NotionProperty &property) const;

    const NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
