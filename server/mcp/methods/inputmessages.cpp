// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/inputmessages.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

using Kind = tools::InputRequest::Kind;
using Action = tools::InputAnswer::Action;

std::optional<Action> actionFromName(const QString &name)
{
    if (name == "accept"_L1)
        return Action::Accept;
    if (name == "decline"_L1)
        return Action::Decline;
    if (name == "cancel"_L1)
        return Action::Cancel;
    return std::nullopt;
}

ClientRequest elicitation(const tools::InputRequest &request, Revision revision)
{
    QJsonObject params{{u"message"_s, request.message}};
    if (request.kind == Kind::Form) {
        params["requestedSchema"_L1] = request.schema;
        if (revision >= Revision::V20251125)
            params["mode"_L1] = u"form"_s;
        return {u"elicitation/create"_s, params};
    }
    params["mode"_L1] = u"url"_s;
    params["url"_L1] = request.url;
    if (revision == Revision::V20251125)
        params["elicitationId"_L1] = request.key;
    return {u"elicitation/create"_s, params};
}

bool fits(const tools::InputRequest &request, const QJsonObject &result)
{
    switch (request.kind) {
    case Kind::Form:
    case Kind::Url:
        return actionFromName(result["action"_L1].toString()).has_value()
            && (!result.contains("content"_L1) || result["content"_L1].isObject());
    case Kind::Sampling:
        return result.contains("content"_L1) && result["role"_L1].isString();
    case Kind::Roots:
        return result["roots"_L1].isArray();
    }
    return false;
}

} // namespace

ClientRequest clientRequest(const tools::InputRequest &request, Revision revision)
{
    switch (request.kind) {
    case Kind::Form:
    case Kind::Url:
        return elicitation(request, revision);
    case Kind::Sampling:
        return {u"sampling/createMessage"_s, request.params};
    case Kind::Roots:
        break;
    }
    return {u"roots/list"_s, {}};
}

Result<tools::InputAnswer> inputAnswer(const tools::InputRequest &request,
                                       const QJsonObject &result)
{
    if (!fits(request, result))
        return failure(ErrorCode::InvalidData,
                       u"The client's answer to \"%1\" cannot be understood."_s.arg(request.key));
    if (request.kind == Kind::Sampling || request.kind == Kind::Roots)
        return tools::InputAnswer{Action::Accept, result};
    return tools::InputAnswer{*actionFromName(result["action"_L1].toString()),
                              result["content"_L1].toObject()};
}

bool canAnswer(const QJsonObject &capabilities, Kind kind, Revision revision)
{
    const QJsonObject elicitation = capabilities["elicitation"_L1].toObject();
    switch (kind) {
    case Kind::Form:
        // An empty object means forms, as it did before there were two modes.
        return capabilities["elicitation"_L1].isObject() && revision >= Revision::V20250618
            && (elicitation.contains("form"_L1) || !elicitation.contains("url"_L1));
    case Kind::Url:
        return elicitation.contains("url"_L1) && revision >= Revision::V20251125;
    case Kind::Sampling:
        return capabilities["sampling"_L1].isObject();
    case Kind::Roots:
        return capabilities["roots"_L1].isObject();
    }
    return false;
}

QJsonObject neededCapability(Kind kind)
{
    switch (kind) {
    case Kind::Form:
        return {{u"elicitation"_s, QJsonObject{{u"form"_s, QJsonObject()}}}};
    case Kind::Url:
        return {{u"elicitation"_s, QJsonObject{{u"url"_s, QJsonObject()}}}};
    case Kind::Sampling:
        return {{u"sampling"_s, QJsonObject()}};
    case Kind::Roots:
        break;
    }
    return {{u"roots"_s, QJsonObject()}};
}

} // namespace fairlead::mcp
