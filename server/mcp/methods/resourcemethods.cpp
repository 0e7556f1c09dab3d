// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/resourcemethods.h"

#include "server/base/text.h"
#include "server/mcp/methods/contentmessages.h"
#include "server/mcp/methods/page.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestUri = 2048;
constexpr size_t mostSubscriptions = 1000;

/** The fields that resources and templates share. */
template<typename Entry>
QJsonObject described(const Entry &entry, Revision revision)
{
    QJsonObject json{{u"name"_s, entry.name}};
    if (!entry.description.isEmpty())
        json["description"_L1] = entry.description;
    if (!entry.mimeType.isEmpty())
        json["mimeType"_L1] = entry.mimeType;
    if (!entry.title.isEmpty() && revision >= Revision::V20250618)
        json["title"_L1] = entry.title;
    return json;
}

std::optional<QString> uriOf(const MethodContext &context)
{
    const QString uri = context.params["uri"_L1].toString();
    return uri.isEmpty() || uri.size() > longestUri ? std::nullopt : std::optional(uri);
}

Reply missingUri()
{
    return Reply::fromError(RpcCode::InvalidParams,
                            u"\"uri\" must be a text of 1 to %1 characters."_s.arg(longestUri));
}

Reply notFound(const QString &uri, Revision revision)
{
    const RpcCode code = hasSessions(revision) ? RpcCode::ResourceNotFound : RpcCode::InvalidParams;
    return {{},
            RpcError{
                code, u"Resource not found: "_s + cleanedLine(uri, longestUri), {{u"uri"_s, uri}}}};
}

} // namespace

QCoro::Task<Reply> listResources(MethodContext context)
{
    const QList<tools::Resource> resources = context.server.resources->list(context.caller);
    const auto toJson = [&](const tools::Resource &resource) {
        QJsonObject json = described(resource, context.revision);
        json["uri"_L1] = resource.uri;
        return json;
    };
    co_return pageOf(context, "resources"_L1, resources, &tools::Resource::uri, toJson);
}

QCoro::Task<Reply> listResourceTemplates(MethodContext context)
{
    const QList<tools::ResourceTemplate> templates =
        context.server.resources->templates(context.caller);
    const auto toJson = [&](const tools::ResourceTemplate &entry) {
        QJsonObject json = described(entry, context.revision);
        json["uriTemplate"_L1] = entry.uriTemplate;
        return json;
    };
    co_return pageOf(
        context, "resourceTemplates"_L1, templates, &tools::ResourceTemplate::uriTemplate, toJson);
}

QCoro::Task<Reply> readResource(MethodContext context)
{
    const auto uri = uriOf(context);
    if (!uri)
        co_return missingUri();
    tools::ResourceRead wish;
    wish.uri = *uri;
    wish.caller = context.caller;
    wish.cancellation = context.cancellation;
    wish.client = context.client;
    const auto contents = co_await context.server.resources->read(std::move(wish));
    if (!contents && contents.error().code == ErrorCode::NotFound)
        co_return notFound(*uri, context.revision);
    if (!contents)
        co_return Reply::fromFailure(contents.error());
    QJsonArray array;
    for (const tools::Content &content : *contents)
        array.append(resourceContentsToJson(content));
    QJsonObject result;
    result["contents"_L1] = array;
    co_return Reply::fromResult(result);
}

QCoro::Task<Reply> subscribe(MethodContext context)
{
    const auto uri = uriOf(context);
    if (!uri)
        co_return missingUri();
    Followings &followings = *context.session->followings;
    if (followings.size() >= mostSubscriptions)
        co_return Reply::fromError(
            RpcCode::Refused,
            u"This session has %1 subscriptions already."_s.arg(mostSubscriptions));
    const auto followed = followings.follow(*context.server.resources, *uri, context.caller);
    if (!followed && followed.error().code == ErrorCode::NotFound)
        co_return notFound(*uri, context.revision);
    if (!followed)
        co_return Reply::fromFailure(followed.error());
    co_return Reply{};
}

QCoro::Task<Reply> unsubscribe(MethodContext context)
{
    const auto uri = uriOf(context);
    if (!uri)
        co_return missingUri();
    context.session->followings->unfollow(*uri);
    co_return Reply{};
}

} // namespace fairlead::mcp
