// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QString>

#include <deque>

namespace fairlead::net {

class Wait;

/**
 * The requests that one host gets at a time, and who waits for their end, in order of arrival. An
 * owner that has two thirds of them waits, so that one whose requests all hang does not keep the
 * others from the host; requests without an owner never wait for that.
 */
class HostQueue final
{
public:
    explicit HostQueue(int requests);

    /** False when the host, or the owner, has as many requests as it may. */
    [[nodiscard]] bool take(const QString &owner = {});
    /** The wait is granted by a later release(). */
    void enqueue(Wait *wait, const QString &owner = {});
    /** By whoever took it or was granted it. */
    void release(const QString &owner = {});

private:
    [[nodiscard]] bool hasItsShare(const QString &owner) const;

    struct Waiting
    {
        QPointer<Wait> wait;
        QString owner;
    };

    int m_requests;
    int m_free;
    QHash<QString, int> m_taken; // by owner
    std::deque<Waiting> m_waiting;
};

} // namespace fairlead::net
