// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/networkhttpclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/jira/jirafixture.h"

namespace fairlead::tests {

/** The provider over the real HTTP client against the sandbox, connected as Ada or another. */
class JiraSandbox final
{
public:
    explicit JiraSandbox(const QString &person = QStringLiteral("ada"));

    /** A tool's only text, whether it succeeded or not; "ERROR: …" when it did not. */
    [[nodiscard]] QString call(const QString &tool, const QJsonObject &arguments);
    [[nodiscard]] sandbox::JiraIssue &issue(const QString &key);
    [[nodiscard]] QString url(const QString &key) const;
    [[nodiscard]] sandbox::Sandbox &sandbox() { return m_sandbox; }
    [[nodiscard]] JiraFixture &jira() { return m_jira; }

private:
    sandbox::Sandbox m_sandbox;
    net::NetworkHttpClient m_http;
    JiraFixture m_jira;
};

} // namespace fairlead::tests
