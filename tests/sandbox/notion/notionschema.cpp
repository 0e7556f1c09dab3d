// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionschema.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionproperties.h"

#include <QSet>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOptions = 100;

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

const QStringList &types()
{
    static const QStringList all{u"title"_s,
                                 u"rich_text"_s,
                                 u"number"_s,
                                 u"select"_s,
                                 u"multi_select"_s,
                                 u"status"_s,
                                 u"date"_s,
                                 u"people"_s,
                                 u"files"_s,
                                 u"checkbox"_s,
                                 u"url"_s,
                                 u"email"_s,
                                 u"phone_number"_s,
                                 u"formula"_s,
                                 u"relation"_s,
                                 u"rollup"_s,
                                 u"created_time"_s,
                                 u"created_by"_s,
                                 u"last_edited_time"_s,
                                 u"last_edited_by"_s,
                                 u"unique_id"_s,
                                 u"verification"_s,
                                 u"button"_s,
                                 u"place"_s};
    return all;
}

bool hasOptions(const QString &type)
{
    return type == "select"_L1 || type == "multi_select"_L1 || type == "status"_L1;
}

QString newPropertyId(const QString &type)
{
    return type == "title"_L1 ? u"title"_s : NotionWorkspace::newId().left(4);
}

QJsonArray defaultStatus()
{
    QJsonArray options;
    for (const QString &name : {u"Not started"_s, u"In progress"_s, u"Done"_s})
        options.append(QJsonObject{{u"id"_s, NotionWorkspace::newId()},
                                   {u"name"_s, name},
                                   {u"color"_s, u"default"_s},
                                   {u"description"_s, QJsonValue::Null}});
    return options;
}

} // namespace

Result<QJsonArray> NotionSchema::readOptions(const QString &type,
                                             const QJsonValue &sent,
                                             const QString &path,
                                             const NotionProperty *before) const
{
    if (sent.isUndefined())
        return type == "status"_L1 ? defaultStatus() : QJsonArray();
    if (!sent.isArray())
        return complaint(path, u"an array"_s, sent);
    const QJsonArray given = sent.toArray();
    if (given.size() > mostOptions)
        return complaint(path + u".length"_s, u"≤ `100`"_s, given.size());
    QJsonArray options;
    QSet<QString> names;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString inner = u"%1[%2]"_s.arg(path).arg(i);
        const QString unknown = notionUnknownMember(
            given[i].toObject(), {u"id"_s, u"name"_s, u"color"_s, u"description"_s}, inner);
        if (!unknown.isEmpty())
            return failure(ErrorCode::InvalidInput, unknown);
        const QString id = given[i]["id"_L1].toString();
        QString name = given[i]["name"_L1].toString();
        if (id.isEmpty() && name.isEmpty())
            return complaint(inner + u".name"_s, u"defined"_s, given[i]["name"_L1]);
        if (type != "status"_L1 && name.contains(u','))
            return failure(ErrorCode::InvalidInput,
                           u"Invalid select option, commas not allowed: %1"_s.arg(name));
        QJsonObject option =
            before ? notionOption(*before, id.isEmpty() ? name : id) : QJsonObject();
        if (option.isEmpty()) {
            if (!id.isEmpty())
                return failure(ErrorCode::InvalidInput,
                               u"Could not find option with ID: %1."_s.arg(id));
            option = {{u"id"_s, NotionWorkspace::newId()},
                      {u"name"_s, name},
                      {u"color"_s, given[i]["color"_L1].toString(u"default"_s)}};
        } else if (!name.isEmpty() && option["name"_L1].toString() != name) {
            return failure(
                ErrorCode::InvalidInput,
                u"Cannot update name of select with name: %1."_s.arg(option["name"_L1].toString()));
        }
        name = option["name"_L1].toString();
        if (names.contains(name))
            return failure(ErrorCode::InvalidInput,
                           u"Select options must be unique: %1 is there twice."_s.arg(name));
        names.insert(name);
        option.insert(u"description"_s, QJsonValue::Null);
        options.append(option);
    }
    return options;
}

Result<QJsonObject> NotionSchema::readRelation(const QJsonObject &sent, const QString &path) const
{
    const QString id = notionId(sent["data_source_id"_L1].toString());
    if (id.isEmpty())
        return complaint(path + u".data_source_id"_s, u"a valid uuid"_s, sent["data_source_id"_L1]);
    const NotionDataSource *source = m_workspace.dataSource(id);
    if (!source || !m_workspace.sees(m_caller, *source))
        return failure(ErrorCode::InvalidInput,
                       u"Could not find data_source with ID: %1."_s.arg(id));
    if (!sent["single_property"_L1].isObject() && !sent["dual_property"_L1].isObject())
        return complaint(path + u".single_property"_s, u"defined"_s, QJsonValue::Undefined);
    return QJsonObject{{u"data_source_id"_s, id},
                       {u"type"_s, u"single_property"_s},
                       {u"single_property"_s, QJsonObject()}};
}

Result<QJsonObject> NotionSchema::readConfig(const QString &type,
                                             const QJsonObject &sent,
                                             const QString &path,
                                             const NotionProperty *before) const
{
    if (hasOptions(type)) {
        if (const QString unknown = notionUnknownMember(sent, {u"options"_s}, path);
            !unknown.isEmpty())
            return failure(ErrorCode::InvalidInput, unknown);
        if (before && !sent.contains("options"_L1))
            return before->config;
        const auto options = readOptions(type, sent["options"_L1], path + u".options"_s, before);
        if (!options)
            return tl::unexpected(options.error());
        return QJsonObject{{u"options"_s, *options}};
    }
    if (type == "number"_L1)
        return QJsonObject{{u"format"_s, sent["format"_L1].toString(u"number"_s)}};
    if (type == "unique_id"_L1)
        return QJsonObject{{u"prefix"_s, sent["prefix"_L1]}};
    if (type == "relation"_L1)
        return readRelation(sent, path);
    if (type == "formula"_L1 || type == "rollup"_L1)
        return sent;
    if (!sent.isEmpty())
        return complaint(path + u'.' + sent.begin().key(), u"not present"_s, *sent.begin());
    return QJsonObject();
}

