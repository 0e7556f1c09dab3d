// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/completionmethod.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype mostValues = 100;

tools::CompletionQuery queryOf(const MethodContext &context, const QString &of)
{
    tools::CompletionQuery query;
    query.of = of;
    query.argument = context.params["argument"_L1]["name"_L1].toString();
    query.typed = context.params["argument"_L1]["value"_L1].toString();
    const QJsonObject known = context.params["context"_L1]["arguments"_L1].toObject();
    for (auto it = known.begin(); it != known.end(); ++it)
        query.known.insert(it.key(), it->toString());
    query.caller = context.caller;
    query.cancellation = context.cancellation;
    return query;
}

Reply completionResult(const tools::Completion &completion)
{
    const bool hasMore = completion.hasMore || completion.values.size() > mostValues;
    const QStringList values = completion.values.mid(0, mostValues);
    QJsonObject json{{u"values"_s, QJsonArray::fromStringList(values)}, {u"hasMore"_s, hasMore}};
    if (completion.total)
        json["total"_L1] = *completion.total;
    return Reply::fromResult({{u"completion"_s, json}});
}

} // namespace

QCoro::Task<Reply> completeArgument(MethodContext context)
{
    const QJsonValue reference = context.params["ref"_L1];
    const QString type = reference["type"_L1].toString();
    const QString of = reference[type == "ref/prompt"_L1 ? "name"_L1 : "uri"_L1].toString();
    tools::CompletionQuery query = queryOf(context, of);
    if (query.argument.isEmpty() || !context.params["argument"_L1]["value"_L1].isString())
        co_return Reply::fromError(RpcCode::InvalidParams,
                                   u"\"argument\" needs a \"name\" and a \"value\"."_s);
    if (type == "ref/prompt"_L1 && context.server.prompts) {
        const auto completion = co_await context.server.prompts->complete(std::move(query));
        co_return completion ? completionResult(*completion)
                             : Reply::fromFailure(completion.error());
    }
    if (type == "ref/resource"_L1 && context.server.resources) {
        const auto completion = co_await context.server.resources->complete(std::move(query));
        co_return completion ? completionResult(*completion)
                             : Reply::fromFailure(completion.error());
    }
    co_return Reply::fromError(RpcCode::InvalidParams,
                               u"\"ref\" must name a prompt or a resource template."_s);
}

} // namespace fairlead::mcp
