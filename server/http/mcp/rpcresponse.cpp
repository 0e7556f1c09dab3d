// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/rpcresponse.h"

using namespace Qt::StringLiterals;

namespace fairlead::http {

Response rpcResponse(QByteArray json, const QList<Header> &headers)
{
    Response response;
    response.headers = headers;
    response.headers.append({"Content-Type"_ba, "application/json"_ba});
    response.body = std::move(json);
    return response;
}

Response rpcRefusal(int status, const mcp::InvalidMessage &fault)
{
    Response response = rpcResponse(mcp::errorMessage(fault.id, fault.error));
    response.status = status;
    return response;
}

Response rpcRefusal(int status, mcp::RpcCode code, const QString &message)
{
    return rpcRefusal(status, mcp::InvalidMessage{{}, {code, message}});
}

Response sessionNotFound()
{
    return rpcRefusal(404,
                      mcp::RpcCode::SessionNotFound,
                      u"There is no such session, or it has ended. Start a new one."_s);
}

} // namespace fairlead::http
