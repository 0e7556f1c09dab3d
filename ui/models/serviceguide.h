// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

namespace fairlead::ui {

/** What a person has to enter beside a token. */
enum class TokenKind {
    WithSiteAndEmail, ///< it belongs to an account on one site
    WithSite, ///< the site, which may be anybody's own
    OnItsOwn, ///< it says by itself where it belongs
};

/** The words and web pages with which one service is connected. */
struct ServiceGuide
{
    QString type; ///< "jira": as in providers::Provider::type()
    QString name; ///< "Jira"
    QString company; ///< who keeps accounts and tokens: "Atlassian"
    QUrl appsPage; ///< where an app for the browser sign-in is registered
    QUrl tokenPage; ///< where a token is made
    TokenKind tokenKind = TokenKind::OnItsOwn;
    bool hasBrowserSignIn = true; ///< without it the token is all there is
    QString usualSite = {}; ///< what most people enter as the site; may be empty

    QString browserText; ///< what signing in in the browser means
    QString appNeededText; ///< the same, while no app is set up
    QString appTitle;
    QString appText; ///< whose app it is and what for
    QString appAction; ///< words for the button that enters an app
    QString changeAppAction; ///< and for the one that enters another
    QString tokenTitle;
    QString tokenText; ///< what connecting with a token means
    QString tokenAction; ///< words for the button that chooses it
    QString note; ///< how to choose; may be empty

    QString appSteps; ///< how to come by client ID and secret
    QString appPageAction;
    QString tokenSteps;
    QString tokenLabel; ///< of the field, with its mnemonic
    QString tokenPageAction;
    QString browserSteps; ///< what to do in the browser
};

/** The guide to a service by its type; for an unknown one only type and name, which are the same.
 */
[[nodiscard]] ServiceGuide guideTo(const QString &service);

/** The types of the services that are connected with a token only, by name. */
[[nodiscard]] QStringList tokenServices();

/** "It can see these projects:", "Pages that it can see: %1." and so on: what a service keeps. */
enum class FoundText { Nothing, Some, All, Count };
/** The sentence; for Some, "%1" and "%2" are the whole number and how many are shown, for Count
 * "%1" is a number. */
[[nodiscard]] QString foundText(const QString &service, FoundText what);

} // namespace fairlead::ui
