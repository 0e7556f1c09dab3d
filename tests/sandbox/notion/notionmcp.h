// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/mcp/mcpservice.h"
#include "tests/sandbox/notion/notionservice.h"

namespace fairlead::sandbox {

/**
 * Notion's remote MCP server, in the place of https://mcp.notion.com/mcp, with the tools that read.
 * Takes the tokens of Notion's REST API and works on the same workspace.
 */
class NotionMcp final : public McpService
{
public:
    /** The service must outlive this. */
    explicit NotionMcp(NotionService &notion);

    [[nodiscard]] QString name() const override;
    void reset() override {}

protected:
    [[nodiscard]] QStringList paths() const override;
    [[nodiscard]] bool isSignedIn(const Request &request) const override;
    [[nodiscard]] QList<McpTool> tools(const Request &request) const override;
    [[nodiscard]] Outcome call(const Request &request,
                               const QString &tool,
                               const QJsonObject &arguments) override;

private:
    [[nodiscard]] Response ask(const Request &from,
                               const QByteArray &method,
                               const QString &path,
                               const QJsonObject &body = {}) const;
    [[nodiscard]] Outcome search(const Request &request, const QJsonObject &arguments) const;
    [[nodiscard]] Outcome fetch(const Request &request, const QJsonObject &arguments) const;

    NotionService &m_notion;
};

} // namespace fairlead::sandbox
