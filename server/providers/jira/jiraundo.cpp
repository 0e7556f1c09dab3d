// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraundo.h"

#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/undokinds.h"

#include <QJsonArray>
#include <QJsonDocument>

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

} // namespace

std::span<const UndoKind> undoKinds()
{
    static const std::vector<UndoKind> kinds = [] {
        std::vector<UndoKind> all;
        for (const auto some : {fieldUndoKinds(), entryUndoKinds()})
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }();
    return kinds;
}

UndoRules undoRules(const JiraTools &tools)
{
    const JiraSessions &sessions = tools.sessions;
    UndoRules rules;
    rules.provider = u"jira"_s;
    rules.kinds = undoKinds();
    rules.shown = shownValue;
    rules.send = [&sessions](connections::Connection connection,
                             tools::Caller caller,
                             CancellationToken cancellation,
                             RestCall call) {
        return sent(
            sessions, std::move(connection), std::move(caller), cancellation, std::move(call));
    };
    return rules;
}

} // namespace fairlead::providers::jira
