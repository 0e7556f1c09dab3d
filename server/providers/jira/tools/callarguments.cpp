// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/callarguments.h"

#include "server/base/text.h"
#include "server/providers/jira/issuekey.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::arguments {

QString text(const tools::ToolCall &call, QLatin1StringView name)
{
    return call.arguments.value(name).toString().trimmed();
}

QStringList list(const tools::ToolCall &call, QLatin1StringView name)
{
    QStringList texts;
    const QJsonArray values = call.arguments.value(name).toArray();
    for (const auto &value : values) {
        if (const QString text = value.toString().trimmed(); !text.isEmpty())
            texts.append(text);
    }
    return texts;
}

Result<QStringList> issueKeys(const tools::ToolCall &call, QLatin1StringView name)
{
    QStringList keys;
    const QStringList given = list(call, name);
    for (const QString &text : given) {
        const auto address = issueAddress(text, name);
        if (!address)
            return failure(address.error());
        if (!keys.contains(address->key))
            keys.append(address->key);
    }
    return keys;
}

Result<std::optional<QString>> issueKey(const tools::ToolCall &call, QLatin1StringView name)
{
    if (text(call, name).isEmpty())
        return std::optional<QString>();
    return issueAddress(text(call, name), name).map([](const IssueAddress &address) {
        return std::optional(address.key);
    });
}

Result<qint64> startAt(const tools::ToolCall &call)
{
    const QString cursor = text(call, "cursor"_L1);
    bool isNumber = cursor.isEmpty();
    const qint64 start = cursor.isEmpty() ? 0 : cursor.toLongLong(&isNumber);
    if (isNumber && start >= 0)
        return start;
    return failure(
        ErrorCode::InvalidInput,
        u"Argument \"cursor\" is \"%1\", but must be the one that the call before gave."_s.arg(
            cleanedLine(cursor, 100)));
}

bool isId(const QString &text)
{
    static const QRegularExpression grammar(u"\\A[0-9]{1,18}\\z"_s);
    return grammar.match(text).hasMatch();
}

} // namespace fairlead::providers::jira::arguments
