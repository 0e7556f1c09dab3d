// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/networkhttpclient.h"
#include "tests/sandbox/sandbox.h"
#include "tests/server/providers/notion/notionfixture.h"

#include <memory>

namespace fairlead::tests {

/** Notion's tools over the real HTTP client against the sandbox, with one connection. */
class SandboxedNotion
{
public:
    explicit SandboxedNotion(const QByteArray &token = "ntn_sandbox_internal");

    /** A tool's text, of an answer or of an error. */
    [[nodiscard]] QString text(const QString &tool, const QJsonObject &arguments);
    /** The text of an answer that must be an error; otherwise that is said. */
    [[nodiscard]] QString error(const QString &tool, const QJsonObject &arguments);

    [[nodiscard]] sandbox::NotionWorkspace &workspace();
    /** The id of the page with that title. */
    [[nodiscard]] QString page(const QString &title);
    [[nodiscard]] QString dataSource(const QString &title);
    /** A page's content as it is stored. */
    [[nodiscard]] QString content(const QString &pageId);
    /** Lets the sandbox fail. */
    [[nodiscard]] sandbox::Sandbox &sandbox() { return *m_sandbox; }
    [[nodiscard]] NotionFixture &notion() { return *m_notion; }

private:
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<net::NetworkHttpClient> m_http;
    std::unique_ptr<NotionFixture> m_notion;
};

/** An object from JSON with ' for ". */
[[nodiscard]] QJsonObject object(const char *text);

} // namespace fairlead::tests