Result<NotionProperty> NotionSchema::read(const QString &name,
                                          const QJsonObject &sent,
                                          const QString &path,
                                          const NotionProperty *before) const
{
    NotionProperty property;
    property.name = sent["name"_L1].toString(before ? before->name : name);
    for (const QString &type : types()) {
        if (sent[type].isObject())
            property.type = type;
    }
    const QString unknown =
        notionUnknownMember(sent, {u"type"_s, u"name"_s, u"description"_s, property.type}, path);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    if (property.type.isEmpty()) {
        if (!before || !sent.contains("name"_L1))
            return complaint(path + u".title"_s, u"defined"_s, QJsonValue::Undefined);
        property.type = before->type;
        property.config = before->config;
        property.id = before->id;
        return property;
    }
    const bool isSameType = before && before->type == property.type;
    if (before && !isSameType && (before->type == "title"_L1 || property.type == "title"_L1))
        return failure(ErrorCode::InvalidInput,
                       u"Cannot change the type of the title property %1."_s.arg(name));
    const auto config = readConfig(property.type,
                                   sent[property.type].toObject(),
                                   path + u'.' + property.type,
                                   isSameType ? before : nullptr);
    if (!config)
        return tl::unexpected(config.error());
    property.config = *config;
    property.id = before ? before->id : newPropertyId(property.type);
    return property;
}

Result<QList<NotionProperty>> NotionSchema::created(const QJsonValue &sent,
                                                    const QString &path) const
{
    if (sent.isUndefined())
        return QList<NotionProperty>{
            {.id = u"title"_s, .name = u"Name"_s, .type = u"title"_s, .config = {}}};
    if (!sent.isObject())
        return complaint(path, u"an object"_s, sent);
    const QJsonObject wanted = sent.toObject();
    QList<NotionProperty> properties;
    qsizetype titles = 0;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const auto property =
            read(it.key(), it.value().toObject(), path + u'.' + it.key(), nullptr);
        if (!property)
            return tl::unexpected(property.error());
        titles += property->type == "title"_L1 ? 1 : 0;
        properties.append(*property);
    }
    if (titles != 1)
        return failure(ErrorCode::InvalidInput,
                       titles == 0 ? u"Title is not provided"_s
                                   : u"Only one property may be the title."_s);
    return properties;
}

void NotionSchema::dropValues(const NotionDataSource &source, const QString &propertyId) const
{
    for (NotionPage &page : m_workspace.pages) {
        if (page.parent.id == source.id)
            page.values.remove(propertyId);
    }
}

void NotionSchema::dropMissingOptions(const NotionDataSource &source,
                                      const NotionProperty &property) const
{
    const auto isThere = [&property](const QJsonValue &value) {
        return !notionOption(property, value["id"_L1].toString()).isEmpty();
    };
    for (NotionPage &page : m_workspace.pages) {
        if (page.parent.id != source.id || !page.values.contains(property.id))
            continue;
        const QJsonValue value = page.values.value(property.id);
        if (!value.isArray()) {
            if (!isThere(value))
                page.values.remove(property.id);
            continue;
        }
        QJsonArray kept;
        for (const auto &each : value.toArray()) {
            if (isThere(each))
                kept.append(each);
        }
        page.values.insert(property.id, kept);
    }
}

Result<> NotionSchema::change(NotionDataSource &source, const QJsonValue &sent) const
{
    if (!sent.isObject())
        return complaint(u"body.properties"_s, u"an object"_s, sent);
    const QJsonObject wanted = sent.toObject();
    NotionDataSource changed = source;
    QStringList emptied;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const QString path = u"body.properties."_s + it.key();
        const auto before = std::find_if(
            changed.properties.begin(), changed.properties.end(), [&it](const auto &each) {
                return each.name == it.key() || each.id == it.key();
            });
        const bool isKnown = before != changed.properties.end();
        if (it.value().isNull()) {
            if (!isKnown)
                return failure(ErrorCode::InvalidInput,
                               u"%1 is not a property that exists."_s.arg(it.key()));
            if (before->type == "title"_L1)
                return failure(ErrorCode::InvalidInput,
                               u"Cannot delete the title property %1."_s.arg(it.key()));
            emptied.append(before->id);
            changed.properties.erase(before);
            continue;
        }
        const auto property =
            read(it.key(), it.value().toObject(), path, isKnown ? &*before : nullptr);
        if (!property)
            return tl::unexpected(property.error());
        const bool isTaken = std::any_of(
            changed.properties.begin(), changed.properties.end(), [&](const auto &each) {
                return each.name == property->name && each.id != property->id;
            });
        if (isTaken || (!isKnown && property->type == "title"_L1))
            return failure(ErrorCode::InvalidInput,
                           u"There is a property %1 already."_s.arg(property->name));
        if (!isKnown) {
            changed.properties.append(*property);
            continue;
        }
        if (before->type != property->type)
            emptied.append(before->id);
        *before = *property;
    }
    for (const QString &id : std::as_const(emptied))
        dropValues(source, id);
    source = changed;
    for (const NotionProperty &property : std::as_const(source.properties)) {
        if (hasOptions(property.type))
            dropMissingOptions(source, property);
    }
    return {};
}

} // namespace fairlead::sandbox
