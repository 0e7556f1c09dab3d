// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/todoist/todoistprovider.h"

#include "server/providers/todoist/todoistlookup.h"
#include "server/providers/todoist/todoistparser.h"
#include "server/providers/todoist/todoisttools.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::todoist {
namespace {

constexpr qsizetype projectsShown = 5;

RestService service()
{
    return {.type = u"todoist"_s,
            .name = u"Todoist"_s,
            .place = u"Todoist account"_s,
            .tokenHelp = u"In Todoist it is under Settings → Integrations → Developer."_s,
            // A thousand requests in fifteen minutes is what Todoist lets through.
            .rate = {.perMinute = 60, .burst = 100},
            .problemOf = parser::problem};
}

} // namespace

TodoistProvider::TodoistProvider(net::HttpClient &http,
                                 connections::Connections &connections,
                                 connections::Credentials &credentials,
                                 QUrl apiBase)
    : TokenProvider(http, connections, credentials, service())
    , m_apiBase(std::move(apiBase))
{}

void TodoistProvider::addTools(fairlead::tools::ToolRegistry &registry)
{
    addReadingTools(registry, tools());
    addWritingTools(registry, tools());
}

Result<connections::Connection> TodoistProvider::placeOf(const QString &typedAddress) const
{
    if (!typedAddress.trimmed().isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"Todoist needs no address: its token says where it belongs."_s);
    }
    connections::Connection connection;
    connection.name = u"Todoist"_s;
    connection.site = QUrl(u"https://app.todoist.com"_s);
    connection.apiBase = m_apiBase;
    connection.method = connections::SignInMethod::IntegrationToken;
    return connection;
}

QCoro::Task<Result<ConnectionReport>> TodoistProvider::prove(RestSession session) const
{
    RestCall asking{.path = u"/api/v1/user"_s};
    const auto user = co_await session.client->ask(std::move(asking), parser::user);
    if (!user)
        co_return failure(user.error());
    const auto projects = co_await allProjects(session);
    if (!projects)
        co_return failure(projects.error());
    ConnectionReport report;
    report.connection = session.connection;
    report.connection.account = user->email.isEmpty() ? user->id : user->email;
    report.connection.accountName = user->name;
    report.projectCount = projects->size();
    for (const Project &project : projects->first(std::min(projects->size(), projectsShown)))
        report.projects.append(project.name);
    co_return report;
}

} // namespace fairlead::providers::todoist
