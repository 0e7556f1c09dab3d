// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/commandline.h"

#include "tests/sandbox/sandboxdata.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QUrl>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A pretended Jira Cloud and Notion on this computer, for trying and testing Fairlead."_s);
    parser.addOptions({
        {u"port"_s, u"Port of the site Northwind; 0 takes any free one."_s, u"number"_s, u"8090"_s},
        {u"site"_s, u"One more site on a port of its own; may be repeated."_s, u"name=port"_s},
        {u"print-ready"_s, u"Print one line of JSON once it listens."_s},
        {u"end-with-input"_s,
         u"End when standard input does: together with the program that started it."_s},
        {u"fault"_s,
         u"A fault switch, as JSON or as kind=status,status=429,count=2; may be repeated."_s,
         u"fault"_s},
        {u"latency"_s, u"Every answer waits that long."_s, u"ms"_s, u"0"_s},
        {u"jitter"_s, u"And up to that much longer."_s, u"ms"_s, u"0"_s},
        {u"seed"_s, u"What the faults' dice start from."_s, u"number"_s, u"1"_s},
        {u"search-lag"_s, u"A search sees changes only after that time."_s, u"ms"_s, u"0"_s},
        {u"jira-redirect"_s,
         u"Where the app sandbox-jira-client wants people sent back to after a sign-in."_s,
         u"URI"_s},
        {u"notion-port"_s, u"Port of Notion; 0 takes any free one."_s, u"number"_s, u"0"_s},
        {u"notion-redirect"_s, u"The same for the app sandbox-notion-client."_s, u"URI"_s},
        {u"notion-budget"_s,
         u"How many requests a minute Notion takes from one connection."_s,
         u"number"_s,
         u"10000"_s},
        {u"notion-no-refresh"_s, u"Notion's refresh_token is null."_s},
        {u"notion-expires-in"_s, u"Notion tells expires_in, which its documents do not have."_s},
        {u"now"_s, u"A fixed moment instead of the computer's time, in ISO 8601."_s, u"time"_s},
        {{u"h"_s, u"help"_s}, u"Show this text."_s},
    });
}

Result<int> number(const QCommandLineParser &parser, const QString &name, int maximum)
{
    bool isNumber = false;
    const int value = parser.value(name).toInt(&isNumber);
    if (!isNumber || value < 0 || value > maximum)
        return failure(
            ErrorCode::InvalidInput,
            u"--%1 must be a number from 0 to %2, not \"%3\"."_s.arg(name).arg(maximum).arg(
                parser.value(name)));
    return value;
}

Result<Sandbox::SiteOptions> siteFrom(const QString &text)
{
    bool isNumber = false;
    const QString name = text.section(u'=', 0, 0);
    const int port = text.section(u'=', 1).toInt(&isNumber);
    if (name.isEmpty() || !isNumber || port < 0 || port > 65535)
        return failure(ErrorCode::InvalidInput,
                       u"--site must look like tidewater=0, not \"%1\"."_s.arg(text));
    return Sandbox::SiteOptions{name, quint16(port)};
}

Result<> readNumbers(const QCommandLineParser &parser, Sandbox::Options &options)
{
    FaultRule latency;
    latency.kind = FaultRule::Kind::Latency;
    constexpr int longest = 3'600'000;
    const Result<int> port = number(parser, u"port"_s, 65535);
    const Result<int> wait = number(parser, u"latency"_s, longest);
    const Result<int> jitter = number(parser, u"jitter"_s, longest);
    const Result<int> seed = number(parser, u"seed"_s, std::numeric_limits<int>::max());
    const Result<int> lag = number(parser, u"search-lag"_s, longest);
    const Result<int> notionPort = number(parser, u"notion-port"_s, 65535);
    const Result<int> budget = number(parser, u"notion-budget"_s, 1'000'000);
    for (const Result<int> &value : {port, wait, jitter, seed, lag, notionPort, budget}) {
        if (!value)
            return tl::unexpected(value.error());
    }
    options.sites.first().port = quint16(*port);
    options.seed = quint32(*seed);
    options.searchLag = std::chrono::milliseconds(*lag);
    options.notionPort = quint16(*notionPort);
    options.notion.site.searchLag = options.searchLag;
    options.notion.site.requestsPerMinute = *budget;
    latency.latencyMs = *wait;
    latency.jitterMs = *jitter;
    if (*wait > 0 || *jitter > 0)
        options.faults.append(latency);
    return {};
}

