// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionseed.h"

#include "tests/sandbox/notion/notionproperties.h"
#include "tests/sandbox/notion/notionrichtext.h"

#include <QUuid>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QStringList strings(const QJsonValue &array)
{
    QStringList result;
    for (const auto &value : array.toArray())
        result.append(value.toString());
    return result;
}

QJsonValue emoji(const QJsonValue &icon)
{
    return icon.isString() ? QJsonValue(QJsonObject{{u"type"_s, u"emoji"_s}, {u"emoji"_s, icon}})
                           : QJsonValue(QJsonValue::Null);
}

/** The same at each start. */
QString derivedId(const QString &id, const QByteArray &name)
{
    return QUuid::createUuidV5(QUuid::fromString(id), name).toString(QUuid::WithoutBraces);
}

NotionParent parentOf(const QJsonValue &json)
{
    if (json["page"_L1].isString())
        return {.kind = NotionParent::Kind::Page, .id = json["page"_L1].toString()};
    if (json["dataSource"_L1].isString())
        return {.kind = NotionParent::Kind::DataSource, .id = json["dataSource"_L1].toString()};
    return {};
}

/** Reads one seed document into one workspace; lives for that long only. */
class Filler
{
public:
    Filler(NotionWorkspace &workspace, const QJsonObject &seed)
        : m_workspace(workspace)
        , m_seed(seed)
        , m_now(workspace.now())
    {}

    void fill();

private:
    [[nodiscard]] NotionTimes times(const QJsonValue &json) const;
    void addConnection(const QJsonObject &json);
    void addDatabase(const QJsonObject &json);
    void addViews(const NotionDatabase &database, const NotionDataSource &source);
    static void addTemplates(NotionDataSource &source);
    void addPage(const QJsonObject &json);
    [[nodiscard]] QJsonValue value(const NotionProperty &property, const QJsonValue &json) const;

    NotionWorkspace &m_workspace;
    QJsonObject m_seed;
    QDateTime m_now;
};

void Filler::fill()
{
    m_workspace.id = m_seed["id"_L1].toString();
    m_workspace.name = m_seed["name"_L1].toString();
    for (const auto &json : m_seed["users"_L1].toArray())
        m_workspace.users.append({.id = json["id"_L1].toString(),
                                  .alias = json["alias"_L1].toString(),
                                  .name = json["name"_L1].toString(),
                                  .email = json["email"_L1].toString(),
                                  .password = json["password"_L1].toString()});
    for (const auto &json : m_seed["connections"_L1].toArray())
        addConnection(json.toObject());
    for (const auto &json : m_seed["databases"_L1].toArray())
        addDatabase(json.toObject());
    for (const auto &json : m_seed["pages"_L1].toArray())
        addPage(json.toObject());
    for (const auto &json : m_seed["comments"_L1].toArray()) {
        const NotionUser *author = m_workspace.user(json["author"_L1].toString());
        m_workspace.comments.append({.id = json["id"_L1].toString(),
                                     .pageId = json["page"_L1].toString(),
                                     .discussionId = json["discussion"_L1].toString(),
                                     .authorId = json["author"_L1].toString(),
                                     .richText = richTextFromMarkdown(json["text"_L1].toString()),
                                     .created = m_now.addSecs(-60 * json["ago"_L1].toInteger()),
                                     .nameType = u"user"_s,
                                     .name = author ? author->name : QString()});
    }
}

NotionTimes Filler::times(const QJsonValue &json) const
{
    return {.created = m_now.addSecs(-60 * json["created"_L1].toInteger()),
            .edited = m_now.addSecs(-60 * json["edited"_L1].toInteger()),
            .createdBy = json["createdBy"_L1].toString(),
            .editedBy = json["editedBy"_L1].toString()};
}

void Filler::addConnection(const QJsonObject &json)
{
    NotionConnection connection;
    connection.id = json["id"_L1].toString();
    connection.name = json["name"_L1].toString();
    connection.token = json["token"_L1].toString().toUtf8();
    connection.ownerId = json["owner"_L1].toString();
    connection.pageIds = strings(json["pages"_L1]);
    if (!connection.ownerId.isEmpty())
        connection.kind = NotionConnection::Kind::Personal;
    if (json["readOnly"_L1].toBool())
        connection.missing = {NotionCapability::UpdateContent,
                              NotionCapability::InsertContent,
                              NotionCapability::InsertComments,
                              NotionCapability::ReadUsers};
    m_workspace.connections.push_back(connection);
}

