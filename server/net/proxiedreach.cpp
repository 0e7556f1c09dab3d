// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/proxiedreach.h"

#include "server/net/namelookup.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

// Behind a proxy a resolver that answers nothing is nothing unusual, and each name costs that once.
constexpr std::chrono::seconds lookupTime{2};
constexpr std::chrono::minutes unknownTime{5};

QCoro::Task<QList<QHostAddress>> systemLookup(QString host, CancellationToken cancellation)
{
    return addressesOf(std::move(host), lookupTime, std::move(cancellation));
}

/** RFC 6761, RFC 6762, RFC 8375, ICANN's "internal", and names without a dot. */
bool isOfNoInternet(const QString &host)
{
    constexpr std::array domains{".localhost"_L1, ".local"_L1, ".internal"_L1, ".home.arpa"_L1};
    QString name = host.toLower();
    while (name.endsWith(u'.'))
        name.chop(1);
    return !name.contains(u'.')
        || std::ranges::any_of(domains, [&name](auto domain) { return name.endsWith(domain); });
}

} // namespace

ProxiedReach::ProxiedReach()
    : ProxiedReach(&systemLookup)
{}

ProxiedReach::ProxiedReach(Lookup lookup)
    : m_lookup(std::move(lookup))
{}

QCoro::Task<Result<>> ProxiedReach::check(QUrl url, Reach reach, CancellationToken cancellation)
{
    const QString host = url.host();
    if (reach == Reach::Anywhere || !literalAddress(host).isNull())
        co_return Result<>(); // a literal is checked with the request
    if (reach != Reach::InternetAndPrivate && isOfNoInternet(host))
        co_return failure(outOfReach(url));
    m_unknown.removeIf([](const auto &name) { return name.value().hasExpired(); });
    if (m_unknown.contains(host))
        co_return Result<>();
    const auto addresses = co_await m_lookup(host, cancellation);
    if (cancellation.isCancelled())
        co_return failure(ErrorCode::Cancelled, u"The request was cancelled."_s);
    if (addresses.isEmpty())
        m_unknown.insert(host, QDeadlineTimer(unknownTime));
    const bool isWithinAll = std::ranges::all_of(
        addresses, [reach](const QHostAddress &address) { return isWithin(address, reach); });
    if (!isWithinAll)
        co_return failure(outOfReach(url));
    co_return Result<>();
}

} // namespace fairlead::net
