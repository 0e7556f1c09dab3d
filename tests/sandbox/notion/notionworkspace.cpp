// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionworkspace.h"

#include "tests/sandbox/notion/notionrichtext.h"

#include <QUuid>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

template<typename Container>
auto *byId(Container &container, const QString &id)
{
    const auto found = std::find_if(
        container.begin(), container.end(), [&id](const auto &item) { return item.id == id; });
    return found == container.end() ? nullptr : &*found;
}

} // namespace

QString NotionWorkspace::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

const NotionUser *NotionWorkspace::user(const QString &userId) const
{
    return byId(users, userId);
}

const NotionUser *NotionWorkspace::userByEmail(const QString &email) const
{
    const auto found = std::find_if(users.begin(), users.end(), [&email](const NotionUser &user) {
        return user.email.compare(email, Qt::CaseInsensitive) == 0;
    });
    return found == users.end() ? nullptr : &*found;
}

NotionConnection *NotionWorkspace::connection(const QByteArray &token)
{
    const auto found =
        std::find_if(connections.begin(), connections.end(), [&token](const NotionConnection &c) {
            return !token.isEmpty() && c.token == token;
        });
    return found == connections.end() ? nullptr : &*found;
}

const NotionConnection *NotionWorkspace::bot(const QString &botId) const
{
    return byId(connections, botId);
}

NotionPage *NotionWorkspace::page(const QString &pageId)
{
    return byId(pages, pageId);
}

const NotionPage *NotionWorkspace::page(const QString &pageId) const
{
    return byId(pages, pageId);
}

NotionDatabase *NotionWorkspace::database(const QString &databaseId)
{
    return byId(databases, databaseId);
}

const NotionDatabase *NotionWorkspace::database(const QString &databaseId) const
{
    return byId(databases, databaseId);
}

NotionDataSource *NotionWorkspace::dataSource(const QString &dataSourceId)
{
    return byId(dataSources, dataSourceId);
}

const NotionDataSource *NotionWorkspace::dataSource(const QString &dataSourceId) const
{
    return byId(dataSources, dataSourceId);
}

const NotionPage *NotionWorkspace::pageAbove(const NotionParent &parent) const
{
    if (parent.kind == NotionParent::Kind::Page)
        return page(parent.id);
    QString databaseId = parent.id;
    if (parent.kind == NotionParent::Kind::DataSource) {
        const NotionDataSource *source = dataSource(parent.id);
        databaseId = source ? source->databaseId : QString();
    }
    const NotionDatabase *above = database(databaseId);
    return above ? pageAbove(above->parent) : nullptr;
}

bool NotionWorkspace::sees(const NotionConnection &caller, const NotionPage &page) const
{
    // A person's limits hold for what they let in, too; a bot of the workspace is in no audience.
    bool isShared = caller.kind == NotionConnection::Kind::Personal;
    for (const NotionPage *at = &page; at; at = pageAbove(at->parent)) {
        isShared = isShared || caller.pageIds.contains(at->id);
        if (!at->audience.isEmpty() && !at->audience.contains(caller.ownerId)
            && !caller.pageIds.contains(at->id))
            return false;
    }
    return isShared;
}

bool NotionWorkspace::sees(const NotionConnection &caller, const NotionDatabase &database) const
{
    const NotionPage *above = pageAbove(database.parent);
    return caller.pageIds.contains(database.id) || (above && sees(caller, *above));
}

bool NotionWorkspace::sees(const NotionConnection &caller, const NotionDataSource &source) const
{
    const NotionDatabase *holder = database(source.databaseId);
    return holder && sees(caller, *holder);
}

bool NotionWorkspace::isTrashed(const NotionPage &page) const
{
    if (page.parent.kind == NotionParent::Kind::DataSource) {
        const NotionDataSource *source = dataSource(page.parent.id);
        const NotionDatabase *holder = source ? database(source->databaseId) : nullptr;
        return page.isTrashed || (holder && isTrashed(*holder));
    }
    const NotionPage *above = pageAbove(page.parent);
    return page.isTrashed || (above && isTrashed(*above));
}

bool NotionWorkspace::isTrashed(const NotionDatabase &database) const
{
    const NotionPage *above = pageAbove(database.parent);
    return database.isTrashed || (above && isTrashed(*above));
}

QString NotionWorkspace::title(const NotionPage &page)
{
    return plainText(page.values.value(u"title"_s).toArray());
}

QList<NotionProperty> NotionWorkspace::schema(const NotionPage &page) const
{
    if (page.parent.kind == NotionParent::Kind::DataSource) {
        if (const NotionDataSource *source = dataSource(page.parent.id))
            return source->properties;
    }
    return {{.id = u"title"_s, .name = u"title"_s, .type = u"title"_s, .config = {}}};
}

QList<const NotionPage *> NotionWorkspace::topPages(const QString &userId) const
{
    QList<const NotionPage *> result;
    for (const NotionPage &page : pages) {
        const bool isTop = page.parent.kind == NotionParent::Kind::Workspace && !page.isTrashed;
        if (isTop && (page.audience.isEmpty() || page.audience.contains(userId)))
            result.append(&page);
    }
    return result;
}

} // namespace fairlead::sandbox
