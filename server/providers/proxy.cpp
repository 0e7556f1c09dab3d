// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/proxy.h"

#include "server/base/text.h"
#include "server/net/retrypolicy.h"
#include "server/tools/accesspolicy.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

using tools::ToolEffect;

constexpr qsizetype longestValue = 4LL * 1024;
constexpr qsizetype shownName = 100;
constexpr std::array<QByteArrayView, 6> methods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};

bool isRead(const net::Request &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

bool isSame(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool has(const QList<net::Header> &headers, QByteArrayView name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const net::Header &header) {
        return isSame(header.first, name);
    });
}

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence + u" Nothing was sent."_s);
}

ToolEffect effectOfCall(const ProxyRules &rules, const QByteArray &method, const ProxyPath &path)
{
    if (method == "GET" || method == "HEAD")
        return ToolEffect::Read;
    const auto isReading = [&path](const QString &pattern) { return path.matches(pattern); };
    if (method == "POST"
        && std::any_of(rules.readingPosts.begin(), rules.readingPosts.end(), isReading))
        return ToolEffect::Read;
    // Some services delete by POST.
    const bool deletes = path.segments().contains(u"delete"_s, Qt::CaseInsensitive);
    return method == "DELETE" || deletes ? ToolEffect::Destructive : ToolEffect::Write;
}

/** The access that the key would need. */
tools::KeyAccess neededAccess(ToolEffect effect)
{
    if (effect == ToolEffect::Read)
        return tools::KeyAccess::Read;
    return effect == ToolEffect::Write ? tools::KeyAccess::Write : tools::KeyAccess::Full;
}

Result<> checkAccess(const tools::Caller &caller, const ProxyCall &call, ToolEffect effect)
{
    if (tools::isAllowed(effect, caller.access))
        return {};
    return failure(
        ErrorCode::Forbidden,
        u"The key “%1” has %2 access, and %3 here needs %4 access. Nothing was sent."_s.arg(
            cleanedLine(caller.keyName, shownName),
            tools::accessName(caller.access),
            QString::fromLatin1(call.method),
            tools::accessName(neededAccess(effect))));
}

/** The header of that name among those that the service has a say in. */
const FixedHeader *fixedOf(const ProxyRules &rules, QByteArrayView name)
{
    const auto found =
        std::find_if(rules.headers.begin(), rules.headers.end(), [name](const FixedHeader &each) {
            return isSame(each.name, name);
        });
    return found == rules.headers.end() ? nullptr : &*found;
}

Result<> checkHeader(const ProxyRules &rules, const net::Header &header)
{
    const auto &[name, value] = header;
    const QString shown = cleanedLine(QString::fromUtf8(name), shownName);
    const FixedHeader *fixed = fixedOf(rules, name);
    if (!fixed && !isSame(name, "accept") && !isSame(name, "content-type")) {
        QStringList known{u"Accept"_s, u"Content-Type"_s};
        for (const FixedHeader &each : rules.headers)
            known.append(QString::fromLatin1(each.name));
        return refused(
            u"The header “%1” cannot be sent; these can: %2."_s.arg(shown, known.join(u", "_s)));
    }
    const bool isPlain =
        std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c <= 0x7E; });
    if (value.isEmpty() || value.size() > longestValue || !isPlain)
        return refused(
            u"The value of header “%1” must have 1 to %2 characters of plain ASCII."_s.arg(shown)
                .arg(longestValue));
    if (fixed && (!fixed->isAcceptable || !fixed->isAcceptable(value)))
        return refused(u"The value of header “%1” is none that can be sent."_s.arg(shown));
    return {};
}

Result<QList<net::Header>> headersFor(const ProxyRules &rules, const ProxyCall &call)
{
    QList<net::Header> headers;
    for (const net::Header &header : call.headers) {
        if (const auto checked = checkHeader(rules, header); !checked)
            return failure(checked.error());
        if (has(headers, header.first))
            return refused(u"A header is given twice."_s);
        headers.append(header);
    }
    if (!has(headers, "accept"))
        headers.append({"Accept"_ba, "application/json"_ba});
    if (!call.body.isEmpty() && !has(headers, "content-type"))
        headers.append({"Content-Type"_ba, "application/json"_ba});
    for (const FixedHeader &fixed : rules.headers) {
        if (!fixed.value.isEmpty() && !has(headers, fixed.name))
            headers.append({fixed.name, fixed.value});
    }
    return headers;
}

/** A write that may have been carried out, told as such. */
Error withOutcome(Error error, const QString &what)
{
    if (error.code != ErrorCode::Timeout && error.code != ErrorCode::InvalidData)
        return error;
    error.message = u"It is not known whether %1 took effect: %2 Fairlead did not repeat it."_s.arg(
        what, error.message);
    return error;
}

} // namespace

Proxy::Proxy(net::HttpClient &http, connections::Credentials &credentials)
    : m_http(http)
    , m_credentials(credentials)
{}

Result<net::Request> Proxy::prepared(const ProxyRules &rules,
                                     const connections::Connection &connection,
                                     const tools::Caller &caller,
                                     const ProxyCall &call)
{
    if (std::find(methods.begin(), methods.end(), call.method) == methods.end())
        return refused(u"“method” must be GET, HEAD, POST, PUT, PATCH or DELETE."_s);
    const auto path = ProxyPath::checked(call.path, rules.prefixes, rules.excluded);
    if (!path)
        return failure(path.error());
    const auto url = path->on(connection.apiBase, call.query);
    if (!url)
        return failure(url.error());
    auto headers = headersFor(rules, call);
    if (!headers)
        return failure(headers.error());
    net::Request request{.method = call.method,
                         .url = *url,
                         .headers = std::move(*headers),
                         .body = call.body,
                         .owner = caller.keyId.isEmpty() ? caller.userId : caller.keyId};
    if (isRead(request) && !call.body.isEmpty())
        return refused(u"%1 has no body; what it asks for goes into “query”."_s.arg(
            QString::fromLatin1(call.method)));
    if (const auto allowed = checkAccess(caller, call, effectOfCall(rules, call.method, *path));
        !allowed)
        return failure(allowed.error());
    return request;
}

Result<ToolEffect> Proxy::effectOf(const ProxyRules &rules, const ProxyCall &call)
{
    const auto path = ProxyPath::checked(call.path, rules.prefixes, rules.excluded);
    if (!path)
        return failure(path.error());
    return effectOfCall(rules, call.method, *path);
}

std::chrono::seconds Proxy::waitAskedBy(const net::Response &response)
{
    return net::retryAfter(response, QDateTime::currentDateTimeUtc())
        .value_or(std::chrono::seconds(0));
}

QCoro::Task<Result<net::Response>> Proxy::send(ProxyRules rules,
                                               connections::Connection connection,
                                               net::Request request)
{
    AuthorizedHttp http(m_http, m_credentials, connection, rules.isRefusal, rules.rate);
    auto response = co_await http.send(request);
    if (response || isRead(request))
        co_return response;
    co_return failure(withOutcome(
        response.error(), u"%1 on %2"_s.arg(QString::fromLatin1(request.method), connection.name)));
}

} // namespace fairlead::providers
