// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/definitions.h"

#include <QDir>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::settings {
namespace {

template<int Settings::*member, Range range>
bool isWithin(const Settings &values)
{
    return values.*member >= range.lowest && values.*member <= range.highest;
}

bool isOrigin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool webScheme = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && webScheme && !url.host().isEmpty() && url.userInfo().isEmpty()
        && text == url.scheme() + u"://"_s + url.authority();
}

bool hasOrigins(const Settings &values)
{
    return std::all_of(values.allowedOrigins.begin(), values.allowedOrigins.end(), isOrigin);
}

/** As a client sends it: a name of this server, with its port where that is not the usual one. */
bool isHost(const QString &text)
{
    const QUrl url(u"https://"_s + text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
        && !text.contains(u'*') && text == url.authority();
}

bool hasHosts(const Settings &values)
{
    return std::ranges::all_of(values.allowedHosts, isHost);
}

bool hasLogLevel(const Settings &values)
{
    return QStringList{u"warning"_s, u"info"_s, u"debug"_s}.contains(values.logLevel);
}

bool hasTokenAlgorithm(const Settings &values)
{
    return QStringList{u"HS256"_s, u"ES256"_s}.contains(values.tokenAlgorithm);
}

/** As the issuer writes it, letter for letter. */
bool hasIssuer(const Settings &values)
{
    const QUrl url(values.tokenIssuer, QUrl::StrictMode);
    return values.tokenIssuer.isEmpty()
        || (url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty());
}

bool hasTokenUsers(const Settings &values)
{
    return std::ranges::all_of(values.tokenUsers, [](const QString &pair) {
        const qsizetype end = pair.lastIndexOf(u'=');
        return end > 0 && end + 1 < pair.size();
    });
}

bool hasActivityArguments(const Settings &values)
{
    return QStringList{u"none"_s, u"names"_s, u"full"_s}.contains(values.activityArguments);
}

bool hasWatchInterval(const Settings &values)
{
    return values.watchIntervalSeconds == 0
        || isWithin<&Settings::watchIntervalSeconds, Range{10, 86'400}>(values);
}

/** Without a password: settings hold no secrets. */
bool hasProxy(const Settings &values)
{
    const QString &proxy = values.proxy;
    const QUrl url(proxy, QUrl::StrictMode);
    const bool knownScheme = url.scheme() == "http"_L1 || url.scheme() == "socks5"_L1;
    return proxy.isEmpty() || proxy == "none"_L1
        || (url.isValid() && knownScheme && !url.host().isEmpty() && url.port() > 0
            && url.userInfo().isEmpty() && proxy == url.scheme() + u"://"_s + url.authority());
}

template<QString Settings::*member>
bool hasAbsolutePath(const Settings &values)
{
    return (values.*member).isEmpty() || QDir::isAbsolutePath(values.*member);
}

/** https, or http on this computer. */
bool isProtected(const QUrl &url)
{
    const bool isLocal =
        url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1 || url.host() == "localhost"_L1;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLocal);
}

/** Tokens go there; without a path, query or user. */
template<QString Settings::*member>
bool hasServer(const Settings &values)
{
    return isOrigin(values.*member) && isProtected(QUrl(values.*member, QUrl::StrictMode));
}

/** What comes from there says whose tokens are good. */
bool hasKeysUrl(const Settings &values)
{
    const QUrl url(values.tokenKeysUrl, QUrl::StrictMode);
    return values.tokenKeysUrl.isEmpty()
        || (url.isValid() && isProtected(url) && !url.host().isEmpty() && url.userInfo().isEmpty());
}

/** The address is sent to others as the name of an app, letter for letter. */
bool hasDocument(const Settings &values)
{
    const QString &text = values.clientDocumentUrl;
    const QUrl url(text, QUrl::StrictMode);
    return text.isEmpty()
        || (url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
            && url.path().size() > 1 && url.userInfo().isEmpty() && !url.hasFragment()
            && url.toString(QUrl::FullyEncoded) == text);
}

bool hasAbsoluteFolders(const Settings &values)
{
    return std::all_of(values.approvedFolders.begin(),
                       values.approvedFolders.end(),
                       [](const QString &path) { return QDir::isAbsolutePath(path); });
}

bool hasFirstSteps(const Settings &values)
{
    static const QStringList steps{u"service"_s, u"client"_s, u"call"_s};
    return std::ranges::all_of(values.skippedFirstSteps,
                               [](const QString &step) { return steps.contains(step); });
}

bool always(const Settings &)
{
    return true;
}

template<int Settings::*member, Range range>
Definition number(QLatin1StringView key, QLatin1StringView allowed)
{
    return {key, member, allowed, &isWithin<member, range>};
}

template<QString Settings::*member>
Definition server(QLatin1StringView key)
{
    return {key,
            member,
            "the address of a server: https, or http on this computer, without a path"_L1,
            &hasServer<member>};
}

const std::array table{
    number<&Settings::port, ranges::port>("port"_L1, "a whole number from 0 to 65535"_L1),
    Definition{"allowedOrigins"_L1,
               &Settings::allowedOrigins,
               "a list of origins such as \"https://tool.example\", without a path"_L1,
               &hasOrigins},
    Definition{"allowedHosts"_L1,
               &Settings::allowedHosts,
               "a list of names such as \"fairlead.example\", with a port where it is not 443"_L1,
               &hasHosts},
    Definition{
        "logLevel"_L1, &Settings::logLevel, "\"warning\", \"info\" or \"debug\""_L1, &hasLogLevel},
    Definition{"proxy"_L1,
               &Settings::proxy,
               "\"none\", an address such as \"http://proxy.example:3128\" (or socks5://) without "
               "a password, or empty for the system's"_L1,
               &hasProxy},
    Definition{"caFile"_L1,
               &Settings::caFile,
               "the absolute path of a PEM file, or empty"_L1,
               &hasAbsolutePath<&Settings::caFile>},
    Definition{"keyInUrlAllowed"_L1, &Settings::keyInUrlAllowed, "true or false"_L1, &always},
    number<&Settings::maximumConnections, ranges::connections>("maximumConnections"_L1,
                                                               "a whole number from 8 to 4096"_L1),
    number<&Settings::maximumStreams, ranges::count>("maximumStreams"_L1,
                                                     "a whole number from 1 to 4096"_L1),
    number<&Settings::maximumStreamsPerKey, ranges::count>("maximumStreamsPerKey"_L1,
                                                           "a whole number from 1 to 4096"_L1),
    number<&Settings::maximumCallsPerKey, ranges::count>("maximumCallsPerKey"_L1,
                                                         "a whole number from 1 to 4096"_L1),
    number<&Settings::maximumResultBytes, ranges::resultBytes>(
        "maximumResultBytes"_L1, "a whole number from 2000 to 1000000"_L1),
    number<&Settings::requestsPerMinutePerKey, ranges::perMinute>(
        "requestsPerMinutePerKey"_L1, "a whole number from 1 to 100000000"_L1),
    number<&Settings::failedSignInsPerMinute, ranges::perMinute>(
        "failedSignInsPerMinute"_L1, "a whole number from 1 to 100000000"_L1),
    number<&Settings::activityDays, Range{1, 3650}>("activityDays"_L1,
                                                    "a whole number from 1 to 3650"_L1),
    number<&Settings::undoRetentionDays, Range{0, 365}>("undoRetentionDays"_L1,
                                                        "a whole number from 0 to 365"_L1),
    Definition{"activityArguments"_L1,
               &Settings::activityArguments,
               "\"none\", \"names\" or \"full\""_L1,
               &hasActivityArguments},
    number<&Settings::activityEntries, Range{100, 10'000'000}>(
        "activityEntries"_L1, "a whole number from 100 to 10000000"_L1),
    Definition{"tokenAlgorithm"_L1,
               &Settings::tokenAlgorithm,
               "\"HS256\" or \"ES256\""_L1,
               &hasTokenAlgorithm},
    Definition{"tokenIssuer"_L1,
               &Settings::tokenIssuer,
               "the https address that an issuer of tokens calls itself, or empty"_L1,
               &hasIssuer},
    Definition{"tokenAudience"_L1, &Settings::tokenAudience, "a text"_L1, &always},
    Definition{"tokenKeysUrl"_L1,
               &Settings::tokenKeysUrl,
               "the address of a document: https, or http on this computer; or empty"_L1,
               &hasKeysUrl},
    Definition{
        "tokenUsers"_L1, &Settings::tokenUsers, "a list of \"SUBJECT=USER\""_L1, &hasTokenUsers},
    Definition{"metrics"_L1, &Settings::metrics, "true or false"_L1, &always},
    Definition{"watchIntervalSeconds"_L1,
               &Settings::watchIntervalSeconds,
               "0, or a whole number from 10 to 86400"_L1,
               &hasWatchInterval},
    server<&Settings::jiraSignInUrl>("jiraSignInUrl"_L1),
    server<&Settings::jiraApiUrl>("jiraApiUrl"_L1),
    server<&Settings::notionApiUrl>("notionApiUrl"_L1),
    server<&Settings::sentryApiUrl>("sentryApiUrl"_L1),
    server<&Settings::todoistApiUrl>("todoistApiUrl"_L1),
    Definition{"clientDocumentUrl"_L1,
               &Settings::clientDocumentUrl,
               "the https address of a document, with a path, or empty"_L1,
               &hasDocument},
    Definition{"jiraAgileScopes"_L1, &Settings::jiraAgileScopes, "true or false"_L1, &always},
    Definition{"jiraClientId"_L1,
               &Settings::jiraClientId,
               "the client id of an OAuth app, or empty"_L1,
               &always},
    Definition{"jiraClientSecretFile"_L1,
               &Settings::jiraClientSecretFile,
               "the absolute path of a file that only you can read, or empty"_L1,
               &hasAbsolutePath<&Settings::jiraClientSecretFile>},
    Definition{"notionClientId"_L1,
               &Settings::notionClientId,
               "the client id of an OAuth app, or empty"_L1,
               &always},
    Definition{"notionClientSecretFile"_L1,
               &Settings::notionClientSecretFile,
               "the absolute path of a file that only you can read, or empty"_L1,
               &hasAbsolutePath<&Settings::notionClientSecretFile>},
    Definition{"approvedFolders"_L1,
               &Settings::approvedFolders,
               "a list of absolute paths of folders"_L1,
               &hasAbsoluteFolders},
    Definition{"skippedFirstSteps"_L1,
               &Settings::skippedFirstSteps,
               "a list of \"service\", \"client\" and \"call\""_L1,
               &hasFirstSteps},
};

} // namespace

std::span<const Definition> definitions()
{
    return table;
}

} // namespace fairlead::settings
