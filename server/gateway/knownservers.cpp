// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/knownservers.h"

#include "server/base/text.h"
#include "server/net/requestcheck.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr qsizetype longestAddress = 2048;
constexpr std::array signInNames{"browser"_L1, "browser_or_token"_L1, "token"_L1};

tl::unexpected<Error> wrongAddress(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

} // namespace

QLatin1StringView signInName(ServerSignIn signIn)
{
    return signInNames.at(static_cast<size_t>(signIn));
}

const QList<KnownServer> &knownServers()
{
    // Of its Premium plan; a plan with less answers 429, which is heeded.
    constexpr RequestLimit atlassianLimit{.calls = 1000, .time = std::chrono::hours(1)};
    static const QList<KnownServer> servers{
        {.id = u"atlassian"_s,
         .title = u"Atlassian"_s,
         .url = QUrl(u"https://mcp.atlassian.com/v2/mcp"_s),
         .signIn = ServerSignIn::BrowserOrToken,
         .limit = atlassianLimit,
         .note = u"A token works only after an administrator has allowed API tokens for Rovo MCP; "
                 "create one with scopes: one without gets almost no tools."_s},
        {.id = u"atlassian-v1"_s,
         .title = u"Atlassian (v1)"_s,
         .url = QUrl(u"https://mcp.atlassian.com/v1/mcp"_s),
         .signIn = ServerSignIn::BrowserOrToken,
         .limit = atlassianLimit,
         .note = u"For sites that v2 turns away."_s},
        {.id = u"notion"_s,
         .title = u"Notion"_s,
         .url = QUrl(u"https://mcp.notion.com/mcp"_s),
         .signIn = ServerSignIn::Browser,
         .note = u"Takes no tokens. With an integration's token, connect Notion itself: "
                 "fairleadctl connect notion"_s},
        {.id = u"sentry"_s,
         .title = u"Sentry"_s,
         .url = QUrl(u"https://mcp.sentry.dev/mcp"_s),
         .signIn = ServerSignIn::BrowserOrToken,
         .tokenScheme = u"Sentry-Bearer"_s,
         .limit = {.calls = 60, .time = std::chrono::minutes(1)},
         .note = u"At most 60 requests a minute."_s},
        {.id = u"todoist"_s,
         .title = u"Todoist"_s,
         .url = QUrl(u"https://ai.todoist.net/mcp"_s),
         .signIn = ServerSignIn::Browser},
        {.id = u"linear"_s,
         .title = u"Linear"_s,
         .url = QUrl(u"https://mcp.linear.app/mcp"_s),
         .signIn = ServerSignIn::BrowserOrToken},
        {.id = u"github"_s,
         .title = u"GitHub"_s,
         .url = QUrl(u"https://api.githubcopilot.com/mcp/"_s),
         .signIn = ServerSignIn::Token,
         .note = u"Takes a personal access token. With /readonly at the end of the address it "
                 "offers only tools that read."_s},
    };
    return servers;
}

const KnownServer *knownServerAt(const QUrl &url)
{
    const auto found = std::ranges::find_if(knownServers(), [&url](const KnownServer &server) {
        return server.url.host() == url.host() && url.scheme() == "https"_L1;
    });
    return found == knownServers().end() ? nullptr : &*found;
}

Secret inSchemeOf(const QUrl &url, const Secret &authorization)
{
    const KnownServer *known = knownServerAt(url);
    constexpr QByteArrayView usual("Bearer ");
    if (known == nullptr || !authorization.reveal().startsWith(usual))
        return authorization;
    return Secret(known->tokenScheme.toLatin1() + ' ' + authorization.reveal().mid(usual.size()));
}

Result<QUrl> serverAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return wrongAddress(u"Enter the address of the MCP server, such as "
                            "https://mcp.example.com/mcp."_s);
    const QUrl url(text, QUrl::StrictMode);
    const QString host = url.host();
    if (text.size() > longestAddress || !isPlainName(text, longestAddress) || !url.isValid()
        || host.isEmpty() || host.endsWith(u'.') || text.contains(u'\\'))
        return wrongAddress(u"What was entered is no address of an MCP server. It looks like "
                            "https://mcp.example.com/mcp."_s);
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return wrongAddress(u"The address of an MCP server has no user name, no password and no #. "
                            "Enter the token by itself."_s);
    const bool isHere = url.scheme() == "http"_L1 && net::isLoopbackHost(host);
    if (url.scheme() != "https"_L1 && !isHere)
        return wrongAddress(u"Fairlead talks to %1 only over https; plain http is for servers on "
                            "this computer."_s.arg(host));
    return url;
}

} // namespace fairlead::gateway
