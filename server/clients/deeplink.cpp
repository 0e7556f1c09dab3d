// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/deeplink.h"

#include "server/clients/entry.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

QByteArray entryJson(const Client &client, const ServerAddress &address, const QString &key)
{
    QJsonObject entry;
    for (const auto &[name, value] : entryFor(client.shape, address, key))
        entry.insert(name, value);
    if (client.id == u"vscode"_s)
        entry.insert(u"name"_s, QString::fromUtf16(entryName));
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

QUrl encoded(const QByteArray &start, const QByteArray &configuration)
{
    return QUrl::fromEncoded(start + QUrl::toPercentEncoding(QString::fromUtf8(configuration)),
                             QUrl::StrictMode);
}

} // namespace

QUrl deepLink(const Client &client, const ServerAddress &address, const QString &key)
{
    const QByteArray entry = entryJson(client, address, key);
    if (client.id == u"cursor"_s)
        return encoded("cursor://anysphere.cursor-deeplink/mcp/install?name=fairlead&config="_ba,
                       entry.toBase64());
    if (client.id == u"vscode"_s)
        return encoded("vscode:mcp/install?"_ba, entry);
    if (client.id == u"lmstudio"_s)
        return encoded("lmstudio://add_mcp?name=fairlead&config="_ba, entry.toBase64());
    if (client.id == u"goose"_s) {
        const QByteArray url = QUrl::toPercentEncoding(address.url + u"/mcp"_s);
        const QByteArray header = "Authorization=Bearer " + key.toUtf8();
        return encoded(
            "goose://extension?name=fairlead&type=streamable_http&url=" + url + "&header=", header);
    }
    return {};
}

} // namespace fairlead::clients