void Filler::addDatabase(const QJsonObject &json)
{
    NotionDatabase database;
    database.id = json["id"_L1].toString();
    database.parent = parentOf(json["parent"_L1]);
    database.title = json["title"_L1].toString();
    database.description = json["description"_L1].toString();
    database.icon = emoji(json["icon"_L1]);
    database.times = times(json);
    NotionDataSource source;
    source.id = json["dataSource"_L1].toString();
    source.databaseId = database.id;
    source.title = database.title;
    source.times = database.times;
    for (const auto &property : json["properties"_L1].toArray())
        source.properties.append({.id = property["id"_L1].toString(),
                                  .name = property["name"_L1].toString(),
                                  .type = property["type"_L1].toString(),
                                  .config = property["config"_L1].toObject()});
    database.dataSourceIds = {source.id};
    addViews(database, source);
    addTemplates(source);
    m_workspace.databases.push_back(database);
    m_workspace.dataSources.push_back(source);
}

void Filler::addViews(const NotionDatabase &database, const NotionDataSource &source)
{
    NotionView view{.id = derivedId(database.id, "all"),
                    .databaseId = database.id,
                    .dataSourceId = source.id,
                    .name = u"All"_s,
                    .type = u"table"_s,
                    .filter = {},
                    .sorts = {},
                    .times = database.times};
    m_workspace.views.append(view);
    for (const NotionProperty &property : source.properties) {
        if (property.type != "status"_L1)
            continue;
        view.id = derivedId(database.id, "open");
        view.name = u"Open"_s;
        view.type = u"board"_s;
        view.filter = {{u"property"_s, property.name},
                       {u"status"_s, QJsonObject{{u"does_not_equal"_s, u"Done"_s}}}};
        view.sorts = {QJsonObject{{u"property"_s, u"Due"_s}, {u"direction"_s, u"ascending"_s}}};
        m_workspace.views.append(view);
    }
}

void Filler::addTemplates(NotionDataSource &source)
{
    // Only what is written down again and again has templates.
    const bool isMeetings = source.title.startsWith("Meeting"_L1);
    if (!isMeetings && !source.title.startsWith("Product"_L1))
        return;
    const QStringList names = isMeetings ? QStringList{u"Stand-up"_s, u"Retro"_s, u"Planning"_s}
                                         : QStringList{u"Product spec"_s};
    for (const QString &name : names)
        source.templates.append({.id = derivedId(source.id, name.toUtf8()),
                                 .name = name,
                                 .isDefault = name == names.first(),
                                 .content = u"## %1\n\nWho was there:"_s.arg(name)});
}

QJsonValue Filler::value(const NotionProperty &property, const QJsonValue &json) const
{
    const QString &type = property.type;
    if (type == "title"_L1 || type == "rich_text"_L1)
        return richTextFromMarkdown(json.toString());
    if (type == "select"_L1 || type == "status"_L1)
        return notionOption(property, json.toString());
    if (type == "date"_L1)
        return QJsonObject{
            {u"start"_s, m_now.date().addDays(json.toInteger()).toString(Qt::ISODate)},
            {u"end"_s, QJsonValue::Null},
            {u"time_zone"_s, QJsonValue::Null}};
    if (type == "unique_id"_L1)
        return QJsonObject{{u"prefix"_s, property.config["prefix"_L1]}, {u"number"_s, json}};
    if (!json.isArray())
        return json;
    QJsonArray list;
    for (const auto &item : json.toArray()) {
        if (type == "multi_select"_L1)
            list.append(notionOption(property, item.toString()));
        else if (type == "people"_L1)
            list.append(QJsonObject{{u"object"_s, u"user"_s}, {u"id"_s, item}});
        else
            list.append(QJsonObject{{u"id"_s, item}});
    }
    return list;
}

void Filler::addPage(const QJsonObject &json)
{
    NotionPage page;
    page.id = json["id"_L1].toString();
    page.parent = parentOf(json["parent"_L1]);
    page.content = json["content"_L1].toString();
    page.icon = emoji(json["icon"_L1]);
    page.times = times(json);
    page.audience = strings(json["audience"_L1]);
    page.isTrashed = json["inTrash"_L1].toBool();
    const QJsonObject values = json["values"_L1].toObject();
    const QList<NotionProperty> schema = m_workspace.schema(page);
    for (const NotionProperty &property : schema) {
        if (values.contains(property.name))
            page.values.insert(property.id, value(property, values[property.name]));
    }
    m_workspace.pages.push_back(page);
}

} // namespace

void fillWorkspace(NotionWorkspace &workspace, const QJsonObject &seed)
{
    Filler(workspace, seed).fill();
}

} // namespace fairlead::sandbox
