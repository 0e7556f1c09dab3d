// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/headercheck.h"

#include "server/base/mcpname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

using Mismatch = std::optional<mcp::RpcError>;

constexpr int deepestSchema = 16;

mcp::RpcError mismatch(const QByteArray &name, const QString &what)
{
    return {mcp::RpcCode::HeaderMismatch,
            u"Header mismatch: %1 %2."_s.arg(QString::fromLatin1(name), what)};
}

/** Only names and arguments may come encoded; nothing where the value is malformed. */
std::optional<QString> headerValue(const QByteArray &key, const QByteArray &raw)
{
    const bool isPrintable =
        std::ranges::all_of(raw, [](char c) { return c == '\t' || (c >= ' ' && c <= '~'); });
    if (!isPrintable)
        return std::nullopt;
    const bool isPlain = key == "mcp-method" || key == "mcp-protocol-version";
    return isPlain ? std::optional(QString::fromLatin1(raw)) : decodedHeaderValue(raw);
}

/** The header against the text that the body has for it; nothing when the body has none. */
template<typename Same>
Mismatch compare(const Request &request,
                 const QByteArray &name,
                 const std::optional<QString> &body,
                 Same same)
{
    const QByteArray key = name.toLower();
    const auto count = std::ranges::count(request.headers, key, &Header::first);
    if (count > 1)
        return mismatch(name, u"is given twice"_s);
    if (count == 0 && !body)
        return std::nullopt;
    if (count == 0)
        return mismatch(name, u"is missing"_s);
    if (!body)
        return mismatch(name, u"has no counterpart in the body"_s);
    const auto value = headerValue(key, request.header(key));
    if (!value)
        return mismatch(name, u"is not well formed"_s);
    if (!same(*value, *body))
        return mismatch(name, u"differs from the body"_s);
    return std::nullopt;
}

bool isSameText(const QString &header, const QString &body)
{
    return header == body;
}

/** 42 and 42.0 are one number. */
bool isSameNumber(const QString &header, const QString &body)
{
    bool isNumber = false;
    const double number = header.toDouble(&isNumber);
    return isNumber && number == body.toDouble();
}

/** The value of an argument as a header writes it; nothing for none and for null. */
std::optional<QString> headerText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 17);
    return std::nullopt;
}

/** The arguments that the schema marks, wherever a chain of properties leads to them. */
Mismatch checkArguments(const Request &request,
                        const QJsonObject &schema,
                        const QJsonObject &arguments,
                        int depth = 0)
{
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = it->toObject();
        const QJsonValue value = arguments[it.key()];
        const QJsonValue header = property["x-mcp-header"_L1];
        Mismatch found;
        if (header.isString()) {
            const QByteArray name = "Mcp-Param-" + header.toString().toLatin1();
            const auto same = value.isDouble() ? isSameNumber : isSameText;
            found = compare(request, name, headerText(value), same);
        } else if (depth < deepestSchema) {
            found = checkArguments(request, property, value.toObject(), depth + 1);
        }
        if (found)
            return found;
    }
    return std::nullopt;
}

Mismatch checkName(const Request &request, const mcp::RequestMessage &message)
{
    const auto parameter = parameterInMcpName(message.method);
    // A name that is no text is the method's to refuse.
    if (!parameter || !message.params[*parameter].isString())
        return std::nullopt;
    const QString name = message.params[*parameter].toString();
    return compare(request, "Mcp-Name"_ba, name, isSameText);
}

} // namespace

std::optional<QString> decodedHeaderValue(const QByteArray &value)
{
    constexpr QByteArrayView prefix = "=?base64?";
    constexpr QByteArrayView suffix = "?=";
    if (!value.startsWith(prefix) || !value.endsWith(suffix)
        || value.size() < prefix.size() + suffix.size())
        return QString::fromLatin1(value);
    const QByteArray inner =
        value.sliced(prefix.size(), value.size() - prefix.size() - suffix.size());
    const auto decoded =
        QByteArray::fromBase64Encoding(inner, QByteArray::AbortOnBase64DecodingErrors);
    // Qt does not insist on the padding.
    if (!decoded || decoded.decoded.toBase64() != inner)
        return std::nullopt;
    return QString::fromUtf8(decoded.decoded);
}

std::optional<mcp::RpcError> checkHeaders(const Request &request,
                                          const mcp::RequestMessage &message,
                                          const QString &revision,
                                          const mcp::ServerProfile &server,
                                          const tools::Caller &caller)
{
    if (auto found = compare(request, "MCP-Protocol-Version"_ba, revision, isSameText))
        return found;
    if (auto found = compare(request, "Mcp-Method"_ba, message.method, isSameText))
        return found;
    if (auto found = checkName(request, message))
        return found;
    if (message.method != "tools/call"_L1)
        return std::nullopt;
    const QList<tools::ToolDefinition> tools = server.tools.list(caller);
    const auto tool = std::ranges::find(
        tools, message.params["name"_L1].toString(), &tools::ToolDefinition::name);
    if (tool == tools.end())
        return std::nullopt;
    return checkArguments(request, tool->inputSchema, message.params["arguments"_L1].toObject());
}

} // namespace fairlead::http
