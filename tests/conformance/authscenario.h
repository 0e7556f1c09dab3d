// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/gateway/signinworld.h"

#include <QTemporaryDir>

namespace fairlead::conformance {

/**
 * Connects the suite's protected server as Fairlead connects any: without a token first, then by a
 * sign-in in the browser, which this plays. Calls the tools after that, and signs in again where a
 * call asks for it.
 */
class AuthScenario final
{
public:
    /** `context`: what the suite says of the scenario. */
    AuthScenario(QUrl url, std::optional<mcp::Revision> revision, QJsonObject context);

    [[nodiscard]] Result<> run();

private:
    class Person;

    [[nodiscard]] Result<> signIn();
    /** Follows the page to where it sends the browser. */
    [[nodiscard]] QCoro::Task<Result<providers::SignIn>> browse(QUrl page);

    QUrl m_url;
    QJsonObject m_context;
    QTemporaryDir m_folder;
    net::NetworkHttpClient m_browser;
    gateway::SignInWorld m_world;
};

} // namespace fairlead::conformance
