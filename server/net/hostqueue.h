// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QPointer>
#include <QString>

#include <deque>
#include <optional>

namespace fairlead::net {

class Wait;

/**
 * The slots of one host: which of its managers carries the next request, and who waits when all
 * are busy, in order of arrival. An owner that has two thirds of the slots waits, so that one whose
 * requests all hang does not keep the others from the host; requests without an owner never wait
 * for that.
 */
class HostQueue final
{
public:
    HostQueue(int managers, int requestsPerManager);

    /** The least busy manager, the first of them on a tie so that its open connection is used
     * again; nothing when all are busy. */
    [[nodiscard]] std::optional<int> take(const QString &owner = {});
    /** The wait is granted a slot by a later release(). */
    void enqueue(Wait *wait, const QString &owner = {});
    /** By whoever took it or was granted it. */
    void release(int slot, const QString &owner = {});

private:
    [[nodiscard]] bool hasItsShare(const QString &owner) const;

    struct Waiting
    {
        QPointer<Wait> wait;
        QString owner;
    };

    QList<int> m_load; // requests in flight by manager
    QHash<QString, int> m_taken; // by owner
    int m_requestsPerManager;
    std::deque<Waiting> m_waiting;
};

} // namespace fairlead::net
