// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/browserconnect.h"
#include "app/ctl/command.h"
#include "app/ctl/connecttexts.h"
#include "app/ctl/organizations.h"
#include "app/platform/quitsignals.h"

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char usage[] =
    "connect jira --url URL --email EMAIL --token-stdin\n"
    "       fairleadctl connect notion|todoist --token-stdin\n"
    "       fairleadctl connect openproject --url URL --token-stdin\n"
    "       fairleadctl connect sentry [--url URL] --token-stdin\n"
    "       fairleadctl connect mcp --url URL [--name NAME] [--email EMAIL --token-stdin]\n"
    "       fairleadctl connect mcp --url URL --oauth [--client-id ID --client-secret-stdin]\n"
    "       fairleadctl connect jira|notion --oauth [--client-id ID --client-secret-stdin]\n"
    "                   [--site NAME]… [--no-browser] [--reconnect CONNECTION]\n"
    "       each with [--organization NAME], for a connection that is to be an organization's\n"
    "       fairleadctl connect credential NAME";

Error misuse(const QString &sentence)
{
    return {.code = ErrorCode::InvalidInput, .message = sentence};
}

/** The options that connecting with a token needs beside it; most tokens say by themselves where
 * they belong. */
QStringList neededBeside(const QString &service)
{
    if (service == "jira"_L1)
        return {u"url"_s, u"email"_s};
    if (service == "openproject"_L1 || service == "mcp"_L1)
        return {u"url"_s};
    return {};
}

/** Options that belong to one of the two ways only. */
Result<> checkTogether(const Arguments &arguments)
{
    const bool inBrowser = arguments.isSet(u"oauth"_s);
    QStringList forBrowser{
        u"client-id"_s, u"client-secret-stdin"_s, u"site"_s, u"no-browser"_s, u"reconnect"_s};
    QStringList forToken{u"url"_s, u"email"_s, u"token-stdin"_s, u"name"_s};
    if (arguments.positional(0) == "mcp"_L1) {
        // What is anywhere has to be named, and may turn out to want a sign-in.
        forToken.removeAll(u"url"_s);
        forToken.removeAll(u"name"_s);
        forBrowser.removeAll(u"no-browser"_s);
    }
    for (const QString &option : inBrowser ? forToken : forBrowser) {
        if (arguments.isSet(option))
            return failure(misuse(inBrowser
                                      ? u"--%1 does not go together with --oauth."_s.arg(option)
                                      : u"--%1 needs --oauth."_s.arg(option)));
    }
    if (arguments.isSet(u"reconnect"_s) && arguments.isSet(u"organization"_s))
        return failure(misuse(u"--organization does not go together with --reconnect: a connection "
                              "that is signed in again stays whose it is."_s));
    if (arguments.isSet(u"client-id"_s) != arguments.isSet(u"client-secret-stdin"_s))
        return failure(misuse(u"--client-id and --client-secret-stdin go together."_s));
    return {};
}

/** The id of the one in --organization; empty where there is none. */
QCoro::Task<Result<QString>> organizationOf(Context context, Arguments arguments)
{
    if (!arguments.isSet(u"organization"_s))
        co_return QString();
    const NamedList list = organizationList();
    const auto found = co_await findNamed(context, list, arguments.value(u"organization"_s));
    if (!found)
        co_return failure(found.error());
    co_return found->value(u"id"_s).toString();
}

struct App
{
    QString service;
    QString server; ///< of "mcp": its address
    QString id;
    Secret secret;
};

QCoro::Task<Result<>> setClient(Context context, App app)
{
    QJsonObject body{{u"client_id"_s, app.id},
                     {u"client_secret"_s, QString::fromUtf8(app.secret.reveal())}};
    if (!app.server.isEmpty())
        body.insert(u"server"_s, app.server);
    const auto answer =
        co_await context.api.call("PUT"_ba, u"/api/auth/%1/client"_s.arg(app.service), body);
    if (!answer)
        co_return failure(answer.error());
    co_return Result<>();
}

