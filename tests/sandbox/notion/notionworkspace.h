// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "tests/sandbox/notion/notionmodel.h"

#include <list>

namespace fairlead::sandbox {

/**
 * One Notion workspace: what there is, and who may see it. A page is visible to a connection when
 * it or a page above it was shared with the connection, and no page between them is kept from it;
 * to a person, when they are in the audience of every page above it.
 */
class NotionWorkspace
{
public:
    /** The clock must outlive the workspace. */
    explicit NotionWorkspace(const Clock &clock)
        : m_clock(clock)
    {}

    QString id;
    QString name;
    qint64 largestUpload = 5'368'709'120; ///< bytes of one file, as in a paid plan
    QList<NotionUser> users;
    std::list<NotionConnection> connections; ///< a list, so that a caller stays where it is
    std::list<NotionPage> pages;
    std::list<NotionDatabase> databases;
    std::list<NotionDataSource> dataSources;
    QList<NotionComment> comments;
    QList<NotionView> views;
    QList<NotionViewQuery> viewQueries;
    QList<NotionUpload> uploads;
    QList<NotionTrashedBlock> trashedBlocks;
    QList<NotionTask> tasks;

    [[nodiscard]] QDateTime now() const { return m_clock.now(); }
    [[nodiscard]] static QString newId();

    [[nodiscard]] const NotionUser *user(const QString &userId) const;
    [[nodiscard]] const NotionUser *userByEmail(const QString &email) const;
    [[nodiscard]] NotionConnection *connection(const QByteArray &token);
    [[nodiscard]] const NotionConnection *bot(const QString &botId) const;
    [[nodiscard]] NotionPage *page(const QString &pageId);
    [[nodiscard]] const NotionPage *page(const QString &pageId) const;
    [[nodiscard]] NotionDatabase *database(const QString &databaseId);
    [[nodiscard]] const NotionDatabase *database(const QString &databaseId) const;
    [[nodiscard]] NotionDataSource *dataSource(const QString &dataSourceId);
    [[nodiscard]] const NotionDataSource *dataSource(const QString &dataSourceId) const;

    [[nodiscard]] bool sees(const NotionConnection &caller, const NotionPage &page) const;
    [[nodiscard]] bool sees(const NotionConnection &caller, const NotionDatabase &database) const;
    [[nodiscard]] bool sees(const NotionConnection &caller, const NotionDataSource &source) const;

    /** In the trash itself or with something above it. */
    [[nodiscard]] bool isTrashed(const NotionPage &page) const;
    [[nodiscard]] bool isTrashed(const NotionDatabase &database) const;

    /** A page's title without formatting; the id of the title property is always "title". */
    [[nodiscard]] static QString title(const NotionPage &page);
    /** Of a page in a data source, its schema; of another one, the title alone. */
    [[nodiscard]] QList<NotionProperty> schema(const NotionPage &page) const;

    /** The pages that a person may give to a connection: their own tops and the shared ones. */
    [[nodiscard]] QList<const NotionPage *> topPages(const QString &userId) const;

private:
    [[nodiscard]] const NotionPage *pageAbove(const NotionParent &parent) const;

    const Clock &m_clock;
};

} // namespace fairlead::sandbox
