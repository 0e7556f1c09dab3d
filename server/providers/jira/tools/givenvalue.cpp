// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/givenvalue.h"

#include "server/base/text.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

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
