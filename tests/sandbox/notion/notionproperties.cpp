// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionproperties.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionrichtext.h"
#include "tests/sandbox/notion/notionuploads.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostItems = 100;

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

Result<QJsonValue> readDate(const QJsonValue &sent, const QString &path)
{
    if (sent.isNull())
        return QJsonValue(QJsonValue::Null);
    const auto isTime = [](const QJsonValue &value) {
        return value.isString()
            && QDateTime::fromString(value.toString(), Qt::ISODateWithMs).isValid();
    };
    if (!isTime(sent["start"_L1]))
        return complaint(path + u".start"_s, u"a valid ISO 8601 date string"_s, sent["start"_L1]);
    const QJsonValue end = sent["end"_L1];
    if (!end.isUndefined() && !end.isNull() && !isTime(end))
        return complaint(path + u".end"_s, u"a valid ISO 8601 date string"_s, end);
    return QJsonObject{
        {u"start"_s, sent["start"_L1]},
        {u"end"_s, end.isUndefined() ? QJsonValue(QJsonValue::Null) : end},
        {u"time_zone"_s,
         sent["time_zone"_L1].isString() ? sent["time_zone"_L1] : QJsonValue(QJsonValue::Null)}};
}

Result<QJsonValue> readShortText(const QString &type, const QJsonValue &sent, const QString &path)
{
    const int longest = type == "url"_L1 ? 2000 : 200;
    if (!sent.isString() && !sent.isNull())
        return complaint(path, u"a string or `null`"_s, sent);
    if (sent.toString().size() > longest)
        return complaint(path + u".length"_s, u"≤ `%1`"_s.arg(longest), sent.toString().size());
    return sent;
}

} // namespace

QJsonObject notionOption(const NotionProperty &property, const QString &nameOrId)
{
    const QJsonArray options = property.config["options"_L1].toArray();
    for (const auto &value : options) {
        if (value["name"_L1].toString() == nameOrId || value["id"_L1].toString() == nameOrId)
            return {{u"id"_s, value["id"_L1]},
                    {u"name"_s, value["name"_L1]},
                    {u"color"_s, value["color"_L1]}};
    }
    return {};
}

Result<> NotionProperties::write(NotionPage &page, const QJsonValue &sent)
{
    if (!sent.isObject())
        return complaint(u"body.properties"_s, u"an object"_s, sent);
    const QJsonObject wanted = sent.toObject();
    const QList<NotionProperty> schema = m_workspace.schema(page);
    QMap<QString, QJsonValue> values;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const auto property =
            std::find_if(schema.begin(), schema.end(), [&it](const NotionProperty &candidate) {
                return candidate.name == it.key() || candidate.id == it.key();
            });
        if (property == schema.end())
            return failure(ErrorCode::InvalidInput,
                           u"%1 is not a property that exists."_s.arg(it.key()));
        const QString path = u"body.properties."_s + it.key();
        QJsonValue value = it.value()[property->type];
        // A page's title may also be sent as the bare array.
        if (property->type == "title"_L1 && it.value().isArray())
            value = it.value();
        if (value.isUndefined())
            return failure(ErrorCode::InvalidInput,
                           u"%1 is expected to be %2."_s.arg(it.key(), property->type));
        const Result<QJsonValue> read = this->read(*property, value, path + u'.' + property->type);
        if (!read)
            return tl::unexpected(read.error());
        values.insert(property->id, *read);
    }
    for (auto it = values.begin(); it != values.end(); ++it) {
        page.values.insert(it.key(), it.value());
        addOption(page, it.key(), it.value());
    }
    return {};
}

Result<QJsonValue> NotionProperties::read(const NotionProperty &property,
                                          const QJsonValue &sent,
                                          const QString &path)
{
    const QString &type = property.type;
    if (type == "title"_L1 || type == "rich_text"_L1) {
        const Result<QJsonArray> text = readRichText(sent, path);
        if (!text)
            return tl::unexpected(text.error());
        return QJsonValue(*text);
    }
    if (type == "number"_L1)
        return sent.isDouble() || sent.isNull() ? Result<QJsonValue>(sent)
                                                : complaint(path, u"a number or `null`"_s, sent);
    if (type == "checkbox"_L1)
        return sent.isBool() ? Result<QJsonValue>(sent) : complaint(path, u"a boolean"_s, sent);
    if (type == "date"_L1)
        return readDate(sent, path);
    if (type == "url"_L1 || type == "email"_L1 || type == "phone_number"_L1)
        return readShortText(type, sent, path);
    if (type == "select"_L1 || type == "status"_L1)
        return sent.isNull() ? Result<QJsonValue>(sent) : readOption(property, sent, path);
    if (type == "multi_select"_L1 || type == "people"_L1 || type == "relation"_L1
        || type == "files"_L1)
        return readList(property, sent, path);
    return failure(ErrorCode::InvalidInput,
                   u"%1 cannot be updated: the values of %2 properties are made by Notion."_s.arg(
                       property.name, type));
}

