// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/versiontools.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/providers/jira/tools/sitetool.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::inputSchema;
using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;

constexpr int pageSize = 50;
constexpr int versionPages = 20; // a bound for a server that never ends

struct Version
{
    QString id;
    QString name;
    QString state; ///< "released", "unreleased" or "archived"
    QString start;
    QString release;
    QString description;
    bool isOverdue = false;
};

struct VersionPage
{
    QList<Version> versions;
    qint64 total = 0;
    bool isLast = true;
};

Result<Version> versionFrom(const json::Element &element)
{
    Version version{.id = json::line(element, "id"),
                    .name = json::line(element, "name"),
                    .state = json::isTrue(element, "archived") ? u"archived"_s
                        : json::isTrue(element, "released")    ? u"released"_s
                                                               : u"unreleased"_s,
                    .start = json::line(element, "startDate"),
                    .release = json::line(element, "releaseDate"),
                    .description = json::line(element, "description"),
                    .isOverdue = json::isTrue(element, "overdue")};
    if (!isNumericId(version.id)) // it becomes a part of a path
        return failure(ErrorCode::InvalidData, u"a version has no id"_s);
    return version;
}

Result<Version> parsedVersion(const QByteArray &body)
{
    simdjson::dom::parser parser;
    return json::object(parser, body).and_then(versionFrom);
}

Result<VersionPage> parsedVersions(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto values = json::list(*root, "values");
    if (!values)
        return failure(ErrorCode::InvalidData, u"\"values\" is missing in the answer"_s);
    VersionPage page;
    for (const json::Element value : *values) {
        auto version = versionFrom(value);
        if (!version)
            return failure(version.error());
        page.versions.append(*std::move(version));
    }
    page.total = json::number(*root, "total", page.versions.size());
    page.isLast = json::isTrue(*root, "isLast") || page.versions.isEmpty();
    return page;
}

/** "10010  1.1  unreleased  2026-12-01 to 2026-12-20  Many fixes" */
QString versionLine(const Version &version)
{
    QString line = u"%1  %2  %3"_s.arg(version.id, version.name, version.state);
    if (version.isOverdue)
        line += u", overdue"_s;
    if (!version.start.isEmpty())
        line += u"  %1 to %2"_s.arg(version.start,
                                    version.release.isEmpty() ? u"?"_s : version.release);
    else if (!version.release.isEmpty())
        line += u"  "_s + version.release;
    return version.description.isEmpty() ? line : line + u"  "_s + version.description;
}

QCoro::Task<Result<VersionPage>> page(JiraSessions::Session session,
                                      QString project,
                                      QUrlQuery query)
{
    RestCall call;
    call.path = u"/rest/api/3/project/%1/version"_s.arg(project);
    call.query = std::move(query);
    call.subject = u"Project "_s + project;
    co_return co_await session.client->ask(call, parsedVersions);
}

QCoro::Task<Result<QString>> listVersions(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto project = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    if (!project)
        co_return failure(project.error());
    const auto startAt = arguments::startAt(call);
    if (!startAt)
        co_return failure(startAt.error());
    QUrlQuery query;
    addText(query, u"startAt"_s, QString::number(*startAt));
    addText(
        query, u"maxResults"_s, QString::number(call.arguments.value("limit"_L1).toInt(pageSize)));
    addText(query, u"orderBy"_s, u"-sequence"_s);
    const QStringList states = arguments::list(call, "state"_L1);
    if (!states.isEmpty())
        addText(query, u"status"_s, states.join(u','));
    if (const QString text = arguments::text(call, "query"_L1); !text.isEmpty())
        addText(query, u"query"_s, text);
    const auto found = co_await page(session, *project, query);
    if (!found)
        co_return failure(found.error());
    if (found->versions.isEmpty())
        co_return u"Project %1 has no such versions."_s.arg(*project);
    QString text =
        u"%1 of %2 versions of %3 (id  name  state  dates):"_s.arg(found->versions.size())
            .arg(found->total)
            .arg(*project);
    for (const Version &version : found->versions)
        text += u'\n' + versionLine(version);
    if (!found->isLast)
        text += u"\nMore: call again with cursor: \"%1\""_s.arg(*startAt + found->versions.size());
    co_return text;
}

