// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/findtools.h"

#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"
#include "server/tools/toolsetfilter.h"
#include "server/tools/toolsets.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

ToolDefinition definition()
{
    return {.name = u"find_tools"_s,
            .title = u"Find more tools"_s,
            .description = u"Lists the tools that are switched off for you, and how the person "
                           "switches them on. Look here before you say that something cannot be "
                           "done."_s,
            .inputSchema = inputSchema(R"({"query":{"type":"string","maxLength":200,
                "description":"Words, e.g. sprint"}})"),
            .outputSchema = {},
            .effect = ToolEffect::Read};
}

/** How many of the words the tool's own texts have. */
int fit(const ToolDefinition &tool, const QStringList &words)
{
    const QString text = QStringList{tool.name, tool.title, tool.description}.join(u' ');
    return int(std::ranges::count_if(
        words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }));
}

/** "jira_rank(keys, before, after)" */
QString signature(const ToolDefinition &tool)
{
    QStringList arguments = tool.inputSchema["properties"_L1].toObject().keys();
    arguments.removeAll(u"connection"_s);
    return u"%1(%2)"_s.arg(tool.name, arguments.join(u", "_s));
}

/** Every set with the names of its tools: enough to see where to look. */
QString overview(const QList<ToolDefinition> &hidden, QStringList &toolsets)
{
    QStringList lines;
    for (const Toolset &toolset : allToolsets()) {
        QStringList names;
        for (const ToolDefinition &tool : hidden) {
            if (tool.toolset == toolset.name)
                names.append(tool.name);
        }
        if (names.isEmpty())
            continue;
        toolsets.append(toolset.name);
        lines.append(u"%1 (%2): %3"_s.arg(toolset.name, toolset.title, names.join(u", "_s)));
    }
    return lines.join(u'\n');
}

QString described(const QList<ToolDefinition> &tools, QStringList &toolsets)
{
    QStringList lines;
    for (const ToolDefinition &tool : tools) {
        toolsets.append(tool.toolset);
        lines.append(u"%1, in %2: %3"_s.arg(signature(tool), tool.toolset, tool.description));
    }
    toolsets.removeDuplicates();
    return lines.join(u'\n');
}

QString answer(const QList<ToolDefinition> &hidden, const QString &query, const Caller &caller)
{
    if (hidden.isEmpty())
        return u"Everything that this key may use is switched on."_s;
    QStringList toolsets;
    QString text;
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    QList<ToolDefinition> fitting;
    int best = 1;
    for (const ToolDefinition &tool : hidden) {
        const int fits = fit(tool, words);
        if (fits > best) {
            best = fits;
            fitting.clear();
        }
        if (fits == best)
            fitting.append(tool);
    }
    if (!fitting.isEmpty())
        text = described(fitting, toolsets);
    else if (words.isEmpty())
        text = overview(hidden, toolsets);
    else
        text =
            u"Nothing fits these words. All that is switched off:\n"_s + overview(hidden, toolsets);
    if (fitting.isEmpty())
        toolsets = {u"TOOLSET"_s};
    return text + u'\n' + howToSwitchOn(toolsets, caller);
}

QCoro::Task<Result<ToolResult>> run(const ToolsetFilter &filter, ToolCall call)
{
    co_return ToolResult::fromText(answer(
        filter.hidden(call.caller), call.arguments.value("query"_L1).toString(), call.caller));
}

} // namespace

void addFindTools(ToolRegistry &registry, const ToolsetFilter &filter)
{
    registry.add(definition(), [&filter](ToolCall call) { return run(filter, std::move(call)); });
}

} // namespace fairlead::tools
