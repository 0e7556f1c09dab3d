// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/arguments.h"

#include "server/base/text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

QString textOf(const tools::ToolCall &call, QLatin1StringView name)
{
    return call.arguments.value(name).toString().trimmed();
}

QStringList listOf(const tools::ToolCall &call, QLatin1StringView name)
{
    QStringList texts;
    const QJsonArray values = call.arguments.value(name).toArray();
    for (const auto &value : values) {
        if (const QString text = value.toString().trimmed(); !text.isEmpty())
            texts.append(text);
    }
    return texts;
}

bool meansNone(const QString &text)
{
    const QString word = text.trimmed().toLower();
    return word.isEmpty() || word == "none"_L1 || word == "null"_L1 || word == "unassigned"_L1
        || word == "nobody"_L1;
}

Result<QString> checkedLabel(const QString &label, QLatin1StringView name)
{
    for (const QChar character : label) {
        if (character.isSpace())
            return wrongArgument(name,
                                 label,
                                 u"a label without spaces, such as \"%1\""_s.arg(
                                     label.simplified().replace(u' ', u'-')));
    }
    return label;
}

tl::unexpected<Error> wrongArgument(QLatin1StringView name,
                                    const QString &given,
                                    const QString &allowed)
{
    return failure(ErrorCode::InvalidInput,
                   u"Argument \"%1\" is \"%2\", but must be %3."_s.arg(
                       name, cleanedLine(given, 100), allowed));
}

} // namespace fairlead::providers::jira
