// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionapi.h"

namespace fairlead::sandbox {

/** The content of pages as blocks: read, appended, changed, put into the trash and taken out. */
class NotionBlockApi
{
public:
    explicit NotionBlockApi(NotionWorkspace &workspace)
        : m_workspace(workspace)
    {}

    [[nodiscard]] QList<NotionRoute> routes();

private:
    /** A block where it stands, or a page or database that was asked for as one. */
    struct Place
    {
        NotionPage *page = nullptr; ///< that holds the block, or is it
        NotionDatabase *database = nullptr;
        NotionBlock *block = nullptr; ///< null: the page itself
        QList<NotionBlock> *siblings = nullptr;
        QString parentBlockId{};
        bool isTrashed = false;
    };

    [[nodiscard]] Response get(const NotionCall &call);
    [[nodiscard]] Response update(const NotionCall &call);
    [[nodiscard]] Response remove(const NotionCall &call);
    [[nodiscard]] Response children(const NotionCall &call);
    [[nodiscard]] Response append(const NotionCall &call);

    [[nodiscard]] std::optional<Place> find(const NotionCall &call);
    [[nodiscard]] static std::optional<Place> findIn(NotionPage &page,
                                                     QList<NotionBlock> &blocks,
                                                     const QString &id,
                                                     const QString &parentBlockId);
    [[nodiscard]] std::optional<Place> findTrashed(const NotionCall &call);
    [[nodiscard]] QJsonObject rendered(const Place &place) const;
    [[nodiscard]] QJsonObject rendered(const NotionBlock &block,
                                       const NotionPage &page,
                                       const QString &parentBlockId) const;
    [[nodiscard]] QJsonObject childObject(const QString &id) const;
    [[nodiscard]] Response changed(const NotionCall &call, const Place &place);
    [[nodiscard]] Response restored(const NotionCall &call, const Place &place);
    [[nodiscard]] Result<qsizetype> positionIn(const QJsonObject &body,
                                               const QList<NotionBlock> &blocks) const;
    void touch(const NotionCall &call, NotionPage &page);
    void stamp(const NotionCall &call, QList<NotionBlock> &blocks);

    NotionWorkspace &m_workspace;
};

} // namespace fairlead::sandbox