QCoro::Task<int> connectInBrowser(Context context, Arguments arguments)
{
    const QString service = arguments.positional(0);
    if (service != "jira"_L1 && service != "notion"_L1 && service != "mcp"_L1)
        co_return context.misused(
            misuse(u"“%1” cannot be connected in the browser; jira, notion and mcp can."_s.arg(
                service)),
            usage);
    const QString server = arguments.value(u"url"_s);
    if (service == "mcp"_L1 && server.isEmpty() == arguments.value(u"reconnect"_s).isEmpty())
        co_return context.misused(misuse(u"Pass either --url or --reconnect."_s), usage);
    const auto organization = co_await organizationOf(context, arguments);
    if (!organization)
        co_return context.failed(organization.error());
    if (arguments.isSet(u"client-id"_s)) {
        auto secret = readSecret(u"Client secret"_s);
        if (!secret)
            co_return context.misused(secret.error(), usage);
        const App app{service, server, arguments.value(u"client-id"_s), std::move(*secret)};
        const auto set = co_await setClient(context, app);
        if (!set)
            co_return context.failed(set.error());
    }
    const platform::QuitSignals signals;
    CancellationSource interrupted;
    QObject::connect(&signals, &platform::QuitSignals::quitRequested, &signals, [&interrupted] {
        interrupted.cancel();
    });
    BrowserConnect connect(context,
                           {.service = service,
                            .server = server,
                            .name = arguments.value(u"name"_s),
                            .sites = arguments.values(u"site"_s),
                            .reconnect = arguments.value(u"reconnect"_s),
                            .organization = *organization,
                            .mayOpenBrowser = !arguments.isSet(u"no-browser"_s)},
                           interrupted.token());
    co_return co_await connect.run();
}

QCoro::Task<int> connectWithToken(Context context, Arguments arguments)
{
    const QString service = arguments.positional(0);
    const QStringList needed = neededBeside(service);
    for (const QString &option : needed) {
        if (!arguments.isSet(option))
            co_return context.misused(misuse(u"--%1 is missing."_s.arg(option)), usage);
    }
    if (arguments.isSet(u"name"_s) && service != "mcp"_L1)
        co_return context.misused(misuse(u"--name is for MCP servers only."_s), usage);
    QJsonObject body{{u"provider_type"_s, service}};
    // A server of MCP may want none, one on this computer for example.
    if (service != "mcp"_L1 || arguments.isSet(u"token-stdin"_s)) {
        const auto token = readSecret(service == "jira"_L1 ? u"API token"_s : u"Token"_s);
        if (!token)
            co_return context.misused(token.error(), usage);
        body.insert(u"api_token"_s, QString::fromUtf8(token->reveal()));
    }
    if (arguments.isSet(u"name"_s))
        body.insert(u"name"_s, arguments.value(u"name"_s));
    if (arguments.isSet(u"url"_s))
        body.insert(u"base_url"_s, arguments.value(u"url"_s));
    if (arguments.isSet(u"email"_s))
        body.insert(u"username"_s, arguments.value(u"email"_s));
    const auto organization = co_await organizationOf(context, arguments);
    if (!organization)
        co_return context.failed(organization.error());
    if (!organization->isEmpty())
        body.insert(u"organization"_s, *organization);
    const auto connection =
        co_await context.api.call("POST"_ba, u"/api/pm/providers/import-projects"_s, body);
    const bool isForBrowser = !connection && service == "mcp"_L1
        && connection.error().code == ErrorCode::Unauthorized && !arguments.isSet(u"token-stdin"_s);
    if (isForBrowser)
        co_return co_await connectInBrowser(context, arguments);
    if (!connection)
        co_return context.failed(connection.error());
    context.output.result(connectedText(*connection), *connection);
    co_return Done;
}

} // namespace

QCoro::Task<int> runConnect(Context context, QStringList arguments)
{
    if (arguments.value(0) == "credential"_L1) {
        QStringList rest = arguments.sliced(1);
        co_return co_await connectCredential(context, std::move(rest));
    }
    const QStringList options{u"url="_s,
                              u"email="_s,
                              u"token-stdin"_s,
                              u"name="_s,
                              u"oauth"_s,
                              u"client-id="_s,
                              u"client-secret-stdin"_s,
                              u"site="_s,
                              u"no-browser"_s,
                              u"reconnect="_s,
                              u"organization="_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), usage);
    if (const auto checked = checkTogether(*parsed); !checked)
        co_return context.misused(checked.error(), usage);
    // Not one expression: g++ 12 awaits both sides of a conditional.
    if (parsed->isSet(u"oauth"_s))
        co_return co_await connectInBrowser(context, *parsed);
    co_return co_await connectWithToken(context, *parsed);
}

} // namespace fairlead::ctl
