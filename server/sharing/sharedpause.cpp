// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sharing/sharedpause.h"

#include "server/store/database.h"

using namespace Qt::StringLiterals;

namespace fairlead::sharing {

SharedPause::SharedPause(store::Database &database)
    : m_database(database)
{}

Result<bool> SharedPause::isOn() const
{
    return m_database.select(u"SELECT name FROM shared_pause"_s)
        .map([](const QList<store::Row> &rows) { return !rows.isEmpty(); });
}

Result<> SharedPause::setOn(bool on)
{
    const auto done = m_database.execute(
        on ? u"INSERT INTO shared_pause (name) VALUES ('all') ON CONFLICT (name) DO NOTHING"_s
           : u"DELETE FROM shared_pause"_s);
    return done.map([](qint64) {});
}

} // namespace fairlead::sharing
