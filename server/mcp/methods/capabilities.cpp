// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/capabilities.h"

#include "server/base/version.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

QJsonObject capabilities(const ServerProfile &server, Revision revision)
{
    QJsonObject list;
    if (server.changes)
        list["listChanged"_L1] = true;
    QJsonObject all{{u"logging"_s, QJsonObject()}, {u"tools"_s, list}};
    if (server.prompts)
        all["prompts"_L1] = list;
    if (server.resources) {
        QJsonObject resources = list;
        if (server.changes)
            resources["subscribe"_L1] = true;
        all["resources"_L1] = resources;
    }
    if ((server.prompts || server.resources) && revision >= Revision::V20250326)
        all["completions"_L1] = QJsonObject();
    return all;
}

QJsonObject serverInfo(Revision revision)
{
    QJsonObject info{{u"name"_s, u"fairlead"_s},
                     {u"version"_s, QString::fromLatin1(fairlead::version)}};
    if (revision >= Revision::V20250618)
        info["title"_L1] = u"Fairlead"_s;
    return info;
}

} // namespace fairlead::mcp
