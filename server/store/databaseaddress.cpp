// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/databaseaddress.h"

#include <QDir>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

// What an address may say beside its place; nothing that would change how Fairlead works with it.
const QStringList knownParameters{u"application_name"_s,
                                  u"channel_binding"_s,
                                  u"gssencmode"_s,
                                  u"sslcert"_s,
                                  u"sslcrl"_s,
                                  u"sslkey"_s,
                                  u"sslmode"_s,
                                  u"sslrootcert"_s,
                                  u"ssl_min_protocol_version"_s,
                                  u"target_session_attrs"_s};

tl::unexpected<Error> refusal(const QString &reason)
{
    return failure(ErrorCode::InvalidInput,
                   u"The database's address cannot be used: %1. Write it like "
                   "postgresql://fairlead@db.example.com:5432/fairlead"_s.arg(reason));
}

tl::unexpected<Error> passwordRefusal()
{
    return failure(ErrorCode::InvalidInput,
                   u"Take the password out of the database's address: others can read it there. "
                   "Put it into a file and name that by --database-password-file, or into "
                   "FAIRLEAD_DATABASE_PASSWORD."_s);
}

} // namespace

DatabaseAddress DatabaseAddress::ofFile(const QString &path)
{
    DatabaseAddress address;
    address.m_path = path;
    return address;
}

Result<DatabaseAddress> DatabaseAddress::ofServer(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid()
        || (parsed.scheme() != "postgresql"_L1 && parsed.scheme() != "postgres"_L1))
        return refusal(u"it is not one of PostgreSQL"_s);
    if (!parsed.password().isEmpty())
        return passwordRefusal();
    if (parsed.hasFragment())
        return refusal(u"it has a part after “#”"_s);
    DatabaseAddress address;
    address.m_user = parsed.userName(QUrl::FullyDecoded);
    address.m_host = parsed.host(QUrl::FullyDecoded);
    address.m_port = parsed.port();
    address.m_name = parsed.path(QUrl::FullyDecoded).mid(1);
    if (const auto taken = address.takeParameters(parsed.query(QUrl::FullyEncoded)); !taken)
        return failure(taken.error());
    if (address.m_name.isEmpty())
        return refusal(u"it names no database"_s);
    if (address.m_host.contains(u','))
        return refusal(u"it names several hosts"_s);
    // libpq would take a missing authority for a reason to check nothing.
    const bool namesAuthority = address.m_parameters.contains(u"sslrootcert"_s);
    if ((namesAuthority || !address.isOnThisComputer())
        && !address.m_parameters.contains(u"sslmode"_s))
        address.m_parameters.insert(u"sslmode"_s, namesAuthority ? u"verify-full"_s : u"require"_s);
    return address;
}

Result<> DatabaseAddress::takeParameters(const QString &query)
{
    for (const auto &[name, value] : QUrlQuery(query).queryItems(QUrl::FullyDecoded)) {
        if (name == "password"_L1)
            return passwordRefusal();
        if (name == "host"_L1)
            m_host = value;
        else if (name == "port"_L1)
            m_port = value.toUShort();
        else if (name == "user"_L1)
            m_user = value;
        else if (!knownParameters.contains(name))
            return refusal(u"the parameter “%1” is not known here"_s.arg(name));
        else if (value.contains(u';'))
            return refusal(u"the parameter “%1” has a semicolon"_s.arg(name));
        else
            m_parameters.insert(name, value);
    }
    return {};
}

bool DatabaseAddress::isOnThisComputer() const
{
    const QStringList names{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    return m_host.isEmpty() || m_host.startsWith(u'/') || names.contains(m_host);
}

QString DatabaseAddress::shown() const
{
    if (isFile())
        return QDir::toNativeSeparators(m_path);
    QUrl url;
    url.setScheme(u"postgresql"_s);
    url.setUserName(m_user);
    // A folder with a socket is no host in a URL.
    url.setHost(m_host.startsWith(u'/') ? QString() : m_host);
    url.setPort(m_port);
    url.setPath(u'/' + m_name);
    return url.toString();
}

} // namespace fairlead::store
