// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/projectcursor.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

Result<ProjectCursor> ProjectCursor::fromText(const QString &text)
{
    static const QRegularExpression part(u"\\A(con_[0-9a-z]{1,64})=([0-9]{1,9})\\z"_s);
    ProjectCursor cursor;
    const QStringList parts = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &each : parts) {
        const QRegularExpressionMatch match = part.match(each);
        if (!match.hasMatch()) {
            return failure(ErrorCode::InvalidInput,
                           u"Argument \"cursor\" must be the text that list_projects gave as "
                           "cursor, unchanged."_s);
        }
        cursor.starts.append({match.captured(1), match.captured(2).toLongLong()});
    }
    return cursor;
}

QString ProjectCursor::toText() const
{
    QStringList parts;
    for (const auto &[id, start] : starts)
        parts.append(u"%1=%2"_s.arg(id).arg(start));
    return parts.join(u';');
}

std::optional<qint64> ProjectCursor::startOf(const QString &connectionId) const
{
    if (starts.isEmpty())
        return 0;
    for (const auto &[id, start] : starts) {
        if (id == connectionId)
            return start;
    }
    return std::nullopt;
}

} // namespace fairlead::providers::jira