/** An address that an app wants people sent back to; unset, it stays as it is. */
Result<> readRedirect(const QCommandLineParser &parser, const QString &name, QString &redirect)
{
    if (!parser.isSet(name))
        return {};
    redirect = parser.value(name);
    const QUrl url(redirect);
    if (!url.isValid() || url.isRelative())
        return failure(ErrorCode::InvalidInput,
                       u"--%1 must be a whole address, not \"%2\"."_s.arg(name, redirect));
    return {};
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return failure(ErrorCode::InvalidInput, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"fairlead-sandbox takes no argument \"%1\"."_s.arg(
                           parser.positionalArguments().constFirst()));
    CommandLine result;
    result.printsReady = parser.isSet(u"print-ready"_s);
    result.endsWithInput = parser.isSet(u"end-with-input"_s);
    result.wantsHelp = parser.isSet(u"help"_s);
    if (const Result<> read = readNumbers(parser, result.options); !read)
        return tl::unexpected(read.error());
    for (const QString &text : parser.values(u"site"_s)) {
        const Result<Sandbox::SiteOptions> site = siteFrom(text);
        if (!site)
            return tl::unexpected(site.error());
        result.options.sites.append(*site);
    }
    for (const QString &text : parser.values(u"fault"_s)) {
        const Result<FaultRule> rule = FaultRule::fromText(text);
        if (!rule)
            return tl::unexpected(rule.error());
        result.options.faults.append(*rule);
    }
    Sandbox::Options &options = result.options;
    if (const auto read = readRedirect(parser, u"jira-redirect"_s, options.jiraRedirect); !read)
        return tl::unexpected(read.error());
    if (const auto read = readRedirect(parser, u"notion-redirect"_s, options.notionRedirect); !read)
        return tl::unexpected(read.error());
    options.notion.oauth.givesRefreshTokens = !parser.isSet(u"notion-no-refresh"_s);
    options.notion.oauth.tellsExpiry = parser.isSet(u"notion-expires-in"_s);
    if (parser.isSet(u"now"_s)) {
        const QDateTime now = QDateTime::fromString(parser.value(u"now"_s), Qt::ISODate);
        if (!now.isValid())
            return failure(ErrorCode::InvalidInput,
                           u"--now must look like 2026-11-20T12:00:00Z."_s);
        result.options.now = now;
    }
    return result;
}

QString CommandLine::help()
{
    QCommandLineParser parser;
    addOptions(parser);
    QString text = parser.helpText() + u"\nPeople of Northwind, with made-up API tokens:\n"_s;
    const QJsonObject seed = sandboxData(u"northwind.json"_s);
    for (const auto &token : seed["tokens"_L1].toArray()) {
        QStringList scopes;
        for (const auto &scope : token["scopes"_L1].toArray())
            scopes.append(scope.toString());
        const QString kind =
            scopes.isEmpty() ? u"classic"_s : u"scoped, gateway only: "_s + scopes.join(u' ');
        text += u"  %1  %2  (%3)\n"_s.arg(
            token["email"_L1].toString(), token["token"_L1].toString(), kind);
    }
    text += u"\nTheir passwords, for signing in with a browser:\n"_s;
    for (const auto &user : seed["users"_L1].toArray())
        text += u"  %1  %2\n"_s.arg(user["email"_L1].toString(), user["password"_L1].toString());
    text += u"\nThe Jira app: client_id sandbox-jira-client, client_secret sandbox-jira-secret\n"
            "The Notion app: client_id sandbox-notion-client, client_secret "
            "sandbox-notion-secret\n\nNotion's tokens:\n"_s;
    for (const auto &connection : sandboxData(u"notion.json"_s)["connections"_L1].toArray())
        text += u"  %1  (%2)\n"_s.arg(connection["token"_L1].toString(),
                                      connection["name"_L1].toString());
    for (const auto &[name, file] : {std::pair{u"OpenProject"_s, u"openproject.json"_s},
                                     {u"Sentry"_s, u"sentry.json"_s},
                                     {u"Todoist"_s, u"todoist.json"_s}})
        text += u"%1's token: %2\n"_s.arg(name, sandboxData(file)["token"_L1].toString());
    return text + u"\nSwitches at run time: see tests/sandbox/README.md.\n"_s;
}

} // namespace fairlead::sandbox
