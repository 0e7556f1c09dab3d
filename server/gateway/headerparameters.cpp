// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/headerparameters.h"

#include "server/base/mcpname.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr auto mark = "x-mcp-header"_L1;

tl::unexpected<Error> misplaced(const QString &problem)
{
    return failure(ErrorCode::InvalidData, u"its x-mcp-header %1"_s.arg(problem));
}

bool isHeaderName(const QString &text)
{
    constexpr auto marks = "!#$%&'*+-.^_`|~"_L1;
    return !text.isEmpty() && text.size() <= 64 && std::ranges::all_of(text, [marks](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || marks.contains(c));
    });
}

bool isPrimitive(const QJsonValue &type)
{
    return type == "integer"_L1 || type == "string"_L1 || type == "boolean"_L1;
}

/** Keywords whose value is data, not a schema. */
bool isData(const QString &keyword)
{
    constexpr std::array data{"const"_L1, "default"_L1, "enum"_L1, "example"_L1, "examples"_L1};
    return std::ranges::find(data, keyword) != data.end();
}

bool hasMark(const QJsonValue &value);

bool hasMarkedPart(const QJsonObject &schema)
{
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (!isData(it.key()) && hasMark(it.value()))
            return true;
    }
    return false;
}

/** Whether anything in it is marked. */
bool hasMark(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return std::ranges::any_of(list, [](const auto &part) { return hasMark(part); });
    }
    const QJsonObject schema = value.toObject();
    return schema.contains(mark) || hasMarkedPart(schema);
}

Result<> collect(const QJsonObject &schema, const QStringList &path, QList<HeaderParameter> &found)
{
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (it.key() != "properties"_L1 && it.key() != mark && !isData(it.key())
            && hasMark(it.value()))
            return misplaced(u"stands where it has no one argument"_s);
    }
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = it->toObject();
        const QStringList below = path + QStringList{it.key()};
        if (property.contains(mark)) {
            const QString name = property[mark].toString();
            if (!isHeaderName(name))
                return misplaced(u"is no name for a header"_s);
            if (!isPrimitive(property["type"_L1]))
                return misplaced(u"marks an argument that is no text, whole number or boolean"_s);
            found.append({.path = below, .header = "Mcp-Param-"_ba + name.toLatin1()});
        }
        if (auto collected = collect(property, below, found); !collected)
            return collected;
    }
    return {};
}

std::optional<QString> textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    return std::nullopt;
}

} // namespace

Result<QList<HeaderParameter>> headerParameters(const QJsonObject &inputSchema)
{
    QList<HeaderParameter> found;
    if (inputSchema.contains(mark))
        return misplaced(u"stands where it has no one argument"_s);
    if (const auto collected = collect(inputSchema, {}, found); !collected)
        return failure(collected.error());
    QByteArrayList names;
    for (const HeaderParameter &parameter : std::as_const(found))
        names.append(parameter.header.toLower());
    std::ranges::sort(names);
    if (std::ranges::adjacent_find(names) != names.end())
        return misplaced(u"names the same header twice"_s);
    return found;
}

QList<net::Header> headersOf(const QList<HeaderParameter> &parameters, const QJsonObject &arguments)
{
    QList<net::Header> headers;
    for (const HeaderParameter &parameter : parameters) {
        QJsonValue value = arguments;
        for (const QString &step : parameter.path)
            value = value.toObject()[step];
        if (const auto text = textOf(value))
            headers.append({parameter.header, encodedHeaderValue(*text)});
    }
    return headers;
}

} // namespace fairlead::gateway
