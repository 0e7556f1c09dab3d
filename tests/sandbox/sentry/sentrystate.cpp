// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sentry/sentrystate.h"

#include "tests/sandbox/sandboxdata.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QList<QJsonObject> objects(const QJsonValue &value)
{
    QList<QJsonObject> result;
    const QJsonArray array = value.toArray();
    for (const auto &each : array)
        result.append(each.toObject());
    return result;
}

bool fits(const QJsonObject &issue, const QString &term)
{
    const QString value = term.section(u':', 1);
    if (term.startsWith("is:"_L1))
        return issue["status"_L1].toString() == value;
    if (term.startsWith("level:"_L1))
        return issue["level"_L1].toString() == value;
    if (term.startsWith("project:"_L1))
        return issue["project"_L1]["slug"_L1].toString() == value;
    return issue["title"_L1].toString().contains(term, Qt::CaseInsensitive);
}

} // namespace

SentryState::SentryState()
{
    const QJsonObject data = sandboxData(u"sentry.json"_s);
    token = data["token"_L1].toString().toLatin1();
    readonlyToken = data["readonly_token"_L1].toString().toLatin1();
    user = data["user"_L1].toObject();
    organizations = objects(data["organizations"_L1]);
    projects = objects(data["projects"_L1]);
    members = objects(data["members"_L1]);
    events = data["events"_L1].toObject();
    for (QJsonObject issue : objects(data["issues"_L1])) {
        const QString slug = issue["project"_L1].toString();
        issue.insert(u"project"_s, QJsonObject{{u"slug"_s, slug}, {u"name"_s, slug}});
        issue.insert(u"assignedTo"_s, QJsonValue::Null);
        issue.insert(u"permalink"_s,
                     u"https://northwind.sentry.io/issues/%1/"_s.arg(issue["id"_L1].toString()));
        issues.append(issue);
    }
}

const QJsonObject *SentryState::organization(const QString &slug) const
{
    const auto found =
        std::find_if(organizations.begin(), organizations.end(), [&slug](const QJsonObject &each) {
            return each["slug"_L1].toString() == slug;
        });
    return found == organizations.end() ? nullptr : &*found;
}

bool SentryState::isIn(const QJsonObject &issue, const QString &organization) const
{
    return std::any_of(projects.begin(), projects.end(), [&](const QJsonObject &project) {
        return project["slug"_L1] == issue["project"_L1]["slug"_L1]
            && project["organization"_L1].toString() == organization;
    });
}

QJsonObject *SentryState::issue(const QString &organization, const QString &id)
{
    const auto found = std::find_if(issues.begin(), issues.end(), [&](const QJsonObject &each) {
        return isIn(each, organization)
            && (each["id"_L1].toString() == id || each["shortId"_L1].toString() == id);
    });
    return found == issues.end() ? nullptr : &*found;
}

QList<QJsonObject> SentryState::found(const QString &organization, const QString &query) const
{
    const QStringList terms = query.split(u' ', Qt::SkipEmptyParts);
    QList<QJsonObject> result;
    for (const QJsonObject &issue : issues) {
        if (isIn(issue, organization)
            && std::all_of(terms.begin(), terms.end(), [&issue](const QString &term) {
                   return fits(issue, term);
               }))
            result.append(issue);
    }
    return result;
}

QJsonObject SentryState::member(const QString &actor) const
{
    for (const QJsonObject &each : members) {
        const bool isTeam = each["type"_L1].toString() == "team"_L1;
        const QString name = isTeam ? u"team:"_s + each["slug"_L1].toString()
                                    : u"user:"_s + each["id"_L1].toString();
        if (actor == name || (!isTeam && actor == each["email"_L1].toString()))
            return each;
    }
    return {};
}

} // namespace fairlead::sandbox
