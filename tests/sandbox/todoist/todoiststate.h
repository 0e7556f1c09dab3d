// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace fairlead::sandbox {

/** What one Todoist account holds, and the rules by which it changes. Tasks and projects are kept
 * in the form in which the API shows them. */
class TodoistState
{
public:
    explicit TodoistState(const Clock &clock);

    QByteArray token;
    QJsonObject user;
    QList<QJsonObject> projects;
    QList<QJsonObject> tasks;

    [[nodiscard]] QJsonObject *task(const QString &id);
    [[nodiscard]] const QJsonObject *project(const QString &id) const;
    [[nodiscard]] QString inboxId() const;

    /** Adds a task with the defaults that Todoist gives; `fields` by the API's names. */
    QJsonObject add(const QJsonObject &fields);
    /** With all that is below it. */
    void remove(const QString &id);
    /** Closes it with all that is below it; one that repeats moves on by a week instead. */
    void close(const QString &id);

    /** The due date for words such as "tomorrow", "every monday", "2026-12-01"; nothing when they
     * mean none. */
    [[nodiscard]] std::optional<QJsonObject> due(const QString &words) const;
    [[nodiscard]] QDate today() const;

private:
    void seed();

    const Clock &m_clock;
    int m_made = 0;
};

} // namespace fairlead::sandbox
