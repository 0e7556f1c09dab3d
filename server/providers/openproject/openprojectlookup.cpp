// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectlookup.h"

#include "server/base/text.h"
#include "server/providers/openproject/openprojectparser.h"
#include "server/providers/resttext.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject {
namespace {

constexpr qsizetype namesShown = 30;

bool isNumber(const QString &text)
{
    static const QRegularExpression grammar(u"\\A[1-9][0-9]{0,17}\\z"_s);
    return grammar.match(text).hasMatch();
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

QString listed(const QList<Named> &all)
{
    QStringList names;
    for (const Named &named : all.first(std::min(all.size(), namesShown)))
        names.append(u'"' + named.name + u'"');
    if (all.size() > namesShown)
        names.append(u"…"_s);
    return names.isEmpty() ? u"none"_s : names.join(u", "_s);
}

} // namespace

Result<QString> workPackageId(const QString &given, QLatin1StringView argument)
{
    static const QRegularExpression address(u"/(?:work_packages|wp)/([0-9]+)"_s);
    QString id = given.trimmed();
    if (id.startsWith("http"_L1))
        id = address.match(id).captured(1);
    else if (id.startsWith(u'#'))
        id.remove(0, 1);
    if (isNumber(id))
        return id;
    return rest::wrongArgument(argument,
                               u"\"%1\" is neither the number of a work package, such as 1528, nor "
                               "its URL."_s.arg(cleanedLine(given, 100)));
}

QJsonObject condition(const QString &field, const QString &comparison, const QStringList &values)
{
    return {{field,
             QJsonObject{{u"operator"_s, comparison},
                         {u"values"_s, QJsonArray::fromStringList(values)}}}};
}

void addFilters(QUrlQuery &query, const QJsonArray &conditions)
{
    addText(query,
            u"filters"_s,
            QString::fromUtf8(QJsonDocument(conditions).toJson(QJsonDocument::Compact)));
}

QCoro::Task<Result<Project>> findProject(RestSession session, QString wanted)
{
    if (isNumber(wanted)) {
        RestCall call{.path = u"/api/v3/projects/"_s + wanted, .subject = u"Project "_s + wanted};
        co_return co_await session.client->ask(std::move(call), parser::project);
    }
    RestCall call{.path = u"/api/v3/projects"_s};
    addFilters(call.query, {condition(u"name_and_identifier"_s, u"~"_s, {wanted})});
    call.query.addQueryItem(u"pageSize"_s, u"100"_s);
    const auto page = co_await session.client->ask(std::move(call), parser::projects);
    if (!page)
        co_return failure(page.error());
    QList<Named> like;
    for (const Project &project : page->projects) {
        if (isSame(project.identifier, wanted) || isSame(project.self.name, wanted))
            co_return project;
        like.append(project.self);
    }
    co_return rest::wrongArgument(
        "project"_L1,
        u"no project is called \"%1\". Like it: %2. openproject_list_projects shows all."_s.arg(
            cleanedLine(wanted, 100), listed(like)));
}

Result<Named> chooseNamed(const QList<Named> &all,
                          QLatin1StringView argument,
                          const QString &wanted)
{
    QList<Named> fitting;
    for (const Named &named : all) {
        if (isSame(named.name, wanted) || named.id() == wanted)
            fitting.append(named);
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (fitting.size() > 1) {
        QStringList ids;
        for (const Named &named : fitting)
            ids.append(named.id());
        return rest::wrongArgument(argument,
                                   u"\"%1\" is the name of several. Pass a number: %2."_s.arg(
                                       cleanedLine(wanted, 100), ids.join(u", "_s)));
    }
    return rest::wrongArgument(
        argument,
        u"there is no \"%1\". There are: %2."_s.arg(cleanedLine(wanted, 100), listed(all)));
}

QCoro::Task<Result<Named>> findNamed(RestSession session,
                                     QString path,
                                     QLatin1StringView argument,
                                     QString wanted)
{
    RestCall call{.path = path};
    const auto all = co_await session.client->ask(std::move(call), parser::names);
    if (!all)
        co_return failure(all.error());
    co_return chooseNamed(*all, argument, wanted);
}

QCoro::Task<Result<User>> whoAmI(RestSession session)
{
    RestCall call{.path = u"/api/v3/users/me"_s};
    co_return co_await session.client->ask(std::move(call), parser::user);
}

QCoro::Task<Result<WorkPackage>> readWorkPackage(RestSession session, QString id)
{
    RestCall call{.path = u"/api/v3/work_packages/"_s + id, .subject = u"Work package #"_s + id};
    co_return co_await session.client->ask(std::move(call), parser::workPackage);
}

QString addressOf(const RestSession &session, const QString &id)
{
    return session.connection.site.toString() + u"/work_packages/"_s + id;
}

} // namespace fairlead::providers::openproject
