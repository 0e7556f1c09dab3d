// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/toolmessages.h"

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

} // namespace fairlead::mcp
