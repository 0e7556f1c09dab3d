// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

#include <QHash>
#include <QJsonObject>

namespace fairlead::sandbox {

/** What a published description of Notion's API says about requests, read from the trimmed copy in
 * data/. It knows a part of the operations, and of them what version 2026-03-11 left as it was. */
class NotionContract
{
public:
    /** Reads the copy that is built into the library. */
    NotionContract();

    /** "POST /v1/search", … */
    [[nodiscard]] QStringList operations() const { return m_operations.keys(); }

    /** What is wrong with a request to the operation; empty when nothing is or it is not known. */
    [[nodiscard]] QString complaint(const QString &operation,
                                    const Request &request,
                                    const QJsonObject &body) const;

private:
    QHash<QString, QJsonObject> m_operations;
};

} // namespace fairlead::sandbox
