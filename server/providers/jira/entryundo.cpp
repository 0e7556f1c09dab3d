// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiraclient.h"
#include "server/providers/jira/undokinds.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

// -- Comments and worklogs

/** The id of what was made, or of what is named in the path. */
QString entryPath(const KeptWrite &write)
{
    const QString made = write.answer.value("id"_L1).toString();
    return made.isEmpty() ? write.path : write.path + u'/' + made;
}

RestCall readingEntry(const KeptWrite &write)
{
    return undoCall("GET"_ba, entryPath(write));
}

QJsonObject commentState(const KeptWrite &, const QJsonObject &comment)
{
    return only(comment, {u"body"_s, u"visibility"_s});
}

Result<RestCall> deletingEntry(const KeptWrite &write, const QJsonObject &)
{
    return undoCall("DELETE"_ba, entryPath(write), u"deleting what was added"_s);
}

Result<RestCall> restoringComment(const KeptWrite &write, const QJsonObject &)
{
    RestCall call = undoCall("PUT"_ba, write.path, u"restoring the comment"_s);
    QJsonObject body = write.before;
    if (const QJsonValue visibility = body.value("visibility"_L1); visibility.isObject())
        body.insert(u"visibility"_s,
                    only(visibility.toObject(), {u"type"_s, u"value"_s, u"identifier"_s}));
    call.json = body;
    return call;
}

QJsonObject worklogState(const KeptWrite &, const QJsonObject &worklog)
{
    return only(worklog, {u"timeSpentSeconds"_s, u"started"_s, u"comment"_s});
}

/** Where the work left the estimate alone, so does its going. */
Result<RestCall> deletingWorklog(const KeptWrite &write, const QJsonObject &)
{
    RestCall call = undoCall("DELETE"_ba, entryPath(write), u"deleting the worklog"_s);
    const QUrlQuery sent(write.query);
    const QString estimate = sent.queryItemValue(u"adjustEstimate"_s);
    if (estimate == "leave"_L1 || estimate == "new"_L1)
        addText(call.query, u"adjustEstimate"_s, u"leave"_s);
    if (estimate == "manual"_L1) {
        addText(call.query, u"adjustEstimate"_s, u"manual"_s);
        addText(call.query, u"increaseBy"_s, sent.queryItemValue(u"reduceBy"_s));
    }
    return call;
}

// -- Links and watchers

/** A new link is told from those before it by its id. */
RestCall readingLinks(const KeptWrite &write)
{
    return readingFields(write.body["inwardIssue"_L1]["key"_L1].toString(), {u"issuelinks"_s});
}

QJsonObject linksState(const KeptWrite &write, const QJsonObject &issue)
{
    const QString other = write.body["outwardIssue"_L1]["key"_L1].toString();
    const QString type = write.body["type"_L1]["name"_L1].toString();
    const QJsonArray links = issue.value("fields"_L1).toObject().value("issuelinks"_L1).toArray();
    QJsonObject state;
    for (const auto &link : links) {
        if (link["outwardIssue"_L1]["key"_L1] == other && link["type"_L1]["name"_L1] == type)
            state.insert(u"link "_s + link["id"_L1].toString(),
                         u"%1 %2"_s.arg(link["type"_L1]["outward"_L1].toString(), other));
    }
    return state;
}

Result<RestCall> deletingLink(const KeptWrite &write, const QJsonObject &)
{
    const QStringList after = write.after.value_or(QJsonObject()).keys();
    for (const QString &link : after) {
        if (!write.before.contains(link))
            return undoCall("DELETE"_ba,
                            u"/rest/api/3/issueLink/"_s + link.section(u' ', 1),
                            u"removing the link"_s);
    }
    return failure(ErrorCode::NotFound,
                   u"It cannot be undone: which link was made is not known."_s);
}

QJsonObject linkState(const KeptWrite &, const QJsonObject &link)
{
    const auto issue = [&link](QLatin1StringView side) {
        return only(link.value(side).toObject(), {u"key"_s});
    };
    return {{u"type"_s, only(link.value("type"_L1).toObject(), {u"name"_s})},
            {u"inwardIssue"_s, issue("inwardIssue"_L1)},
            {u"outwardIssue"_s, issue("outwardIssue"_L1)}};
}

Result<RestCall> linkingAgain(const KeptWrite &write, const QJsonObject &)
{
    RestCall call = undoCall("POST"_ba, u"/rest/api/3/issueLink"_s, u"linking again"_s);
    call.json = write.before;
    return call;
}

QString watcherOf(const KeptWrite &write)
{
    return write.body.isString()
        ? write.body.toString()
        : QUrlQuery(write.query).queryItemValue(u"accountId"_s, QUrl::FullyDecoded);
}

RestCall readingWatchers(const KeptWrite &write)
{
    return undoCall("GET"_ba, write.path);
}

QJsonObject watcherState(const KeptWrite &write, const QJsonObject &watchers)
{
    const QString account = watcherOf(write);
    const QJsonArray all = watchers.value("watchers"_L1).toArray();
    const bool isThere = std::any_of(all.begin(), all.end(), [&account](const QJsonValue &each) {
        return each["accountId"_L1] == account;
    });
    return {{u"watches"_s, isThere}};
}

