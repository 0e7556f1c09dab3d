// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/extension.h"

#include "server/base/version.h"
#include "server/clients/entry.h"
#include "server/clients/ziparchive.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE has to be called outside of any namespace.
static void registerIcon()
{
    Q_INIT_RESOURCE(extension);
}

namespace fairlead::clients {
namespace {

const QString noteName = u"server/README.txt"_s;
const QString iconName = u"icon.png"_s;

QString platformName(Platform platform)
{
    switch (platform) {
    case Platform::MacOs:
        return u"darwin"_s;
    case Platform::Windows:
        return u"win32"_s;
    case Platform::Linux:
        break;
    }
    return u"linux"_s;
}

QByteArray note(const ServerAddress &address)
{
    return u"This extension has no program of its own. It starts the one that came with Fairlead:\n"
           "%1\nShould that move, save the extension again from Fairlead's window (Clients and "
           "keys) or with “fairleadctl clients extension FILE”.\n"_s.arg(address.bridgeProgram)
               .toUtf8();
}

/** What starts the bridge, as in the configuration, with the key that the person enters. */
QJsonObject startJson(const ServerAddress &address)
{
    QJsonObject json;
    for (const auto &[name, value] :
         entryFor(EntryShape::StdioBridge, address, u"${user_config.key}"_s))
        json.insert(name, value);
    return json;
}

QJsonObject keyQuestion()
{
    return {{u"type"_s, u"string"_s},
            {u"title"_s, u"Fairlead key"_s},
            {u"description"_s,
             u"Fairlead shows it when you save this extension. For another one: Clients and keys, "
             "New key…, in Fairlead's window."_s},
            {u"sensitive"_s, true},
            {u"required"_s, true}};
}

QByteArray manifest(const ServerAddress &address, Platform platform)
{
    const QJsonObject json{
        {u"manifest_version"_s, u"0.3"_s},
        {u"name"_s, QString::fromUtf16(entryName)},
        {u"display_name"_s, u"Fairlead"_s},
        {u"version"_s, QString::fromLatin1(version)},
        {u"description"_s, u"Jira, Notion and other services, through Fairlead"_s},
        {u"long_description"_s,
         u"Works with the Jira, Notion and other services that you have connected in Fairlead on "
         "this computer. Your sign-ins stay in Fairlead; this extension only has a key, which you "
         "can limit and revoke there."_s},
        {u"author"_s, QJsonObject{{u"name"_s, u"The Fairlead authors"_s}}},
        {u"license"_s, u"GPL-3.0-or-later"_s},
        {u"icon"_s, iconName},
        // Clients want an entry point that is in the bundle, and run the command.
        {u"server"_s,
         QJsonObject{{u"type"_s, u"binary"_s},
                     {u"entry_point"_s, noteName},
                     {u"mcp_config"_s, startJson(address)}}},
        {u"tools_generated"_s, true},
        {u"prompts_generated"_s, true},
        {u"compatibility"_s, QJsonObject{{u"platforms"_s, QJsonArray{platformName(platform)}}}},
        {u"user_config"_s, QJsonObject{{u"key"_s, keyQuestion()}}}};
    return QJsonDocument(json).toJson();
}

} // namespace

QByteArray extensionBundle(const ServerAddress &address, Platform platform)
{
    registerIcon();
    QFile icon(u":/fairlead/extension/fairlead-512.png"_s);
    const bool hasIcon = icon.open(QIODevice::ReadOnly);
    Q_ASSERT(hasIcon);
    return zipArchive({{"manifest.json"_ba, manifest(address, platform)},
                       {iconName.toUtf8(), hasIcon ? icon.readAll() : QByteArray()},
                       {noteName.toUtf8(), note(address)}});
}

} // namespace fairlead::clients
