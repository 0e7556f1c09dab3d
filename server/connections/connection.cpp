// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/connections/connection.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::connections {
namespace {

constexpr std::array methodNames{
    "api_token"_L1, "scoped_api_token"_L1, "oauth"_L1, "integration_token"_L1, "api_key"_L1};
constexpr std::array sharingNames{"all_members"_L1, "admins_only"_L1, "users"_L1};
constexpr std::array stateNames{"connected"_L1, "needs_sign_in"_L1, "unreachable"_L1};

template<typename Enum, size_t count>
Result<Enum> fromName(const std::array<QLatin1StringView, count> &names, QStringView name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return failure(ErrorCode::InvalidData,
                       u"A stored connection has the unknown property \"%1\". It may come from a "
                       "newer Fairlead; install the newest one."_s.arg(name));
    return Enum(found - names.begin());
}

} // namespace

QLatin1StringView methodName(SignInMethod method)
{
    return methodNames.at(static_cast<size_t>(method));
}

QLatin1StringView stateName(ConnectionState state)
{
    return stateNames.at(static_cast<size_t>(state));
}

Result<SignInMethod> methodFromName(QStringView name)
{
    return fromName<SignInMethod>(methodNames, name);
}

Result<ConnectionState> stateFromName(QStringView name)
{
    return fromName<ConnectionState>(stateNames, name);
}

QLatin1StringView sharingName(Sharing::With with)
{
    return sharingNames.at(static_cast<size_t>(with));
}

Result<Sharing::With> sharingFromName(QStringView name)
{
    const auto found = std::find(sharingNames.begin(), sharingNames.end(), name);
    if (found == sharingNames.end())
        return failure(ErrorCode::InvalidInput,
                       u"A connection is shared with all_members, admins_only or a list of the ids "
                       "of members."_s);
    return Sharing::With(found - sharingNames.begin());
}

QList<Connection> personalIfAny(const QList<Connection> &connections)
{
    QList<Connection> personal = connections;
    personal.removeIf([](const Connection &each) { return !each.isPersonal(); });
    return personal.isEmpty() ? connections : personal;
}

} // namespace fairlead::connections
