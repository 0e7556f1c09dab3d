// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/entry.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

const QString bearer = u"Bearer "_s;
constexpr int gooseTimeoutSeconds = 300;

QJsonObject headersWith(const QString &key)
{
    return {{u"Authorization"_s, QString(bearer + key)}};
}

Entry bridgeEntry(const ServerAddress &address, const QString &key)
{
    QJsonArray arguments{u"stdio"_s};
    if (!address.dataFolder.isEmpty()) {
        arguments.append(u"--data-dir"_s);
        arguments.append(address.dataFolder);
    }
    return {{u"command"_s, address.bridgeProgram},
            {u"args"_s, arguments},
            {u"env"_s, QJsonObject{{u"FAIRLEAD_KEY"_s, key}}}};
}

Entry gooseEntry(const QString &url, const QString &key)
{
    return {{u"enabled"_s, true},
            {u"type"_s, u"streamable_http"_s},
            {u"name"_s, QString::fromUtf16(entryName)},
            {u"description"_s, u"Jira and Notion, through Fairlead"_s},
            {u"uri"_s, url},
            {u"headers"_s, headersWith(key)},
            {u"timeout"_s, gooseTimeoutSeconds}};
}

Entry continueEntry(const QString &url, const QString &key)
{
    return {{u"name"_s, QString::fromUtf16(entryName)},
            {u"type"_s, u"streamable-http"_s},
            {u"url"_s, url},
            {u"requestOptions"_s, QJsonObject{{u"headers"_s, headersWith(key)}}}};
}

/** The member that names the server: what another port or program changes. */
bool isAddress(const QString &member)
{
    return member == u"url"_s || member == u"uri"_s || member == u"serverUrl"_s
        || member == u"command"_s || member == u"args"_s;
}

/** Whether all that `wanted` says is said by `found` too. */
bool includes(const QJsonValue &found, const QJsonValue &wanted)
{
    if (!wanted.isObject())
        return found == wanted;
    const QJsonObject members = wanted.toObject();
    const QJsonObject others = found.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (!includes(others.value(member.key()), member.value()))
            return false;
    }
    return found.isObject();
}

} // namespace

Entry entryFor(EntryShape shape, const ServerAddress &address, const QString &key)
{
    const QString url = address.url + u"/mcp"_s;
    const QJsonObject headers = headersWith(key);
    switch (shape) {
    case EntryShape::UrlAndHeaders:
        return {{u"url"_s, url}, {u"headers"_s, headers}};
    case EntryShape::TypedHttp:
        return {{u"type"_s, u"http"_s}, {u"url"_s, url}, {u"headers"_s, headers}};
    case EntryShape::ServerUrl:
        return {{u"serverUrl"_s, url}, {u"headers"_s, headers}};
    case EntryShape::CamelCaseStreamable:
        return {{u"type"_s, u"streamableHttp"_s}, {u"url"_s, url}, {u"headers"_s, headers}};
    case EntryShape::CodexHttp:
        return {{u"url"_s, url}, {u"http_headers"_s, headers}};
    case EntryShape::OpencodeRemote:
        return {{u"type"_s, u"remote"_s},
                {u"url"_s, url},
                {u"enabled"_s, true},
                // Or it looks for a sign-in instead of sending the header.
                {u"oauth"_s, false},
                {u"headers"_s, headers}};
    case EntryShape::GooseExtension:
        return gooseEntry(url, key);
    case EntryShape::ContinueServer:
        return continueEntry(url, key);
    case EntryShape::StdioBridge:
        return bridgeEntry(address, key);
    }
    return {};
}

Secret keyIn(EntryShape shape, const QJsonObject &entry)
{
    if (shape == EntryShape::StdioBridge)
        return Secret(
            entry.value(u"env"_s).toObject().value(u"FAIRLEAD_KEY"_s).toString().toUtf8());
    QJsonValue headers =
        entry.value(shape == EntryShape::CodexHttp ? u"http_headers"_s : u"headers"_s);
    if (shape == EntryShape::ContinueServer)
        headers = entry.value(u"requestOptions"_s).toObject().value(u"headers"_s);
    const QString value = headers.toObject().value(u"Authorization"_s).toString();
    return Secret(value.startsWith(bearer) ? value.sliced(bearer.size()).toUtf8() : QByteArray());
}

EntryMatch compareEntry(EntryShape shape, const ServerAddress &address, const QJsonObject &found)
{
    const QString key = QString::fromUtf8(keyIn(shape, found).reveal());
    auto match = EntryMatch::Same;
    for (const auto &[name, wanted] : entryFor(shape, address, key)) {
        if (name == u"timeout"_s || name == u"description"_s)
            continue; // for people to set as they like
        if (includes(found.value(name), wanted))
            continue;
        if (!isAddress(name) || !found.contains(name))
            return EntryMatch::Different;
        match = EntryMatch::OtherAddress;
    }
    return match;
}

bool isSwitchedOff(const QJsonObject &found)
{
    return found.value(u"disabled"_s).toBool(false) || !found.value(u"enabled"_s).toBool(true);
}

bool canMerge(const Entry &wanted, const QJsonObject &found)
{
    const auto isWanted = [&](const QString &member) {
        return std::any_of(
            wanted.begin(), wanted.end(), [&](const auto &pair) { return pair.first == member; });
    };
    const QStringList ways{u"url"_s,
                           u"uri"_s,
                           u"serverUrl"_s,
                           u"httpUrl"_s,
                           u"command"_s,
                           u"cmd"_s,
                           u"bearer_token_env_var"_s};
    return std::none_of(ways.begin(), ways.end(), [&](const QString &way) {
        return found.contains(way) && !isWanted(way);
    });
}

} // namespace fairlead::clients
