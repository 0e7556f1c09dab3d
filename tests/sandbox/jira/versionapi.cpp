// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/versionapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

#include <algorithm>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstId = 30001;

bool isA(const QJsonObject &members, const QString &state)
{
    const bool isArchived = members["archived"_L1].toBool();
    const bool isReleased = members["released"_L1].toBool();
    if (state == "archived"_L1)
        return isArchived;
    return !isArchived && isReleased == (state == "released"_L1);
}

} // namespace

VersionApi::VersionApi(Site &site, SearchIndex &index)
    : JiraApi(site, index)
{
    for (const JiraProject &project : site.projects) {
        if (project.typeKey == "software"_L1)
            seed(project);
    }
}

void VersionApi::seed(const JiraProject &project)
{
    const QDate today = m_site.now().date();
    for (const bool isReleased : {true, false}) {
        const QDate release = today.addDays(isReleased ? -30 : 30);
        m_site.versions.append(
            {.id = QString::number(firstId + m_site.versions.size()),
             .projectId = project.id,
             .members = {{u"name"_s, isReleased ? u"1.0"_s : u"1.1"_s},
                         {u"description"_s, isReleased ? u"First of all"_s : u"Many fixes"_s},
                         {u"releaseDate"_s, release.toString(Qt::ISODate)},
                         {u"released"_s, isReleased},
                         {u"archived"_s, false}}});
    }
}

JiraHandlers VersionApi::handlers()
{
    return {{u"getProjectVersionsPaginated"_s, [this](auto &call) { return list(call); }},
            {u"createVersion"_s, [this](auto &call) { return create(call); }},
            {u"updateVersion"_s, [this](auto &call) { return update(call); }}};
}

Response VersionApi::list(const JiraCall &call) const
{
    const JiraProject *project = projectOf(call);
    if (!project)
        return projectNotFound(call.path[u"projectIdOrKey"_s]);
    const QString query = call.request.parameter(u"query").value_or(QString());
    const QStringList states = call.request.parameterList(u"status");
    QList<JiraVersion> found = m_site.versions;
    found.removeIf([&](const JiraVersion &version) {
        const bool isAsked =
            states.isEmpty() || std::ranges::any_of(states, [&version](const QString &state) {
                return isA(version.members, state);
            });
        return version.projectId != project->id || !isAsked
            || !version.members["name"_L1].toString().contains(query, Qt::CaseInsensitive);
    });
    const JiraPage page(call, found.size(), 50, 50);
    QJsonArray values;
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (page.contains(i))
            values.append(rendererFor(call).version(found[i]));
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"isLast"_s, page.isLast());
    answer.insert(u"values"_s, values);
    return Response::json(200, answer);
}

QMap<QString, QString> VersionApi::set(JiraVersion &version, const QJsonObject &body) const
{
    QMap<QString, QString> errors;
    for (const QString &member : {u"name"_s,
                                  u"description"_s,
                                  u"startDate"_s,
                                  u"releaseDate"_s,
                                  u"released"_s,
                                  u"archived"_s}) {
        if (body.contains(member))
            version.members.insert(member, body[member]);
    }
    const QString name = version.members["name"_L1].toString();
    if (name.trimmed().isEmpty())
        errors.insert(u"name"_s, u"You must specify a valid version name"_s);
    for (const JiraVersion &other : m_site.versions) {
        if (other.id != version.id && other.projectId == version.projectId
            && other.members["name"_L1].toString().compare(name, Qt::CaseInsensitive) == 0)
            errors.insert(u"name"_s, u"A version with this name already exists in this project."_s);
    }
    const QString start = version.members["startDate"_L1].toString();
    const QString release = version.members["releaseDate"_L1].toString();
    for (const auto &[member, date] :
         {std::pair{u"startDate"_s, start}, std::pair{u"releaseDate"_s, release}}) {
        if (!date.isEmpty() && !QDate::fromString(date, Qt::ISODate).isValid())
            errors.insert(member, u"Please enter the date in the following format: yyyy-MM-dd"_s);
    }
    if (!start.isEmpty() && !release.isEmpty() && release < start)
        errors.insert(u"releaseDate"_s, u"The release date must be after the start date."_s);
    return errors;
}

Response VersionApi::create(const JiraCall &call)
{
    const JiraProject *project = m_site.project(
        call.body.contains("projectId"_L1) ? QString::number(call.body["projectId"_L1].toInteger())
                                           : call.body["project"_L1].toString());
    if (!project || !m_site.allows(call.caller, *project, Permission::AdministerProjects))
        return jiraError(404,
                         u"Project not found or you do not have permission to administer it."_s);
    JiraVersion version{.id = QString::number(firstId + m_site.versions.size()),
                        .projectId = project->id,
                        .members = {{u"released"_s, false}, {u"archived"_s, false}}};
    if (const auto errors = set(version, call.body); !errors.isEmpty())
        return jiraErrors(400, errors);
    m_site.versions.append(version);
    return Response::json(201, rendererFor(call).version(version));
}

Response VersionApi::update(const JiraCall &call)
{
    const QString id = call.path[u"id"_s];
    const auto found = std::ranges::find(m_site.versions, id, &JiraVersion::id);
    if (found == m_site.versions.end()
        || !m_site.allows(
            call.caller, *m_site.project(found->projectId), Permission::AdministerProjects))
        return jiraError(404, u"Could not find version for id '%1'"_s.arg(id));
    JiraVersion changed = *found;
    if (const auto errors = set(changed, call.body); !errors.isEmpty())
        return jiraErrors(400, errors);
    *found = changed;
    return Response::json(200, rendererFor(call).version(changed));
}

} // namespace fairlead::sandbox
