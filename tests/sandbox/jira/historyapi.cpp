// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/historyapi.h"

#include "tests/sandbox/jira/adf.h"
#include "tests/sandbox/jira/jiraanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAsked = 1000;

QJsonObject itemOf(const QString &field,
                   const QString &fromName,
                   const QString &toName,
                   const QString &from = {},
                   const QString &to = {})
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    return {{u"field"_s, field},
            {u"fieldtype"_s, u"jira"_s},
            {u"fieldId"_s, field},
            {u"from"_s, orNull(from)},
            {u"fromString"_s, orNull(fromName)},
            {u"to"_s, orNull(to)},
            {u"toString"_s, orNull(toName)}};
}

QString nameOf(const JiraUser *user)
{
    return user ? user->displayName : QString();
}

QJsonObject statusItem(const Site &site, const QString &from, const QString &to)
{
    return itemOf(u"status"_s, site.status(from)->name, site.status(to)->name, from, to);
}

QJsonObject assigneeItem(const Site &site, const QString &from, const QString &to)
{
    return itemOf(u"assignee"_s, nameOf(site.user(from)), nameOf(site.user(to)), from, to);
}

QJsonArray itemsBetween(const Site &site, const JiraIssue &old, const JiraIssue &now)
{
    QJsonArray items;
    if (old.statusId != now.statusId)
        items.append(statusItem(site, old.statusId, now.statusId));
    if (old.assigneeId != now.assigneeId)
        items.append(assigneeItem(site, old.assigneeId, now.assigneeId));
    const auto addText = [&items](const QString &field, const QString &from, const QString &to) {
        if (from != to)
            items.append(itemOf(field, from, to));
    };
    addText(u"summary"_s, old.summary, now.summary);
    addText(u"description"_s, adfText(old.description), adfText(now.description));
    addText(
        u"priority"_s, site.priority(old.priorityId)->name, site.priority(now.priorityId)->name);
    addText(u"labels"_s, old.labels.join(u' '), now.labels.join(u' '));
    addText(u"duedate"_s, old.dueDate, now.dueDate);
    addText(u"Key"_s, old.key, now.key);
    return items;
}

} // namespace

HistoryApi::HistoryApi(Site &site, SearchIndex &index)
    : JiraApi(site, index)
{
    for (const JiraIssue &issue : site.issues) {
        seed(issue);
        m_before.insert(issue.id, issue);
    }
}

void HistoryApi::seed(const JiraIssue &issue)
{
    const qint64 span = issue.created.secsTo(issue.updated);
    const auto at = [&](int quarters) { return issue.created.addSecs(span * quarters / 4); };
    const QString author = issue.assigneeId.isEmpty() ? issue.reporterId : issue.assigneeId;
    if (!issue.assigneeId.isEmpty())
        add(issue, issue.reporterId, at(1), {assigneeItem(m_site, {}, issue.assigneeId)});
    const auto idOf = [this](QLatin1StringView name) {
        return std::ranges::find(m_site.statuses, QString(name), &NamedItem::name)->id;
    };
    const QString waiting = idOf("To Do"_L1);
    const QString begun = idOf("In Progress"_L1);
    if (issue.statusId == waiting)
        return;
    add(issue, author, at(2), {statusItem(m_site, waiting, begun)});
    if (issue.statusId != begun)
        add(issue, author, at(3), {statusItem(m_site, begun, issue.statusId)});
}

void HistoryApi::add(const JiraIssue &issue,
                     const QString &authorId,
                     const QDateTime &at,
                     QJsonArray items)
{
    m_entries[issue.id].append({.id = QString::number(++m_lastId),
                                .authorId = authorId,
                                .created = at,
                                .items = std::move(items)});
}

void HistoryApi::record(const JiraUser *author)
{
    for (const JiraIssue &issue : m_site.issues) {
        const auto old = m_before.constFind(issue.id);
        const bool isNew = old == m_before.constEnd();
        if (!isNew && old->updated == issue.updated)
            continue;
        const QJsonArray items = isNew ? QJsonArray() : itemsBetween(m_site, *old, issue);
        if (!items.isEmpty())
            add(issue, author ? author->accountId : QString(), m_site.now(), items);
        m_before.insert(issue.id, issue);
    }
}

JiraHandlers HistoryApi::handlers()
{
    return {{u"getChangeLogs"_s, [this](auto &call) { return ofIssue(call); }},
            {u"getBulkChangelogs"_s, [this](auto &call) { return ofIssues(call); }}};
}

Response HistoryApi::ofIssue(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const QList<Entry> entries = m_entries.value(issue->id);
    const JiraPage page(call, entries.size(), 100, 100);
    QJsonArray values;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (page.contains(i))
            values.append(QJsonObject{{u"id"_s, entries[i].id},
                                      {u"author"_s, rendererFor(call).user(entries[i].authorId)},
                                      {u"created"_s, jiraTime(entries[i].created)},
                                      {u"items"_s, entries[i].items}});
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"isLast"_s, page.isLast());
    answer.insert(u"values"_s, values);
    return Response::json(200, answer);
}

Response HistoryApi::ofIssues(const JiraCall &call)
{
    const QJsonArray wanted = call.body["issueIdsOrKeys"_L1].toArray();
    const QJsonArray fields = call.body["fieldIds"_L1].toArray();
    if (wanted.isEmpty() || wanted.size() > mostAsked || fields.size() > 10)
        return jiraError(400, u"Between 1 and 1000 issues and up to 10 fields can be asked for."_s);
    const qint64 most = call.body["maxResults"_L1].toInteger(1000);
    const qint64 start = call.body["nextPageToken"_L1].toString().toLongLong();
    qint64 position = 0;
    QJsonArray logs;
    for (const auto &name : wanted) {
        const JiraIssue *issue = m_site.issue(name.toString());
        if (!issue || !m_site.allows(call.caller, *issue, Permission::BrowseProjects))
            continue;
        QJsonArray histories;
        for (const Entry &entry : m_entries.value(issue->id)) {
            QJsonArray items;
            for (const auto &item : entry.items) {
                if (fields.isEmpty() || fields.contains(item["fieldId"_L1]))
                    items.append(item);
            }
            if (items.isEmpty() || ++position <= start || position > start + most)
                continue;
            histories.append(QJsonObject{{u"id"_s, entry.id},
                                         {u"author"_s, rendererFor(call).user(entry.authorId)},
                                         {u"created"_s, entry.created.toSecsSinceEpoch()},
                                         {u"items"_s, items}});
        }
        if (!histories.isEmpty())
            logs.append(QJsonObject{{u"issueId"_s, issue->id}, {u"changeHistories"_s, histories}});
    }
    QJsonObject answer{{u"issueChangeLogs"_s, logs}};
    if (position > start + most)
        answer.insert(u"nextPageToken"_s, QString::number(start + most));
    return Response::json(200, answer);
}

} // namespace fairlead::sandbox
