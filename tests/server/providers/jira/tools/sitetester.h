// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/networkhttpclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/jira/jirafixture.h"

namespace fairlead::tests {

/** Jira's tools over the real HTTP client against the sandbox's Northwind, which refuses what Jira
 * refuses. */
class SiteTester
{
public:
    /** Connected with the classic token of that person. */
    explicit SiteTester(const QString &person = QStringLiteral("ada"));

    /** Connects with another token. */
    void signIn(const QString &person, const QString &token);

    /** A tool's answer; "Error: …" where it failed. The arguments are JSON. */
    [[nodiscard]] QString ask(const QString &tool, const char *arguments);
    [[nodiscard]] QString ask(const QString &tool, const QJsonObject &arguments);
    /** "POST /rest/api/3/issue" for each request since this was last asked. */
    [[nodiscard]] QStringList requests();

    sandbox::Sandbox sandbox;

private:
    net::NetworkHttpClient m_http;

public:
    JiraFixture jira;
};

} // namespace fairlead::tests
