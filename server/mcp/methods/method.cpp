// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/method.h"

#include "server/mcp/methods/completionmethod.h"
#include "server/mcp/methods/loggingmethod.h"
#include "server/mcp/methods/promptmethods.h"
#include "server/mcp/methods/resourcemethods.h"
#include "server/mcp/methods/servermethods.h"
#include "server/mcp/methods/toolmethods.h"

#include <array>
#include <exception>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr Revision oldest = Revision::V20241105;
constexpr Revision newest = newestRevision;
using Needs = Method::Needs;

constexpr std::array methods{
    Method{"completion/complete"_L1, completeArgument, Needs::Either},
    Method{"logging/setLevel"_L1, setLogLevel, Needs::Nothing, oldest, newestSessionRevision},
    Method{"ping"_L1, ping, Needs::Nothing, oldest, newestSessionRevision},
    Method{"prompts/get"_L1, getPrompt, Needs::Prompts},
    Method{"prompts/list"_L1, listPrompts, Needs::Prompts, oldest, newest, Caching::List},
    Method{"resources/list"_L1, listResources, Needs::Resources, oldest, newest, Caching::List},
    Method{"resources/read"_L1, readResource, Needs::Resources, oldest, newest, Caching::Read},
    Method{"resources/subscribe"_L1, subscribe, Needs::Resources, oldest, newestSessionRevision},
    Method{"resources/templates/list"_L1,
           listResourceTemplates,
           Needs::Resources,
           oldest,
           newest,
           Caching::List},
    Method{
        "resources/unsubscribe"_L1, unsubscribe, Needs::Resources, oldest, newestSessionRevision},
    Method{"server/discover"_L1,
           discover,
           Needs::Nothing,
           Revision::V20260728,
           newest,
           Caching::Discovery},
    Method{"tools/call"_L1, callTool},
    Method{"tools/list"_L1, listTools, Needs::Nothing, oldest, newest, Caching::List},
};

bool has(const ServerProfile &server, Needs needs)
{
    switch (needs) {
    case Needs::Nothing:
        return true;
    case Needs::Resources:
        return server.resources != nullptr;
    case Needs::Prompts:
        return server.prompts != nullptr;
    case Needs::Either:
        return server.resources != nullptr || server.prompts != nullptr;
    }
    return false;
}

} // namespace

Reply Reply::fromResult(QJsonObject result)
{
    return {std::move(result), {}};
}

Reply Reply::fromJson(QByteArray resultJson)
{
    return {.result = {}, .error = {}, .resultJson = std::move(resultJson)};
}

Reply Reply::fromError(RpcCode code, QString message)
{
    return {{}, RpcError{code, std::move(message)}};
}

Reply Reply::fromFailure(const Error &error)
{
    const bool isClients =
        error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound;
    return fromError(isClients ? RpcCode::InvalidParams : RpcCode::InternalError, error.message);
}

const Method *findMethod(const QString &name, Revision revision, const ServerProfile &server)
{
    for (const Method &method : methods) {
        if (name == method.name && method.first <= revision && revision <= method.last
            && has(server, method.needs))
            return &method;
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
