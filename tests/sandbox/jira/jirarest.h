// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/contract.h"
#include "tests/sandbox/jira/jirasite.h"

namespace fairlead::sandbox {

/** E-mail and API token of a Basic sign-in; both empty when there is none. */
struct BasicCredentials
{
    QString email;
    QByteArray secret;

    [[nodiscard]] static BasicCredentials of(const Request &request);
};

/**
 * Finds the operation of a path below a site's root, refuses what the contract refuses, and asks
 * the site. `base` is what the answer's links begin with.
 */
[[nodiscard]] Response answerRest(const Contract &contract,
                                  JiraSite &site,
                                  const Request &request,
                                  const JiraUser *caller,
                                  const QString &base);

} // namespace fairlead::sandbox
