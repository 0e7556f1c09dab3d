// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/users.h"

#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::accounts {
namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype longestEmail = 254;

User userFrom(const store::Row &row)
{
    return {.id = row.text(u"id"_s),
            .name = row.text(u"name"_s),
            .email = row.text(u"email"_s),
            .createdAt = store::fromStored(row.value(u"created_at"_s))};
}

} // namespace

Users::Users(store::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

Result<User> Users::defaultUser()
{
    const auto users = list();
    if (!users)
        return failure(users.error());
    if (!users->isEmpty())
        return users->first();
    const QString name = u"Default"_s;
    auto made = create(name, {});
    // Another instance that starts at the same time may have been first.
    const bool isThere = !made && made.error().code == ErrorCode::Conflict;
    return isThere ? find(name) : made;
}

Result<User> Users::create(const QString &name, const QString &email)
{
    const QString trimmed = name.trimmed();
    if (!isPlainName(trimmed, longestName))
        return failure(ErrorCode::InvalidInput,
                       u"A user's name has 1 to 100 visible characters on one line."_s);
    if (email.size() > longestEmail)
        return failure(ErrorCode::InvalidInput, u"A user's e-mail has at most 254 characters."_s);
    const User user{.id = newId(u"usr_"),
                    .name = trimmed,
                    .email = email.trimmed(),
                    .createdAt = m_clock.now()};
    const auto stored =
        m_database.execute(u"INSERT INTO users (id, name, email, created_at) VALUES (?, ?, ?, ?)"_s,
                           {user.id,
                            user.name,
                            user.email.isNull() ? u""_s : user.email,
                            store::toStored(user.createdAt)});
    if (!stored && stored.error().code == ErrorCode::Conflict)
        return failure(
            ErrorCode::Conflict,
            u"There is a user named \"%1\" already. Choose another name."_s.arg(trimmed));
    if (!stored)
        return failure(stored.error());
    return user;
}

Result<QList<User>> Users::list() const
{
    return m_database
        .select(u"SELECT id, name, email, created_at FROM users WHERE kind = 'person' "
                "ORDER BY created_at, id"_s)
        .map([](const QList<store::Row> &rows) {
            QList<User> users;
            for (const store::Row &row : rows)
                users.append(userFrom(row));
            return users;
        });
}

Result<User> Users::findInvited(const QString &nameOrEmail) const
{
    const auto rows = m_database.select(
        u"SELECT id, name, email, created_at FROM users WHERE kind = 'person' AND (name = ? OR "
        "(email <> '' AND LOWER(email) = ?)) ORDER BY CASE WHEN name = ? THEN 0 ELSE 1 END"_s,
        {nameOrEmail, nameOrEmail.toLower(), nameOrEmail});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound,
                       u"There is nobody here with that name or e-mail address."_s);
    const User found = userFrom(rows->first());
    if (rows->size() > 1 && found.name != nameOrEmail)
        return failure(ErrorCode::Conflict,
                       u"Several people have that e-mail address. Give the name instead."_s);
    return found;
}

Result<User> Users::find(const QString &idOrName) const
{
    const auto rows =
        m_database.select(u"SELECT id, name, email, created_at FROM users WHERE kind = 'person' "
                          "AND (id = ? OR name = ?) ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END"_s,
                          {idOrName, idOrName, idOrName});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, u"There is no such user on this computer."_s);
    return userFrom(rows->first());
}

} // namespace fairlead::accounts
