// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/reach.h"

#include "server/net/namelookup.h"
#include "server/net/requestcheck.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

struct Subnet
{
    QLatin1StringView address;
    int bits = 0;
};

constexpr std::chrono::seconds lookupTime{5};

constexpr std::array privateNets{Subnet{"10.0.0.0"_L1, 8},
                                 Subnet{"172.16.0.0"_L1, 12},
                                 Subnet{"192.168.0.0"_L1, 16},
                                 Subnet{"100.64.0.0"_L1, 10},
                                 Subnet{"fc00::"_L1, 7}};

// IANA's registries of special addresses; of IPv6 only 2000::/3 is given out at all.
constexpr std::array specialNets{Subnet{"0.0.0.0"_L1, 8},
                                 Subnet{"127.0.0.0"_L1, 8},
                                 Subnet{"169.254.0.0"_L1, 16},
                                 Subnet{"192.0.0.0"_L1, 24},
                                 Subnet{"192.0.2.0"_L1, 24},
                                 Subnet{"192.88.99.0"_L1, 24},
                                 Subnet{"198.18.0.0"_L1, 15},
                                 Subnet{"198.51.100.0"_L1, 24},
                                 Subnet{"203.0.113.0"_L1, 24},
                                 Subnet{"224.0.0.0"_L1, 3},
                                 Subnet{"2001::"_L1, 23},
                                 Subnet{"2001:db8::"_L1, 32},
                                 Subnet{"2002::"_L1, 16},
                                 Subnet{"3fff::"_L1, 20}};

template<typename Nets>
bool isIn(const QHostAddress &address, const Nets &nets)
{
    return std::ranges::any_of(nets, [&address](const Subnet &net) {
        const QHostAddress start{QString(net.address)};
        return start.protocol() == address.protocol() && address.isInSubnet(start, net.bits);
    });
}

bool isPrivate(const QHostAddress &address)
{
    return isIn(address, privateNets);
}

bool isInternet(const QHostAddress &address)
{
    if (isPrivate(address) || isIn(address, specialNets))
        return false;
    return address.protocol() == QAbstractSocket::IPv4Protocol
        || address.isInSubnet(QHostAddress(u"2000::"_s), 3);
}

bool isThisComputer(const QHostAddress &address)
{
    return address.isInSubnet(QHostAddress(u"127.0.0.0"_s), 8)
        || address == QHostAddress(QHostAddress::LocalHostIPv6);
}

} // namespace

bool isWithin(const QHostAddress &address, Reach reach)
{
    switch (reach) {
    case Reach::Anywhere:
        return true;
    case Reach::Internet:
        return isInternet(address);
    case Reach::InternetAndPrivate:
        return isInternet(address) || isPrivate(address);
    case Reach::InternetAndLoopback:
        return isInternet(address) || isThisComputer(address);
    }
    return false;
}

QHostAddress literalAddress(const QString &host)
{
    QString bare = host;
    while (bare.endsWith(u'.'))
        bare.chop(1);
    return QHostAddress(bare);
}

Error outOfReach(const QUrl &url)
{
    return {.code = ErrorCode::InvalidInput,
            .message = u"A server named %1 as the next address, which is on this computer or in a "
                       "network of its own and not in the internet. Fairlead asks nothing there on "
                       "another's word, so nothing was sent."_s.arg(url.host())};
}

QCoro::Task<Reach> reachFrom(QString host, CancellationToken cancellation)
{
    if (isLoopbackHost(host))
        co_return Reach::InternetAndLoopback;
    if (const QHostAddress literal = literalAddress(host); !literal.isNull())
        co_return isPrivate(literal) ? Reach::InternetAndPrivate : Reach::Internet;
    const auto addresses = co_await addressesOf(host, lookupTime, cancellation);
    if (addresses.isEmpty())
        co_return Reach::Internet;
    // All of them: whoever has one foot in the internet must not lead us into the other network.
    if (std::ranges::all_of(addresses, isPrivate))
        co_return Reach::InternetAndPrivate;
    if (std::ranges::all_of(addresses, isThisComputer))
        co_return Reach::InternetAndLoopback;
    co_return Reach::Internet;
}

} // namespace fairlead::net
