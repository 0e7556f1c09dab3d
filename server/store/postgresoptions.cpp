// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/postgresoptions.h"

#include "server/store/databaseaddress.h"

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

// Times for the server in milliseconds, for TCP in seconds; libpq takes no less than two for a
// connection. A transaction that stands still, with its program, gives its locks back.
const QString connectOptions =
    u"connect_timeout=2;keepalives=1;keepalives_idle=10;keepalives_interval=3;keepalives_count=3;"
    "tcp_user_timeout=7000;client_encoding=UTF8;"
    "options='-c statement_timeout=5000 -c idle_in_transaction_session_timeout=3000 "
    "-c synchronous_commit=on -c client_min_messages=error -c fairlead.instance=%1 "
    "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3'"_s;

} // namespace

QString postgresOptions(const DatabaseAddress &address, const QString &instance)
{
    QString options = connectOptions.arg(instance);
    if (!address.parameters().contains(u"application_name"_s))
        options += u";application_name=fairlead"_s;
    for (const auto &[name, value] : address.parameters().asKeyValueRange()) {
        QString quoted = value;
        quoted.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        options += u";%1='%2'"_s.arg(name, quoted);
    }
    return options;
}

} // namespace fairlead::store