Result<QJsonValue> NotionProperties::readOption(const NotionProperty &property,
                                                const QJsonValue &sent,
                                                const QString &path)
{
    const QString name = sent["name"_L1].toString(sent["id"_L1].toString());
    if (name.isEmpty())
        return complaint(path + u".name"_s, u"defined"_s, sent["name"_L1]);
    const QJsonObject option = notionOption(property, name);
    if (!option.isEmpty())
        return QJsonValue(option);
    if (property.type == "status"_L1 || !sent["name"_L1].isString())
        return failure(
            ErrorCode::InvalidInput,
            u"Invalid status option. %1 option \"%2\" does not exist."_s.arg(property.name, name));
    if (name.contains(u','))
        return failure(ErrorCode::InvalidInput,
                       u"Invalid select option, commas not allowed: %1"_s.arg(name));
    return QJsonValue(QJsonObject{{u"id"_s, NotionWorkspace::newId()},
                                  {u"name"_s, name},
                                  {u"color"_s, sent["color"_L1].toString(u"default"_s)}});
}

Result<QJsonValue> NotionProperties::readList(const NotionProperty &property,
                                              const QJsonValue &sent,
                                              const QString &path)
{
    if (!sent.isArray())
        return complaint(path, u"an array"_s, sent);
    const QJsonArray items = sent.toArray();
    if (items.size() > mostItems)
        return complaint(path + u".length"_s, u"≤ `100`"_s, items.size());
    QJsonArray result;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString itemPath = u"%1[%2]"_s.arg(path).arg(i);
        const Result<QJsonValue> item = property.type == "multi_select"_L1
            ? readOption(property, items[i], itemPath)
            : readItem(property, items[i], itemPath);
        if (!item)
            return item;
        result.append(*item);
    }
    return QJsonValue(result);
}

Result<QJsonValue> NotionProperties::readItem(const NotionProperty &property,
                                              const QJsonValue &sent,
                                              const QString &path)
{
    if (property.type == "files"_L1)
        return readFile(sent, path);
    const QString id = notionId(sent["id"_L1].toString());
    if (id.isEmpty())
        return complaint(path + u".id"_s, u"a valid uuid"_s, sent["id"_L1]);
    if (property.type == "people"_L1) {
        const NotionUser *person = m_workspace.user(id);
        if (!person)
            return failure(ErrorCode::InvalidInput, u"Could not find user with ID: %1."_s.arg(id));
        return QJsonValue(QJsonObject{{u"object"_s, u"user"_s}, {u"id"_s, id}});
    }
    const NotionPage *related = m_workspace.page(id);
    if (!related || !m_workspace.sees(m_caller, *related))
        return failure(
            ErrorCode::InvalidInput,
            u"Could not find page with ID: %1. Make sure the relevant pages and "
            "databases are shared with your integration \"%2\"."_s.arg(id, m_caller.name));
    return QJsonValue(QJsonObject{{u"id"_s, id}});
}

Result<QJsonValue> NotionProperties::readFile(const QJsonValue &sent, const QString &path)
{
    QJsonObject file = sent.toObject();
    // What is there already comes back as it was read.
    if (NotionUploads::isStored(file))
        return QJsonValue(file);
    if (file.contains("file"_L1))
        return complaint(path + u".file_upload"_s, u"defined"_s, QJsonValue::Undefined);
    const Result<QJsonObject> media = NotionUploads(m_workspace).readMedia(file, path, m_caller);
    if (!media)
        return tl::unexpected(media.error());
    QJsonObject result = *media;
    result.remove(u"caption"_s);
    if (sent["name"_L1].isString())
        result.insert(u"name"_s, sent["name"_L1]);
    return QJsonValue(result);
}

void NotionProperties::addOption(const NotionPage &page,
                                 const QString &propertyId,
                                 const QJsonValue &option)
{
    if (option.isArray()) {
        const QJsonArray options = option.toArray();
        for (const auto &each : options)
            addOption(page, propertyId, each);
        return;
    }
    NotionDataSource *source = m_workspace.dataSource(page.parent.id);
    if (!source || !option["name"_L1].isString() || !option["color"_L1].isString())
        return;
    for (NotionProperty &property : source->properties) {
        const bool isSelect = property.type == "select"_L1 || property.type == "multi_select"_L1;
        if (property.id != propertyId || !isSelect
            || !notionOption(property, option["name"_L1].toString()).isEmpty())
            continue;
        QJsonArray options = property.config["options"_L1].toArray();
        QJsonObject added = option.toObject();
        added.insert(u"description"_s, QJsonValue::Null);
        options.append(added);
        property.config.insert(u"options"_s, options);
    }
}

} // namespace fairlead::sandbox
