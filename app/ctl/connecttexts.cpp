// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/connecttexts.h"

#include "app/ctl/output.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {

QString connectedText(const QJsonObject &connection)
{
    const QString account = connection.value(u"account_name"_s).toString();
    const QString username = connection.value(u"username"_s).toString();
    QString who;
    if (!account.isEmpty())
        who = username.isEmpty() || username == account ? u" as "_s + account
                                                        : u" as %1 (%2)"_s.arg(account, username);
    const QString type = connection.value(u"provider_type"_s).toString();
    QString noun = u"project"_s;
    if (type == "notion"_L1)
        noun = u"page"_s;
    else if (type == "mcp"_L1)
        noun = u"tool"_s;
    const QJsonArray projects = connection.value(u"projects"_s).toArray();
    const qint64 count = connection.value(u"project_count"_s).toInteger();
    const QString verb = type == "mcp"_L1 ? u"offers"_s : u"sees"_s;
    QStringList lines{u"Connected %1%2. It %3 %4%5"_s.arg(connection.value(u"name"_s).toString(),
                                                          who,
                                                          verb,
                                                          counted(count, noun),
                                                          projects.isEmpty() ? u"."_s : u":"_s)};
    for (const auto &project : projects)
        lines += u"  "_s + project.toString();
    if (count > projects.size())
        lines += u"  … and %1 more"_s.arg(count - projects.size());
    const QJsonArray limitations = connection.value(u"limitations"_s).toArray();
    for (const auto &limitation : limitations)
        lines += u"Note: "_s + limitation.toString();
    return lines.join(u'\n');
}

QString setupText(const QString &service, const QJsonObject &client)
{
    const bool isNotion = service == "notion"_L1;
    QStringList scopes;
    const QJsonArray named = client.value(u"scopes"_s).toArray();
    for (const auto &scope : named)
        scopes.append(scope.toString());
    QStringList lines{isNotion ? u"No Notion integration is set up for signing in in the browser."_s
                               : u"No Atlassian app is set up for signing in in the browser."_s,
                      isNotion ? u"Whoever manages your public integration "
                                 u"(https://www.notion.so/profile/integrations) "
                                 "enters this redirect URI there:"_s
                               : u"Whoever manages your company's OAuth 2.0 app "
                                 u"(https://developer.atlassian.com/console/myapps/) "
                                 "enters this callback URL there, under Authorization:"_s,
                      u"  "_s + client.value(u"redirect_uri"_s).toString()};
    if (!scopes.isEmpty())
        lines += u"and allows it, under Permissions: "_s + scopes.join(u' ');
    lines += u"Then, with its client ID, and its secret on standard input:"_s;
    lines +=
        u"  fairleadctl connect %1 --oauth --client-id ID --client-secret-stdin"_s.arg(service);
    return lines.join(u'\n');
}

} // namespace fairlead::ctl
