// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/issueattachments.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {

Result<QList<Attachment>> attachmentsIn(const QJsonObject &issue)
{
    const QJsonValue listed = issue["fields"_L1]["attachment"_L1];
    if (!listed.isArray())
        return failure(ErrorCode::InvalidData,
                       u"Jira did not say which files hang on the issue already."_s);
    QList<Attachment> attachments;
    const QJsonArray all = listed.toArray();
    for (const auto &one : all)
        attachments.append(
            {.name = one[u"filename"_s].toString(), .size = one[u"size"_s].toInteger()});
    return attachments;
}

} // namespace fairlead::publishing
