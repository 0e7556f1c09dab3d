// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

/** The pages that a person sees on the way to a code: plain HTML, no script, every value escaped.
 */
namespace fairlead::sandbox {

/** What #email and #password are asked for on, and #sign-in sent from. */
struct LoginPage
{
    QString product; ///< "Atlassian"
    QString appName;
    QString action; ///< where the form goes
    QString signInId; ///< the hidden field "flow"
    QString email = {}; ///< filled in
    QString problem = {}; ///< a sentence above the form
};

/** What the person may choose, and #accept or #cancel. */
struct ConsentPage
{
    enum class Choice {
        None, ///< the options are told, all of them are granted
        One, ///< radio buttons
        Several, ///< check boxes
    };

    struct Option
    {
        QString value;
        QString title;
        QString detail = {};
    };

    QString product;
    QString appName;
    QString person;
    QString action;
    QString signInId;
    QStringList scopes;
    Choice choice = Choice::None;
    QString choiceName; ///< name of the inputs; their ids are it, "-" and the value
    QString choiceTitle;
    QList<Option> options;
    QString problem = {};
};

[[nodiscard]] Response loginPage(const LoginPage &page);
[[nodiscard]] Response consentPage(const ConsentPage &page);
/** What the service says itself because it must not send the person back to the app. */
[[nodiscard]] Response signInErrorPage(int status, const QString &product, const QString &sentence);

} // namespace fairlead::sandbox
