// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionsite.h"
#include "tests/sandbox/oauth/signinflow.h"

namespace fairlead::sandbox {

/**
 * The OAuth part of Notion's API, /v1/oauth/…: a person logs in, picks the pages that an app may
 * use, and the app trades the code for tokens of a bot, which is a connection of the workspace.
 */
class NotionOAuth final : private SignInHost
{
public:
    struct Options
    {
        bool givesRefreshTokens = true; ///< false: "refresh_token" is null
        bool tellsExpiry = false; ///< "expires_in", which the API's description does not have
        /** Errors as that description has them; seen from Notion are those of RFC 6749. */
        bool hasDocumentedErrors = false;
        std::chrono::seconds accessLife{3600};
    };

    /** All of them must outlive it. */
    NotionOAuth(const Options &options,
                NotionSite &site,
                const ClientRegistry &clients,
                GrantStore &grants,
                const Clock &clock);

    [[nodiscard]] static GrantStore::Rules rules(const Options &options);

    /** Nothing for a path that is not its own. */
    [[nodiscard]] std::optional<Response> answer(const Request &request);

    /** Whom an access token stands for; nullptr: nobody any more. */
    [[nodiscard]] NotionConnection *connection(const QByteArray &accessToken);

    void reset() { m_flow.reset(); }

private:
    [[nodiscard]] std::optional<SignInPerson> person(const QString &email,
                                                     const QString &password) const override;
    void offer(const OAuthClient &client,
               const SignInPerson &person,
               ConsentPage &page) const override;

    [[nodiscard]] Response authorize(const Request &request);
    [[nodiscard]] Response answerApp(const Request &request);
    [[nodiscard]] const OAuthClient *app(const Request &request) const;
    [[nodiscard]] Response answerToken(const OAuthClient &app, const QJsonObject &body);
    [[nodiscard]] Response missing(const QJsonObject &body, const QString &name) const;
    [[nodiscard]] Response exchange(const OAuthClient &app, const QJsonObject &body);
    [[nodiscard]] Response refresh(const OAuthClient &app, const QJsonObject &body);
    [[nodiscard]] Response tokens(const OAuthClient &app, const GrantStore::Tokens &tokens);
    [[nodiscard]] NotionConnection &bot(const OAuthClient &app, const QString &accountId);
    [[nodiscard]] Response error(int status, const QString &code, const QString &description) const;

    Options m_options;
    NotionSite &m_site;
    const ClientRegistry &m_clients;
    GrantStore &m_grants;
    SignInFlow m_flow;
};

} // namespace fairlead::sandbox
