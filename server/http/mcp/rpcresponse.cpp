// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/rpcresponse.h"

using namespace Qt::StringLiterals;

namespace fairlead::http {

Response rpcResponse(QByteArray json, const QList<Header> &headers, int status)
{
    Response response;
    response.status = status;
    response.headers = headers;
    response.headers.append({"Content-Type"_ba, "application/json"_ba});
    response.body = std::move(json);
    return response;
}

Response rpcRefusal(int status, const mcp::InvalidMessage &fault)
{
    return rpcResponse(mcp::errorMessage(fault.id, fault.error), {}, status);
}

int httpStatusOf(mcp::RpcCode code)
{
    switch (code) {
    case mcp::RpcCode::MethodNotFound:
        return 404;
    case mcp::RpcCode::HeaderMismatch:
    case mcp::RpcCode::MissingClientCapability:
    case mcp::RpcCode::UnsupportedRevision:
        return 400;
    case mcp::RpcCode::Refused:
        return 429;
    default:
        return 200;
    }
}

Response rpcRefusal(int status, mcp::RpcCode code, const QString &message)
{
    return rpcRefusal(status, mcp::InvalidMessage{{}, {code, message}});
}

Response rpcTooMany(const mcp::InvalidMessage &fault, std::chrono::seconds wait)
{
    Response response = rpcRefusal(429, fault);
    response.headers.append({"Retry-After"_ba, QByteArray::number(qint64(wait.count()))});
    return response;
}

Response sessionNotFound()
{
    return rpcRefusal(404,
                      mcp::RpcCode::SessionNotFound,
                      u"There is no such session, or it has ended. Start a new one."_s);
}

} // namespace fairlead::http
