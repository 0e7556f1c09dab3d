// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraundo.h"

#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/undokinds.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

QString shownValue(const QJsonValue &value);

QString joinedText(const QJsonArray &list)
{
    QStringList texts;
    for (const auto &each : list)
        texts.append(shownValue(each));
    return texts.join(u", "_s);
}

QString shownValue(const QJsonValue &value)
{
    if (value.isArray())
        return joinedText(value.toArray());
    if (!value.isObject())
        return value.toVariant().toString();
    const QJsonObject object = value.toObject();
    if (object.value("type"_L1) == u"doc"_s)
        return markdownFromAdf(object);
    for (const auto name : {"displayName"_L1, "name"_L1, "value"_L1, "key"_L1}) {
        if (object.value(name).isString())
            return object.value(name).toString();
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/** The session lives as long as its call. */
QCoro::Task<Result<QByteArray>> sent(const JiraSessions &sessions,
                                     connections::Connection connection,
                                     tools::Caller caller,
                                     CancellationToken cancellation,
                                     RestCall call)
{
    const auto session = sessions.open(connection, caller, cancellation);
    auto body = co_await session.client->fetch(std::move(call));
    co_return sessions.noted(connection, std::move(body));
}

constexpr auto noPlace = "No: Jira does not tell where an issue stood before."_L1;
constexpr auto noSprint = "No: what a sprint was is changed back in Jira."_L1;
constexpr auto noVersion = "No: what a version was is changed back in Jira."_L1;
constexpr auto noRequest = "No: customers are told of it at once."_L1;

/** What cannot be undone. */
constexpr std::array finalKinds{
    UndoKind{.method = "POST"_L1, .path = "/rest/agile/1.0/backlog/issue"_L1, .says = noPlace},
    UndoKind{
        .method = "POST"_L1, .path = "/rest/agile/1.0/backlog/{boardId}/issue"_L1, .says = noPlace},
    UndoKind{
        .method = "POST"_L1, .path = "/rest/agile/1.0/sprint/{sprintId}/issue"_L1, .says = noPlace},
    UndoKind{.method = "PUT"_L1, .path = "/rest/agile/1.0/issue/rank"_L1, .says = noPlace},
    UndoKind{.method = "POST"_L1, .path = "/rest/agile/1.0/sprint"_L1, .says = noSprint},
    UndoKind{.method = "POST"_L1, .path = "/rest/agile/1.0/sprint/{sprintId}"_L1, .says = noSprint},
    UndoKind{.method = "POST"_L1, .path = "/rest/api/3/version"_L1, .says = noVersion},
    UndoKind{.method = "PUT"_L1, .path = "/rest/api/3/version/{id}"_L1, .says = noVersion},
    UndoKind{.method = "POST"_L1,
             .path = "/rest/api/3/bulk/issues/move"_L1,
             .says = "No: a move gives new keys and drops fields that the other project lacks."_L1},
    UndoKind{.method = "POST"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/attachments"_L1,
             .says = "Not of files: jira_delete_attachment removes one."_L1},
    UndoKind{.method = "DELETE"_L1,
             .path = "/rest/api/3/attachment/{id}"_L1,
             .says = "No: Jira brings no deleted file back."_L1},
    UndoKind{.method = "POST"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/remotelink"_L1,
             .says = "No: jira_delete_remote_link removes it."_L1},
    UndoKind{.method = "DELETE"_L1,
             .path = "/rest/api/3/issue/{issueIdOrKey}/remotelink/{linkId}"_L1,
             .says = "No: jira_add_remote_link adds it again."_L1},
    UndoKind{.method = "POST"_L1, .path = "/rest/servicedeskapi/request"_L1, .says = noRequest},
    UndoKind{.method = "POST"_L1,
             .path = "/rest/servicedeskapi/request/{issueIdOrKey}/comment"_L1,
             .says = noRequest},
};

} // namespace

std::span<const UndoKind> undoKinds()
{
    static const std::vector<UndoKind> kinds = [] {
        std::vector<UndoKind> all;
        const std::span<const UndoKind> others(finalKinds);
        for (const auto some : {fieldUndoKinds(), entryUndoKinds(), others})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }();
    return kinds;
}

UndoRules undoRules(const JiraTools &tools)
{
    UndoRules rules;
    rules.provider = u"jira"_s;
    rules.kinds = undoKinds();
    rules.shown = shownValue;
    rules.send = std::bind_front(sent, std::cref(tools.sessions));
    return rules;
}

} // namespace fairlead::providers::jira
