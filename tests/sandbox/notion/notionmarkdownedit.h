// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>

namespace fairlead::sandbox {

/** One PATCH of a page's Markdown: which command, and what it makes of a text. */
class NotionMarkdownEdit
{
public:
    /** Checks the request's body; refuses with "body.… should be". */
    [[nodiscard]] static Result<NotionMarkdownEdit> fromBody(const QJsonObject &body);

    /** The edited text; refuses a search text that is not there or, unless told, there twice. */
    [[nodiscard]] Result<QString> apply(const QString &text) const;

    [[nodiscard]] bool mayDeleteChildren() const;

private:
    [[nodiscard]] Result<QString> updated(QString text) const;
    [[nodiscard]] Result<QString> inserted(const QString &text) const;

    QString m_type;
    QJsonObject m_command;
};

} // namespace fairlead::sandbox
