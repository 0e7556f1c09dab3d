// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/transfererror.h"

#include "server/base/text.h"

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

/** As a person knows it: the port only where it is not the usual one. */
QString hostName(const QUrl &url)
{
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

QString seconds(std::chrono::milliseconds time)
{
    return time < std::chrono::seconds(1) ? u"%1 milliseconds"_s.arg(time.count())
                                          : u"%1 seconds"_s.arg(time.count() / 1000);
}

/** As OpenSSL and GnuTLS say it. */
bool isAboutTime(const QString &problem)
{
    return problem.contains("expired"_L1) || problem.contains("not yet"_L1);
}

Error certificateError(const QString &host, const QString &problem)
{
    return {.code = ErrorCode::Tls,
            .message = u"The certificate of %1 is not trusted (%2), so nothing was sent. Check "
                       "the address and the computer's clock; behind a company proxy, add its "
                       "certificate."_s.arg(host, problem),
            .reason = isAboutTime(problem) ? ErrorReason::CertificateTime : ErrorReason::None};
}

Error handshakeError(const QString &host, const QString &problem)
{
    return {.code = ErrorCode::Tls,
            .message = u"No secure connection to %1 could be made (%2), so nothing was sent."_s.arg(
                host, problem)};
}

Error proxyError(const QString &host)
{
    return {.code = ErrorCode::Network,
            .message = u"The network's proxy did not let the request to %1 through. Check the "
                       "computer's proxy settings."_s.arg(host),
            .reason = ErrorReason::Proxy};
}

Error brokenError(const QString &host)
{
    return {.code = ErrorCode::InvalidData,
            .message = u"The connection to %1 broke before its answer was complete, or the "
                       "answer could not be read. Try again."_s.arg(host)};
}

Error networkError(const QString &message)
{
    return {.code = ErrorCode::Network, .message = message};
}

} // namespace

Error transferError(const CurlRequest &request, CURLcode code)
{
    const QString host = hostName(request.request().url);
    const QString problem = cleanedLine(request.problem(code), 200);
    if (request.isOutOfReach())
        return outOfReach(request.request().url);
    if (request.failedAtProxy(code))
        return proxyError(host);
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return networkError(
            u"The name %1 was not found. Check the address and the network."_s.arg(host));
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return certificateError(host, problem);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
        return handshakeError(host, problem);
    default:
        break;
    }
    if (request.hasLeft())
        return brokenError(host);
    if (code == CURLE_COULDNT_CONNECT && request.wasRefused()) {
        return networkError(
            u"%1 refused the connection. Check the address and the network."_s.arg(host));
    }
    return networkError(
        u"%1 could not be reached (%2). Check the network and try again."_s.arg(host, problem));
}

Error timeoutError(const CurlRequest &request, std::chrono::milliseconds waited)
{
    const QString host = hostName(request.request().url);
    if (!request.hasLeft()) {
        return networkError(
            u"%1 could not be reached within %2. Check the network and try again."_s.arg(
                host, seconds(waited)));
    }
    return {.code = ErrorCode::Timeout,
            .message = u"%1 did not answer within %2."_s.arg(host, seconds(waited))};
}

Error tooLargeError(const Request &request)
{
    return {.code = ErrorCode::InvalidData,
            .message = u"The answer of %1 is larger than %2 MiB and was not read."_s
                           .arg(hostName(request.url))
                           .arg(static_cast<double>(request.maxResponseBytes) / (1024 * 1024))};
}

} // namespace fairlead::net