/** By its exact name, whatever the case, or id; the error lists those that there are. */
QCoro::Task<Result<Version>> versionNamed(JiraSessions::Session session,
                                          QString project,
                                          QString wanted)
{
    QStringList names;
    qint64 seen = 0;
    for (int count = 0; count < versionPages; ++count) {
        QUrlQuery query;
        addText(query, u"startAt"_s, QString::number(seen));
        addText(query, u"maxResults"_s, QString::number(pageSize));
        addText(query, u"orderBy"_s, u"-sequence"_s);
        const auto found = co_await page(session, project, query);
        if (!found)
            co_return failure(found.error());
        for (const Version &version : found->versions) {
            if (version.name.compare(wanted, Qt::CaseInsensitive) == 0 || version.id == wanted)
                co_return version;
            names.append(version.name);
        }
        seen += found->versions.size();
        if (found->isLast)
            break;
    }
    const QString has = names.isEmpty() ? u"none"_s : names.mid(0, 30).join(u", "_s);
    co_return failure(ErrorCode::InvalidInput,
                      u"Argument \"version\" is \"%1\", but project %2 has the versions: %3."_s.arg(
                          cleanedLine(wanted, 100), project, has));
}

/** The members of a version that have arguments of their own. */
Result<QJsonObject> givenMembers(const ToolCall &call)
{
    QJsonObject members;
    for (const auto &[argument, member] : {std::pair{"name"_L1, "name"_L1},
                                           std::pair{"description"_L1, "description"_L1},
                                           std::pair{"start"_L1, "startDate"_L1},
                                           std::pair{"release"_L1, "releaseDate"_L1}}) {
        if (call.arguments.contains(argument))
            members.insert(member, arguments::text(call, argument));
    }
    for (const QLatin1StringView name : {"released"_L1, "archived"_L1}) {
        if (call.arguments.contains(name))
            members.insert(name, call.arguments.value(name));
    }
    const QString start = arguments::text(call, "start"_L1);
    const QString release = arguments::text(call, "release"_L1);
    if (!start.isEmpty() && !release.isEmpty() && release < start) {
        return failure(
            ErrorCode::InvalidInput,
            u"Argument \"release\" is \"%1\", but must not be before the start, %2."_s.arg(release,
                                                                                           start));
    }
    return members;
}

RestCall versionWrite(const QString &project, const QString &what)
{
    RestCall write;
    write.write = what;
    write.check =
        u"Before trying again, look with jira_list_versions and project: %1."_s.arg(project);
    write.scopes = u"manage:jira-project"_s;
    return write;
}

QCoro::Task<Result<QString>> createVersion(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto key = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    if (!key)
        co_return failure(key.error());
    auto members = givenMembers(call);
    if (!members)
        co_return failure(members.error());
    const auto project = co_await session.client->project(*key);
    if (!project)
        co_return failure(project.error());
    members->insert("projectId"_L1, project->id.toLongLong());
    RestCall create = versionWrite(*key, u"creating the version"_s);
    create.method = "POST"_ba;
    create.path = u"/rest/api/3/version"_s;
    create.json = *members;
    auto made = co_await session.client->ask(create, parsedVersion);
    if (!made && made.error().code == ErrorCode::NotFound) {
        made.error().message =
            u"You may not make versions in project %1: that takes the permission to administer "
            "it."_s.arg(*key);
    }
    if (!made)
        co_return failure(made.error());
    co_return u"Created version %1 in %2"_s.arg(versionLine(*made), *key);
}

