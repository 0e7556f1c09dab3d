// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/installlink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

const QString keyOption = u"--key-file"_s;

QJsonObject linkedEntry(const ServerAddress &address, const QString &keyFile)
{
    QJsonArray arguments{u"stdio"_s, keyOption, keyFile};
    if (!address.dataFolder.isEmpty()) {
        arguments.append(u"--data-dir"_s);
        arguments.append(address.dataFolder);
    }
    return {{u"command"_s, address.bridgeProgram}, {u"args"_s, arguments}};
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/** Of Base64, too: a plus sign would be read as a blank. */
QByteArray percentEncoded(const QByteArray &text)
{
    return text.toPercentEncoding();
}

} // namespace

QByteArray installLink(const Client &client, const ServerAddress &address, const QString &keyFile)
{
    const QString name = QString::fromUtf16(entryName);
    QJsonObject entry = linkedEntry(address, keyFile);
    const QByteArray query =
        "name=" + name.toUtf8() + "&config=" + percentEncoded(compact(entry).toBase64());
    switch (client.link) {
    case LinkDialect::Cursor: // cursor.com/docs/mcp/install-links
        return "cursor://anysphere.cursor-deeplink/mcp/install?" + query;
    case LinkDialect::LmStudio: // lmstudio.ai/docs/app/mcp/deeplink
        return "lmstudio://add_mcp?" + query;
    case LinkDialect::VisualStudioCode: // code.visualstudio.com, MCP developer guide, URL handler
        entry.insert(u"name"_s, name);
        return "vscode:mcp/install?" + percentEncoded(compact(entry));
    case LinkDialect::None:
        break;
    }
    return {};
}

bool isLinkedEntry(const QJsonObject &found)
{
    const QJsonArray arguments = found.value(u"args"_s).toArray();
    return found.contains(u"command"_s) && arguments.size() >= 3 && arguments.at(0) == u"stdio"_s
        && arguments.at(1) == keyOption;
}

EntryMatch compareLinkedEntry(const ServerAddress &address,
                              const QString &keyFile,
                              const QJsonObject &found)
{
    if (!isLinkedEntry(found) || found.value(u"args"_s).toArray().at(2) != keyFile)
        return EntryMatch::Different;
    const QJsonObject wanted = linkedEntry(address, keyFile);
    const bool isSame = found.value(u"command"_s) == wanted.value(u"command"_s)
        && found.value(u"args"_s) == wanted.value(u"args"_s);
    return isSame ? EntryMatch::Same : EntryMatch::OtherAddress;
}

} // namespace fairlead::clients
