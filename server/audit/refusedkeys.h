// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <QHash>
#include <QString>

namespace fairlead::audit {

/** A client that came with a key that opens nothing. */
struct RefusedKey
{
    QString keyPrefix; ///< as much as may be shown; empty: it was no key at all
    QString client; ///< what it calls itself, cleaned
    QString reason; ///< a sentence that says what is wrong with the key

    bool operator==(const RefusedKey &) const = default;
};

/**
 * Keeps a client that tries a wrong key again and again from filling the log: the same client with
 * the same key is noted once in a while, and all of them together so many times a minute.
 */
class RefusedKeys final
{
public:
    explicit RefusedKeys(const Clock &clock);

    /** Whether this one is worth an entry now. */
    [[nodiscard]] bool isNews(const RefusedKey &key);

private:
    void forgetOld(qint64 now);

    const Clock &m_clock;
    QHash<QString, qint64> m_noted; ///< by key and client: when, in milliseconds
};

} // namespace fairlead::audit
