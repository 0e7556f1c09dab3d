// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jqlapi.h"

#include "tests/sandbox/jira/jiraanswers.h"
#include "tests/sandbox/jira/jqlmatcher.h"
#include "tests/sandbox/jira/jqlparser.h"

#include <array>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Filter
{
    QLatin1StringView id;
    QLatin1StringView name;
    QLatin1StringView owner; ///< e-mail
    QLatin1StringView jql;
};

constexpr std::array savedFilters{
    Filter{"10100"_L1,
           "Open bugs of the store"_L1,
           "ada@northwind.example"_L1,
           "project = WEB AND type = Bug AND statusCategory != Done ORDER BY priority DESC"_L1},
    Filter{"10101"_L1,
           "My open issues"_L1,
           "ben@northwind.example"_L1,
           "assignee = currentUser() AND statusCategory != Done"_L1},
    Filter{"10102"_L1,
           "Open bugs of the app"_L1,
           "chloe@northwind.example"_L1,
           "project = MOB AND type = Bug AND statusCategory != Done"_L1},
};

} // namespace

JiraHandlers JqlApi::handlers()
{
    return {
        {u"parseJqlQueries"_s, [this](auto &call) { return parse(call); }},
        {u"getFieldAutoCompleteForQueryString"_s, [this](auto &call) { return suggestions(call); }},
        {u"getFiltersPaginated"_s, [this](auto &call) { return filters(call); }}};
}

Response JqlApi::parse(const JiraCall &call) const
{
    const bool isStrict = call.request.parameter(u"validation") == u"strict"_s;
    QJsonArray queries;
    for (const auto &text : call.body["queries"_L1].toArray()) {
        QJsonObject entry{{u"query"_s, text}};
        const Result<JqlQuery> query = parseJql(text.toString());
        if (!query) {
            entry.insert(u"errors"_s, QJsonArray{query.error().message});
        } else if (const Result<> checked = JqlMatcher(m_site, call.caller).check(*query);
                   !checked) {
            const bool isField = checked.error().message.startsWith("Field"_L1);
            entry.insert(isStrict || isField ? u"errors"_s : u"warnings"_s,
                         QJsonArray{checked.error().message});
        } else {
            entry.insert(u"structure"_s, QJsonObject{});
        }
        queries.append(entry);
    }
    return Response::json(200, QJsonObject{{u"queries"_s, queries}});
}

QList<std::pair<QString, QString>> JqlApi::valuesOf(const JiraCall &call,
                                                    const QString &field) const
{
    QList<std::pair<QString, QString>> values;
    const auto addNames = [&values](const QList<NamedItem> &items) {
        for (const NamedItem &item : items)
            values.append({item.name, item.name});
    };
    if (field == "status"_L1)
        addNames(m_site.statuses);
    else if (field == "priority"_L1)
        addNames(m_site.priorities);
    else if (field == "issuetype"_L1 || field == "type"_L1)
        addNames(m_site.issueTypes);
    else if (field == "assignee"_L1 || field == "reporter"_L1)
        for (const JiraUser &user : m_site.users)
            values.append({user.accountId, user.displayName});
    else if (field == "project"_L1)
        for (const JiraProject &project : m_site.projects) {
            if (m_site.allows(call.caller, project, Permission::BrowseProjects))
                values.append({project.key, u"%1 (%2)"_s.arg(project.name, project.key)});
        }
    return values;
}

Response JqlApi::suggestions(const JiraCall &call) const
{
    const QString field = call.request.parameter(u"fieldName").value_or(QString()).toLower();
    const QString part = call.request.parameter(u"fieldValue").value_or(QString());
    QJsonArray results;
    for (const auto &[value, shown] : valuesOf(call, field)) {
        const qsizetype at = shown.indexOf(part, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        const QString marked = part.isEmpty()
            ? shown.toHtmlEscaped()
            : shown.left(at).toHtmlEscaped() + u"<b>"_s + shown.mid(at, part.size()).toHtmlEscaped()
                + u"</b>"_s + shown.mid(at + part.size()).toHtmlEscaped();
        results.append(
            QJsonObject{{u"value"_s, value.contains(u' ') ? u"\"%1\""_s.arg(value) : value},
                        {u"displayName"_s, marked}});
    }
    return Response::json(200, QJsonObject{{u"results"_s, results}});
}

Response JqlApi::filters(const JiraCall &call) const
{
    const QString name = call.request.parameter(u"filterName").value_or(QString());
    const QString owner = call.request.parameter(u"accountId").value_or(QString());
    const QStringList expand = call.request.parameterList(u"expand");
    QList<QJsonObject> found;
    for (const Filter &filter : savedFilters) {
        const JiraUser *user = m_site.userByEmail(filter.owner);
        if (!user || !QString(filter.name).contains(name, Qt::CaseInsensitive)
            || (!owner.isEmpty() && user->accountId != owner))
            continue;
        QJsonObject value{{u"id"_s, filter.id}, {u"name"_s, filter.name}};
        value.insert(u"self"_s, rendererFor(call).link(u"filter/"_s + filter.id));
        if (expand.contains("jql"_L1))
            value.insert(u"jql"_s, filter.jql);
        if (expand.contains("owner"_L1))
            value.insert(u"owner"_s, rendererFor(call).user(user->accountId));
        found.append(value);
    }
    const JiraPage page(call, found.size(), 50, 100);
    QJsonArray values;
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (page.contains(i))
            values.append(found[i]);
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"isLast"_s, page.isLast());
    answer.insert(u"values"_s, values);
    return Response::json(200, answer);
}

} // namespace fairlead::sandbox
