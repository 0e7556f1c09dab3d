// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/result.h"

#include <QList>
#include <QString>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::accounts {

/** A profile on a desktop, a person on a team's host. */
struct User
{
    QString id; ///< "usr_…"
    QString name;
    QString email; ///< may be empty
    QDateTime createdAt;

    bool operator==(const User &) const = default;
};

/** The people in the table `users`; organizations are none. The first user is made at first start
 * and is the default. */
class Users final
{
public:
    Users(store::Database &database, const Clock &clock);

    /** The oldest user; made, with the name "Default", when there is none. */
    [[nodiscard]] Result<User> defaultUser();
    /** Conflict when the name is taken; InvalidInput when it is empty or over 100 characters. */
    [[nodiscard]] Result<User> create(const QString &name, const QString &email);
    [[nodiscard]] Result<QList<User>> list() const;
    /** By id or by name; NotFound. */
    [[nodiscard]] Result<User> find(const QString &idOrName) const;
    /** By name or by e-mail address, as people know each other; NotFound, Conflict for an address
     * that several have. */
    [[nodiscard]] Result<User> findInvited(const QString &nameOrEmail) const;

private:
    store::Database &m_database;
    const Clock &m_clock;
};

} // namespace fairlead::accounts
