// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/requestcheck.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

constexpr qsizetype maxValueBytes = 16 * 1024;

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [marks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || marks.contains(c);
    });
}

bool isPrintable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

// These decide where a request ends and whom it is for; only the transport may set them.
bool isTransportHeader(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 9> names{"connection",
                                                  "content-length",
                                                  "cookie",
                                                  "host",
                                                  "keep-alive",
                                                  "proxy-authorization",
                                                  "te",
                                                  "transfer-encoding",
                                                  "upgrade"};
    return std::any_of(names.begin(), names.end(), [name](QByteArrayView other) {
        return name.compare(other, Qt::CaseInsensitive) == 0;
    });
}

Result<> checkedUrl(const QUrl &url)
{
    const QString host = url.host();
    if (!url.isValid() || host.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"The address of the request is not a valid URL."_s);
    if (!url.userInfo().isEmpty()) {
        return failure(ErrorCode::InvalidInput,
                       u"The address for %1 carries a user name or password; Fairlead does not "
                       "send those in an address."_s.arg(host));
    }
    if (url.scheme() == "https"_L1)
        return {};
    if (url.scheme() == "http"_L1 && isLoopbackHost(host))
        return {};
    return failure(
        ErrorCode::InvalidInput,
        u"Fairlead talks to %1 only over https; %2:// was refused."_s.arg(host, url.scheme()));
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    // The usual ones need no look at their parts.
    if (host == "127.0.0.1"_L1 || host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address(host);
    // Not isLoopback(): that also accepts ::ffff:127.0.0.1, which nobody has to write.
    const QHostAddress loopback(quint32{0x7F000000});
    return address.isInSubnet(loopback, 8) || address == QHostAddress(QHostAddress::LocalHostIPv6);
}

Result<> checkedRequest(const Request &request)
{
    if (auto checked = checkedUrl(request.url); !checked)
        return checked;
    const QString host = request.url.host();
    if (request.reach != Reach::Anywhere) {
        const QHostAddress literal = literalAddress(host);
        if (!literal.isNull() && !isWithin(literal, request.reach))
            return failure(outOfReach(request.url));
    }
    if (!isToken(request.method))
        return failure(ErrorCode::InvalidInput,
                       u"The request to %1 has a malformed method."_s.arg(host));
    for (const auto &[name, value] : request.headers) {
        if (!isToken(name) || isTransportHeader(name)) {
            return failure(ErrorCode::InvalidInput,
                           u"The request to %1 has a header name that is not allowed."_s.arg(host));
        }
        if (!isPrintable(value) || value.size() > maxValueBytes) {
            return failure(ErrorCode::InvalidInput,
                           u"The value of header %1 in the request to %2 is too long or has "
                           "control characters."_s.arg(QString::fromLatin1(name), host));
        }
    }
    return {};
}

} // namespace fairlead::net
