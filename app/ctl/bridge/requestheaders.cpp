// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/requestheaders.h"

#include "server/base/mcpname.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qsizetype deepestSchema = 16;

bool isToken(const QString &text)
{
    constexpr auto marks = "!#$%&'*+-.^_`|~"_L1;
    return !text.isEmpty() && std::ranges::all_of(text, [marks](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || marks.contains(c));
    });
}

/** Nothing for a value that is absent, null or no primitive. */
std::optional<QString> textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return std::nullopt;
}

} // namespace

QList<net::Header> RequestHeaders::of(const RpcLine &request) const
{
    QList<net::Header> headers;
    if (!request.revision.isEmpty())
        headers.append({"MCP-Protocol-Version"_ba, encodedHeaderValue(request.revision)});
    headers.append({"Mcp-Method"_ba, encodedHeaderValue(request.method)});
    const auto parameter = parameterInMcpName(request.method);
    if (!parameter)
        return headers;
    const QString name = request.params[*parameter].toString();
    headers.append({"Mcp-Name"_ba, encodedHeaderValue(name)});
    if (request.method != "tools/call"_L1)
        return headers;
    const QList<Marked> marked = m_tools.value(name);
    for (const Marked &mark : marked) {
        QJsonValue value = request.params["arguments"_L1];
        for (const QString &step : mark.path)
            value = value.toObject()[step];
        if (const auto text = textOf(value))
            headers.append({"Mcp-Param-" + mark.header, encodedHeaderValue(*text)});
    }
    return headers;
}

void RequestHeaders::learn(const QJsonObject &result)
{
    const QJsonArray tools = result["tools"_L1].toArray();
    for (const auto &tool : tools) {
        QList<Marked> marked;
        collect(tool["inputSchema"_L1].toObject(), {}, marked);
        m_tools.insert(tool["name"_L1].toString(), marked);
    }
}

void RequestHeaders::collect(const QJsonObject &schema,
                             const QStringList &path,
                             QList<Marked> &marked)
{
    if (path.size() >= deepestSchema)
        return;
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = it->toObject();
        const QString header = property["x-mcp-header"_L1].toString();
        const QStringList below = path + QStringList{it.key()};
        if (isToken(header))
            marked.append({.path = below, .header = header.toLatin1()});
        else
            collect(property, below, marked);
    }
}

} // namespace fairlead::ctl
