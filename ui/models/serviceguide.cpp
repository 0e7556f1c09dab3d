// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/serviceguide.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

struct Guide
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::ui::ServiceGuide)
};

ServiceGuide jiraGuide()
{
    return {
        .type = u"jira"_s,
        .name = u"Jira"_s,
        .company = u"Atlassian"_s,
        .appsPage = QUrl(u"https://developer.atlassian.com/console/myapps/"_s),
        .tokenPage = QUrl(u"https://id.atlassian.com/manage-profile/security/api-tokens"_s),
        .tokenKind = TokenKind::WithSiteAndEmail,
        .browserText = Guide::tr("You sign in on Atlassian's own page and choose your site. "
                                 "Fairlead then stays signed in by itself."),
        .appNeededText = Guide::tr("You sign in on Atlassian's own page and choose your site. "
                                   "Fairlead then stays signed in by itself. It asks for your "
                                   "company's app first, this once."),
        .appTitle = Guide::tr("Your company's own app"),
        .appText = Guide::tr("Whoever manages Atlassian in your company makes an OAuth app there. "
                             "Its client ID and secret are entered here once; the sign-in in the "
                             "browser goes through it."),
        .appAction = Guide::tr("&Enter the app…"),
        .changeAppAction = Guide::tr("C&hange the app…"),
        .tokenTitle = Guide::tr("API token"),
        .tokenText = Guide::tr("You make a token at Atlassian and paste it here. It needs no app, "
                               "and works until it expires or you revoke it."),
        .tokenAction = Guide::tr("Use an API &token…"),
        .note = Guide::tr("Your company may allow only one of these ways. Its Atlassian "
                          "administrator knows."),
        .appSteps =
            Guide::tr("Enter the client ID and the secret of the Atlassian app (OAuth 2.0) that "
                      "your company uses for this. Whoever manages it finds them in Atlassian's "
                      "developer console, under Settings, and there, under Authorization, enters "
                      "this redirect address as the callback URL."),
        .appPageAction = Guide::tr("&Open the developer console…"),
        .tokenSteps =
            Guide::tr("Fairlead signs in as you, with an API token that you make at Atlassian. The "
                      "token stays on this computer, sealed with a key in your keychain."),
        .tokenLabel = Guide::tr("API &token:"),
        .tokenPageAction = Guide::tr("&Make a token at Atlassian…"),
        .browserSteps = Guide::tr("Sign in on Atlassian's page and allow access to your site. This "
                                  "window goes on by itself."),
    };
}

ServiceGuide notionGuide()
{
    return {
        .type = u"notion"_s,
        .name = u"Notion"_s,
        .company = u"Notion"_s,
        .appsPage = QUrl(u"https://www.notion.so/profile/integrations"_s),
        .tokenPage = QUrl(u"https://www.notion.so/profile/integrations"_s),
        .tokenKind = TokenKind::OnItsOwn,
        .browserText = Guide::tr("You sign in on Notion's own page and choose the pages that "
                                 "Fairlead may see. It then stays signed in by itself."),
        .appNeededText = Guide::tr("You sign in on Notion's own page and choose the pages that "
                                   "Fairlead may see. It then stays signed in by itself. It asks "
                                   "for your company's integration first, this once."),
        .appTitle = Guide::tr("Your company's own integration"),
        .appText = Guide::tr("Whoever manages Notion in your company makes a public integration "
                             "there. Its client ID and secret are entered here once; the sign-in "
                             "in the browser goes through it."),
        .appAction = Guide::tr("&Enter the integration…"),
        .changeAppAction = Guide::tr("C&hange the integration…"),
        .tokenTitle = Guide::tr("Token"),
        .tokenText = Guide::tr("You paste the token of an internal integration, which sees the "
                               "pages that are shared with it, or a personal access token, which "
                               "sees what you see."),
        .tokenAction = Guide::tr("Use a &token…"),
        .note = {},
        .appSteps =
            Guide::tr("Enter the OAuth client ID and secret of a public integration. Whoever "
                      "manages it finds them on Notion's page of integrations, under "
                      "Configuration, and there enters this redirect address as a redirect URI."),
        .appPageAction = Guide::tr("&Open Notion's integrations…"),
        .tokenSteps =
            Guide::tr("Paste the secret of an internal integration or a personal access token. It "
                      "stays on this computer, sealed with a key in your keychain. An integration "
                      "sees a page when you add it there, in the page's menu under Connections."),
        .tokenLabel = Guide::tr("&Token:"),
        .tokenPageAction = Guide::tr("&Make a token at Notion…"),
        .browserSteps = Guide::tr("Sign in on Notion's page and choose the pages. This window goes "
                                  "on by itself."),
    };
}

