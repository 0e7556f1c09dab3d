// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::publishing {

/** An issue that is to be made. */
struct IssueDraft
{
    QString project; ///< key
    QString type; ///< name or id
    QString summary;
    QString description; ///< Markdown
    QString parent; ///< key or URL, or empty
    QJsonObject fields; ///< further fields by id or name
};

} // namespace fairlead::publishing
