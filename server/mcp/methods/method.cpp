// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/method.h"

#include "server/mcp/methods/toolmethods.h"

#include <array>
#include <exception>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

QCoro::Task<Reply> ping(MethodContext)
{
    co_return Reply{};
}

struct Method
{
    QLatin1StringView name;
    MethodHandler handler = nullptr;
};

constexpr std::array methods{
    Method{"ping"_L1, ping},
    Method{"tools/call"_L1, callTool},
    Method{"tools/list"_L1, listTools},
};

} // namespace

Reply Reply::fromResult(QJsonObject result)
{
    return {std::move(result), {}};
}

Reply Reply::fromError(RpcCode code, QString message)
{
    return {{}, RpcError{code, std::move(message)}};
}

MethodHandler findMethod(const QString &name)
{
    for (const Method &method : methods) {
        if (name == method.name)
            return method.handler;
    }
    return nullptr;
}

QCoro::Task<Reply> runMethod(MethodHandler handler, MethodContext context)
{
    try {
        co_return co_await handler(std::move(context));
    } catch (const std::exception &) {
        co_return Reply::fromError(RpcCode::InternalError,
                                   u"Fairlead made a mistake. Its log says more."_s);
    }
}

} // namespace fairlead::mcp