ServiceGuide tokenGuide(const QString &type, const QString &name, const QUrl &tokenPage)
{
    ServiceGuide guide;
    guide.type = type;
    guide.name = guide.company = name;
    guide.tokenPage = tokenPage;
    guide.hasBrowserSignIn = false;
    guide.tokenTitle = Guide::tr("Token");
    guide.tokenLabel = Guide::tr("&Token:");
    return guide;
}

ServiceGuide openProjectGuide()
{
    ServiceGuide guide = tokenGuide(
        u"openproject"_s,
        u"OpenProject"_s,
        QUrl(u"https://www.openproject.org/docs/user-guide/my-account/#access-tokens"_s));
    guide.tokenKind = TokenKind::WithSite;
    guide.tokenSteps =
        Guide::tr("Enter the address of your OpenProject and an API token, which you make there "
                  "under My account, Access tokens. The token stays on this computer, sealed with "
                  "a key in your keychain.");
    guide.tokenPageAction = Guide::tr("&How to make a token…");
    return guide;
}

ServiceGuide sentryGuide()
{
    ServiceGuide guide = tokenGuide(
        u"sentry"_s, u"Sentry"_s, QUrl(u"https://sentry.io/settings/account/api/auth-tokens/"_s));
    guide.tokenKind = TokenKind::WithSite;
    guide.usualSite = u"https://sentry.io"_s;
    guide.tokenSteps =
        Guide::tr("Paste a personal token with the scopes org:read, project:read and event:write. "
                  "It stays on this computer, sealed with a key in your keychain. Change the "
                  "address only if your company runs a Sentry of its own.");
    guide.tokenPageAction = Guide::tr("&Make a token at Sentry…");
    return guide;
}

/** The same for a remote MCP server, which has tools. */
QString foundToolsText(FoundText what)
{
    switch (what) {
    case FoundText::Nothing:
        return Guide::tr("It works, but offers no tool yet.");
    case FoundText::Some:
        //: %1 and %2 are numbers.
        return Guide::tr("It offers %1 tools, here are %2:");
    case FoundText::All:
        return Guide::tr("It offers these tools:");
    case FoundText::Count:
        //: %1 is a number.
        return Guide::tr("Tools in use: %1.");
    }
    return {};
}

ServiceGuide todoistGuide()
{
    ServiceGuide guide =
        tokenGuide(u"todoist"_s,
                   u"Todoist"_s,
                   QUrl(u"https://app.todoist.com/app/settings/integrations/developer"_s));
    guide.tokenSteps =
        Guide::tr("Paste your API token, which Todoist shows under Settings, Integrations, "
                  "Developer. It stays on this computer, sealed with a key in your keychain.");
    guide.tokenPageAction = Guide::tr("&Open Todoist's settings…");
    return guide;
}

} // namespace

ServiceGuide guideTo(const QString &service)
{
    if (service == u"jira"_s)
        return jiraGuide();
    if (service == u"notion"_s)
        return notionGuide();
    if (service == u"openproject"_s)
        return openProjectGuide();
    if (service == u"sentry"_s)
        return sentryGuide();
    if (service == u"todoist"_s)
        return todoistGuide();
    ServiceGuide guide;
    guide.type = guide.name = guide.company = service;
    if (service == u"mcp"_s) {
        guide.name = Guide::tr("the server");
        guide.browserSteps =
            Guide::tr("Sign in there, and allow what the server asks for. Then come back here.");
    }
    return guide;
}

QStringList tokenServices()
{
    return {u"openproject"_s, u"sentry"_s, u"todoist"_s};
}

QString foundText(const QString &service, FoundText what)
{
    if (service == u"mcp"_s)
        return foundToolsText(what);
    const bool pages = service == u"notion"_s;
    switch (what) {
    case FoundText::Nothing:
        return pages ? Guide::tr("It works, but can see no page yet. Share a page with it in "
                                 "Notion, in the page's menu under Connections.")
                     : Guide::tr("It works, but this account can see no project yet.");
    case FoundText::Some:
        //: %1 and %2 are numbers.
        return pages ? Guide::tr("It can see %1 pages, here are %2:")
                     //: %1 and %2 are numbers.
                     : Guide::tr("It can see %1 projects, here are %2:");
    case FoundText::All:
        return pages ? Guide::tr("It can see these pages:")
                     : Guide::tr("It can see these projects:");
    case FoundText::Count:
        //: %1 is a number.
        return pages ? Guide::tr("Pages that it can see: %1.")
                     //: %1 is a number.
                     : Guide::tr("Projects that it can see: %1.");
    }
    return {};
}

} // namespace fairlead::ui