QCoro::Task<Result<QString>> updateVersion(JiraTools, JiraSessions::Session session, ToolCall call)
{
    const auto key = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    if (!key)
        co_return failure(key.error());
    const auto members = givenMembers(call);
    if (!members)
        co_return failure(members.error());
    if (members->isEmpty()) {
        co_return failure(ErrorCode::InvalidInput,
                          u"Nothing to change: pass name, description, start, release, released "
                          "or archived."_s);
    }
    const auto version = co_await versionNamed(session, *key, arguments::text(call, "version"_L1));
    if (!version)
        co_return failure(version.error());
    RestCall change = versionWrite(*key, u"changing version "_s + version->name);
    change.method = "PUT"_ba;
    change.path = u"/rest/api/3/version/"_s + version->id;
    change.json = *members;
    change.isIdempotent = true;
    change.subject =
        u"Version %1, or your permission to administer project %2,"_s.arg(version->name, *key);
    const auto changed = co_await session.client->ask(change, parsedVersion);
    if (!changed)
        co_return failure(changed.error());
    co_return u"Changed version %1 in %2"_s.arg(versionLine(*changed), *key);
}

ToolDefinition listVersionsDefinition()
{
    return {.name = u"jira_list_versions"_s,
            .title = u"List versions"_s,
            .description = u"Lists a project's versions: id, name, state, dates."_s,
            .inputSchema = inputSchema(R"({
                "project":{"type":"string","minLength":2,"maxLength":10},
                "state":{"type":"array","items":{"type":"string","enum":["released","unreleased","archived"]}},
                "query":{"type":"string","maxLength":200,"description":"Part of name or description"},
                "limit":{"type":"integer","minimum":1,"maximum":50},
                "cursor":{"type":"string","maxLength":20},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"project"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_versions"_s,
            .endpoints = {u"GET /rest/api/3/project/{projectIdOrKey}/version"_s}};
}

ToolDefinition createVersionDefinition()
{
    return {.name = u"jira_create_version"_s,
            .title = u"Create a version"_s,
            .description = u"Creates an unreleased version in a project you administer."_s,
            .inputSchema = inputSchema(R"({
                "project":{"type":"string","minLength":2,"maxLength":10},
                "name":{"type":"string","minLength":1,"maxLength":255},
                "description":{"type":"string","maxLength":10000},
                "start":{"type":"string","format":"date"},
                "release":{"type":"string","format":"date"},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"project"_s, u"name"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .toolset = u"jira_versions"_s,
            .endpoints = {u"POST /rest/api/3/version"_s,
                          u"GET /rest/api/3/project/{projectIdOrKey}"_s}};
}

ToolDefinition updateVersionDefinition()
{
    return {.name = u"jira_update_version"_s,
            .title = u"Change or release a version"_s,
            .description =
                u"Changes, releases or archives a version of a project you administer."_s,
            .inputSchema = inputSchema(R"({
                "project":{"type":"string","minLength":2,"maxLength":10},
                "version":{"type":"string","minLength":1,"maxLength":255,"description":"Name or id"},
                "name":{"type":"string","minLength":1,"maxLength":255},
                "description":{"type":"string","maxLength":10000},
                "start":{"type":"string","format":"date"},
                "release":{"type":"string","format":"date"},
                "released":{"type":"boolean"},
                "archived":{"type":"boolean"},
                "connection":{"type":"string","maxLength":200}})",
                                       {u"project"_s, u"version"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .idempotent = true,
            .service = u"jira"_s,
            .toolset = u"jira_versions"_s,
            .endpoints = {u"PUT /rest/api/3/version/{id}"_s,
                          u"GET /rest/api/3/project/{projectIdOrKey}/version"_s}};
}

} // namespace

void addVersionTools(tools::ToolRegistry &registry, JiraTools tools)
{
    addSiteTool(registry, tools, listVersionsDefinition(), listVersions);
    addSiteTool(registry, tools, createVersionDefinition(), createVersion);
    addSiteTool(registry, tools, updateVersionDefinition(), updateVersion);
}

} // namespace fairlead::providers::jira
