// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace fairlead::settings {

/** The least and the most that a number may be. */
struct Range
{
    int lowest = 0;
    int highest = 0;
};

namespace ranges {
inline constexpr Range port{0, 65535};
inline constexpr Range connections{8, 4096};
inline constexpr Range count{1, 4096}; ///< of streams and calls
inline constexpr Range resultBytes{2000, 1'000'000};
inline constexpr Range perMinute{1, 100'000'000};
} // namespace ranges

/** What can be set, with the values it has where nothing is set. */
struct Settings
{
    int port = 8080; ///< 0: any free port
    QStringList allowedOrigins; ///< web pages that may call, beside our own: "https://tool.example"
    QStringList allowedHosts; ///< by which a proxy hands requests on: "fairlead.example"
    QString logLevel = QStringLiteral("info");
    QString proxy; ///< empty: the system's; "none"; or "http://proxy.example:3128"
    QString caFile; ///< more certificate authorities to trust, PEM; empty: the system's only
    bool keyInUrlAllowed = true; ///< whether ?api_key= is accepted
    int maximumConnections = 128;
    int maximumStreams = 64;
    int maximumStreamsPerKey = 8;
    int maximumCallsPerKey = 20; ///< tool calls of one key that run at once
    int maximumResultBytes = 20'000; ///< of one answer's text; the rest comes by read_more
    int requestsPerMinutePerKey = 600;
    int failedSignInsPerMinute = 10; ///< wrong keys and tokens of all clients together
    int activityDays = 90; ///< how long the activity log is kept
    int undoRetentionDays = 7; ///< how long what a tool changed can be undone; 0: nothing is kept
    /** How much of each call's arguments the log keeps: "none", "names", "full". */
    QString activityArguments = QStringLiteral("none");
    int activityEntries = 250'000; ///< of each user, the newest
    QString tokenAlgorithm = QStringLiteral("HS256"); ///< of management tokens; or "ES256"
    QString tokenIssuer; ///< who else issues management tokens: their "iss"; empty: nobody
    QString tokenAudience = QStringLiteral("fairlead"); ///< the "aud" of those
    QString tokenKeysUrl; ///< where the issuer's public keys are, as a JWK set
    QStringList tokenUsers; ///< "SUBJECT=USER": whose those tokens are
    bool metrics = false; ///< whether GET /metrics is there, for Prometheus
    int watchIntervalSeconds =
        60; ///< how often resources that clients follow are looked at; 0: never
    QString jiraSignInUrl = QStringLiteral("https://auth.atlassian.com"); ///< Atlassian's own, or
                                                                          ///< that of another cloud
    QString jiraApiUrl = QStringLiteral("https://api.atlassian.com");
    QString notionApiUrl = QStringLiteral("https://api.notion.com");
    QString sentryApiUrl = QStringLiteral("https://sentry.io");
    QString todoistApiUrl = QStringLiteral("https://api.todoist.com");
    QString clientDocumentUrl; ///< where packaging/oauth/client.json is published; empty: nowhere
    bool jiraAgileScopes = false; ///< whether a sign-in asks for boards and sprints, too
    QString jiraClientId; ///< of the OAuth app, for hosts that are set up without a person
    QString jiraClientSecretFile; ///< holds its secret and is nobody else's to read
    QString notionClientId;
    QString notionClientSecretFile;
    QStringList approvedFolders; ///< that AI tools may upload from and download to
    QStringList skippedFirstSteps; ///< of the window: "service", "client", "call"

    bool operator==(const Settings &) const = default;
};

/**
 * DATA_DIR/settings.json. Read once at start; a file that cannot be understood is an error and
 * never a reset, because it may hold what keeps others out. Keys of newer versions are kept.
 */
class SettingsFile final
{
public:
    /** Defaults when there is no file. InvalidData, naming the file, the line and what is allowed,
     * for anything that is not understood; Storage when it cannot be read. */
    [[nodiscard]] static Result<SettingsFile> read(const QString &path);

    SettingsFile() = default;

    [[nodiscard]] const Settings &values() const { return m_values; }

    /** Writes these values in place of the file, or leaves it as it was; of the defaults only those
     * that were in it, so that the others follow newer versions. InvalidInput, naming the setting,
     * for a value that is not allowed. */
    [[nodiscard]] Result<> save(const Settings &values);

    /** InvalidInput as save() has it. */
    [[nodiscard]] static Result<> check(const Settings &values);

private:
    QString m_path;
    Settings m_values;
    QStringList m_present; ///< keys that the file has
    QJsonObject m_unknown;
};

} // namespace fairlead::settings
