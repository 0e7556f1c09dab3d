// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/undokinds.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

QString issuePath(const KeptWrite &write, const QString &rest = {})
{
    return u"/rest/api/3/issue/"_s + write.ids.value(0) + rest;
}

// -- Fields

/** What a change of an issue sets: its comments and worklogs only come to it. */
QStringList changedFields(const KeptWrite &write)
{
    QStringList fields = write.body["fields"_L1].toObject().keys();
    fields += write.body["update"_L1].toObject().keys();
    fields.removeAll(u"comment"_s);
    fields.removeAll(u"worklog"_s);
    fields.removeDuplicates();
    return fields;
}

RestCall readingChanged(const KeptWrite &write)
{
    return readingFields(write.ids.value(0), changedFields(write));
}

QJsonObject changedState(const KeptWrite &write, const QJsonObject &issue)
{
    return fieldsOf(issue, changedFields(write));
}

/** A value that was read, as it is set: of what has an identity, that. */
QJsonValue settable(const QJsonValue &value);

QJsonValue settableList(const QJsonArray &list)
{
    // Sprints are read as a list of all that there were, and set by one number.
    if (!list.isEmpty() && list.first().toObject().contains("boardId"_L1)) {
        for (const auto &sprint : list) {
            if (sprint["state"_L1] != u"closed"_s)
                return sprint["id"_L1];
        }
        return QJsonValue::Null;
    }
    QJsonArray set;
    for (const auto &each : list)
        set.append(settable(each));
    return set;
}

QJsonValue settable(const QJsonValue &value)
{
    if (value.isArray())
        return settableList(value.toArray());
    const QJsonObject object = value.toObject();
    if (object.value("type"_L1) == u"doc"_s)
        return value;
    if (object.contains("originalEstimateSeconds"_L1)
        || object.contains("remainingEstimateSeconds"_L1))
        return only(object, {u"originalEstimate"_s, u"remainingEstimate"_s});
    for (const QString &name : {u"accountId"_s, u"id"_s, u"groupId"_s, u"name"_s, u"value"_s}) {
        if (!object.contains(name))
            continue;
        QJsonObject set{{name, object.value(name)}};
        if (object.contains("child"_L1))
            set.insert(u"child"_s, settable(object.value("child"_L1)));
        return set;
    }
    return value;
}

Result<RestCall> restoringFields(const KeptWrite &write, const QJsonObject &)
{
    QJsonObject fields;
    QJsonObject update;
    for (auto field = write.before.begin(); field != write.before.end(); ++field) {
        if (field.key() == "parent"_L1 && field.value().isNull()) {
            const QJsonObject nothing{{u"none"_s, true}};
            const QJsonObject set{{u"set"_s, nothing}};
            update.insert(field.key(), QJsonArray{set});
        } else {
            fields.insert(field.key(), settable(field.value()));
        }
    }
    RestCall call = undoCall("PUT"_ba, issuePath(write), u"undoing the change"_s);
    QJsonObject body;
    if (!fields.isEmpty())
        body.insert(u"fields"_s, fields);
    if (!update.isEmpty())
        body.insert(u"update"_s, update);
    call.json = body;
    if (write.query.contains("notifyUsers=false"_L1))
        addText(call.query, u"notifyUsers"_s, u"false"_s);
    return call;
}

RestCall readingAssignee(const KeptWrite &write)
{
    return readingFields(write.ids.value(0), {u"assignee"_s});
}

QJsonObject assigneeState(const KeptWrite &, const QJsonObject &issue)
{
    return fieldsOf(issue, {u"assignee"_s});
}

// -- Status

RestCall readingStatus(const KeptWrite &write)
{
    return readingFields(write.ids.value(0), {u"status"_s});
}

QJsonObject statusState(const KeptWrite &, const QJsonObject &issue)
{
    const QJsonObject status = issue.value("fields"_L1).toObject().value("status"_L1).toObject();
    return {{u"status"_s, only(status, {u"id"_s, u"name"_s})}};
}

