// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/keytexts.h"

#include "server/connections/connections.h"
#include "server/tools/toolsets.h"
#include "ui/models/servertext.h"

#include <QCoreApplication>
#include <QLocale>

namespace fairlead::ui {
namespace {

struct KeyTexts
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::ui::KeyTexts)
};

QString connectionsLine(const Services &services, const accounts::McpKey &key)
{
    if (key.connectionIds.isEmpty())
        return KeyTexts::tr("It may use all connections, those made later, too.");
    QStringList names;
    for (const QString &id : key.connectionIds) {
        if (const auto connection = services.connections.find(services.userId, id))
            names.append(connection->name);
    }
    if (names.isEmpty())
        return KeyTexts::tr("The connections that it may use are not there any more.");
    //: %1 are names: "company.atlassian.net and Northwind".
    return KeyTexts::tr("It may use only %1.").arg(QLocale().createSeparatedList(names));
}

QString toolsLine(const accounts::McpKey &key)
{
    if (key.toolsets.isEmpty())
        return KeyTexts::tr("Its program sees the everyday tools.");
    if (key.toolsets.contains(tools::everyToolset))
        return KeyTexts::tr("Its program sees all tools.");
    QStringList titles;
    for (const tools::Toolset &toolset : tools::allToolsets()) {
        if (key.toolsets.contains(toolset.name))
            titles.append(serverText(toolset.title));
    }
    //: %1 are kinds of tools: "Jira: watchers; Notion: views".
    return KeyTexts::tr("Its program sees the everyday tools and these: %1.")
        .arg(titles.join(QStringLiteral("; ")));
}

QString askingLine(const accounts::McpKey &key)
{
    QString line;
    switch (key.asks) {
    case tools::KeyAsking::Never:
        line = KeyTexts::tr("It asks you before nothing.");
        break;
    case tools::KeyAsking::Destructive:
        line = KeyTexts::tr("It asks you before it deletes or overwrites anything.");
        break;
    case tools::KeyAsking::Writes:
        line = KeyTexts::tr("It asks you before it changes anything.");
        break;
    }
    if (const auto own = key.decisions.size(); own > 0)
        line += QLatin1Char(' ')
            + KeyTexts::tr("You decided otherwise for %n tool(s).", nullptr, static_cast<int>(own));
    return line;
}

} // namespace

QStringList keyLimitLines(const Services &services, const accounts::McpKey &key)
{
    return {connectionsLine(services, key), toolsLine(key), askingLine(key)};
}

} // namespace fairlead::ui
