// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/toolmessages.h"

#include "server/mcp/jsonrpc/jsontext.h"
#include "server/mcp/methods/contentmessages.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

QJsonObject annotations(const tools::ToolDefinition &tool, Revision revision)
{
    QJsonObject hints;
    // Since 2025-06-18 the title stands beside the name; sending it twice would only cost.
    if (revision == Revision::V20250326 && !tool.title.isEmpty())
        hints["title"_L1] = tool.title;
    // What every revision says is so without a hint is left out; destructiveHint is said either
    // way, because clients differ in what they make of none.
    if (tool.effect == tools::ToolEffect::Read) {
        hints["readOnlyHint"_L1] = true;
    } else {
        hints["destructiveHint"_L1] = tool.effect == tools::ToolEffect::Destructive;
        if (tool.idempotent)
            hints["idempotentHint"_L1] = true;
    }
    if (tool.service.isEmpty())
        hints["openWorldHint"_L1] = false;
    return hints;
}

/** As contentToJson() has it; false for what is more than a text. */
bool appendText(QByteArray &out, const tools::Content &content, Revision revision)
{
    if (content.kind != tools::Content::Kind::Text)
        return false;
    out.append('{');
    if (!content.source.isEmpty() && revision >= Revision::V20250618) {
        out.append(R"("_meta":{"fairlead/source":)");
        appendJsonText(out, content.source);
        out.append("},");
    }
    out.append(R"("text":)");
    appendJsonText(out, content.text);
    out.append(R"(,"type":"text"})");
    return true;
}

} // namespace

QJsonObject toolToJson(const tools::ToolDefinition &tool, Revision revision)
{
    QJsonObject json{{u"name"_s, tool.name},
                     {u"description"_s, tool.description},
                     {u"inputSchema"_s, tool.inputSchema}};
    if (revision >= Revision::V20250326)
        json["annotations"_L1] = annotations(tool, revision);
    if (revision < Revision::V20250618)
        return json;
    if (!tool.title.isEmpty())
        json["title"_L1] = tool.title;
    if (tool.outputSchema)
        json["outputSchema"_L1] = *tool.outputSchema;
    return json;
}

QJsonObject toolResultToJson(const tools::ToolResult &result, Revision revision)
{
    const bool hasStructured = result.structured && revision >= Revision::V20250618;
    QJsonArray content;
    for (const tools::Content &part : result.content)
        content.append(contentToJson(part, revision));
    // An older client would otherwise receive nothing at all.
    if (content.isEmpty() && result.structured && !hasStructured)
        content.append(
            contentToJson(tools::Content::fromText(QString::fromUtf8(
                              QJsonDocument(*result.structured).toJson(QJsonDocument::Compact))),
                          revision));

    QJsonObject json{{u"content"_s, content}};
    if (hasStructured)
        json["structuredContent"_L1] = *result.structured;
    if (result.isError)
        json["isError"_L1] = true;
    return json;
}

QByteArray toolResultText(const tools::ToolResult &result, Revision revision)
{
    QByteArray out = R"({"content":[)"_ba;
    bool isPlain = !result.structured;
    for (qsizetype i = 0; i < result.content.size() && isPlain; ++i) {
        if (i > 0)
            out.append(',');
        isPlain = appendText(out, result.content.at(i), revision);
    }
    if (!isPlain)
        return QJsonDocument(toolResultToJson(result, revision)).toJson(QJsonDocument::Compact);
    out.append(result.isError ? R"(],"isError":true})" : "]}");
    return out;
}

} // namespace fairlead::mcp