RestCall readingTransitions(const KeptWrite &write)
{
    RestCall call = undoCall("GET"_ba, issuePath(write, u"/transitions"_s));
    addText(call.query, u"expand"_s, u"transitions.fields"_s);
    return call;
}

bool asksForMore(const QJsonValue &transition)
{
    const QJsonObject fields = transition["fields"_L1].toObject();
    return std::any_of(fields.begin(), fields.end(), [](const QJsonValue &field) {
        return field["required"_L1].toBool() && !field["hasDefaultValue"_L1].toBool();
    });
}

Result<RestCall> goingBack(const KeptWrite &write, const QJsonObject &help)
{
    const QJsonValue status = write.before.value("status"_L1);
    const QJsonArray transitions = help.value("transitions"_L1).toArray();
    QStringList places;
    for (const auto &transition : transitions) {
        const QJsonValue place = transition["to"_L1];
        if (place["id"_L1] == status["id"_L1] && !asksForMore(transition)) {
            RestCall call = undoCall("POST"_ba,
                                     issuePath(write, u"/transitions"_s),
                                     u"moving %1 back"_s.arg(write.ids.value(0)));
            const QJsonObject step{{u"id"_s, transition["id"_L1]}};
            call.json = QJsonObject{{u"transition"_s, step}};
            return call;
        }
        places.append(place["name"_L1].toString());
    }
    const QString there = places.isEmpty() ? u"nowhere"_s : places.join(u", "_s);
    return failure(
        ErrorCode::Conflict,
        u"It cannot be undone: the workflow has no step from here back to %1 that asks "
        "for nothing else. From here it leads to: %2."_s.arg(status["name"_L1].toString(), there));
}

constexpr std::array kinds{
    UndoKind{.method = "PUT"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}"_L1,
             .says = "Its fields get back what they had."_L1,
             .reading = readingChanged,
             .state = changedState,
             .inverse = restoringFields},
    UndoKind{.method = "PUT"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/assignee"_L1,
             .says = "The issue goes back to who had it."_L1,
             .reading = readingAssignee,
             .state = assigneeState,
             .inverse = restoringFields},
    UndoKind{
        .method = "POST"_L1,
        .path = "/rest/api/3/issue/{issueIdOrKey}/transitions"_L1,
        .says =
            "The issue goes back to its status, if the workflow has a step there that asks for nothing else; fields set on the way stay."_L1,
        .reading = readingStatus,
        .state = statusState,
        .helping = readingTransitions,
        .inverse = goingBack},
};

} // namespace

RestCall undoCall(const QByteArray &method, const QString &path, const QString &write)
{
    RestCall call;
    call.method = method;
    call.path = path;
    call.subject = u"What was changed"_s;
    call.write = write;
    call.check = u"Look at it in Jira."_s;
    call.isIdempotent = method == "PUT" || method == "DELETE";
    return call;
}

RestCall readingFields(const QString &key, const QStringList &fields)
{
    if (fields.isEmpty())
        return {.path = {}};
    RestCall call = undoCall("GET"_ba, u"/rest/api/3/issue/"_s + key);
    addText(call.query, u"fields"_s, fields.join(u','));
    return call;
}

QJsonObject only(const QJsonObject &all, const QStringList &names)
{
    QJsonObject some;
    for (const QString &name : names) {
        if (all.contains(name))
            some.insert(name, all.value(name));
    }
    return some;
}

QJsonObject fieldsOf(const QJsonObject &issue, const QStringList &names)
{
    const QJsonObject fields = issue.value("fields"_L1).toObject();
    QJsonObject state;
    for (const QString &name : names)
        state.insert(name, fields.contains(name) ? fields.value(name) : QJsonValue());
    return state;
}

std::span<const UndoKind> fieldUndoKinds()
{
    return kinds;
}

} // namespace fairlead::providers::jira
