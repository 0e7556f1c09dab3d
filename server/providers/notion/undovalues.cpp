// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/undovalues.h"

#include "server/providers/notion/propertytext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

tl::unexpected<Error> notTakenBack(const QString &name, const QString &why)
{
    return failure(ErrorCode::InvalidInput,
                   u"It cannot be undone: %1 had %2. Set it in Notion."_s.arg(name, why));
}

QJsonArray onlyIds(const QJsonArray &list)
{
    QJsonArray ids;
    for (const auto &each : list)
        ids.append(QJsonObject{{u"id"_s, each["id"_L1]}});
    return ids;
}

/** By name: an option that somebody has removed since is made again. */
QJsonValue onlyName(const QJsonValue &option)
{
    if (!option.isObject())
        return QJsonValue::Null;
    return QJsonObject{{u"name"_s, option["name"_L1]}};
}

QJsonArray onlyNames(const QJsonArray &options)
{
    QJsonArray names;
    for (const auto &option : options)
        names.append(onlyName(option));
    return names;
}

QString wordsOf(const QJsonArray &richText)
{
    QString text;
    for (const auto &part : richText)
        text += part["plain_text"_L1].toString();
    return text;
}

} // namespace

QJsonArray settableWords(const QJsonArray &richText)
{
    QJsonArray words;
    for (const auto &part : richText) {
        const QString type = part["type"_L1].toString();
        QJsonObject word{{u"type"_s, type}, {type, part[type]}};
        if (part["annotations"_L1].isObject())
            word.insert(u"annotations"_s, part["annotations"_L1]);
        words.append(word);
    }
    return words;
}

Result<QJsonObject> settableProperty(const QString &name, const QJsonObject &property)
{
    const QString type = property.value("type"_L1).toString();
    const QJsonValue value = property.value(type);
    if (type == "files"_L1 && !value.toArray().isEmpty())
        return notTakenBack(name, u"files, which Notion does not take back"_s);
    if (type == "relation"_L1 && property.value("has_more"_L1).toBool())
        return notTakenBack(name, u"more relations than Notion shows"_s);
    if (type == "title"_L1 || type == "rich_text"_L1)
        return QJsonObject{{type, settableWords(value.toArray())}};
    if (type == "people"_L1 || type == "relation"_L1)
        return QJsonObject{{type, onlyIds(value.toArray())}};
    if (type == "select"_L1 || type == "status"_L1)
        return QJsonObject{{type, onlyName(value)}};
    if (type == "multi_select"_L1)
        return QJsonObject{{type, onlyNames(value.toArray())}};
    return QJsonObject{{type, value}};
}

Result<QJsonValue> settableLook(const QString &name, const QJsonValue &look)
{
    const QString type = look["type"_L1].toString();
    if (type.isEmpty())
        return QJsonValue(QJsonValue::Null);
    if (type == "file"_L1 || type == "file_upload"_L1)
        return notTakenBack(name, u"a picture that lies with Notion"_s);
    return QJsonValue(QJsonObject{{u"type"_s, type}, {type, look[type]}});
}

QString shownValue(const QJsonValue &value)
{
    if (value.isArray())
        return wordsOf(value.toArray());
    if (!value.isObject())
        return value.toVariant().toString();
    const QJsonObject object = value.toObject();
    if (object.contains("rich_text"_L1) && !object.contains("type"_L1))
        return wordsOf(object.value("rich_text"_L1).toArray());
    for (const auto name : {"emoji"_L1, "page_id"_L1, "data_source_id"_L1}) {
        if (object.value(name).isString())
            return object.value(name).toString();
    }
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    simdjson::dom::parser parser;
    const auto property = json::object(parser, text);
    const QString said = property ? propertyText(*property) : QString();
    return said.isEmpty() && !object.contains("id"_L1) && !object.contains("type"_L1)
        ? QString::fromUtf8(text)
        : said;
}

} // namespace fairlead::providers::notion
