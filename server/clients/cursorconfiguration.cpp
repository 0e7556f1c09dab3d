// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/cursorconfiguration.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::clients {

QJsonObject cursorConfiguration(const QString &url, const QString &key, Transport transport)
{
    const QString path = transport == Transport::Sse ? u"/sse"_s : u"/mcp"_s;
    const QJsonObject headers{{u"Authorization"_s, QString(u"Bearer "_s + key)}};
    const QJsonObject entry{{u"url"_s, QString(url + path)}, {u"headers"_s, headers}};
    return {{u"mcpServers"_s, QJsonObject{{u"fairlead"_s, entry}}}};
}

QString cursorConfigurationText(const QString &url, const QString &key, Transport transport)
{
    const QJsonDocument document(cursorConfiguration(url, key, transport));
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed();
}

} // namespace fairlead::clients
