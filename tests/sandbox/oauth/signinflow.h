// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"
#include "tests/sandbox/oauth/clientregistry.h"
#include "tests/sandbox/oauth/grantstore.h"
#include "tests/sandbox/oauth/signinpages.h"

namespace fairlead::sandbox {

/** Somebody who may log in. */
struct SignInPerson
{
    QString accountId;
    QString displayName;
    QString email;
};

/** What a service adds to the walk from the authorize URL to the code. */
class SignInHost
{
public:
    SignInHost() = default;
    virtual ~SignInHost() = default;
    Q_DISABLE_COPY_MOVE(SignInHost)

    /** Nobody: that e-mail and password do not belong together. */
    [[nodiscard]] virtual std::optional<SignInPerson> person(const QString &email,
                                                             const QString &password) const = 0;

    /** Adds choice, choiceName, choiceTitle and options; no options: an error page is shown. */
    virtual void offer(const OAuthClient &client,
                       const SignInPerson &person,
                       ConsentPage &page) const = 0;
};

/**
 * The walk of a person through login and consent, the same at every service: a login form (again,
 * with a sentence, when the password is wrong), the consent page, and the way back to the app with
 * a code or with access_denied. The steps hang together by an id in a hidden field.
 */
class SignInFlow
{
public:
    struct Look
    {
        QString service; ///< "jira"
        QString product; ///< "Atlassian"
        QString loginPath;
        QString consentPath;
    };

    /** The request of an app that passed the service's checks. */
    struct Wanted
    {
        OAuthClient client;
        QStringList scopes;
        std::optional<QString> state;
        QString codeChallenge = {}; ///< S256
    };

    /** All of them must outlive the flow. */
    SignInFlow(Look look, const SignInHost &host, GrantStore &grants, const Clock &clock);

    /** The page that says what is wrong with client, redirect_uri or response_type. */
    [[nodiscard]] std::optional<Response> refused(const Request &request,
                                                  const ClientRegistry &clients) const;

    /** Shows the login page. */
    [[nodiscard]] Response begin(const Wanted &wanted);

    /** Answers what is sent to loginPath and consentPath. */
    [[nodiscard]] Response logIn(const Request &request);
    [[nodiscard]] Response decide(const Request &request);

    /** 302 to the app with those parameters, and with the state where there was one. */
    [[nodiscard]] static Response backToApp(const Wanted &wanted,
                                            const QList<QPair<QString, QString>> &parameters);

    void reset() { m_signIns.clear(); }

private:
    struct SignIn
    {
        Wanted wanted;
        QDateTime expiresAt;
        std::optional<SignInPerson> person;
    };

    [[nodiscard]] SignIn *signIn(const QString &id);
    [[nodiscard]] LoginPage loginFor(const QString &id, const SignIn &signIn) const;
    [[nodiscard]] ConsentPage consentFor(const QString &id, const SignIn &signIn) const;
    [[nodiscard]] Response accept(const QString &id, const SignIn &signIn, const Request &request);
    [[nodiscard]] Response error(const QString &sentence) const;

    Look m_look;
    const SignInHost &m_host;
    GrantStore &m_grants;
    const Clock &m_clock;
    QHash<QString, SignIn> m_signIns;
};

} // namespace fairlead::sandbox