Result<RestCall> restoringWatcher(const KeptWrite &write, const QJsonObject &)
{
    const bool isAdding = write.before.value("watches"_L1).toBool();
    RestCall call =
        undoCall(isAdding ? "POST"_ba : "DELETE"_ba, write.path, u"restoring the watcher"_s);
    call.isIdempotent = true;
    if (!isAdding) {
        addText(call.query, u"accountId"_s, watcherOf(write));
        return call;
    }
    call.contentType = "application/json"_ba;
    const QJsonArray one{watcherOf(write)};
    call.body = QJsonDocument(one).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
    return call;
}

// -- Whole issues

RestCall readingMade(const KeptWrite &write)
{
    return readingFields(write.answer.value("key"_L1).toString(), {u"summary"_s, u"updated"_s});
}

QJsonObject madeState(const KeptWrite &, const QJsonObject &issue)
{
    return fieldsOf(issue, {u"summary"_s, u"updated"_s});
}

Result<RestCall> deletingIssue(const KeptWrite &write, const QJsonObject &)
{
    return undoCall("DELETE"_ba,
                    u"/rest/api/3/issue/"_s + write.answer.value("key"_L1).toString(),
                    u"deleting the issue"_s);
}

// -- Many new issues at once

QStringList madeKeys(const KeptWrite &write)
{
    QStringList keys;
    const QJsonArray issues = write.answer.value("issues"_L1).toArray();
    for (const auto &issue : issues) {
        if (const QString key = issue["key"_L1].toString(); isIssueKey(key))
            keys.append(key);
    }
    return keys;
}

RestCall readingAllMade(const KeptWrite &write)
{
    return bulkFetch(madeKeys(write), {u"summary"_s, u"updated"_s});
}

/** By the issues' keys. */
QJsonObject allMadeState(const KeptWrite &write, const QJsonObject &answer)
{
    QJsonObject states;
    const QJsonArray issues = answer.value("issues"_L1).toArray();
    for (const auto &issue : issues)
        states.insert(issue["key"_L1].toString(), madeState(write, issue.toObject()));
    return states;
}

QList<KeptWrite> eachMade(const KeptWrite &write)
{
    QList<KeptWrite> each;
    const QStringList keys = madeKeys(write);
    for (const QString &key : keys) {
        KeptWrite one{.kind = u"POST /rest/api/3/issue"_s,
                      .path = u"/rest/api/3/issue/"_s + key,
                      .answer = {{u"key"_s, key}}};
        if (write.after && write.after->contains(key))
            one.after = write.after->value(key).toObject();
        each.append(one);
    }
    return each;
}

using enum UndoKind::Begins;
using enum UndoKind::Ends;

constexpr std::array kinds{
    UndoKind{.method = "POST"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/comment"_L1,
             .says = "The comment is deleted; who was told of it stays told."_L1,
             .begins = Nothing,
             .ends = Answered,
             .reading = readingEntry,
             .state = commentState,
             .inverse = deletingEntry},
    UndoKind{.method = "PUT"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/comment/{id}"_L1,
             .says = "The comment gets back its text."_L1,
             .ends = Answered,
             .reading = readingEntry,
             .state = commentState,
             .inverse = restoringComment},
    UndoKind{
        .method = "DELETE"_L1,
        .path = "/rest/api/3/issue/{issueIdOrKey}/comment/{id}"_L1,
        .says =
            "No: Jira brings no deleted comment back, and a new one would have another author and time."_L1},
    UndoKind{.method = "POST"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/worklog"_L1,
             .says = "The worklog is deleted."_L1,
             .begins = Nothing,
             .ends = Answered,
             .reading = readingEntry,
             .state = worklogState,
             .inverse = deletingWorklog},
    UndoKind{.method = "DELETE"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/worklog/{id}"_L1,
             .says = "No: Jira brings no deleted worklog back, and a new one would be yours."_L1},
    UndoKind{.method = "POST"_L1,
             .path = "/rest/api/3/issueLink"_L1,
             .says = "The link is removed; a comment that came with it stays."_L1,
             .reading = readingLinks,
             .state = linksState,
             .inverse = deletingLink},
    UndoKind{.method = "DELETE"_L1,
             .path = "/rest/api/3/issueLink/{linkId}"_L1,
             .says = "The issues are linked again."_L1,
             .reading = readingEntry,
             .state = linkState,
             .inverse = linkingAgain},
    UndoKind{.method = "POST"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/watchers"_L1,
             .says = "Who watched it or not does so again."_L1,
             .reading = readingWatchers,
             .state = watcherState,
             .inverse = restoringWatcher},
    UndoKind{.method = "DELETE"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/watchers"_L1,
             .says = "Who watched it or not does so again."_L1,
             .reading = readingWatchers,
             .state = watcherState,
             .inverse = restoringWatcher},
    UndoKind{
        .method = "POST"_L1,
        .path = "/rest/api/3/issue"_L1,
        .says =
            "The issue is deleted for good if your account may delete it and nobody has changed it since."_L1,
        .begins = Nothing,
        .reading = readingMade,
        .state = madeState,
        .inverse = deletingIssue,
        .onlyUnchanged = true},
    UndoKind{
        .method = "POST"_L1,
        .path = "/rest/api/3/issue/bulk"_L1,
        .says =
            "Each of the issues is deleted for good if your account may delete it and nobody has changed it since; the others stay."_L1,
        .begins = Nothing,
        .reading = readingAllMade,
        .state = allMadeState,
        .parts = eachMade},
    UndoKind{.method = "DELETE"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}"_L1,
             .says = "No: Jira brings no deleted issue back."_L1},
};

} // namespace

std::span<const UndoKind> entryUndoKinds()
{
    return kinds;
}

} // namespace fairlead::providers::jira
