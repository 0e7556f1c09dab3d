// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/toolpage.h"

#include "server/providers/jira/jiraundo.h"
#include "server/providers/notion/notionundo.h"
#include "server/tools/accesspolicy.h"
#include "server/tools/toolsets.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::tests {
namespace {

using tools::KeyAccess;
using tools::ToolDefinition;

const QString introduction =
    u"# Tools\n\n"
    "Made from the catalogue by `tst_toolpage`; do not edit it by hand "
    "(`FAIRLEAD_WRITE_GOLDEN=1 build/dev/tests/tst_toolpage` writes it anew).\n\n"
    "The **core** is always listed. A key gets more by its *toolsets*: in the window (Clients and "
    "keys, Toolsets…), by `fairleadctl keys toolsets ID NAME…`, or for one client by `?toolsets=` "
    "in its address. A model learns of what is switched off by `find_tools`. The tools of "
    "OpenProject, Todoist and Sentry are listed as soon as such a connection exists.\n\n"
    "*Access* is what the key needs: read, write (creates or changes), full (deletes). Required "
    "arguments are bold. Every tool of a service also takes `connection`, for where several are "
    "connected.\n\n"
    "*Undo* says what putting back a call does (`fairleadctl activity undo ID`), and why where it "
    "cannot be undone. While undo is on, a write also reads what it changes.\n"_s;

/** What stands in a cell of a table. */
QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s).replace(u'\n', u' ');
}

QString argumentsOf(const ToolDefinition &tool)
{
    const QJsonArray required = tool.inputSchema["required"_L1].toArray();
    QStringList names = tool.inputSchema["properties"_L1].toObject().keys();
    names.removeAll(u"connection"_s);
    QStringList first;
    QStringList then;
    for (const QString &name : std::as_const(names)) {
        if (required.contains(name))
            first.append(u"**%1**"_s.arg(name));
        else
            then.append(name);
    }
    return (first + then).join(u", "_s);
}

QString accessOf(const ToolDefinition &tool)
{
    for (const KeyAccess access : {KeyAccess::Read, KeyAccess::Write}) {
        if (tools::isAllowed(tool.effect, access))
            return tools::accessName(access);
    }
    return tools::accessName(KeyAccess::Full);
}

QString endpointsOf(const ToolDefinition &tool)
{
    QStringList endpoints;
    for (const QString &endpoint : tool.endpoints)
        endpoints.append(u"`%1`"_s.arg(endpoint));
    return endpoints.join(u"<br>"_s);
}

QString undoOf(const ToolDefinition &tool)
{
    if (tool.service == "jira"_L1)
        return providers::undoText(providers::jira::undoKinds(), tool);
    return providers::undoText(providers::notion::undoKinds(), tool);
}

QString table(const QList<ToolDefinition> &tools, const QString &service, const QString &toolset)
{
    QString text;
    for (const ToolDefinition &tool : tools) {
        if (tool.service != service || tool.toolset != toolset)
            continue;
        text += u"| `%1` | %2 | %3 | %4 | %5 | %6 |\n"_s.arg(tool.name,
                                                             accessOf(tool),
                                                             cell(argumentsOf(tool)),
                                                             cell(tool.description),
                                                             cell(endpointsOf(tool)),
                                                             cell(undoOf(tool)));
    }
    if (text.isEmpty())
        return text;
    return u"\n| tool | access | arguments | what | asks the service | undo "
           "|\n|---|---|---|---|---|---|\n"_s
        + text;
}

QString peersText(const QJsonObject &equivalents)
{
    QString text =
        u"\n## Coming from another server\n\nWhat stands here in the place of its tools, "
        "and what is left out and why.\n"_s;
    for (auto peer = equivalents.begin(); peer != equivalents.end(); ++peer) {
        text += u"\n### %1\n\n| its tool | here | how |\n|---|---|---|\n"_s.arg(peer.key());
        const QJsonArray rows = peer.value().toArray();
        for (const auto &row : rows) {
            const QString ours = row["ours"_L1].toString();
            text += u"| %1 | %2 | %3 |\n"_s.arg(cell(row["tool"_L1].toString()),
                                                ours.isEmpty() ? u"–"_s : u"`%1`"_s.arg(ours),
                                                cell(row["note"_L1].toString()));
        }
    }
    return text;
}

} // namespace

QString toolPage(const QList<ToolDefinition> &tools, const QJsonObject &equivalents)
{
    QString text = introduction;
    text += u"\n## Jira: core\n"_s + table(tools, u"jira"_s, {});
    text += u"\n## Notion: core\n"_s + table(tools, u"notion"_s, {});
    text += u"\n## Fairlead's own\n"_s + table(tools, {}, {});
    text += u"\n## Toolsets\n"_s;
    for (const tools::Toolset &toolset : tools::allToolsets()) {
        const QString rows = table(tools, toolset.service, toolset.name);
        if (!rows.isEmpty())
            text += u"\n### %1 (`%2`)\n"_s.arg(toolset.title, toolset.name) + rows;
    }
    return text + peersText(equivalents);
}

} // namespace fairlead::tests
