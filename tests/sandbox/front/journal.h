// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

#include <QJsonArray>

namespace fairlead::sandbox {

/** What was asked of the sandbox, newest last, bounded. Credentials are named, never kept. */
class Journal
{
public:
    struct Entry
    {
        QString service;
        Request request; ///< without its secrets: of Authorization, scheme and user name stay
        int status = 0; ///< 0: no answer was sent
    };

    void add(const QString &service, const Request &request, int status);
    void clear() { m_entries.clear(); }
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] QJsonArray toJson() const;

private:
    QList<Entry> m_entries;
};

} // namespace fairlead::sandbox
