// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectprovider.h"

#include "server/providers/openproject/openprojectlookup.h"
#include "server/providers/openproject/openprojectparser.h"
#include "server/providers/openproject/openprojecttools.h"
#include "server/providers/siteaddress.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject {
namespace {

RestService service()
{
    return {.type = u"openproject"_s,
            .name = u"OpenProject"_s,
            .place = u"OpenProject installation"_s,
            .tokenHelp = u"In OpenProject it is under My account → Access tokens."_s,
            .rate = {.perMinute = 300, .burst = 30},
            .problemOf = parser::problem};
}

/** What proving says when there is something else at the address. */
Error noOpenProject(const QString &name)
{
    return {.code = ErrorCode::NotFound,
            .message =
                u"There is no OpenProject at %1. Open it in the browser and copy the address "
                "from there, without what follows the installation's own path."_s.arg(name)};
}

} // namespace

OpenProjectProvider::OpenProjectProvider(net::HttpClient &http,
                                         connections::Connections &connections,
                                         connections::Credentials &credentials)
    : TokenProvider(http, connections, credentials, service())
{}

void OpenProjectProvider::addTools(fairlead::tools::ToolRegistry &registry)
{
    addReadingTools(registry, tools());
    addWritingTools(registry, tools());
    addTimeTools(registry, tools());
}

Result<connections::Connection> OpenProjectProvider::placeOf(const QString &typedAddress) const
{
    const auto address = SiteAddress::fromText(typedAddress, u"https://project.example.com"_s);
    if (!address)
        return failure(address.error());
    connections::Connection connection;
    connection.name = address->name;
    connection.site = address->url;
    connection.apiBase = address->url;
    connection.method = connections::SignInMethod::ApiKey;
    return connection;
}

QCoro::Task<Result<ConnectionReport>> OpenProjectProvider::prove(RestSession session) const
{
    const auto me = co_await whoAmI(session);
    const bool isElsewhere = !me
        && (me.error().code == ErrorCode::NotFound || me.error().code == ErrorCode::InvalidData);
    if (isElsewhere)
        co_return failure(noOpenProject(session.connection.name));
    if (!me)
        co_return failure(me.error());
    RestCall call{.path = u"/api/v3/projects"_s};
    call.query.addQueryItem(u"pageSize"_s, u"5"_s);
    const auto page = co_await session.client->ask(std::move(call), parser::projects);
    if (!page)
        co_return failure(page.error());
    ConnectionReport report;
    report.connection = session.connection;
    report.connection.account = me->login.isEmpty() ? me->self.id() : me->login;
    report.connection.accountName = me->self.name;
    report.projectCount = page->total;
    for (const Project &project : page->projects)
        report.projects.append(u"%1  %2"_s.arg(project.identifier, project.self.name));
    co_return report;
}

} // namespace fairlead::providers::openproject
