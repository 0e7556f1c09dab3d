// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/loopback.h"

#include "server/http/engine/guardserver.h"

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {
namespace {

using Servers = std::vector<std::unique_ptr<GuardServer>>;

constexpr int attempts = 32;
constexpr int backlog = 128;

tl::unexpected<Error> portFailure(const GuardServer &server, const QString &address, quint16 port)
{
    if (server.serverError() == QAbstractSocket::AddressInUseError)
        return failure(ErrorCode::Conflict,
                       u"Port %1 on %2 is in use by another program. Close that program, or "
                       u"choose another port with --port N or in the settings."_s.arg(port)
                           .arg(address));
    return failure(ErrorCode::Network,
                   u"Port %1 on %2 cannot be opened: %3. Choose another port with --port N or in "
                   u"the settings."_s.arg(port)
                       .arg(address, server.errorString()));
}

Result<Servers> listenOnce(quint16 port)
{
    Servers servers;
    auto ipv4 = std::make_unique<GuardServer>();
    ipv4->setListenBacklogSize(backlog);
    if (!ipv4->listen(QHostAddress(QHostAddress::LocalHost), port))
        return portFailure(*ipv4, u"127.0.0.1"_s, port);
    const quint16 chosen = ipv4->serverPort();
    servers.push_back(std::move(ipv4));

    auto ipv6 = std::make_unique<GuardServer>();
    ipv6->setListenBacklogSize(backlog);
    if (ipv6->listen(QHostAddress(QHostAddress::LocalHostIPv6), chosen)) {
        servers.push_back(std::move(ipv6));
        return servers;
    }
    const auto error = ipv6->serverError();
    const bool noIpv6 = error == QAbstractSocket::SocketAddressNotAvailableError
        || error == QAbstractSocket::UnsupportedSocketOperationError;
    if (!noIpv6)
        return portFailure(*ipv6, u"[::1]"_s, chosen);
    return servers;
}

} // namespace

Result<Servers> listenOnLoopback(quint16 port)
{
    Result<Servers> servers = listenOnce(port);
    for (int i = 1; i < attempts && !servers && port == 0; ++i)
        servers = listenOnce(port);
    return servers;
}

} // namespace fairlead::http::engine
