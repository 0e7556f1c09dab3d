// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

#include <QMap>

namespace fairlead::store {

/** Where a database is: in a file, or at a PostgreSQL server. A value; it holds the password. */
class DatabaseAddress
{
public:
    [[nodiscard]] static DatabaseAddress ofFile(const QString &path);
    /**
     * postgresql://USER@HOST:PORT/NAME?sslmode=…; the parameters are those of PostgreSQL's own
     * programs. A server on another computer is asked for encryption unless sslmode says otherwise.
     * InvalidInput, with the cure, for anything else, and above all for a password: an address
     * stands in lists of processes, units and logs.
     */
    [[nodiscard]] static Result<DatabaseAddress> ofServer(const QString &url);

    [[nodiscard]] bool isFile() const { return !m_path.isEmpty(); }
    /** Of the file. */
    [[nodiscard]] QString path() const { return m_path; }

    /** The server's password; without one PostgreSQL's own ways (PGPASSFILE, peer) are left. */
    void setPassword(Secret password) { m_password = std::move(password); }
    [[nodiscard]] const Secret &password() const { return m_password; }
    [[nodiscard]] QString user() const { return m_user; }
    [[nodiscard]] QString host() const { return m_host; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString name() const { return m_name; }
    /** Further parameters of the connection, by the names that libpq gives them. */
    [[nodiscard]] const QMap<QString, QString> &parameters() const { return m_parameters; }

    /** For messages: the file, or user, host, port and name of the database. */
    [[nodiscard]] QString shown() const;

private:
    [[nodiscard]] Result<> takeParameters(const QString &query);
    [[nodiscard]] bool isOnThisComputer() const;

    QString m_path;
    QString m_user;
    QString m_host; ///< empty or a folder: a socket of this computer
    int m_port = -1; ///< -1: the usual one
    QString m_name;
    QMap<QString, QString> m_parameters;
    Secret m_password;
};

} // namespace fairlead::store
