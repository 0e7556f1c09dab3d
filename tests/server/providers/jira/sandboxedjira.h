// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/networkhttpclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/jira/jirafixture.h"

#include <memory>

namespace fairlead::tests {

/** The Jira provider over real HTTP against a sandbox of its own, connected as Ada to each site. */
class SandboxedJira
{
public:
    explicit SandboxedJira(const QStringList &sites = {QStringLiteral("northwind")});

    /** Connects to the site as that person in the place of whoever was; fails the test if not. */
    void signInAs(const QString &person, const QString &site = QStringLiteral("northwind"));

    tools::ToolResult call(const QString &tool, const QJsonObject &arguments);
    /** The only text of the answer, be it an error's. */
    QString text(const QString &tool, const QJsonObject &arguments);

    [[nodiscard]] sandbox::Sandbox &sandbox() { return m_sandbox; }
    [[nodiscard]] sandbox::Site &site(const QString &name = {}) { return m_sandbox.site(name); }
    [[nodiscard]] const sandbox::JiraIssue &issue(const QString &key) { return *site().issue(key); }
    /** The site's address. */
    [[nodiscard]] QString url(const QString &name = {}) const { return m_sandbox.url(name); }
    [[nodiscard]] JiraFixture &fixture() { return *m_fixture; }
    /** How many requests of that method reached the sandbox. */
    [[nodiscard]] int countOf(const QByteArray &method) { return int(targetsOf(method).size()); }
    /** What those requests asked for: path and query. */
    [[nodiscard]] QByteArrayList targetsOf(const QByteArray &method);

private:
    sandbox::Sandbox m_sandbox;
    net::NetworkHttpClient m_http;
    std::unique_ptr<JiraFixture> m_fixture;
};

} // namespace fairlead::tests
