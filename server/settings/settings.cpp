// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings.h"

#include "server/base/filewrite.h"
#include "server/base/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <limits>
#include <variant>

using namespace Qt::StringLiterals;

namespace fairlead::settings {
namespace {

constexpr qint64 largestFile = 1'048'576;
constexpr qsizetype longestShownValue = 100;

using Member =
    std::variant<int Settings::*, bool Settings::*, QString Settings::*, QStringList Settings::*>;

/** One row of the table of settings. */
struct Definition
{
    QLatin1StringView key;
    Member member;
    QLatin1StringView allowed; ///< for people
    bool (*isAllowed)(const Settings &values);
};

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

bool hasLogLevel(const Settings &values)
{
    return QStringList{u"warning"_s, u"info"_s, u"debug"_s}.contains(values.logLevel);
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

/** Tokens go there: https, or http on this computer; without a path, query or user. */
template<QString Settings::*member>
bool hasServer(const Settings &values)
{
    const QUrl url(values.*member, QUrl::StrictMode);
    const bool isLocal =
        url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1 || url.host() == "localhost"_L1;
    return isOrigin(values.*member) && (url.scheme() == "https"_L1 || isLocal);
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

const std::array definitions{
    Definition{"port"_L1,
               &Settings::port,
               "a whole number from 0 to 65535"_L1,
               &isWithin<&Settings::port, ranges::port>},
    Definition{"allowedOrigins"_L1,
               &Settings::allowedOrigins,
               "a list of origins such as \"https://tool.example\", without a path"_L1,
               &hasOrigins},
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
    Definition{"maximumConnections"_L1,
               &Settings::maximumConnections,
               "a whole number from 8 to 4096"_L1,
               &isWithin<&Settings::maximumConnections, ranges::connections>},
    Definition{"maximumStreams"_L1,
               &Settings::maximumStreams,
               "a whole number from 1 to 4096"_L1,
               &isWithin<&Settings::maximumStreams, ranges::count>},
    Definition{"maximumStreamsPerKey"_L1,
               &Settings::maximumStreamsPerKey,
               "a whole number from 1 to 4096"_L1,
               &isWithin<&Settings::maximumStreamsPerKey, ranges::count>},
    Definition{"maximumCallsPerKey"_L1,
               &Settings::maximumCallsPerKey,
               "a whole number from 1 to 4096"_L1,
               &isWithin<&Settings::maximumCallsPerKey, ranges::count>},
    Definition{"maximumResultBytes"_L1,
               &Settings::maximumResultBytes,
               "a whole number from 2000 to 1000000"_L1,
               &isWithin<&Settings::maximumResultBytes, ranges::resultBytes>},
    Definition{"requestsPerMinutePerKey"_L1,
               &Settings::requestsPerMinutePerKey,
               "a whole number from 1 to 100000000"_L1,
               &isWithin<&Settings::requestsPerMinutePerKey, ranges::perMinute>},
    Definition{"failedSignInsPerMinute"_L1,
               &Settings::failedSignInsPerMinute,
               "a whole number from 1 to 100000000"_L1,
               &isWithin<&Settings::failedSignInsPerMinute, ranges::perMinute>},
    Definition{"activityDays"_L1,
               &Settings::activityDays,
               "a whole number from 1 to 3650"_L1,
               &isWithin<&Settings::activityDays, Range{1, 3650}>},
    Definition{"undoRetentionDays"_L1,
               &Settings::undoRetentionDays,
               "a whole number from 0 to 365"_L1,
               &isWithin<&Settings::undoRetentionDays, Range{0, 365}>},
    Definition{"activityArguments"_L1,
               &Settings::activityArguments,
               "\"none\", \"names\" or \"full\""_L1,
               &hasActivityArguments},
    Definition{"activityEntries"_L1,
               &Settings::activityEntries,
               "a whole number from 100 to 10000000"_L1,
               &isWithin<&Settings::activityEntries, Range{100, 10'000'000}>},
    Definition{"watchIntervalSeconds"_L1,
               &Settings::watchIntervalSeconds,
               "0, or a whole number from 10 to 86400"_L1,
               &hasWatchInterval},
    Definition{"jiraSignInUrl"_L1,
               &Settings::jiraSignInUrl,
               "the address of a server: https, or http on this computer, without a path"_L1,
               &hasServer<&Settings::jiraSignInUrl>},
    Definition{"jiraApiUrl"_L1,
               &Settings::jiraApiUrl,
               "the address of a server: https, or http on this computer, without a path"_L1,
               &hasServer<&Settings::jiraApiUrl>},
    Definition{"notionApiUrl"_L1,
               &Settings::notionApiUrl,
               "the address of a server: https, or http on this computer, without a path"_L1,
               &hasServer<&Settings::notionApiUrl>},
    Definition{"sentryApiUrl"_L1,
               &Settings::sentryApiUrl,
               "the address of a server: https, or http on this computer, without a path"_L1,
               &hasServer<&Settings::sentryApiUrl>},
    Definition{"todoistApiUrl"_L1,
               &Settings::todoistApiUrl,
               "the address of a server: https, or http on this computer, without a path"_L1,
               &hasServer<&Settings::todoistApiUrl>},
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

/** One overload per type of setting; false when the JSON value is not of that very type. */
struct Assignment
{
    Settings &values;
    const QJsonValue &json;

    bool operator()(int Settings::*member) const
    {
        const double number = json.toDouble(-1);
        if (!json.isDouble() || number < 0 || number > std::numeric_limits<int>::max()
            || number != static_cast<int>(number))
            return false;
        values.*member = static_cast<int>(number);
        return true;
    }
    bool operator()(bool Settings::*member) const
    {
        values.*member = json.toBool();
        return json.isBool();
    }
    bool operator()(QString Settings::*member) const
    {
        values.*member = json.toString();
        return json.isString();
    }
    bool operator()(QStringList Settings::*member) const
    {
        const QJsonArray array = json.toArray();
        (values.*member).clear();
        for (const auto element : array)
            (values.*member).append(element.toString());
        return json.isArray()
            && std::all_of(array.begin(), array.end(), [](const QJsonValue &element) {
                   return element.isString();
               });
    }
};

QJsonValue toJson(const Settings &values, const Member &member)
{
    return std::visit(
        [&values](auto pointer) -> QJsonValue {
            if constexpr (std::is_same_v<decltype(pointer), QStringList Settings::*>)
                return QJsonArray::fromStringList(values.*pointer);
            else
                return values.*pointer;
        },
        member);
}

qsizetype lineAt(const QByteArray &text, qsizetype offset)
{
    return text.first(std::clamp<qsizetype>(offset, 0, text.size())).count('\n') + 1;
}

qsizetype lineOf(const QByteArray &text, QLatin1StringView key)
{
    const QRegularExpression pattern(u"\"%1\"\\s*:"_s.arg(key));
    const QString before = QString::fromUtf8(text);
    return before.first(std::max<qsizetype>(before.indexOf(pattern), 0)).count(u'\n') + 1;
}

tl::unexpected<Error> badFile(const QString &path, qsizetype line, const QString &reason)
{
    return failure(
        ErrorCode::InvalidData,
        u"The settings in %1, line %2, cannot be used: %3 Correct the file, or remove it "
        "to return to the defaults."_s.arg(QDir::toNativeSeparators(path))
            .arg(line)
            .arg(reason));
}

} // namespace

Result<SettingsFile> SettingsFile::read(const QString &path)
{
    SettingsFile result;
    result.m_path = path;
    QFile file(path);
    // A link that leads nowhere is a file that cannot be read, not a missing one.
    if (!file.exists() && !QFileInfo(path).isSymLink())
        return result;
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::Storage,
            u"The settings in %1 cannot be read (%2). Correct the file's permissions."_s.arg(
                QDir::toNativeSeparators(path), file.errorString()));
    const QByteArray text = file.read(largestFile + 1);
    if (text.size() > largestFile)
        return badFile(path, 1, u"the file is larger than 1 MiB."_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return badFile(path, lineAt(text, error.offset), error.errorString() + u'.');
    if (!document.isObject())
        return badFile(path, 1, u"there is no object in braces."_s);

    result.m_unknown = document.object();
    for (const Definition &definition : definitions) {
        const QJsonValue value = result.m_unknown.take(definition.key);
        if (value.isUndefined())
            continue;
        result.m_present.append(definition.key);
        const bool understood = std::visit(Assignment{result.m_values, value}, definition.member);
        if (!understood || !definition.isAllowed(result.m_values))
            return badFile(path,
                           lineOf(text, definition.key),
                           u"\"%1\" is %2, but must be %3."_s.arg(
                               definition.key,
                               cleanedLine(QString::fromUtf8(QJsonDocument(QJsonArray{value})
                                                                 .toJson(QJsonDocument::Compact)),
                                           longestShownValue),
                               definition.allowed));
    }
    return result;
}

Result<> SettingsFile::check(const Settings &values)
{
    for (const Definition &definition : definitions) {
        if (!definition.isAllowed(values))
            return failure(
                ErrorCode::InvalidInput,
                u"The setting \"%1\" must be %2."_s.arg(definition.key, definition.allowed));
    }
    return {};
}

Result<> SettingsFile::save(const Settings &values)
{
    if (auto checked = check(values); !checked)
        return checked;
    QJsonObject object = m_unknown;
    for (const Definition &definition : definitions) {
        const QJsonValue value = toJson(values, definition.member);
        if (m_present.contains(definition.key) || value != toJson(Settings(), definition.member))
            object.insert(definition.key, value);
    }
    // Who keeps their settings in a folder of their own has a link here, which stays.
    const QFileInfo file(m_path);
    const QString target = file.isSymLink() ? file.canonicalFilePath() : m_path;
    if (auto written = durableWrite(target, QJsonDocument(object).toJson()); !written)
        return written;
    m_values = values;
    return {};
}

} // namespace fairlead::settings
