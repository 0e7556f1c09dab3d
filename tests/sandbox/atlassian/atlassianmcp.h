// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/atlassian/atlassianuploads.h"
#include "tests/sandbox/jira/contract.h"
#include "tests/sandbox/jira/jirasite.h"
#include "tests/sandbox/mcp/mcpservice.h"
#include "tests/sandbox/oauth/grantstore.h"

#include <QHash>

#include <functional>

namespace fairlead::sandbox {

/**
 * Atlassian's remote MCP server, in the place of https://mcp.atlassian.com/v2/mcp: a few tools, and
 * the others behind discover and execute*, or all of them with ?tools=all. Signs people in by a
 * site's API token ("Basic") or by a Bearer token. Works on the same issues as the sites' REST API.
 */
class AtlassianMcp final : public McpService
{
public:
    /** All of them must outlive the service. */
    AtlassianMcp(const QList<JiraSite *> &sites,
                 const Contract &contract,
                 const GrantStore &grants);

    [[nodiscard]] QString name() const override;
    void reset() override { m_uploads.clear(); }

protected:
    [[nodiscard]] QStringList paths() const override;
    [[nodiscard]] std::optional<Response> answerBeside(const Request &request) override;
    [[nodiscard]] bool isSignedIn(const Request &request) const override;
    [[nodiscard]] QList<McpTool> tools(const Request &request) const override;
    [[nodiscard]] Outcome call(const Request &request,
                               const QString &tool,
                               const QJsonObject &arguments) override;

private:
    /** Who asks, and on which site. */
    struct Place
    {
        JiraSite &site;
        const JiraUser *user;
        QString origin; ///< of this service
    };
    struct RestQuestion
    {
        QByteArray method;
        QString path; ///< below /rest/api/3/
        QList<QPair<QString, QString>> query{};
        QJsonObject body{};
    };
    using Handler = Outcome (AtlassianMcp::*)(const Place &, const QJsonObject &);
    struct Entry
    {
        McpTool tool;
        Handler handler; ///< null: it needs no site
    };

    [[nodiscard]] static const QList<Entry> &entries();
    [[nodiscard]] const JiraUser *userOn(const JiraSite &site, const Request &request) const;
    [[nodiscard]] JiraSite *siteOf(const QJsonObject &arguments) const;
    [[nodiscard]] Outcome callWithoutSite(const Request &request,
                                          const QString &tool,
                                          const QJsonObject &arguments);
    [[nodiscard]] Outcome executed(const Request &request,
                                   const QString &tool,
                                   const QJsonObject &arguments);
    [[nodiscard]] Outcome resources(const Request &request) const;
    [[nodiscard]] Outcome ask(const Place &place, const RestQuestion &question) const;
    [[nodiscard]] Outcome answered(const Place &place, Request request) const;

    [[nodiscard]] Outcome getIssue(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome search(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome create(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome edit(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome transition(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome transitions(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome comment(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome comments(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome projects(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome issueTypes(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome createFields(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome remove(const Place &place, const QJsonObject &arguments);
    [[nodiscard]] Outcome upload(const Place &place, const QJsonObject &arguments);

    const QList<JiraSite *> &m_sites;
    const Contract &m_contract;
    const GrantStore &m_grants;
    AtlassianUploads m_uploads;
};

} // namespace fairlead::sandbox
